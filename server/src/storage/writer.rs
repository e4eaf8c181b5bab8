//! The one thread that writes.
//!
//! It takes all that is waiting, runs it in one transaction with a savepoint for each request, so
//! that one bad request does not sink the others, commits, and only then publishes and answers:
//! an answer is a promise, and the disk is asked once for many of them.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use jiff::SignedDuration;
use rusqlite::Connection;
use tokio::sync::{mpsc, oneshot};

use super::{StorageError, journal};
use crate::clock::Clock;
use crate::domain::Refusal;
use crate::domain::event::Event;

/// Requests that may wait for the writer; more than that wait for a place.
const QUEUE: usize = 1_024;

/// Requests that share one commit.
const BATCH: usize = 256;

/// How far tries to empty a log are apart that another program reads.
pub(super) const LOG_RETRY_SECONDS: i64 = 30;

/// What a request comes to: its value, or the rule or the fault that stopped it.
pub type Answer<T> = Result<T, WriteError>;

/// Why a change did not happen. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The disk, the database or the program failed.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<rusqlite::Error> for WriteError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Storage(error.into())
    }
}

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

/// Hears of every change once it is on the disk, in order.
pub trait Publish: Send + 'static {
    /// Takes over the changes of one commit.
    fn publish(&mut self, committed: Vec<Committed>);
}

/// A transaction in the hands of one request.
#[derive(Debug)]
pub struct Change<'a> {
    connection: &'a Connection,
    now: Timestamp,
    committed: Vec<Committed>,
    wipes_log: bool,
}

impl Change<'_> {
    /// The bar's time for this request: the same in all that it writes.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The connection, for the statements of the other rooms.
    pub fn connection(&self) -> &Connection {
        self.connection
    }

    /// Asks that the write-ahead log, which holds pages as they were, is folded into the file and
    /// emptied before anybody is answered: something must be gone from both.
    pub fn wipe_log(&mut self) {
        self.wipes_log = true;
    }

    /// Writes an event into the journal; it is published once the transaction is on the disk.
    ///
    /// # Errors
    /// Where the database says no.
    pub fn record(&mut self, event: Event) -> Result<Seq, StorageError> {
        let data = serde_json::to_string(&event.live)
            .map_err(|error| StorageError::Stored(error.to_string()))?;
        let seq = journal::append(self.connection, self.now, &event, &data)?;
        self.committed.push(Committed { seq, at: self.now, event, data });
        Ok(seq)
    }
}

