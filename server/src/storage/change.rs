//! A transaction in the hands of one request.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use rusqlite::Connection;

use super::memory::Memory;
use super::{StorageError, journal};
use crate::domain::event::Event;

/// A change that is on the disk.
#[derive(Clone, Debug)]
pub struct Committed {
    /// Its place in the journal.
    pub seq: Seq,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub event: Event,
    /// The live event as it stands in the journal, serialised once for everybody.
    pub data: String,
}

/// What is done as soon as a request's changes are on the disk.
type Afterwards = Box<dyn FnOnce() + Send>;

/// What a commit leads to, once it is on the disk.
#[derive(Default)]
pub(super) struct Outcome {
    /// What happened, in order.
    pub(super) committed: Vec<Committed>,
    /// What comes before anybody hears of it.
    pub(super) afterwards: Vec<Afterwards>,
    /// Whether the write-ahead log is to be emptied.
    pub(super) wipes_log: bool,
}

impl Outcome {
    /// Takes over what one request has done.
    pub(super) fn add(&mut self, mut other: Self) {
        self.committed.append(&mut other.committed);
        self.afterwards.append(&mut other.afterwards);
        self.wipes_log |= other.wipes_log;
    }
}

/// A transaction in the hands of one request. What the writer remembers is read and written through
/// the methods that `memory` gives it, all else through its connection.
pub struct Change<'a> {
    connection: &'a Connection,
    pub(super) memory: &'a mut Memory,
    now: Timestamp,
    outcome: Outcome,
}

impl std::fmt::Debug for Change<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Change").field("now", &self.now).finish_non_exhaustive()
    }
}

impl<'a> Change<'a> {
    pub(super) fn new(connection: &'a Connection, memory: &'a mut Memory, now: Timestamp) -> Self {
        Self { connection, memory, now, outcome: Outcome::default() }
    }

    /// The bar's time for this request: the same in all that it writes.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The connection, for the statements of the other rooms.
    pub fn connection(&self) -> &'a Connection {
        self.connection
    }

    /// Asks that the write-ahead log, which holds pages as they were, is folded into the file and
    /// emptied before anybody is answered: something must be gone from both.
    pub fn wipe_log(&mut self) {
        self.outcome.wipes_log = true;
    }

    /// Does something on the writer's thread once the change is on the disk, before anybody hears
    /// of it, and not at all where it is taken back: for what is remembered elsewhere.
    pub fn once_kept(&mut self, work: impl FnOnce() + Send + 'static) {
        self.outcome.afterwards.push(Box::new(work));
    }

    /// Writes an event into the journal; it is published once the transaction is on the disk.
    ///
    /// # Errors
    /// Where the database says no.
    pub fn record(&mut self, event: Event) -> Result<Seq, StorageError> {
        let data = serde_json::to_string(&event.live)
            .map_err(|error| StorageError::Stored(error.to_string()))?;
        let seq = journal::append(self.connection, self.now, &event, &data)?;
        self.outcome.committed.push(Committed { seq, at: self.now, event, data });
        Ok(seq)
    }

    pub(super) fn into_outcome(self) -> Outcome {
        self.outcome
    }
}
