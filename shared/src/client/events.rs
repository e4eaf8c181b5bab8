//! From a stream's bytes to updates: the part of the live reader that needs neither a line nor
//! time. Whoever has a stream at hand otherwise, as a simulated week has, reads it with this too.

use super::live::Update;
use super::sse::{SseEvent, SseParser};
use crate::Timestamp;
use crate::ids::Seq;
use crate::live::{Beat, Envelope, LINE_DEAD_AFTER, Snapshot, event_name};

/// What is said of a stream that no bar sends.
const NO_SENSE: &str = "the stream makes no sense";

/// Reads one stream after the other, and knows where the last one ended.
#[derive(Debug, Default)]
pub struct EventReader {
    parser: SseParser,
    seen: Option<Seq>,
    awaits: Awaits,
    /// The latest time that this stream has told.
    latest: Option<Timestamp>,
}

/// What a stream may bring next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Awaits {
    /// A whole board, and nothing else: what was shown before may be older than anybody knows.
    #[default]
    Board,
    /// A whole board, or what came after the last change.
    BoardOrMore,
    /// Changes and signs of life. A board comes at a stream's beginning or not at all.
    More,
}

impl EventReader {
    /// Begins with a new stream, and says after which change it should go on: what it must ask
    /// for as `Last-Event-ID`. Nothing where it needs a snapshot.
    pub fn begin(&mut self) -> Option<Seq> {
        let awaits = if self.seen.is_some() { Awaits::BoardOrMore } else { Awaits::Board };
        *self = Self { seen: self.seen, awaits, ..Self::default() };
        self.seen
    }

    /// Begins with a new stream that must bring a whole board first, whatever was seen.
    pub fn begin_afresh(&mut self) {
        *self = Self { seen: self.seen, ..Self::default() };
    }

    /// The last change that was read.
    pub fn seen(&self) -> Option<Seq> {
        self.seen
    }

    /// Takes in a piece of the stream, and hands out the updates that it completes.
    ///
    /// # Errors
    /// In words, why the stream cannot go on. What `updates` has got by then is good.
    pub fn read(&mut self, bytes: &[u8], updates: &mut Vec<Update>) -> Result<(), String> {
        let events = self.parser.push(bytes);
        let events = events.map_err(|_too_long| NO_SENSE.to_owned())?;
        for event in events {
            updates.extend(self.understand(&event)?);
        }
        Ok(())
    }

    /// Turns an event into an update. What is no event of a bar's ends the stream.
    fn understand(&mut self, event: &SseEvent) -> Result<Option<Update>, String> {
        match event.name.as_str() {
            event_name::SNAPSHOT => self.begin_with(parse(&event.data)?).map(Some),
            event_name::DELTA => self.go_on(parse(&event.data)?),
            event_name::BEAT => self.live_on(parse(&event.data)?).map(Some),
            _ => Ok(None),
        }
    }

    /// A second board in a stream would be another bar's.
    fn begin_with(&mut self, snapshot: Snapshot) -> Result<Update, String> {
        if self.awaits == Awaits::More {
            return Err(NO_SENSE.to_owned());
        }
        self.awaits = Awaits::More;
        self.seen = Some(snapshot.seq);
        self.latest = Some(snapshot.at);
        Ok(Update::Snapshot(Box::new(snapshot)))
    }

    /// A missing number ends the stream: the next one begins with a fresh snapshot.
    fn go_on(&mut self, envelope: Envelope) -> Result<Option<Update>, String> {
        let seen = self.seen.filter(|_| self.awaits != Awaits::Board).ok_or_else(boardless)?;
        self.awaits = Awaits::More;
        self.latest = self.latest.max(Some(envelope.at));
        if envelope.seq <= seen {
            return Ok(None);
        }
        if envelope.seq.0 != seen.0 + 1 {
            self.seen = None;
            return Err("a change is missing".to_owned());
        }
        self.seen = Some(envelope.seq);
        Ok(Some(Update::Change(Box::new(envelope))))
    }

    /// The bar's time never runs backwards, so one of a stream's times was wrong, and nobody knows
    /// which: the next stream tells.
    fn live_on(&mut self, beat: Beat) -> Result<Update, String> {
        if self.awaits == Awaits::Board {
            return Err(boardless());
        }
        self.awaits = Awaits::More;
        if self.latest.is_some_and(|latest| is_long_before(beat.at, latest)) {
            return Err("the server's clock runs backwards".to_owned());
        }
        self.latest = self.latest.max(Some(beat.at));
        Ok(Update::Beat(beat))
    }
}

fn boardless() -> String {
    "the stream does not begin with the board".to_owned()
}

fn is_long_before(at: Timestamp, other: Timestamp) -> bool {
    let before = std::time::Duration::try_from(other.duration_since(at));
    before.is_ok_and(|before| before > LINE_DEAD_AFTER)
}

fn parse<T: serde::de::DeserializeOwned>(data: &str) -> Result<T, String> {
    serde_json::from_str(data).map_err(|error| not_understood(&error))
}

/// Why something is not the bar's, without its own words: they may be long, and anybody's.
pub(super) fn not_understood(error: &serde_json::Error) -> String {
    let (kind, line, column) = (error.classify(), error.line(), error.column());
    format!("it makes no sense at {line}:{column} ({kind:?})")
}

#[cfg(test)]
mod tests;
