//! Who is signed in, remembered: each request of a guest asks, and the database has more to do.
//!
//! The memory is bounded and may forget anybody; then the database knows. It is kept true by the
//! writer: what a commit has changed about a session is changed here on the writer's thread, once
//! the commit is on the disk and before anybody is answered ([`Change::once_kept`]). Whoever was
//! looked up in the database meanwhile may be of yesterday, and is remembered only where nothing
//! has been changed since the look-up began.
//!
//! [`Change::once_kept`]: crate::storage::Change::once_kept

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use demitasse_shared::Timestamp;

use crate::domain::order::GuestId;
use crate::storage::guests::{Guest, Session};

/// Sessions that are remembered in each of two generations: some 7 MB in all.
const GENERATION: usize = 16_384;

/// What is kept of a session's token.
type Hash = [u8; 32];

/// The memory. Clones are the same one.
#[derive(Clone, Debug, Default)]
pub(super) struct Sessions(Arc<Mutex<Known>>);

/// Two generations: where the young one is full the old one goes, and who is asked for is young.
#[derive(Debug, Default)]
struct Known {
    young: Generation,
    old: Generation,
    /// How often a session was changed or ended.
    changes: u64,
}

/// Sessions, by their tokens and by their guests, so that nobody has to look through all of them.
#[derive(Debug, Default)]
struct Generation {
    by_token: HashMap<Hash, Session>,
    by_guest: BTreeSet<(GuestId, Hash)>,
}

/// When a look-up in the database began.
#[derive(Clone, Copy, Debug)]
pub(super) struct Since(u64);

impl Sessions {
    /// The guest that a session stands for now, where that is remembered; else from when on what
    /// the database says may be remembered.
    pub(super) fn guest(&self, token: &Hash, now: Timestamp) -> Result<Guest, Since> {
        let mut known = self.known();
        if let Some(session) = known.young.by_token.get(token) {
            return session.guest_at(now).cloned().ok_or(Since(known.changes));
        }
        let session = known.old.remove(token).ok_or(Since(known.changes))?;
        let guest = session.guest_at(now).cloned().ok_or(Since(known.changes))?;
        known.remember(*token, session);
        Ok(guest)
    }

    /// Remembers what the database said, unless anything has changed since it was asked.
    pub(super) fn remember(&self, token: Hash, session: Session, since: Since) {
        let mut known = self.known();
        if known.changes == since.0 {
            known.remember(token, session);
        }
    }

    /// A session has begun.
    pub(super) fn begun(&self, token: Hash, session: Session) {
        self.known().remember(token, session);
    }

    /// A session has ended.
    pub(super) fn ended(&self, token: &Hash) {
        let mut known = self.known();
        known.changes += 1;
        known.young.remove(token);
        known.old.remove(token);
    }

    /// A guest is called otherwise now, or forgotten: the database is asked again.
    pub(super) fn changed(&self, id: GuestId) {
        let mut known = self.known();
        known.changes += 1;
        known.young.forget(id);
        known.old.forget(id);
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn remember(&mut self, token: Hash, session: Session) {
        if self.young.by_token.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(token, session);
    }
}

impl Generation {
    fn insert(&mut self, token: Hash, session: Session) {
        self.remove(&token);
        self.by_guest.insert((session.guest.id, token));
        self.by_token.insert(token, session);
    }

    fn remove(&mut self, token: &Hash) -> Option<Session> {
        let session = self.by_token.remove(token)?;
        self.by_guest.remove(&(session.guest.id, *token));
        Some(session)
    }

