//! Code windows.

use demitasse_shared::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{StorageError, moment};
use crate::domain::code::{WindowId, WindowRecord};
use crate::secret;

/// The window that began last.
pub fn last(connection: &Connection) -> Result<Option<WindowRecord>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, code, opens_at, closes_at, drinks, taken FROM windows
         ORDER BY opens_at DESC LIMIT 1",
    )?;
    Ok(statement.query_row([], window).optional()?)
}

/// The window with this code. It is found by the code's hash, so that the time a look-up takes
/// tells nothing of the code, and then compared in constant time.
pub fn by_code(connection: &Connection, code: &str) -> Result<Option<WindowRecord>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, code, opens_at, closes_at, drinks, taken FROM windows WHERE code_hash = ?",
    )?;
    let found = statement.query_row([secret::hash(code)], window).optional()?;
    Ok(found.filter(|window| secret::equal(&window.code, code)))
}

/// The windows that began from one moment until before another, oldest first.
pub fn began(
    connection: &Connection,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<WindowRecord>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, code, opens_at, closes_at, drinks, taken FROM windows
         WHERE opens_at >= ? AND opens_at < ? ORDER BY opens_at",
    )?;
    let span = (from.as_millisecond(), until.as_millisecond());
    let rows = statement.query_map(span, window)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// One window.
pub fn get(connection: &Connection, id: WindowId) -> Result<Option<WindowRecord>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, code, opens_at, closes_at, drinks, taken FROM windows WHERE id = ?",
    )?;
    Ok(statement.query_row([id.0], window).optional()?)
}

/// Opens a window.
pub fn insert(
    connection: &Connection,
    code: &str,
    (opens_at, closes_at): (Timestamp, Timestamp),
    drinks: u32,
) -> Result<WindowRecord, StorageError> {
    connection
        .prepare_cached(
            "INSERT INTO windows (code, code_hash, opens_at, closes_at, drinks)
             VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![
            code,
            secret::hash(code),
            opens_at.as_millisecond(),
            closes_at.as_millisecond(),
            drinks
        ])?;
    Ok(WindowRecord {
        id: WindowId(connection.last_insert_rowid()),
        code: code.to_owned(),
        opens_at,
        closes_at,
        drinks,
        taken: 0,
    })
}

/// Keeps how many drinks a window gives and how many are taken.
pub fn update(connection: &Connection, window: &WindowRecord) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE windows SET drinks = ?, taken = ? WHERE id = ?")?
        .execute(params![window.drinks, window.taken, window.id.0])?;
    Ok(())
}

fn window(row: &Row<'_>) -> Result<WindowRecord, rusqlite::Error> {
    Ok(WindowRecord {
        id: WindowId(row.get(0)?),
        code: row.get(1)?,
        opens_at: moment(row.get(2)?)?,
        closes_at: moment(row.get(3)?)?,
        drinks: row.get(4)?,
        taken: row.get(5)?,
    })
}
