//! Brings a database up to this program's version. The list only ever grows.

use std::path::Path;

use rusqlite::Connection;

use super::backup::{self, BackupError};
use super::{Contents, StorageError};

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
    include_str!("../../migrations/0009_care.sql"),
    include_str!("../../migrations/0010_board_index.sql"),
    include_str!("../../migrations/0011_order_states.sql"),
];

/// The folder beside the data for what they were before an upgrade.
pub const BEFORE_UPGRADE: &str = "before-upgrade";

/// How many steps the data have seen, where the rest of them may be run. What is there is copied
/// first: an older program cannot read what a newer one has changed. In the file nothing changes.
pub(super) fn prepare(connection: &Connection, path: &Path) -> Result<usize, StorageError> {
    let found = version(connection).map_err(|error| super::damaged(path, error))?;
    if found > MIGRATIONS.len() {
        let path = path.to_path_buf();
        return Err(StorageError::Newer { path, found, known: MIGRATIONS.len() });
    }
    if found > 0 && found < MIGRATIONS.len() {
        check(connection, path)?;
        keep_before(connection, path, found).map_err(|source| StorageError::NoWayBack {
            path: path.to_owned(),
            source: Box::new(source),
        })?;
    }
    Ok(found)
}

/// Runs the steps after those that a database has seen, in one transaction: what is broken off, by a
/// plug or a full disk, leaves no version that no program ever had.
pub(super) fn finish(connection: &mut Connection, found: usize) -> Result<(), StorageError> {
    let Some(missing) = MIGRATIONS.get(found..).filter(|missing| !missing.is_empty()) else {
        return Ok(());
    };
    let transaction = connection.transaction()?;
    missing.iter().try_for_each(|migration| transaction.execute_batch(migration))?;
    // The pragma takes no parameter; the number is ours.
    transaction.execute_batch(&format!("PRAGMA user_version = {}", MIGRATIONS.len()))?;
    Ok(transaction.commit()?)
}

/// The newest version that this program knows.
pub(super) fn newest() -> usize {
    MIGRATIONS.len()
}

/// Keeps a copy of the data as an older program knows them. It is never removed: there are as many
/// as there were upgrades.
fn keep_before(connection: &Connection, path: &Path, found: usize) -> Result<(), BackupError> {
    let folder = path.with_file_name(BEFORE_UPGRADE);
    if !folder.is_dir() {
        backup::make_folder(&folder).map_err(|source| backup::place(&folder, source))?;
    }
    let moment = connection.unchecked_transaction().map_err(StorageError::from)?;
    let contents = Contents::read(&moment)?;
    let name = format!("demitasse-version-{found}-{}.db", contents.seq);
    backup::copy(&moment, &contents, &folder.join(name))
}

/// How many steps a database has seen.
pub(super) fn version(connection: &Connection) -> Result<usize, rusqlite::Error> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

/// Looks for damage before data are changed for good. SQLite's quick check reads every page once.
fn check(connection: &Connection, path: &Path) -> Result<(), StorageError> {
    let report: String = connection
        .pragma_query_value(None, "quick_check", |row| row.get(0))
        .map_err(|error| super::damaged(path, error))?;
    if report == "ok" {
        return Ok(());
    }
    Err(StorageError::Damaged { path: path.to_path_buf(), report })
}
