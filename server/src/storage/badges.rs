//! The venue's list of badges, as keyed hashes.

use std::collections::HashSet;

use demitasse_shared::api::BadgesTaken;
use rusqlite::{Connection, OptionalExtension};

use super::StorageError;

/// Takes over a list in place of the last one: who is not on it any more cannot sign in anew.
pub fn replace(
    connection: &Connection,
    list: impl IntoIterator<Item = [u8; 32]>,
) -> Result<BadgesTaken, StorageError> {
    let (list, before): (HashSet<_>, _) = (list.into_iter().collect(), all(connection)?);
    let mut delete = connection.prepare("DELETE FROM badges WHERE code_hash = ?")?;
    for hash in before.difference(&list) {
        delete.execute([hash])?;
    }
    let mut insert = connection.prepare("INSERT INTO badges (code_hash) VALUES (?)")?;
    for hash in list.difference(&before) {
        insert.execute([hash])?;
    }
    let kept = before.intersection(&list).count();
    Ok(BadgesTaken { badges: list.len(), added: list.len() - kept, removed: before.len() - kept })
}

fn all(connection: &Connection) -> Result<HashSet<[u8; 32]>, StorageError> {
    let mut statement = connection.prepare("SELECT code_hash FROM badges")?;
    let hashes = statement.query_map([], |row| row.get(0))?;
    Ok(hashes.collect::<Result<_, _>>()?)
}

/// Whether this is the list that there is.
pub fn is_same(
    connection: &Connection,
    list: impl IntoIterator<Item = [u8; 32]>,
) -> Result<bool, StorageError> {
    Ok(list.into_iter().collect::<HashSet<_>>() == all(connection)?)
}

/// Whether there is a list.
pub fn any(connection: &Connection) -> Result<bool, StorageError> {
    Ok(connection.query_row("SELECT EXISTS (SELECT 1 FROM badges)", [], |row| row.get(0))?)
}

/// Whether a badge is on the list.
pub fn lists(connection: &Connection, hash: &[u8; 32]) -> Result<bool, StorageError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM badges WHERE code_hash = ?")?;
    Ok(statement.query_row([hash], |_| Ok(())).optional()?.is_some())
}
