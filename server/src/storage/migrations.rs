//! Brings a database up to this program's version. The list only ever grows.

use std::path::Path;

use rusqlite::Connection;

use super::StorageError;

/// Every step, in order; a database's version is how many of them it has seen.
const MIGRATIONS: &[&str] = &[
    include_str!("../../migrations/0001_bar.sql"),
    include_str!("../../migrations/0002_announcement.sql"),
    include_str!("../../migrations/0003_identity.sql"),
    include_str!("../../migrations/0004_counter.sql"),
    include_str!("../../migrations/0005_device_keys.sql"),
    include_str!("../../migrations/0006_opening.sql"),
    include_str!("../../migrations/0007_devices.sql"),
    include_str!("../../migrations/0008_promises.sql"),
];

/// Runs what is missing, each step in a transaction of its own.
pub(super) fn run(connection: &mut Connection, path: &Path) -> Result<(), StorageError> {
    let found = version(connection).map_err(|error| super::damaged(path, error))?;
    if found > MIGRATIONS.len() {
        let path = path.to_path_buf();
        return Err(StorageError::Newer { path, found, known: MIGRATIONS.len() });
    }
    if found > 0 {
        check(connection, path)?;
    }
    for (index, migration) in MIGRATIONS.iter().enumerate().skip(found) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        // The pragma takes no parameter; the number is ours.
        transaction.execute_batch(&format!("PRAGMA user_version = {}", index + 1))?;
        transaction.commit()?;
    }
    Ok(())
}

fn version(connection: &Connection) -> Result<usize, rusqlite::Error> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Looks for damage before anything is written. SQLite's quick check reads every page once.
fn check(connection: &Connection, path: &Path) -> Result<(), StorageError> {
    let report: String = connection
        .pragma_query_value(None, "quick_check", |row| row.get(0))
        .map_err(|error| super::damaged(path, error))?;
    if report == "ok" {
        return Ok(());
    }
    Err(StorageError::Damaged { path: path.to_path_buf(), report })
}
