//! Whether the file is whole.

use rusqlite::Connection;

use super::StorageError;

/// The first thing that SQLite finds wrong, where there is one. It reads every page once.
pub fn damage(connection: &Connection) -> Result<Option<String>, StorageError> {
    let report: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok((report != "ok").then_some(report))
}