/// A request with its answer's way back.
trait Job: Send {
    /// Runs the request inside its savepoint. True where its changes are to be kept.
    fn run(&mut self, change: &mut Change<'_>) -> bool;
    /// Sends the answer, or the reason why the commit failed.
    fn answer(self: Box<Self>, commit: Result<(), StorageError>);
}

struct Request<T, F> {
    work: Option<F>,
    result: Option<Answer<T>>,
    reply: oneshot::Sender<Answer<T>>,
}

impl<T, F> Job for Request<T, F>
where
    T: Send,
    F: FnOnce(&mut Change<'_>) -> Answer<T> + Send,
{
    fn run(&mut self, change: &mut Change<'_>) -> bool {
        let Some(work) = self.work.take() else { return false };
        let result = catch_unwind(AssertUnwindSafe(|| work(change)))
            .unwrap_or_else(|_panic| Err(StorageError::BrokenOff.into()));
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn answer(self: Box<Self>, commit: Result<(), StorageError>) {
        let answer = match (self.result, commit) {
            (Some(Ok(value)), Ok(())) => Ok(value),
            (Some(Ok(_)), Err(error)) => Err(error.into()),
            (Some(Err(refused)), _) => Err(refused),
            (None, commit) => Err(commit.err().unwrap_or(StorageError::Stopped).into()),
        };
        // The asker may have gone away; the change stands all the same.
        drop(self.reply.send(answer));
    }
}

/// Hands requests to the writer thread. Clones share it; it ends when the last one is dropped.
#[derive(Clone)]
pub struct Writer {
    queue: mpsc::Sender<Box<dyn Job>>,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

impl Writer {
    pub(super) fn start(
        connection: Connection,
        lock: File,
        clock: Clock,
        publish: impl Publish,
    ) -> Result<Self, StorageError> {
        let (queue, jobs) = mpsc::channel(QUEUE);
        let (owes_wipe, try_again_at) = (false, Timestamp::MIN);
        let mut room = Room { connection, clock, publish, owes_wipe, try_again_at, _lock: lock };
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || room.work(jobs))
            .map_err(StorageError::Thread)?;
        Ok(Self { queue })
    }

    /// Runs a change and waits until it is on the disk, or refused.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub async fn write<T, F>(&self, work: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Change<'_>) -> Answer<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Request { work: Some(work), result: None, reply });
        self.queue.send(job).await.map_err(|_closed| StorageError::Stopped)?;
        answer.await.map_err(|_closed| StorageError::Stopped)?
    }
}

/// What the writer thread owns.
struct Room<P> {
    connection: Connection,
    clock: Clock,
    publish: P,
    /// Whether something must be gone from the log that is still in it.
    owes_wipe: bool,
    try_again_at: Timestamp,
    _lock: File,
}

impl<P: Publish> Room<P> {
    fn work(&mut self, mut jobs: mpsc::Receiver<Box<dyn Job>>) {
        let mut batch = Vec::with_capacity(BATCH);
        while let Some(first) = jobs.blocking_recv() {
            batch.push(first);
            while batch.len() < BATCH {
                let Ok(next) = jobs.try_recv() else { break };
                batch.push(next);
            }
            let commit = self.commit(&mut batch);
            let failure = match commit {
                Ok((committed, wipes_log)) => {
                    self.publish.publish(committed);
                    self.owes_wipe |= wipes_log;
                    if wipes_log || self.clock.now() >= self.try_again_at {
                        self.wipe_log();
                    }
                    None
                }
                Err(error) => Some(Arc::new(error)),
            };
            for job in batch.drain(..) {
                let failure = failure.clone().map(StorageError::Commit);
                job.answer(failure.map_or(Ok(()), Err));
            }
        }
        // So that a copy of the file alone is whole.
        self.fold_log();
    }

    /// Empties the log where something must be gone from it; now and then again where another
    /// program reads it just now.
    fn wipe_log(&mut self) {
        if self.owes_wipe {
            self.owes_wipe = !self.fold_log();
            let again = SignedDuration::from_secs(LOG_RETRY_SECONDS);
            self.try_again_at = self.clock.now().checked_add(again).unwrap_or(Timestamp::MAX);
        }
    }

    /// Folds the log into the file and empties it, and says whether that was possible.
    fn fold_log(&self) -> bool {
        super::fold_log(&self.connection)
            .inspect_err(|error| tracing::warn!(%error, "the write-ahead log stays for now"))
            .is_ok()
    }

    /// Runs a batch in one transaction, and says whether the log is to be wiped. An error means that
    /// nothing of it was kept.
    fn commit(
        &mut self,
        batch: &mut [Box<dyn Job>],
    ) -> Result<(Vec<Committed>, bool), rusqlite::Error> {
        let mut transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let (mut committed, mut wipes_log) = (Vec::new(), false);
        for job in batch {
            let savepoint = transaction.savepoint()?;
            let now = self.clock.now();
            let mut change =
                Change { connection: &savepoint, now, committed: Vec::new(), wipes_log: false };
            if job.run(&mut change) {
                committed.append(&mut change.committed);
                wipes_log |= change.wipes_log;
                savepoint.commit()?;
            } else {
                savepoint.finish()?;
            }
        }
        transaction.commit()?;
        Ok((committed, wipes_log))
    }
}
