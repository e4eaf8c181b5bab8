//! The journal: everything that happened, in order.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::LiveEvent;
use rusqlite::{Connection, OptionalExtension, params};

use super::{StorageError, moment, unreadable};
use crate::domain::event::{Actor, Event};
use crate::domain::order::GuestId;

/// A journal row as the live feed carries it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its place.
    pub seq: Seq,
    /// When it happened.
    pub at: Timestamp,
    /// The guest whose order it is about.
    pub guest: Option<GuestId>,
    /// What it did to the screens.
    pub live: LiveEvent,
    /// The same, as it is stored.
    pub data: String,
}

/// Writes the next row and returns its place.
pub(super) fn append(
    connection: &Connection,
    at: Timestamp,
    event: &Event,
    data: &str,
) -> Result<Seq, StorageError> {
    let (about, guest) = event
        .about
        .map_or((None, None), |(order, guest)| (Some(order.0), guest.map(|guest| guest.0)));
    connection
        .prepare_cached(
            "INSERT INTO journal (at, kind, actor, about, guest, data) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            at.as_millisecond(),
            event.kind,
            actor(event.actor),
            about,
            guest,
            data
        ])?;
    Ok(Seq(connection.last_insert_rowid()))
}

/// The last row's place and time.
pub fn last(connection: &Connection) -> Result<Option<(Seq, Timestamp)>, StorageError> {
    let last = connection
        .query_row("SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((Seq(row.get(0)?), moment(row.get(1)?)?))
        })
        .optional()?;
    Ok(last)
}

/// The last `count` rows, oldest first.
pub fn tail(connection: &Connection, count: usize) -> Result<Vec<Entry>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, guest, data FROM
             (SELECT seq, at, guest, data FROM journal ORDER BY seq DESC LIMIT ?)
         ORDER BY seq",
    )?;
    let rows = statement.query_map([i64::try_from(count).unwrap_or(i64::MAX)], |row| {
        let data: String = row.get(3)?;
        Ok(Entry {
            seq: Seq(row.get(0)?),
            at: moment(row.get(1)?)?,
            guest: row.get::<_, Option<i64>>(2)?.map(GuestId),
            live: serde_json::from_str(&data).map_err(|error| unreadable(&error.to_string()))?,
            data,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Who did it, as a word.
fn actor(actor: Actor) -> String {
    match actor {
        Actor::Guest(guest) => format!("guest:{}", guest.0),
        Actor::Device(device) => format!("device:{device}"),
        Actor::Local => "local".to_owned(),
        Actor::Bar => "bar".to_owned(),
    }
}
