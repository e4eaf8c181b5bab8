//! Wrong tries, and the budgets that they use up.
//!
//! A guess is looked at on the writer's thread, where one request comes after the other, and there
//! it is counted as well: a thousand guesses in the same instant get no further than a thousand in a
//! row. Whoever has nothing left is turned away before that, and keeps the writer from nothing.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use demitasse_shared::Timestamp;

use crate::domain::limits::{EVERYBODYS_TRIES, GUEST_TRIES, PAIRING_TRIES, TryBudget};
use crate::domain::order::GuestId;
use crate::domain::shares::{STRANGERS_BADGES, STRANGERS_MESSAGES, Shares};

/// Guests whose wrong tries are remembered; past that they are forgotten, and only the budget of
/// all together counts.
const TRIERS: usize = 10_000;

/// Who has guessed wrong lately.
#[derive(Debug)]
pub(super) struct Tries {
    pub(super) pairing: TryBudget,
    pub(super) badges: Shares,
    pub(super) messages: Shares,
    pub(super) everybody: TryBudget,
    pub(super) guests: HashMap<GuestId, TryBudget>,
}

impl Default for Tries {
    fn default() -> Self {
        Self {
            pairing: TryBudget::new(PAIRING_TRIES),
            badges: Shares::new(STRANGERS_BADGES),
            messages: Shares::new(STRANGERS_MESSAGES),
            everybody: TryBudget::new(EVERYBODYS_TRIES),
            guests: HashMap::new(),
        }
    }
}

impl Tries {
    /// Notes a guest's wrong code.
    pub(super) fn note_code(&mut self, guest: GuestId, now: Timestamp) {
        self.everybody.note_wrong(now);
        if self.guests.len() >= TRIERS {
            self.guests.retain(|_, budget| budget.end().is_some_and(|end| end > now));
        }
        if self.guests.len() >= TRIERS {
            self.guests.clear();
        }
        let fresh = || TryBudget::new(GUEST_TRIES);
        self.guests.entry(guest).or_insert_with(fresh).note_wrong(now);
    }
}

/// One request's guess. Its job may run twice: it is counted once, and whoever has been counted
/// already is not asked again whether there was anything left.
#[derive(Debug, Default)]
pub(super) struct Guess {
    is_counted: AtomicBool,
}

impl Guess {
    /// Asks whether it may be looked at.
    ///
    /// # Errors
    /// What `check` says.
    pub(super) fn may<E>(&self, check: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        if self.is_counted.load(Ordering::Relaxed) { Ok(()) } else { check() }
    }

    /// It was wrong: `note` counts it.
    pub(super) fn is_wrong(&self, note: impl FnOnce()) {
        if !self.is_counted.swap(true, Ordering::Relaxed) {
            note();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_counts_once_however_often_its_job_runs() {
        let (guess, mut counted) = (Guess::default(), 0);
        assert_eq!(guess.may(|| Err("nothing left")), Err("nothing left"));
        for _ in 0..2 {
            guess.is_wrong(|| counted += 1);
            assert_eq!(guess.may(|| Err("nothing left")), Ok(()), "it was the last one itself");
        }
        assert_eq!(counted, 1);
    }

    #[test]
    fn whose_tries_are_remembered_is_bounded() {
        let (mut tries, now) = (Tries::default(), Timestamp::UNIX_EPOCH);
        for guest in 0..=TRIERS {
            tries.note_code(GuestId(i64::try_from(guest).expect("few")), now);
        }
        assert!(tries.guests.len() <= TRIERS);
        assert!(tries.everybody.check(now).is_err(), "all together have no more than theirs");
    }
}
