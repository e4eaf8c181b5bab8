//! The journal: everything that happened, in order.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use rusqlite::{Connection, OptionalExtension, params};

use super::{StorageError, moment};
use crate::domain::event::{Actor, Event};

/// Writes the next row and returns its place.
pub fn append(
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

/// The last `count` rows, oldest first: place, time and the live event as it is stored.
pub fn tail(
    connection: &Connection,
    count: usize,
) -> Result<Vec<(Seq, Timestamp, String)>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, data FROM
             (SELECT seq, at, data FROM journal ORDER BY seq DESC LIMIT ?)
         ORDER BY seq",
    )?;
    let rows = statement.query_map([i64::try_from(count).unwrap_or(i64::MAX)], |row| {
        Ok((Seq(row.get(0)?), moment(row.get(1)?)?, row.get(2)?))
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
