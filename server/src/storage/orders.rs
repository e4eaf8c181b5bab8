//! Orders.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::order::{Estimate, Order, OrderState, Party, Step};
use rusqlite::{Connection, OptionalExtension, Params, Row};

use super::{StorageError, moment, unreadable};
use crate::domain::code::WindowId;
use crate::domain::order::{Day, EntryKey, GuestId, OrderRecord};

/// The columns that [`record`] reads, and a new order has, in their order.
macro_rules! columns {
    () => {
        "id, guest, window, day, number, state, chosen, walk_up, reserved_at, submit_by, \
         submitted_at, expires_at, making_at, ready_at, ended_at, barista, ended_by, reason, \
         last_step, last_device, promised_from, promised_to"
    };
}

/// The states of orders that are alive, as comparisons: SQLite builds a small table for a list of
/// more than two, whenever the statement runs.
macro_rules! alive {
    () => {
        "(state = 'reserved' OR state = 'waiting' OR state = 'making')"
    };
}

/// The states that show on the board, in the very words of the index `orders_board`.
macro_rules! on_board {
    () => {
        "(state = 'reserved' OR state = 'waiting' OR state = 'making' OR state = 'ready')"
    };
}

// It stands after the columns, which it writes.
mod keep;

pub use keep::{insert, put_lapse, update};

/// A fresh id; the row comes with [`insert`].
pub fn next_id(connection: &Connection) -> Result<OrderId, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'orders'), 0) + 1",
    )?;
    Ok(OrderId(statement.query_row([], |row| row.get(0))?))
}

/// Takes a guest's words to the baristas out of the guest's orders.
pub fn wipe_notes(connection: &Connection, guest: GuestId) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "UPDATE orders SET chosen = json_remove(chosen, '$.note')
             WHERE guest = ? AND json_type(chosen, '$.note') IS NOT NULL",
        )?
        .execute([guest.0])?;
    Ok(())
}

/// One order.
pub fn get(connection: &Connection, id: OrderId) -> Result<Option<OrderRecord>, StorageError> {
    one(connection, concat!("SELECT ", columns!(), " FROM orders WHERE id = ?"), [id.0])
}

/// What counts when a guest scans: the orders that neither a side nor time has ended and that are
/// of this day, of this window, or alive. Oldest first.
pub fn standing(
    connection: &Connection,
    guest: GuestId,
    day: Day,
    window: Option<WindowId>,
) -> Result<Vec<OrderRecord>, StorageError> {
    let mut standing = all(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders INDEXED BY orders_guest
              WHERE guest = ?1 AND state NOT IN ('cancelled', 'expired')
                AND (day = ?2 OR window = ?3 OR ",
            alive!(),
            ")"
        ),
        (guest.0, day.to_string(), window.map(|window| window.0)),
    )?;
    standing.sort_by_key(|record| record.order.id);
    Ok(standing)
}

/// A guest's orders that are alive, oldest first.
pub fn open_of(connection: &Connection, guest: GuestId) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders INDEXED BY orders_guest
              WHERE guest = ? AND ",
            alive!(),
            " ORDER BY id"
        ),
        [guest.0],
    )
}

/// A guest's orders of one day, newest first, and those still alive from the day before.
pub fn of_day(
    connection: &Connection,
    guest: GuestId,
    day: Day,
) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders INDEXED BY orders_guest WHERE guest = ?1
              AND (day = ?2 OR ",
            on_board!(),
            ") ORDER BY id DESC"
        ),
        (guest.0, day.to_string()),
    )
}

/// Everybody's orders of a day, newest first; at most `limit`.
pub fn of_whole_day(
    connection: &Connection,
    day: Day,
    limit: u32,
) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!("SELECT ", columns!(), " FROM orders WHERE day = ? ORDER BY id DESC LIMIT ?"),
        (day.to_string(), limit),
    )
}

/// Everybody's orders of a day that stand in one state, the last that came there first; at most
/// `limit`.
pub fn of_day_in(
    connection: &Connection,
    day: Day,
    state: OrderState,
    limit: u32,
) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders WHERE day = ? AND state = ?
              ORDER BY coalesce(ended_at, ready_at, making_at, submitted_at, reserved_at) DESC,
                       id DESC
              LIMIT ?"
        ),
        (day.to_string(), state.as_str(), limit),
    )
}

