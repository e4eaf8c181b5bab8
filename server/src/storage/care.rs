//! What the bar remembers of its backups.

use std::path::{Path, PathBuf};

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{StorageError, moment};

/// A backup that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastBackup {
    /// The file.
    pub file: PathBuf,
    /// When it was made.
    pub at: Timestamp,
    /// The last change that is in it.
    pub seq: Seq,
}

/// What tells this bar's backups from those of others.
pub fn mark(connection: &Connection) -> Result<String, StorageError> {
    Ok(connection.query_row("SELECT mark FROM care", [], |row| row.get(0))?)
}

/// The bar's last backup, wherever it went.
pub fn last_backup(connection: &Connection) -> Result<Option<LastBackup>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT file, made_at, seq FROM backup_places ORDER BY made_at DESC, seq DESC LIMIT 1",
    )?;
    Ok(statement.query_row([], last).optional()?)
}

/// Remembers a backup as its place's last: a folder's, or a file's that somebody named.
pub fn put_backup(
    connection: &Connection,
    place: &Path,
    backup: &LastBackup,
) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "INSERT INTO backup_places (place, file, made_at, seq) VALUES (?, ?, ?, ?)
             ON CONFLICT (place) DO UPDATE
             SET file = excluded.file, made_at = excluded.made_at, seq = excluded.seq",
        )?
        .execute(params![
            place.to_string_lossy(),
            backup.file.to_string_lossy(),
            backup.at.as_millisecond(),
            backup.seq.0
        ])?;
    Ok(())
}

/// Where backups went, each place with its last one.
pub fn places(connection: &Connection) -> Result<Vec<(PathBuf, LastBackup)>, StorageError> {
    let mut statement =
        connection.prepare("SELECT file, made_at, seq, place FROM backup_places ORDER BY place")?;
    let rows = statement.query_map([], |row| {
        let place: String = row.get(3)?;
        Ok((place.into(), last(row)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn last(row: &Row<'_>) -> Result<LastBackup, rusqlite::Error> {
    let file: String = row.get(0)?;
    Ok(LastBackup { file: file.into(), at: moment(row.get(1)?)?, seq: Seq(row.get(2)?) })
}
