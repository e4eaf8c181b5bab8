//! The live reader: keeps one stream open for as long as somebody listens.

use std::time::Duration;

use futures_util::{Stream, StreamExt};
use reqwest::header::CONTENT_TYPE;
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

/// How long a whole board may be on its way, on a line on which it comes in pieces.
const BOARD_WITHIN: Duration = Duration::from_mins(1);

/// What a stream of events is called on the way.
const EVENTS: &str = "text/event-stream";

/// What is said of a line on which nothing is heard.
const SILENT: &str = "the line is silent";

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
    /// Signs of life that the last stream brought.
    beats: u32,
}

/// How long the reader waits before it tries again.
#[derive(Debug)]
struct Pauses(Duration);

impl Default for Pauses {
    fn default() -> Self {
        Self(FIRST_PAUSE)
    }
}

impl Pauses {
    /// The pause after a stream that brought so many signs of life. One beside that at its beginning
    /// shows that the line had lasted: what breaks off sooner is asked for less and less often.
    fn after(&mut self, beats: u32) -> Duration {
        let pause = if beats > 1 { FIRST_PAUSE } else { self.0 };
        self.0 = (pause * 2).min(LONGEST_PAUSE);
        pause
    }
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
        Self { client, events: EventReader::default(), resumes: true, beats: 0 }
    }

    /// The same, but each stream begins with a whole snapshot, instead of going on after the last
    /// change: for screens that must not show a board of which half has been told.
    #[must_use]
    pub fn afresh(self) -> Self {
        Self { resumes: false, ..self }
    }

    /// Reads until the receiver is dropped. Make the channel with [`UPDATE_QUEUE`] places.
    pub async fn run(mut self, updates: mpsc::Sender<Update>) {
        let mut pauses = Pauses::default();
        loop {
            self.beats = 0;
            let report = match self.read(&updates).await {
                Ended::Unheard => return,
                Ended::Broken(reason) => Update::Down(reason),
                Ended::Refused(problem) => Update::Refused(problem),
            };
            if updates.send(report).await.is_err() {
                return;
            }
            tokio::select! {
                () = sleep(pauses.after(self.beats)) => {}
                () = updates.closed() => return,
            }
        }
    }

    /// Opens one stream and reads it to its end.
    async fn read(&mut self, updates: &mpsc::Sender<Update>) -> Ended {
        match self.open().await {
            Ok(response) => self.listen(Box::pin(response.bytes_stream()), updates).await,
            Err(ClientError::Refused(problem)) if is_turned_away(&problem) => {
                Ended::Refused(problem)
            }
            Err(error) => Ended::Broken(error.to_string()),
        }
    }

    /// Reads a stream to its end.
    async fn listen<B: AsRef<[u8]>>(
        &mut self,
        mut stream: impl Stream<Item = reqwest::Result<B>> + Unpin,
        updates: &mpsc::Sender<Update>,
    ) -> Ended {
        let (mut heard, mut patience) = (Vec::new(), BOARD_WITHIN);
        loop {
            let read = tokio::select! {
                read = timeout(patience, self.hear(&mut stream, &mut heard)) => read,
                () = updates.closed() => return Ended::Unheard,
            };
            for update in heard.drain(..) {
                self.beats += u32::from(matches!(update, Update::Beat(_)));
                if updates.send(update).await.is_err() {
                    return Ended::Unheard;
                }
            }
            patience = LINE_DEAD_AFTER;
            match read {
                Ok(Ok(())) => {}
                Ok(Err(reason)) => return Ended::Broken(reason),
                Err(_elapsed) => return Ended::Broken(SILENT.to_owned()),
            }
        }
    }

    /// Reads until something is heard. Bytes that say nothing are no sign of life: only while a
    /// whole board is on its way they are enough.
    async fn hear<B: AsRef<[u8]>>(
        &mut self,
        stream: &mut (impl Stream<Item = reqwest::Result<B>> + Unpin),
        heard: &mut Vec<Update>,
    ) -> Result<(), String> {
        while heard.is_empty() {
            let piece = timeout(LINE_DEAD_AFTER, stream.next()).await;
            let bytes = match piece.map_err(|_elapsed| SILENT.to_owned())? {
                Some(Ok(bytes)) => bytes,
                Some(Err(error)) => return Err(error.to_string()),
                None => return Err("the server closed the line".to_owned()),
            };
            self.events.read(bytes.as_ref(), heard)?;
        }
        Ok(())
    }

    async fn open(&mut self) -> Result<Response, ClientError> {
        let mut request = self.client.request(Method::GET, route::LIVE);
        if !self.resumes {
            self.events.begin_afresh();
        } else if let Some(seq) = self.events.begin() {
            request = request.header("Last-Event-ID", seq.to_string());
        }
        let opening =
            async { accepted(request.send().await.map_err(ClientError::on_the_line)?).await };
        let opened = timeout(LINE_DEAD_AFTER, opening).await;
        let silent = |_elapsed| ClientError::Foreign("the server is silent".to_owned());
        only_events(opened.map_err(silent)??)
    }
}

/// Passes on what is a stream of events: a network's page for signing in is accepted, too.
fn only_events(response: Response) -> Result<Response, ClientError> {
    let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with(EVENTS)) {
        return Ok(response);
    }
    Err(ClientError::Foreign("no stream of events".to_owned()))
}

/// Whether a device hears that it has no right here; any other refusal passes.
fn is_turned_away(problem: &Problem) -> bool {
    matches!(problem.status, 401 | 403)
}

#[cfg(test)]
mod tests;
