//! Whose bar this was when it was last open, for what is written after the server has stopped.

use demitasse_shared::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, OptionalExtension, params};

use super::StorageError;
use crate::domain::report::{zone_name, zone_named};

/// What stays known of a venue.
#[derive(Clone, Debug)]
pub struct KeptVenue {
    /// Its name.
    pub name: String,
    /// Its zone.
    pub zone: TimeZone,
    /// Its colour as it was given, such as `#0a7cff`.
    pub accent: Option<String>,
}

/// Keeps the venue; writes nothing where it is the same as before.
pub fn put(connection: &Connection, venue: &KeptVenue, now: Timestamp) -> Result<(), StorageError> {
    let zone = zone_name(&venue.zone, now);
    connection.execute(
        "INSERT INTO venue (id, name, zone, accent) VALUES (1, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE
             SET name = excluded.name, zone = excluded.zone, accent = excluded.accent
             WHERE (name, zone, accent) IS NOT (excluded.name, excluded.zone, excluded.accent)",
        params![venue.name, zone, venue.accent],
    )?;
    Ok(())
}

/// The venue, where the bar was ever open.
pub fn get(connection: &Connection) -> Result<Option<KeptVenue>, StorageError> {
    let mut statement = connection.prepare("SELECT name, zone, accent FROM venue WHERE id = 1")?;
    let venue = statement.query_row([], |row| {
        let zone = zone_named(row.get_ref(1)?.as_str()?);
        Ok(KeptVenue { name: row.get(0)?, zone, accent: row.get(2)? })
    });
    Ok(venue.optional()?)
}
