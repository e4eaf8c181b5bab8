//! The line that the bar has for everybody.

use demitasse_shared::shop::Announcement;
use rusqlite::{Connection, OptionalExtension, params};

use super::{StorageError, moment};

/// The line, where there is one.
pub fn get(connection: &Connection) -> Result<Option<Announcement>, StorageError> {
    let mut statement =
        connection.prepare_cached("SELECT text, said_at, until FROM announcement WHERE id = 1")?;
    let announcement = statement.query_row([], |row| {
        Ok(Announcement {
            text: row.get(0)?,
            at: moment(row.get(1)?)?,
            until: moment(row.get(2)?)?,
        })
    });
    Ok(announcement.optional()?)
}

/// Keeps the line in place of the last one.
pub fn put(connection: &Connection, announcement: &Announcement) -> Result<(), StorageError> {
    let Announcement { text, at, until } = announcement;
    connection
        .prepare_cached(
            "INSERT INTO announcement (id, text, said_at, until) VALUES (1, ?, ?, ?)
             ON CONFLICT (id) DO UPDATE
             SET text = excluded.text, said_at = excluded.said_at, until = excluded.until",
        )?
        .execute(params![text, at.as_millisecond(), until.as_millisecond()])?;
    Ok(())
}

/// Forgets the line.
pub fn remove(connection: &Connection) -> Result<(), StorageError> {
    connection.prepare_cached("DELETE FROM announcement")?.execute([])?;
    Ok(())
}
