//! The journal: everything that happened, in order.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::{DeviceId, OrderId, Seq};
use demitasse_shared::journal::{Doer, JournalEntry};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::Order;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{StorageError, moment, unreadable};
use crate::domain::event::{Actor, Event};
use crate::domain::order::GuestId;

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
    let mut statement =
        connection.prepare_cached("SELECT seq, at FROM journal ORDER BY seq DESC LIMIT 1")?;
    let last = statement.query_row([], |row| Ok((Seq(row.get(0)?), moment(row.get(1)?)?)));
    Ok(last.optional()?)
}

/// The last `count` rows, oldest first: place, time and the live event as it is stored. None from
/// before the data were restored: a screen may have seen what came after them then. None from before
/// a wipe, nor the wipe itself: what a screen shows from then is to go, so that it begins anew.
pub fn tail(
    connection: &Connection,
    count: usize,
) -> Result<Vec<(Seq, Timestamp, String)>, StorageError> {
    let mut statement = connection
        .prepare_cached("SELECT seq, at, data, kind FROM journal ORDER BY seq DESC LIMIT ?")?;
    let mut rows = statement.query([i64::try_from(count).unwrap_or(i64::MAX)])?;
    let mut tail = Vec::new();
    while let Some(next) = rows.next()? {
        let kind: String = next.get(3)?;
        if kind == super::wipe::WIPED {
            break;
        }
        tail.push(row(next)?);
        if kind == super::restore::RESTORED {
            break;
        }
    }
    tail.reverse();
    Ok(tail)
}

/// What a row says about one order.
#[derive(Clone, Debug)]
pub struct OrderRow {
    /// When it happened.
    pub at: Timestamp,
    /// The word for what happened.
    pub kind: String,
    /// The order as it was from then on.
    pub order: Order,
}

/// All that happened to an order, oldest first.
pub fn about(connection: &Connection, order: OrderId) -> Result<Vec<OrderRow>, StorageError> {
    let mut statement = connection
        .prepare_cached("SELECT at, kind, data FROM journal WHERE about = ? ORDER BY seq")?;
    let rows = statement.query_map([order.0], |row| {
        let event = serde_json::from_str(row.get_ref(2)?.as_str()?)
            .map_err(|error| unreadable(&error.to_string()))?;
        Ok((moment(row.get(0)?)?, row.get(1)?, event))
    })?;
    let mut list = Vec::new();
    for row in rows {
        if let (at, kind, LiveEvent::Order { order, .. }) = row? {
            list.push(OrderRow { at, kind, order: *order });
        }
    }
    Ok(list)
}

/// The columns that [`entry`] reads: a row, the number that its order has by now, the name of the
/// device that did it, and that of the device that it is about.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "SELECT journal.seq, journal.at, journal.kind, journal.actor, journal.about,
                 orders.number, journal.data, devices.name, meant.name
             FROM journal
             LEFT JOIN orders ON orders.id = journal.about
             LEFT JOIN devices ON journal.actor GLOB 'device:*'
                 AND devices.id = CAST(substr(journal.actor, 8) AS INTEGER)
             LEFT JOIN devices AS meant ON journal.kind GLOB 'device_*'
                 AND meant.id = json_extract(journal.data, '$.device') ",
            $rest
        )
    };
}

/// Rows after a place, oldest first; at most `limit`.
pub fn after(
    connection: &Connection,
    seq: Seq,
    limit: u32,
) -> Result<Vec<JournalEntry>, StorageError> {
    let sql = entries!("WHERE journal.seq > ? ORDER BY journal.seq LIMIT ?");
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map((seq.0, limit), entry)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Rows before a place, newest first; at most `limit`.
pub fn before(
    connection: &Connection,
    seq: Seq,
    limit: u32,
) -> Result<Vec<JournalEntry>, StorageError> {
    let sql = entries!("WHERE journal.seq < ? ORDER BY journal.seq DESC LIMIT ?");
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map((seq.0, limit), entry)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn entry(row: &Row<'_>) -> Result<JournalEntry, rusqlite::Error> {
    Ok(JournalEntry {
        seq: Seq(row.get(0)?),
        at: moment(row.get(1)?)?,
        kind: row.get(2)?,
        by: doer(row.get_ref(3)?.as_str()?, row.get(7)?)?,
        order: row.get::<_, Option<i64>>(4)?.map(OrderId),
        number: row.get(5)?,
        device: row.get(8)?,
        event: serde_json::from_str(row.get_ref(6)?.as_str()?)
            .map_err(|error| unreadable(&error.to_string()))?,
    })
}

/// Who [`actor`] stands for, as managers may read it: which guest it was stays here.
fn doer(actor: &str, device_name: Option<String>) -> Result<Doer, rusqlite::Error> {
    match actor.split_once(':') {
        Some(("guest", _)) => Ok(Doer::Guest),
        Some(("device", id)) => {
            let id = id.parse().map_err(|_bad: std::num::ParseIntError| unreadable(actor))?;
            Ok(Doer::Device { id: DeviceId(id), name: device_name })
        }
        None if actor == "local" => Ok(Doer::Local),
        None if actor == "bar" => Ok(Doer::Bar),
        Some(_) | None => Err(unreadable(actor)),
    }
}

/// Takes a guest's words to the baristas out of what is told about the guest's orders.
pub fn wipe_notes(connection: &Connection, guest: GuestId) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "UPDATE journal SET data = json_remove(data, '$.order.note')
             WHERE about IN (SELECT id FROM orders WHERE guest = ?)
               AND json_type(data, '$.order.note') IS NOT NULL",
        )?
        .execute([guest.0])?;
    Ok(())
}

/// All rows about a guest's orders: place, time and the live event as it is stored.
pub fn of_guest(
    connection: &Connection,
    guest: GuestId,
) -> Result<Vec<(Seq, Timestamp, String)>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, at, data FROM journal
         WHERE about IN (SELECT id FROM orders WHERE guest = ?)",
    )?;
    let rows = statement.query_map([guest.0], row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn row(row: &Row<'_>) -> Result<(Seq, Timestamp, String), rusqlite::Error> {
    Ok((Seq(row.get(0)?), moment(row.get(1)?)?, row.get(2)?))
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
