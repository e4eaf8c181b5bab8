//! The live reader: keeps one stream open for as long as somebody listens.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::{Method, Response};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::sse::{SseEvent, SseParser};
use super::{Client, ClientError, accepted};
use crate::api::route;
use crate::error::Problem;
use crate::ids::Seq;
use crate::live::{Beat, Envelope, LINE_DEAD_AFTER, Snapshot, event_name};

/// How many updates may wait for a screen that is busy. A full queue slows the reader down, and
/// in the end the server cuts it off: memory stays bounded on both sides.
pub const UPDATE_QUEUE: usize = 1_024;

/// The first pause before the line is tried again; it doubles from try to try.
const FIRST_PAUSE: Duration = Duration::from_millis(100);

/// The longest pause between two tries: short enough to be back within two seconds of the line.
const LONGEST_PAUSE: Duration = Duration::from_millis(1_600);

/// What the reader tells its screen.
#[derive(Clone, Debug)]
pub enum Update {
    /// The line is up, and this is how things stand.
    Snapshot(Box<Snapshot>),
    /// The next change; none is missing before it.
    Change(Box<Envelope>),
    /// A sign of life.
    Beat(Beat),
    /// The line is down, for this reason. The reader goes on trying.
    Down(String),
    /// The server turned the device away: it was never paired, or its pairing was revoked. The
    /// reader goes on trying, slowly.
    Refused(Box<Problem>),
}

/// Reads the live feed, and comes back by itself.
#[derive(Debug)]
pub struct LiveReader {
    client: Client,
    seen: Option<Seq>,
}

/// Why one stream ended.
enum Ended {
    /// Nobody listens any more.
    Unheard,
    /// The line broke, or the stream made no sense.
    Broken(String),
    /// The server said no.
    Refused(Box<Problem>),
}

impl LiveReader {
    /// A reader with the client's rights.
    pub fn new(client: Client) -> Self {
        Self { client, seen: None }
    }

    /// Reads until the receiver is dropped. Make the channel with [`UPDATE_QUEUE`] places.
    pub async fn run(mut self, updates: mpsc::Sender<Update>) {
        let mut pause = FIRST_PAUSE;
        loop {
            let before = self.seen;
            let report = match self.read(&updates).await {
                Ended::Unheard => return,
                Ended::Broken(reason) => Update::Down(reason),
                Ended::Refused(problem) => Update::Refused(problem),
            };
            if self.seen != before {
                pause = FIRST_PAUSE;
            }
            if updates.send(report).await.is_err() {
                return;
            }
            tokio::select! {
                () = sleep(pause) => {}
                () = updates.closed() => return,
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Opens one stream and reads it to its end.
    async fn read(&mut self, updates: &mpsc::Sender<Update>) -> Ended {
        let response = match self.open().await {
            Ok(response) => response,
            Err(ClientError::Refused(problem)) => return Ended::Refused(problem),
            Err(error) => return Ended::Broken(error.to_string()),
        };
        let mut stream = response.bytes_stream();
        let mut parser = SseParser::default();
        loop {
            let piece = tokio::select! {
                piece = timeout(LINE_DEAD_AFTER, stream.next()) => piece,
                () = updates.closed() => return Ended::Unheard,
            };
            let bytes = match piece {
                Ok(Some(Ok(bytes))) => bytes,
                Ok(Some(Err(error))) => return Ended::Broken(error.to_string()),
                Ok(None) => return Ended::Broken("the server closed the line".to_owned()),
                Err(_) => return Ended::Broken("the line is silent".to_owned()),
            };
            let Ok(events) = parser.push(&bytes) else {
                return Ended::Broken("the stream makes no sense".to_owned());
            };
            for event in events {
                let update = match self.understand(&event) {
                    Ok(Some(update)) => update,
                    Ok(None) => continue,
                    Err(ended) => return ended,
                };
                if updates.send(update).await.is_err() {
                    return Ended::Unheard;
                }
            }
        }
    }

    async fn open(&self) -> Result<Response, ClientError> {
        let mut request = self.client.request(Method::GET, route::LIVE);
        if let Some(seq) = self.seen {
            request = request.header("Last-Event-ID", seq.to_string());
        }
        let opening = timeout(LINE_DEAD_AFTER, request.send()).await;
        let response = opening
            .map_err(|_elapsed| ClientError::Foreign("the server is silent".to_owned()))?
            .map_err(ClientError::Line)?;
        accepted(response).await
    }

    /// Turns an event into an update. A missing number ends the stream: the next one begins with
    /// a fresh snapshot.
    fn understand(&mut self, event: &SseEvent) -> Result<Option<Update>, Ended> {
        match event.name.as_str() {
            event_name::SNAPSHOT => {
                let snapshot: Snapshot = parse(&event.data)?;
                self.seen = Some(snapshot.seq);
                Ok(Some(Update::Snapshot(Box::new(snapshot))))
            }
            event_name::DELTA => {
                let envelope: Envelope = parse(&event.data)?;
                let Some(seen) = self.seen else { return Ok(None) };
                if envelope.seq <= seen {
                    return Ok(None);
                }
                if envelope.seq.0 != seen.0 + 1 {
                    self.seen = None;
                    return Err(Ended::Broken("a change is missing".to_owned()));
                }
                self.seen = Some(envelope.seq);
                Ok(Some(Update::Change(Box::new(envelope))))
            }
            event_name::BEAT => Ok(Some(Update::Beat(parse(&event.data)?))),
            _ => Ok(None),
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(data: &str) -> Result<T, Ended> {
    serde_json::from_str(data).map_err(|error| Ended::Broken(error.to_string()))
}
