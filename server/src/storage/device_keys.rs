//! The ssh keys by which paired devices are known.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::DeviceId;
use rusqlite::{Connection, OptionalExtension, params};

use super::StorageError;

/// An ssh key's fingerprint: the SHA-256 of the public key.
pub type Fingerprint = [u8; 32];

/// Keeps the key of a device. A key that stood for another one stands for this one from now on.
pub fn put(
    connection: &Connection,
    key: &Fingerprint,
    device: DeviceId,
    now: Timestamp,
) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO device_keys (fingerprint, device, created_at)
             VALUES (?, ?, ?)",
        )?
        .execute(params![key, device.0, now.as_millisecond()])?;
    Ok(())
}

/// The device that a key stands for, be it revoked or not.
pub fn device(
    connection: &Connection,
    key: &Fingerprint,
) -> Result<Option<DeviceId>, StorageError> {
    let mut statement =
        connection.prepare_cached("SELECT device FROM device_keys WHERE fingerprint = ?")?;
    let device = statement.query_row([key], |row| row.get(0).map(DeviceId)).optional()?;
    Ok(device)
}

/// Forgets the keys of a device.
pub fn forget(connection: &Connection, device: DeviceId) -> Result<(), StorageError> {
    connection.prepare_cached("DELETE FROM device_keys WHERE device = ?")?.execute([device.0])?;
    Ok(())
}