    /// Forgets all sessions of a guest.
    fn forget(&mut self, id: GuestId) {
        let own = (id, [u8::MIN; 32])..=(id, [u8::MAX; 32]);
        while let Some(&(_, token)) = self.by_guest.range(own.clone()).next() {
            self.remove(&token);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(number: usize) -> Hash {
        let mut hash = [0; 32];
        hash[..8].copy_from_slice(&number.to_le_bytes());
        hash
    }

    /// Now, and when a session that begins ends.
    const NOW: Timestamp = Timestamp::UNIX_EPOCH;
    const END: Timestamp = Timestamp::MAX;

    fn guest(id: i64) -> Guest {
        Guest { id: GuestId(id), name: Some(format!("Guest {id}")) }
    }

    fn session(id: i64) -> Session {
        Session { guest: guest(id), ends_at: END }
    }

    #[test]
    fn a_session_that_is_over_is_nobodys() {
        let sessions = Sessions::default();
        let ends_at = Timestamp::from_second(36).expect("a time");
        sessions.begun(hash(1), Session { guest: guest(1), ends_at });
        let last = Timestamp::from_millisecond(35_999).expect("a time");
        assert!(sessions.guest(&hash(1), last).is_ok());
        assert!(sessions.guest(&hash(1), ends_at).is_err());
    }

    #[test]
    fn a_session_is_known_until_it_ends() {
        let sessions = Sessions::default();
        sessions.begun(hash(1), session(1));
        sessions.begun(hash(2), session(2));
        sessions.ended(&hash(1));
        assert!(sessions.guest(&hash(1), NOW).is_err());
        assert_eq!(sessions.guest(&hash(2), NOW).ok(), Some(guest(2)));
    }

    #[test]
    fn whoever_has_another_name_is_looked_up_again_in_every_session() {
        let sessions = Sessions::default();
        for (token, id) in [(1, 1), (2, 1), (3, 2)] {
            sessions.begun(hash(token), session(id));
        }
        sessions.changed(GuestId(1));
        let known = [1, 2, 3].map(|session| sessions.guest(&hash(session), NOW).is_ok());
        assert_eq!(known, [false, false, true]);
    }

    #[test]
    fn whoever_has_another_name_is_looked_up_again_however_long_ago_they_came() {
        let sessions = Sessions::default();
        sessions.begun(hash(0), session(1));
        for number in 1..=GENERATION {
            sessions.begun(hash(number), session(2));
        }
        assert!(sessions.known().old.by_token.contains_key(&hash(0)));
        sessions.changed(GuestId(1));
        assert!(sessions.guest(&hash(0), NOW).is_err());
        assert!(sessions.known().old.by_guest.iter().all(|(id, _)| *id == GuestId(2)));
        // A session goes over to another guest: the first one's name is not its any more.
        sessions.begun(hash(1), session(3));
        sessions.changed(GuestId(2));
        assert_eq!(sessions.guest(&hash(1), NOW).ok(), Some(guest(3)));
    }

    #[test]
    fn what_was_read_before_a_change_is_not_remembered_after_it() {
        let sessions = Sessions::default();
        let since = sessions.guest(&hash(1), NOW).expect_err("nobody is known");
        // The session ends between the look into the database and its answer.
        sessions.ended(&hash(1));
        sessions.remember(hash(1), session(1), since);
        let since = sessions.guest(&hash(1), NOW).expect_err("it has ended");
        sessions.remember(hash(2), session(2), since);
        assert_eq!(sessions.guest(&hash(2), NOW).ok(), Some(guest(2)));
    }

    #[test]
    fn it_is_bounded_and_who_comes_again_stays() {
        let sessions = Sessions::default();
        for number in 0..5 * GENERATION {
            sessions.begun(hash(number), session(0));
            assert!(sessions.guest(&hash(0), NOW).is_ok(), "asked for again and again");
        }
        let known = sessions.known();
        let [young, old] = [&known.young, &known.old];
        assert!(young.by_token.len() + old.by_token.len() <= 2 * GENERATION);
        assert!(!young.by_token.contains_key(&hash(1)) && !old.by_token.contains_key(&hash(1)));
        for generation in [young, old] {
            assert_eq!(generation.by_token.len(), generation.by_guest.len());
        }
    }
}
