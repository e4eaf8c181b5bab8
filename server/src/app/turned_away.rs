//! Noes, counted as they are said and written with the ticker's rounds.

use std::sync::{Arc, MutexGuard, PoisonError};

use demitasse_shared::error::RefusalCode;

use super::Bar;
use crate::domain::turned_away::Tally;
use crate::storage::{Answer, Change, WriteError, turned_away};

impl Bar {
    /// Counts that a guest was turned away. Costs no disk: the ticker writes it within seconds.
    pub fn turn_away(&self, code: RefusalCode) {
        let now = self.now();
        let due = self.tally().note(self.day(now), code, now);
        self.wake_by(Some(due));
    }

    /// Hands an answer on, and counts it where it is a no.
    pub(super) fn counted<T>(&self, answer: Answer<T>) -> Answer<T> {
        match &answer {
            Ok(_) => {}
            Err(WriteError::Refused(refusal)) => self.turn_away(refusal.code),
            Err(WriteError::Storage(_)) => self.turn_away(RefusalCode::Unavailable),
        }
        answer
    }

    /// Writes what a bar that closes has not written yet.
    ///
    /// # Errors
    /// Where the database says no.
    pub async fn write_down(&self) -> Answer<()> {
        let bar = self.clone();
        let write = move |change: &mut Change<'_>| {
            bar.write_turned_away(change)?;
            bar.write_heard(change, 0)
        };
        self.writer.write(write).await
    }

    /// Writes what was counted since the last time.
    pub(super) fn write_turned_away(&self, change: &mut Change<'_>) -> Answer<()> {
        let unwritten = self.tally().unwritten(self.day(change.now()));
        for count in &unwritten {
            turned_away::keep(change.connection(), *count)?;
        }
        let tally = Arc::clone(&self.turned_away);
        change.once_kept(move || {
            tally.lock().unwrap_or_else(PoisonError::into_inner).are_written(&unwritten);
        });
        Ok(())
    }

    pub(super) fn tally(&self) -> MutexGuard<'_, Tally> {
        self.turned_away.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