/// Shows every order of a day, oldest first: a day of any size, and never more than one order of
/// it in memory.
pub fn each_of_day(
    connection: &Connection,
    day: Day,
    mut show: impl FnMut(&OrderRecord),
) -> Result<(), StorageError> {
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM orders WHERE day = ? ORDER BY id"
    ))?;
    for row in statement.query_map([day.to_string()], record)? {
        show(&row?);
    }
    Ok(())
}

/// Orders of a day after one of them, oldest first; at most `limit`.
pub fn of_day_after(
    connection: &Connection,
    day: Day,
    after: OrderId,
    limit: u32,
) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!("SELECT ", columns!(), " FROM orders WHERE day = ? AND id > ? ORDER BY id LIMIT ?"),
        (day.to_string(), after.0, limit),
    )
}

/// The days that have orders, or on which somebody was turned away; oldest first. It leaps from one
/// day to the next, instead of reading a year of orders.
pub fn days(connection: &Connection) -> Result<Vec<Day>, StorageError> {
    let mut statement = connection.prepare_cached(
        "WITH RECURSIVE ordered (day) AS (
             SELECT min(day) FROM orders
             UNION ALL
             SELECT (SELECT min(day) FROM orders WHERE day > ordered.day) FROM ordered
             WHERE ordered.day IS NOT NULL)
         SELECT day FROM ordered WHERE day IS NOT NULL
         UNION SELECT day FROM turned_away ORDER BY day",
    )?;
    let rows = statement.query_map([], |row| {
        let day = row.get_ref(0)?.as_str()?;
        day.parse().map_err(|_bad: jiff::Error| unreadable(day))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The order that a device entered with a key, if it did.
pub fn entered(
    connection: &Connection,
    entry: &EntryKey,
) -> Result<Option<OrderRecord>, StorageError> {
    one(
        connection,
        concat!("SELECT ", columns!(), " FROM orders WHERE entered_by = ? AND entry_key = ?"),
        (entry.device.0, &entry.key),
    )
}

/// Keeps the key that a device entered an order with. No two orders can have the same.
pub fn keep_entry(
    connection: &Connection,
    id: OrderId,
    entry: &EntryKey,
) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE orders SET entered_by = ?, entry_key = ? WHERE id = ?")?
        .execute((entry.device.0, &entry.key, id.0))?;
    Ok(())
}

/// The guests some of whose orders of a day are over.
pub fn guests_done(connection: &Connection, day: Day) -> Result<Vec<GuestId>, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT guest FROM orders
         WHERE day = ? AND guest IS NOT NULL AND state IN ('collected', 'cancelled', 'expired')",
    )?;
    let guests = statement.query_map([day.to_string()], |row| Ok(GuestId(row.get(0)?)))?;
    Ok(guests.collect::<Result<_, _>>()?)
}

/// Drinks that a guest has had or has under way on a day; what was cancelled or expired is none.
pub fn drinks_of(connection: &Connection, guest: GuestId, day: Day) -> Result<u32, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT count(*) FROM orders
         WHERE guest = ? AND day = ? AND state NOT IN ('cancelled', 'expired')",
    )?;
    Ok(statement.query_row((guest.0, day.to_string()), |row| row.get(0))?)
}

/// Orders alive in the whole bar.
pub fn alive(connection: &Connection) -> Result<u32, StorageError> {
    let mut statement =
        connection.prepare_cached(concat!("SELECT count(*) FROM orders WHERE ", alive!()))?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// The next number of a day: one more than the last, 1 on a new day. Numbers that may have been
/// called out after the backup that the bar was restored from count as given.
pub fn next_number(connection: &Connection, day: Day) -> Result<u32, StorageError> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 + max(
             coalesce((SELECT max(number) FROM orders WHERE day = ?1 AND number IS NOT NULL), 0),
             coalesce((SELECT number FROM number_floors WHERE day = ?1), 0))",
    )?;
    Ok(statement.query_row([day.to_string()], |row| row.get(0))?)
}

