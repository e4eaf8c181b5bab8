//! Guests and their sessions.

use demitasse_shared::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::{StorageError, moment};
use crate::domain::order::{GuestId, after};

/// A guest as a session stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Known to the bar by number.
    pub id: GuestId,
    /// What the guest is called; nothing for who signs in by an address or a badge.
    pub name: Option<String>,
}

/// How long a session stands for its guest, in seconds, and how long a browser keeps its cookie: a
/// conference's longest day and the night after it.
pub const SESSION_SECONDS: u32 = 36 * 3_600;

/// A session, which stands for a guest for a while.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whom it stands for.
    pub guest: Guest,
    /// From when on it stands for nobody.
    pub ends_at: Timestamp,
}

impl Session {
    /// A session that begins now.
    pub fn beginning(guest: Guest, now: Timestamp) -> Self {
        Self { guest, ends_at: after(now, SESSION_SECONDS) }
    }

    /// Whom it stands for at a moment.
    pub fn guest_at(&self, now: Timestamp) -> Option<&Guest> {
        (now < self.ends_at).then_some(&self.guest)
    }
}

/// Keeps a new guest, with the hash of the page on which the name was typed.
pub fn insert(
    connection: &Connection,
    name: &str,
    visit_hash: Option<&[u8; 32]>,
    now: Timestamp,
) -> Result<GuestId, StorageError> {
    connection
        .prepare_cached("INSERT INTO guests (name, visit_hash, created_at) VALUES (?, ?, ?)")?
        .execute(params![name, visit_hash, now.as_millisecond()])?;
    Ok(GuestId(connection.last_insert_rowid()))
}

/// The guest who signed in on this page, and when.
pub fn by_visit(
    connection: &Connection,
    visit_hash: &[u8; 32],
) -> Result<Option<(GuestId, Timestamp)>, StorageError> {
    let mut statement =
        connection.prepare_cached("SELECT id, created_at FROM guests WHERE visit_hash = ?")?;
    let guest = statement
        .query_row([visit_hash], |row| Ok((GuestId(row.get(0)?), moment(row.get(1)?)?)))
        .optional()?;
    Ok(guest)
}

/// The guest who is known by this address or badge; a new one where nobody is yet. Who was to be
/// forgotten and came back stays.
pub fn by_identity(
    connection: &Connection,
    identity: &[u8; 32],
    now: Timestamp,
) -> Result<GuestId, StorageError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO guests (identity, created_at) VALUES (?, ?)
         ON CONFLICT (identity) WHERE identity IS NOT NULL DO UPDATE SET forget_at = NULL
         RETURNING id",
    )?;
    Ok(GuestId(statement.query_row(params![identity, now.as_millisecond()], |row| row.get(0))?))
}

/// Gives a guest another name, and says whether that is one who is signed in: nobody else has one
/// any more, above all who was forgotten a moment ago.
pub fn rename(connection: &Connection, guest: GuestId, name: &str) -> Result<bool, StorageError> {
    let renamed = connection
        .prepare_cached(
            "UPDATE guests SET name = ?
             WHERE id = ? AND EXISTS (SELECT 1 FROM sessions WHERE guest = guests.id)",
        )?
        .execute(params![name, guest.0])?;
    Ok(renamed > 0)
}

/// Keeps a session.
pub fn insert_session(
    connection: &Connection,
    token_hash: &[u8; 32],
    guest: GuestId,
    now: Timestamp,
) -> Result<(), StorageError> {
    connection
        .prepare_cached("INSERT INTO sessions (token_hash, guest, created_at) VALUES (?, ?, ?)")?
        .execute(params![token_hash, guest.0, now.as_millisecond()])?;
    Ok(())
}

/// Wipes what says who a guest is. The hash of an address or badge stays until `until`, so that the
/// limits of the day hold.
pub fn forget(
    connection: &Connection,
    guest: GuestId,
    until: Timestamp,
) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "UPDATE guests SET name = NULL, visit_hash = NULL,
                 forget_at = CASE WHEN identity IS NULL THEN NULL ELSE ? END
             WHERE id = ?",
        )?
        .execute(params![until.as_millisecond(), guest.0])?;
    connection.prepare_cached("DELETE FROM sessions WHERE guest = ?")?.execute([guest.0])?;
    Ok(())
}

/// Wipes the hashes of forgotten guests whose day is over, and says how many there were.
pub fn forget_due(connection: &Connection, now: Timestamp) -> Result<usize, StorageError> {
    let forgotten = connection
        .prepare_cached("UPDATE guests SET identity = NULL, forget_at = NULL WHERE forget_at <= ?")?
        .execute([now.as_millisecond()])?;
    Ok(forgotten)
}

/// When the next forgotten guest's hash goes.
pub fn next_forget(connection: &Connection) -> Result<Option<Timestamp>, StorageError> {
    let mut statement = connection
        .prepare_cached("SELECT min(forget_at) FROM guests WHERE forget_at IS NOT NULL")?;
    let due: Option<i64> = statement.query_row([], |row| row.get(0))?;
    Ok(due.map(moment).transpose()?)
}

/// Ends a session.
pub fn delete_session(connection: &Connection, token_hash: &[u8; 32]) -> Result<(), StorageError> {
    connection
        .prepare_cached("DELETE FROM sessions WHERE token_hash = ?")?
        .execute([token_hash])?;
    Ok(())
}

/// Forgets the sessions that are over.
pub fn end_sessions(connection: &Connection, now: Timestamp) -> Result<(), StorageError> {
    connection
        .prepare_cached("DELETE FROM sessions WHERE created_at <= ?")?
        .execute([now.as_millisecond() - i64::from(SESSION_SECONDS) * 1_000])?;
    Ok(())
}

/// The session of a token, be it over or not.
pub fn session(
    connection: &Connection,
    token_hash: &[u8; 32],
) -> Result<Option<Session>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT guests.id, guests.name, sessions.created_at
         FROM sessions JOIN guests ON guests.id = sessions.guest WHERE sessions.token_hash = ?",
    )?;
    let session = statement
        .query_row([token_hash], |row| {
            let guest = Guest { id: GuestId(row.get(0)?), name: row.get(1)? };
            Ok(Session::beginning(guest, moment(row.get(2)?)?))
        })
        .optional()?;
    Ok(session)
}
