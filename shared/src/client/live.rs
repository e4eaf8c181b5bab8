//! The live reader: keeps one stream open for as long as somebody listens.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::{Method, Response};
use tokio::sync::mpsc;
use tokio::time::{sleep, timeout};

use super::{Client, ClientError, EventReader, accepted};
use crate::api::route;
use crate::error::Problem;
use crate::live::{Beat, Envelope, LINE_DEAD_AFTER, Snapshot};

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
    events: EventReader,
    resumes: bool,
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
        Self { client, events: EventReader::default(), resumes: true }
    }

    /// The same, but each stream begins with a whole snapshot, instead of going on after the last
    /// change: for screens that must not show a board of which half has been told.
    #[must_use]
    pub fn afresh(self) -> Self {
        Self { resumes: false, ..self }
    }

    /// Reads until the receiver is dropped. Make the channel with [`UPDATE_QUEUE`] places.
    pub async fn run(mut self, updates: mpsc::Sender<Update>) {
        let mut pause = FIRST_PAUSE;
        loop {
            let before = self.events.seen();
            let report = match self.read(&updates).await {
                Ended::Unheard => return,
                Ended::Broken(reason) => Update::Down(reason),
                Ended::Refused(problem) => Update::Refused(problem),
            };
            if self.events.seen() != before {
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
            Err(ClientError::Refused(problem)) if is_turned_away(&problem) => {
                return Ended::Refused(problem);
            }
            Err(error) => return Ended::Broken(error.to_string()),
        };
        let mut stream = response.bytes_stream();
        let mut heard = Vec::new();
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
            let read = self.events.read(&bytes, &mut heard);
            for update in heard.drain(..) {
                if updates.send(update).await.is_err() {
                    return Ended::Unheard;
                }
            }
            if let Err(reason) = read {
                return Ended::Broken(reason);
            }
        }
    }

    async fn open(&mut self) -> Result<Response, ClientError> {
        let mut request = self.client.request(Method::GET, route::LIVE);
        if let Some(seq) = self.events.begin().filter(|_| self.resumes) {
            request = request.header("Last-Event-ID", seq.to_string());
        }
        let opening =
            async { accepted(request.send().await.map_err(ClientError::on_the_line)?).await };
        let opened = timeout(LINE_DEAD_AFTER, opening).await;
        opened.map_err(|_elapsed| ClientError::Foreign("the server is silent".to_owned()))?
    }
}

/// Whether a device hears that it has no right here; any other refusal passes.
fn is_turned_away(problem: &Problem) -> bool {
    matches!(problem.status, 401 | 403)
}
