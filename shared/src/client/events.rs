//! From a stream's bytes to updates: the part of the live reader that needs neither a line nor
//! time. Whoever has a stream at hand otherwise, as a simulated week has, reads it with this too.

use super::live::Update;
use super::sse::{SseEvent, SseParser};
use crate::ids::Seq;
use crate::live::{Envelope, Snapshot, event_name};

/// Reads one stream after the other, and knows where the last one ended.
#[derive(Debug, Default)]
pub struct EventReader {
    parser: SseParser,
    seen: Option<Seq>,
}

impl EventReader {
    /// Begins with a new stream, and says after which change it should go on: what it must ask
    /// for as `Last-Event-ID`. Nothing where it needs a snapshot.
    pub fn begin(&mut self) -> Option<Seq> {
        self.parser = SseParser::default();
        self.seen
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
        let events = events.map_err(|_too_long| "the stream makes no sense".to_owned())?;
        for event in events {
            updates.extend(self.understand(&event)?);
        }
        Ok(())
    }

    /// Turns an event into an update. A missing number ends the stream: the next one begins with
    /// a fresh snapshot.
    fn understand(&mut self, event: &SseEvent) -> Result<Option<Update>, String> {
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
                    return Err("a change is missing".to_owned());
                }
                self.seen = Some(envelope.seq);
                Ok(Some(Update::Change(Box::new(envelope))))
            }
            event_name::BEAT => Ok(Some(Update::Beat(parse(&event.data)?))),
            _ => Ok(None),
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(data: &str) -> Result<T, String> {
    serde_json::from_str(data).map_err(|error| error.to_string())
}
