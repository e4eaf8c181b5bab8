//! The database's own key.

use rusqlite::Connection;

use super::StorageError;
use crate::secret::Key;

/// The key, made on the first start. It stays with the data: what is hashed under it is known again
/// after a restart, and cannot be tied to another database's hashes.
pub fn own(connection: &Connection) -> Result<Key, StorageError> {
    connection.execute(
        "INSERT INTO keys (id, identity_key) VALUES (1, ?) ON CONFLICT (id) DO NOTHING",
        [Key::fresh()?.bytes()],
    )?;
    let key: [u8; 32] =
        connection.query_row("SELECT identity_key FROM keys WHERE id = 1", [], |row| row.get(0))?;
    Ok(key.into())
}
