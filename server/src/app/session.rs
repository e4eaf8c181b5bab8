//! Signing in by name or badge, and out.

use demitasse_shared::api::SignInKind;
use demitasse_shared::error::RefusalCode;

use super::Bar;
use crate::domain::event::{Actor, Event};
use crate::domain::limits;
use crate::domain::order::{GuestId, after};
use crate::domain::shares::CODE_BADGES;
use crate::domain::{Refusal, identity};
use crate::secret::{self, Purpose};
use crate::storage::guests::{self, Guest, Session};
use crate::storage::{Answer, Change, StorageError, WriteError, badges};

/// How long a page's form may be sent again and still mean the same guest, in seconds.
const VISIT_SECONDS: u32 = 120;

/// A session that was just begun, or goes on under another name.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// Who is signed in.
    pub guest: Guest,
    /// The session's token, told once; nothing where the session that asked goes on.
    pub token: Option<String>,
}

impl Bar {
    /// Signs in by name. Whoever is signed in already stays the same guest, so that limits follow
    /// the person, and is only called differently. `visit` is the secret of the page on which the
    /// name was typed: a form that is sent twice, by a double tap or because the answer was lost,
    /// signs in one guest.
    ///
    /// # Errors
    /// `invalid_request` where the name cannot be used.
    pub async fn sign_in(
        &self,
        current: Option<GuestId>,
        typed: &str,
        visit: Option<&str>,
    ) -> Answer<NewSession> {
        self.expect_kind(&[SignInKind::Name])?;
        let name = limits::name(typed)?;
        let visit = visit.filter(|visit| !visit.is_empty()).map(secret::hash);
        let token = secret::token().map_err(StorageError::from)?;
        let sessions = self.sessions.clone();
        self.writer
            .write(move |change| {
                let (db, now) = (change.connection(), change.now());
                if let Some(id) = current
                    && guests::rename(db, id, &name)?
                {
                    change.record(Event::noted("guest_renamed", Actor::Guest(id)))?;
                    let sessions = sessions.clone();
                    change.once_kept(move || sessions.changed(id));
                    let guest = Guest { id, name: Some(name.clone()) };
                    return Ok(NewSession { guest, token: None });
                }
                let seen = match &visit {
                    Some(visit) => guests::by_visit(db, visit)?,
                    None => None,
                };
                let id = match seen {
                    Some((id, at)) if now < after(at, VISIT_SECONDS) => id,
                    // An old page that came out of a browser's memory is another visit.
                    Some(_) => guests::insert(db, &name, None, now)?,
                    None => guests::insert(db, &name, visit.as_ref(), now)?,
                };
                let hash = secret::hash(&token);
                guests::insert_session(db, &hash, id, now)?;
                change.record(Event::noted("guest_signed_in", Actor::Guest(id)))?;
                let guest = Guest { id, name: Some(name.clone()) };
                // Of a page that was sent twice the first name stays: that guest is looked up.
                if seen.is_none() {
                    let (sessions, session) =
                        (sessions.clone(), Session::beginning(guest.clone(), now));
                    change.once_kept(move || sessions.begun(hash, session));
                }
                Ok(NewSession { guest, token: Some(token.clone()) })
            })
            .await
    }

    /// Signs in by an attendee's badge. `scanned` is the code that the guest comes from, `current`
    /// the session's token of whoever is signed in already: that session ends.
    ///
    /// # Errors
    /// `unknown_badge` where it is not on the list; `too_many_tries`.
    pub async fn show_badge(
        &self,
        badge: &str,
        scanned: Option<&str>,
        current: Option<&str>,
    ) -> Answer<NewSession> {
        self.expect_kind(&[SignInKind::Badge])?;
        let hash = self.key.hash(Purpose::Badge, &identity::badge(badge)?);
        let shown = self.shown(scanned).map(|code| (code, CODE_BADGES));
        self.tries().badges.check(shown, self.now())?;
        let token = secret::token().map_err(StorageError::from)?;
        let current = current.map(secret::hash);
        let bar = self.clone();
        let answer = self.writer.write(move |change| {
            if !badges::lists(change.connection(), &hash)? {
                return Err(unknown_badge().into());
            }
            bar.begin(change, &hash, &token, current)
        });
        let answer = answer.await;
        if let Err(WriteError::Refused(refusal)) = &answer
            && refusal.code == RefusalCode::UnknownBadge
        {
            let now = self.now();
            self.tries().badges.note(shown, now);
        }
        answer
    }

    /// The code that somebody comes from, where it is the one that shows.
    pub(super) fn shown<'a>(&self, scanned: Option<&'a str>) -> Option<&'a str> {
        scanned.filter(|code| self.hub.shows_code(code))
    }

    /// Begins a session for whoever is known by this address or badge.
    pub(super) fn begin(
        &self,
        change: &mut Change<'_>,
        identity: &[u8; 32],
        token: &str,
        current: Option<[u8; 32]>,
    ) -> Answer<NewSession> {
        let (db, now) = (change.connection(), change.now());
        if let Some(current) = current {
            self.end(change, current)?;
        }
        let (id, hash) = (guests::by_identity(db, identity, now)?, secret::hash(token));
        guests::insert_session(db, &hash, id, now)?;
        change.record(Event::noted("guest_signed_in", Actor::Guest(id)))?;
        let guest = Guest { id, name: None };
        let (sessions, session) = (self.sessions.clone(), Session::beginning(guest.clone(), now));
        change.once_kept(move || sessions.begun(hash, session));
        Ok(NewSession { guest, token: Some(token.to_owned()) })
    }

    /// Ends a session, in the database and in memory.
    fn end(&self, change: &mut Change<'_>, session: [u8; 32]) -> Result<(), StorageError> {
        guests::delete_session(change.connection(), &session)?;
        let sessions = self.sessions.clone();
        change.once_kept(move || sessions.ended(&session));
        Ok(())
    }

    /// Refuses what the venue did not choose.
    pub(super) fn expect_kind(&self, kinds: &[SignInKind]) -> Result<(), Refusal> {
        let chosen = self.venue.sign_in;
        if kinds.contains(&chosen) { Ok(()) } else { Err(limits::other_kind(chosen)) }
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Where the database says no.
    pub async fn sign_out(&self, guest: GuestId, token: &str) -> Answer<()> {
        let hash = secret::hash(token);
        let bar = self.clone();
        self.writer
            .write(move |change| {
                bar.end(change, hash)?;
                change.record(Event::noted("guest_signed_out", Actor::Guest(guest)))?;
                Ok(())
            })
            .await
    }

    /// The guest that a session's token stands for: from memory, or from the database once.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn guest(&self, token: &str) -> Result<Option<Guest>, StorageError> {
        let (hash, now) = (secret::hash(token), self.now());
        let since = match self.sessions.guest(&hash, now) {
            Ok(guest) => return Ok(Some(guest)),
            Err(since) => since,
        };
        let session = self.readers.read(move |db| guests::session(db, &hash)).await?;
        let Some(session) = session else { return Ok(None) };
        let guest = session.guest_at(now).cloned();
        if guest.is_some() {
            self.sessions.remember(hash, session, since);
        }
        Ok(guest)
    }
}

fn unknown_badge() -> Refusal {
    Refusal::new(
        RefusalCode::UnknownBadge,
        "That badge is not on our list. Have a look at the code; the staff can help.",
    )
}