/// The orders on the board, oldest first.
pub fn on_board(connection: &Connection) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!("SELECT ", columns!(), " FROM orders WHERE ", on_board!(), " ORDER BY id"),
        [],
    )
}

/// Orders that were set on the counter since a moment of this day, in the order in which they were:
/// at most `limit`, those that were placed last.
pub fn made_since(
    connection: &Connection,
    since: (Day, Timestamp),
    limit: u32,
) -> Result<Vec<OrderRecord>, StorageError> {
    let mut made = all(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders INDEXED BY orders_day
              WHERE day >= ? AND ready_at >= ? AND state IN ('ready', 'collected')
              ORDER BY day DESC, id DESC LIMIT ?"
        ),
        (since.0.to_string(), since.1.as_millisecond(), limit),
    )?;
    made.sort_by_key(|record| (record.order.ready_at, record.order.id));
    Ok(made)
}

/// The orders on the counter.
pub fn ready(connection: &Connection) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!("SELECT ", columns!(), " FROM orders WHERE state = 'ready' ORDER BY id"),
        [],
    )
}

/// Orders that time has changed by now, the longest overdue first; at most `limit`.
pub fn due(
    connection: &Connection,
    now: Timestamp,
    limit: u32,
) -> Result<Vec<OrderRecord>, StorageError> {
    all(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM orders WHERE lapses_at <= ? ORDER BY lapses_at, id LIMIT ?"
        ),
        (now.as_millisecond(), limit),
    )
}

/// When the next order will be changed by time alone.
pub fn next_due(connection: &Connection) -> Result<Option<Timestamp>, StorageError> {
    let mut statement = connection
        .prepare_cached("SELECT min(lapses_at) FROM orders WHERE lapses_at IS NOT NULL")?;
    let due: Option<i64> = statement.query_row([], |row| row.get(0))?;
    Ok(due.map(moment).transpose()?)
}

fn one(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<Option<OrderRecord>, StorageError> {
    Ok(connection.prepare_cached(sql)?.query_row(params, record).optional()?)
}

fn all(
    connection: &Connection,
    sql: &str,
    params: impl Params,
) -> Result<Vec<OrderRecord>, StorageError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params, record)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn record(row: &Row<'_>) -> Result<OrderRecord, rusqlite::Error> {
    let at = |column| row.get::<_, Option<i64>>(column)?.map(moment).transpose();
    let state = row.get_ref(5)?.as_str()?;
    let chosen: Option<String> = row.get(6)?;
    let order = Order {
        id: OrderId(row.get(0)?),
        number: row.get(4)?,
        state: OrderState::from_word(state).ok_or_else(|| unreadable(state))?,
        chosen: chosen
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|error| unreadable(&error.to_string()))?,
        walk_up: row.get(7)?,
        reserved_at: moment(row.get(8)?)?,
        submit_by: at(9)?,
        submitted_at: at(10)?,
        expires_at: at(11)?,
        making_at: at(12)?,
        ready_at: at(13)?,
        ended_at: at(14)?,
        barista: row.get(15)?,
        ended_by: ended_by(row.get_ref(16)?.as_str_or_null()?),
        reason: row.get(17)?,
        promised: at(20)?.zip(at(21)?).map(|(from, to)| Estimate { from, to }),
        ahead: None,
        estimate: None,
    };
    let day = row.get_ref(3)?.as_str()?;
    Ok(OrderRecord {
        order,
        guest: row.get::<_, Option<i64>>(1)?.map(GuestId),
        window: row.get::<_, Option<i64>>(2)?.map(WindowId),
        day: day.parse().map_err(|_bad: jiff::Error| unreadable(day))?,
        last_step: last_step(row.get_ref(18)?.as_str_or_null()?, row.get(19)?),
    })
}

fn last_step(word: Option<&str>, device: Option<i64>) -> Option<(Step, DeviceId)> {
    let step = Step::ALL.into_iter().find(|step| Some(step.as_str()) == word)?;
    Some((step, DeviceId(device?)))
}

fn party(party: Party) -> &'static str {
    match party {
        Party::Guest => "guest",
        Party::Bar => "bar",
    }
}

fn ended_by(word: Option<&str>) -> Option<Party> {
    [Party::Guest, Party::Bar].into_iter().find(|side| Some(party(*side)) == word)
}
