//! The one thread that writes.
//!
//! It takes all that is waiting, staff's first, runs it in one transaction with a savepoint for
//! each request, so that one bad request does not sink the others, commits, and only then publishes
//! and answers: an answer is a promise, and the disk is asked once for many of them.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use demitasse_shared::Timestamp;
use jiff::SignedDuration;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::change::Outcome;
use super::line::{Entrance, Line, Turn, line};
use super::memory::Memory;
use super::{Change, Committed, StorageError, bar};
use crate::clock::Clock;
use crate::domain::Refusal;

/// Requests that share one commit. All of them wait for the last one's rules.
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

/// Hears of every change once it is on the disk, in order.
pub trait Publish: Send + 'static {
    /// Takes over the changes of one commit.
    fn publish(&mut self, committed: Vec<Committed>);

    /// A deliberate bug, which tests switch on: hears of changes before they are on the disk, and
    /// says whether they are answered then, too.
    #[cfg(test)]
    fn too_early(&mut self, _uncommitted: &[Committed]) -> bool {
        false
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
            (Some(result), Ok(())) => result,
            (None, Ok(())) => Err(StorageError::Stopped.into()),
            // A refusal, too, may follow from what the same commit did not keep.
            (_, Err(error)) => Err(error.into()),
        };
        // The asker may have gone away; the change stands all the same.
        drop(self.reply.send(answer));
    }
}

/// Hands requests to the writer thread. Clones share it; it ends when the last one is dropped.
#[derive(Clone)]
pub struct Writer {
    entrance: Entrance<Box<dyn Job>>,
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
        let (entrance, line) = line()?;
        let mut room = Room {
            connection,
            memory: Memory::default(),
            clock,
            publish,
            owes_wipe: false,
            try_again_at: Timestamp::MIN,
            _lock: lock,
        };
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || room.work(line))
            .map_err(StorageError::Thread)?;
        Ok(Self { entrance })
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
        self.in_turn(Turn::Usual, work).await
    }

    /// The same, before all that waits: for the few people behind the counter, and for time.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub async fn write_first<T, F>(&self, work: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Change<'_>) -> Answer<T> + Send + 'static,
    {
        self.in_turn(Turn::First, work).await
    }

    async fn in_turn<T, F>(&self, turn: Turn, work: F) -> Answer<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Change<'_>) -> Answer<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Request { work: Some(work), result: None, reply });
        self.entrance.join(turn, job).await?;
        answer.await.map_err(|_closed| StorageError::Stopped)?
    }
}

/// What the writer thread owns.
struct Room<P> {
    connection: Connection,
    memory: Memory,
    clock: Clock,
    publish: P,
    /// Whether something must be gone from the log that is still in it.
    owes_wipe: bool,
    try_again_at: Timestamp,
    _lock: File,
}

impl<P: Publish> Room<P> {
    fn work(&mut self, mut line: Line<Box<dyn Job>>) {
        let mut batch = Vec::with_capacity(BATCH);
        while let Some((turn, first)) = line.wait() {
            batch.push(first);
            let failure = match self.commit(turn, &mut batch, &mut line) {
                Ok(outcome) => {
                    self.tell(outcome);
                    None
                }
                Err(error) => {
                    self.memory.forget();
                    self.void(&error);
                    Some(Arc::new(error))
                }
            };
            for job in batch.drain(..) {
                let failure = failure.clone().map(StorageError::Commit);
                job.answer(failure.map_or(Ok(()), Err));
            }
        }
        // So that a copy of the file alone is whole.
        self.fold_log();
    }

    /// Runs a request, and those that come meanwhile, in one transaction. An error means that
    /// nothing of it was kept.
    fn commit(
        &mut self,
        mut turn: Turn,
        batch: &mut Vec<Box<dyn Job>>,
        line: &mut Line<Box<dyn Job>>,
    ) -> Result<Outcome, rusqlite::Error> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut outcome = Outcome::default();
        while let Some(job) = batch.last_mut() {
            let now = self.clock.now();
            outcome.add(run(&transaction, &mut self.memory, now, &mut **job)?);
            if batch.len() == BATCH {
                break;
            }
            let Some((next, job)) = line.next_after(turn) else { break };
            turn = next;
            batch.push(job);
        }
        #[cfg(test)]
        if self.publish.too_early(&outcome.committed) {
            batch.drain(..).for_each(|job| job.answer(Ok(())));
        }
        transaction.commit()?;
        Ok(outcome)
    }

    /// Writes over what a commit that failed has left in the log. Where only its sync failed it
    /// stands there whole: after a kill SQLite would read it back, though its requests hear a no. A
    /// commit that changes nothing takes its place. If the disk does not even take that, the next
    /// one that it takes will.
    fn void(&mut self, error: &rusqlite::Error) {
        if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) {
            // It never began, and whoever is busy there may be so still.
            return;
        }
        let voided = self.connection.transaction().map_err(StorageError::from);
        let voided = voided.and_then(|nothing| {
            bar::touch(&nothing)?;
            Ok(nothing.commit()?)
        });
        if let Err(error) = voided {
            tracing::debug!(%error, "a commit that failed may still stand in the log");
        }
    }

    /// Tells what is on the disk now, and empties the log where that was asked for.
    fn tell(&mut self, outcome: Outcome) {
        for work in outcome.afterwards {
            work();
        }
        self.publish.publish(outcome.committed);
        self.owes_wipe |= outcome.wipes_log;
        if outcome.wipes_log || self.clock.now() >= self.try_again_at {
            self.wipe_log();
        }
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
}

/// Runs one request inside its savepoint, and takes back all that it did where it is not to be
/// kept. What is remembered goes with it, unless the request has only read.
fn run(
    transaction: &Transaction<'_>,
    memory: &mut Memory,
    now: Timestamp,
    job: &mut dyn Job,
) -> Result<Outcome, rusqlite::Error> {
    // By hand, because statements of the library's own savepoints are prepared each time anew.
    let savepoint = |sql| transaction.prepare_cached(sql)?.execute([]).map(drop);
    savepoint("SAVEPOINT request")?;
    let changes = transaction.total_changes();
    let mut change = Change::new(transaction, memory, now);
    let kept = job.run(&mut change);
    let outcome = if kept { change.into_outcome() } else { Outcome::default() };
    if !kept {
        savepoint("ROLLBACK TO request")?;
        if transaction.total_changes() != changes {
            memory.forget();
        }
    }
    savepoint("RELEASE request")?;
    Ok(outcome)
}

#[cfg(test)]
mod tests;
