//! Pairing codes and the devices that they became.

use demitasse_shared::Timestamp;
use demitasse_shared::api::Role;
use demitasse_shared::device::PairedDevice;
use demitasse_shared::ids::DeviceId;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{StorageError, device_keys, moment, unreadable};

/// The device that stands for programs of the server's own user. No paired device has this id.
pub const LOCAL_DEVICE: DeviceId = DeviceId(0);

/// What that machine is called where a step is told. It is nobody's name, and stays after a wipe.
pub const LOCAL_NAME: &str = "The bar's own machine";

/// A paired device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Known to the bar by number.
    pub id: DeviceId,
    /// What it may do.
    pub role: Role,
    /// Whose it is, or where it stands.
    pub name: String,
}

/// A pairing code that nobody has used yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenPairing {
    /// What the device will be allowed to do.
    pub role: Role,
    /// Whose it is, or where it stands.
    pub name: String,
    /// Until when the code is good.
    pub expires_at: Timestamp,
}

/// Keeps a pairing code's hash, and forgets those that were never used.
pub fn insert_pairing(
    connection: &Connection,
    code_hash: &[u8; 32],
    pairing: &OpenPairing,
    now: Timestamp,
) -> Result<(), StorageError> {
    connection
        .prepare_cached("DELETE FROM pairings WHERE expires_at <= ?")?
        .execute([now.as_millisecond()])?;
    connection
        .prepare_cached(
            "INSERT INTO pairings (code_hash, role, name, expires_at) VALUES (?, ?, ?, ?)",
        )?
        .execute(params![
            code_hash,
            pairing.role.as_str(),
            pairing.name,
            pairing.expires_at.as_millisecond()
        ])?;
    Ok(())
}

/// Whether there is such a pairing code.
pub fn has_pairing(connection: &Connection, code_hash: &[u8; 32]) -> Result<bool, StorageError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM pairings WHERE code_hash = ?")?;
    Ok(statement.exists([code_hash])?)
}

/// Takes a pairing code out: it is good once. One that is over stays, so that nothing is written
/// where nothing is taken.
pub fn take_pairing(
    connection: &Connection,
    code_hash: &[u8; 32],
    now: Timestamp,
) -> Result<Option<OpenPairing>, StorageError> {
    let mut statement = connection.prepare_cached(
        "DELETE FROM pairings WHERE code_hash = ? AND expires_at > ?
         RETURNING role, name, expires_at",
    )?;
    let pairing = statement
        .query_row(params![code_hash, now.as_millisecond()], |row| {
            Ok(OpenPairing {
                role: role(row.get_ref(0)?.as_str()?)?,
                name: row.get(1)?,
                expires_at: moment(row.get(2)?)?,
            })
        })
        .optional()?;
    Ok(pairing)
}

/// Keeps a paired device.
pub fn insert(
    connection: &Connection,
    pairing: &OpenPairing,
    device: &str,
    token_hash: &[u8; 32],
    now: Timestamp,
) -> Result<DeviceId, StorageError> {
    connection
        .prepare_cached(
            "INSERT INTO devices (role, name, device, token_hash, created_at)
             VALUES (?, ?, ?, ?, ?)",
        )?
        .execute(params![
            pairing.role.as_str(),
            pairing.name,
            device,
            token_hash,
            now.as_millisecond()
        ])?;
    Ok(DeviceId(connection.last_insert_rowid()))
}

/// The devices that were not revoked, with their tokens' hashes.
pub fn all(connection: &Connection) -> Result<Vec<([u8; 32], Device)>, StorageError> {
    let mut statement = connection
        .prepare("SELECT token_hash, id, role, name FROM devices WHERE revoked_at IS NULL")?;
    let rows = statement.query_map([], |row| {
        let role = role(row.get_ref(2)?.as_str()?)?;
        Ok((row.get(0)?, Device { id: DeviceId(row.get(1)?), role, name: row.get(3)? }))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The columns that [`paired_device`] reads.
macro_rules! paired {
    ($rest:literal) => {
        concat!(
            "SELECT id, role, name, device, created_at, heard_at FROM devices
             WHERE revoked_at IS NULL ",
            $rest
        )
    };
}

/// The devices that were not revoked, in the order in which they were paired.
pub fn list(connection: &Connection) -> Result<Vec<PairedDevice>, StorageError> {
    let mut statement = connection.prepare_cached(paired!("ORDER BY id"))?;
    let rows = statement.query_map([], paired_device)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A device by its number, if it was not revoked.
pub fn paired(connection: &Connection, id: DeviceId) -> Result<Option<PairedDevice>, StorageError> {
    let mut statement = connection.prepare_cached(paired!("AND id = ?"))?;
    Ok(statement.query_row([id.0], paired_device).optional()?)
}

/// Whether there ever was such a device.
pub fn was_paired(connection: &Connection, id: DeviceId) -> Result<bool, StorageError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM devices WHERE id = ?")?;
    Ok(statement.exists([id.0])?)
}

/// Calls a device by another name.
pub fn rename(connection: &Connection, id: DeviceId, name: &str) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE devices SET name = ? WHERE id = ?")?
        .execute(params![name, id.0])?;
    Ok(())
}

/// Lets a device go: its token counts no more, and its keys are forgotten.
pub fn revoke(connection: &Connection, id: DeviceId, now: Timestamp) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE devices SET revoked_at = ? WHERE id = ?")?
        .execute(params![now.as_millisecond(), id.0])?;
    device_keys::forget(connection, id)
}

/// Keeps when a device was last heard.
pub fn put_heard(connection: &Connection, id: DeviceId, at: Timestamp) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE devices SET heard_at = ? WHERE id = ?")?
        .execute(params![at.as_millisecond(), id.0])?;
    Ok(())
}

fn paired_device(row: &Row<'_>) -> Result<PairedDevice, rusqlite::Error> {
    Ok(PairedDevice {
        id: DeviceId(row.get(0)?),
        role: role(row.get_ref(1)?.as_str()?)?,
        name: row.get(2)?,
        device: row.get(3)?,
        paired_at: moment(row.get(4)?)?,
        heard_at: row.get::<_, Option<i64>>(5)?.map(moment).transpose()?,
        connected: false,
    })
}

fn role(word: &str) -> Result<Role, rusqlite::Error> {
    word.parse().map_err(|fault: String| unreadable(&fault))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Storage;

    #[test]
    fn a_pairing_code_that_is_over_is_refused_without_a_write() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut storage = Storage::open(folder.path()).expect("a fresh bar");
        let (db, now) = (storage.connection(), Timestamp::UNIX_EPOCH);
        let expires_at = now + std::time::Duration::from_mins(10);
        let open = OpenPairing { role: Role::Barista, name: "Ana".to_owned(), expires_at };
        insert_pairing(db, &[7; 32], &open, now).expect("room");
        let changes = db.total_changes();
        assert!(take_pairing(db, &[7; 32], expires_at).expect("it can be asked").is_none());
        assert_eq!(db.total_changes(), changes);
        let just_in_time = expires_at - std::time::Duration::from_millis(1);
        assert!(take_pairing(db, &[7; 32], just_in_time).expect("it can be asked").is_some());
    }
}
