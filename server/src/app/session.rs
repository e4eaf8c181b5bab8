//! Signing in by name, and out.

use super::Bar;
use crate::domain::event::{Actor, Event};
use crate::domain::limits;
use crate::domain::order::{GuestId, after};
use crate::secret;
use crate::storage::guests::{self, Guest};
use crate::storage::{Answer, StorageError};

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
        let name = limits::name(typed)?;
        let visit = visit.filter(|visit| !visit.is_empty()).map(secret::hash);
        let token = secret::token().map_err(StorageError::from)?;
        self.writer
            .write(move |change| {
                let (db, now) = (change.connection(), change.now());
                if let Some(id) = current {
                    guests::rename(db, id, &name)?;
                    change.record(Event::noted("guest_renamed", Actor::Guest(id)))?;
                    return Ok(NewSession { guest: Guest { id, name }, token: None });
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
                guests::insert_session(db, &secret::hash(&token), id, now)?;
                change.record(Event::noted("guest_signed_in", Actor::Guest(id)))?;
                Ok(NewSession { guest: Guest { id, name }, token: Some(token) })
            })
            .await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Where the database says no.
    pub async fn sign_out(&self, guest: GuestId, token: &str) -> Answer<()> {
        let hash = secret::hash(token);
        self.writer
            .write(move |change| {
                guests::delete_session(change.connection(), &hash)?;
                change.record(Event::noted("guest_signed_out", Actor::Guest(guest)))?;
                Ok(())
            })
            .await
    }

    /// The guest that a session's token stands for.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn guest(&self, token: &str) -> Result<Option<Guest>, StorageError> {
        let hash = secret::hash(token);
        self.readers.read(move |db| guests::by_session(db, &hash)).await
    }
}
