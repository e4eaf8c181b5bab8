//! The venue's list of badges, as keyed hashes.

use rusqlite::{Connection, OptionalExtension};

use super::StorageError;

/// Takes over a list in place of the last one: who is not on it any more cannot sign in anew.
pub fn replace(
    connection: &mut Connection,
    hashes: impl IntoIterator<Item = [u8; 32]>,
) -> Result<(), StorageError> {
    let together = connection.transaction()?;
    together.execute("DELETE FROM badges", [])?;
    {
        let mut statement =
            together.prepare("INSERT INTO badges (code_hash) VALUES (?) ON CONFLICT DO NOTHING")?;
        for hash in hashes {
            statement.execute([hash])?;
        }
    }
    together.commit()?;
    Ok(())
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
