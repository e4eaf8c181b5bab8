//! The one thread that writes.
//!
//! It takes all that is waiting, staff's first, runs it in one transaction, commits, and only then
//! publishes and answers: an answer is a promise, and the disk is asked once for many of them.
//!
//! One bad request does not sink the others. Nearly all that say no have written nothing by then, so
//! requests share their transaction without more ado. Where one is refused, or breaks, after it has
//! written, the transaction is taken back, and all of it runs again with a savepoint for each
//! request: savepoints for everybody, which keep a copy of each page that a request changes, took
//! as long as the rows themselves.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

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

/// Rows after which the log's length is looked at again: by then it may have a thousand pages more.
const ROWS: u64 = 500;

/// For how long nobody comes where there is no rush.
const PAUSE: Duration = Duration::from_millis(50);

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
    /// Runs the request, perhaps once more after its changes were taken back. True where its changes
    /// are to be kept.
    fn run(&mut self, change: &mut Change<'_>) -> bool;
    /// Sends the answer, or the reason why the commit failed.
    fn answer(self: Box<Self>, commit: Result<(), StorageError>);
}

struct Request<T, F> {
    work: F,
    result: Option<Answer<T>>,
    reply: oneshot::Sender<Answer<T>>,
}

impl<T, F> Job for Request<T, F>
where
    T: Send,
    F: Fn(&mut Change<'_>) -> Answer<T> + Send,
{
    fn run(&mut self, change: &mut Change<'_>) -> bool {
        let result = catch_unwind(AssertUnwindSafe(|| (self.work)(change)))
            .unwrap_or_else(|_panic| Err(StorageError::BrokenOff.into()));
        // A fault of the disk ends the transaction, whatever the request makes of it.
        let result = match result {
            Ok(_) if change.connection().is_autocommit() => Err(StorageError::BrokenOff.into()),
            result => result,
        };
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
            looks_at_rows: ROWS,
            _lock: lock,
        };
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || room.work(line))
            .map_err(StorageError::Thread)?;
        Ok(Self { entrance })
    }

    /// Runs a change and waits until it is on the disk, or refused. It may run twice, the first time
    /// in vain: what it does outside of its transaction, it leaves to [`Change::once_kept`].
    ///
    /// # Errors
    /// Why nothing was changed.
    pub async fn write<T, F>(&self, work: F) -> Answer<T>
    where
        T: Send + 'static,
        F: Fn(&mut Change<'_>) -> Answer<T> + Send + 'static,
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
        F: Fn(&mut Change<'_>) -> Answer<T> + Send + 'static,
    {
        self.in_turn(Turn::First, work).await
    }

    async fn in_turn<T, F>(&self, turn: Turn, work: F) -> Answer<T>
    where
        T: Send + 'static,
        F: Fn(&mut Change<'_>) -> Answer<T> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let job = Box::new(Request { work, result: None, reply });
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
    /// How many rows have been written when the log's length is looked at again.
    looks_at_rows: u64,
    _lock: File,
}

impl<P: Publish> Room<P> {
    fn work(&mut self, mut line: Line<Box<dyn Job>>) {
        let mut batch = Vec::with_capacity(BATCH);
        while let Some((turn, first)) = self.next(&mut line) {
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
        turn: Turn,
        batch: &mut Vec<Box<dyn Job>>,
        line: &mut Line<Box<dyn Job>>,
    ) -> Result<Outcome, rusqlite::Error> {
        match self.commit_together(turn, batch, line)? {
            Some(outcome) => Ok(outcome),
            None => self.commit_apart(batch),
        }
    }

    /// Nothing where one that had written is not to be kept, and so all was taken back.
    fn commit_together(
        &mut self,
        mut turn: Turn,
        batch: &mut Vec<Box<dyn Job>>,
        line: &mut Line<Box<dyn Job>>,
    ) -> Result<Option<Outcome>, rusqlite::Error> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut outcome = Outcome::default();
        while let Some(job) = batch.last_mut() {
            let done = run(&transaction, &mut self.memory, self.clock.now(), &mut **job);
            let Some(done) = done else { return Ok(None) };
            outcome.add(done);
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
        Ok(Some(outcome))
    }

    /// The same once more, each request inside a savepoint of its own. One that ends the transaction,
    /// as a fault of the disk does, hears that alone: the others run once more without it.
    fn commit_apart(&mut self, batch: &mut [Box<dyn Job>]) -> Result<Outcome, rusqlite::Error> {
        let mut is_out = vec![false; batch.len()];
        'anew: loop {
            let transaction =
                self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut outcome = Outcome::default();
            for (job, is_out) in batch.iter_mut().zip(&mut is_out).filter(|(_, is_out)| !**is_out) {
                transaction.execute_batch("SAVEPOINT request")?;
                match run(&transaction, &mut self.memory, self.clock.now(), &mut **job) {
                    Some(done) => outcome.add(done),
                    None if transaction.is_autocommit() => {
                        *is_out = true;
                        continue 'anew;
                    }
                    None => transaction.execute_batch("ROLLBACK TO request")?,
                }
                transaction.execute_batch("RELEASE request")?;
            }
            transaction.commit()?;
            return Ok(outcome);
        }
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

    /// Waits for the next request, and folds the log into the file meanwhile where it has grown. In
    /// a rush nobody has time for that: SQLite does it then, once the log has
    /// [`LOG_PAGES_MOST`](super::LOG_PAGES_MOST).
    fn next(&mut self, line: &mut Line<Box<dyn Job>>) -> Option<(Turn, Box<dyn Job>)> {
        if self.log_is_long() {
            if let Ok(next) = line.wait_for(PAUSE) {
                return next;
            }
            if let Err(error) = super::fold_what_is_free(&self.connection) {
                tracing::warn!(%error, "the write-ahead log grows for now");
            }
        }
        line.wait()
    }

    /// Whether the log is to be folded. It is asked now and then: a commit alone is quicker.
    fn log_is_long(&mut self) -> bool {
        let rows = self.connection.total_changes();
        if rows < self.looks_at_rows {
            return false;
        }
        let pages = super::unfolded(&self.connection).unwrap_or_default();
        let is_long = pages >= super::LOG_PAGES;
        if !is_long {
            self.looks_at_rows = rows + ROWS;
        }
        is_long
    }

    /// Folds the log into the file and empties it, and says whether that was possible.
    fn fold_log(&self) -> bool {
        super::fold_log(&self.connection)
            .inspect_err(|error| tracing::warn!(%error, "the write-ahead log stays for now"))
            .is_ok()
    }
}

/// Runs one request. Nothing where it has written and is not to be kept: the caller takes its rows
/// back, and what is remembered of them is forgotten here.
fn run(
    transaction: &Transaction<'_>,
    memory: &mut Memory,
    now: Timestamp,
    job: &mut dyn Job,
) -> Option<Outcome> {
    let changes = transaction.total_changes();
    let mut change = Change::new(transaction, memory, now);
    if job.run(&mut change) {
        return Some(change.into_outcome());
    }
    // A full disk ends the transaction by itself: what came next would be written without one.
    if transaction.total_changes() == changes && !transaction.is_autocommit() {
        return Some(Outcome::default());
    }
    memory.forget();
    None
}

#[cfg(test)]
mod tests;
