//! Keeping orders: a new one whole, and of one that goes on what can have changed.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Order;
use rusqlite::{Connection, params};

use super::{StorageError, party};
use crate::domain::order::OrderRecord;

/// Keeps a new order. Parameters are bound by place, here and in [`update`]: looking for two dozen
/// names takes longer than the row.
pub fn insert(
    connection: &Connection,
    record: &OrderRecord,
    lapses_at: Option<Timestamp>,
) -> Result<(), StorageError> {
    let mut statement = connection.prepare_cached(concat!(
        "INSERT INTO orders (",
        columns!(),
        ", lapses_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ))?;
    let order = &record.order;
    statement.execute(params![
        order.id.0,
        record.guest.map(|guest| guest.0),
        record.window.map(|window| window.0),
        record.day.to_string(),
        order.number,
        order.state.as_str(),
        chosen(order)?,
        order.walk_up,
        order.reserved_at.as_millisecond(),
        millis(order.submit_by),
        millis(order.submitted_at),
        millis(order.expires_at),
        millis(order.making_at),
        millis(order.ready_at),
        millis(order.ended_at),
        order.barista,
        order.ended_by.map(party),
        order.reason,
        record.last_step.map(|(step, _)| step.as_str()),
        record.last_step.map(|(_, device)| device.0),
        millis(order.promised.map(|promised| promised.from)),
        millis(order.promised.map(|promised| promised.to)),
        millis(lapses_at),
    ])?;
    Ok(())
}

/// Keeps what became of an order: what every step may change, and what the guest chose where that
/// is new. A column that is set touches each index that it stands in, changed or not; guest and
/// window never change.
pub fn update(
    connection: &Connection,
    before: &OrderRecord,
    after: &OrderRecord,
    lapses_at: Option<Timestamp>,
) -> Result<(), StorageError> {
    if after.day != before.day {
        connection
            .prepare_cached("UPDATE orders SET day = ? WHERE id = ?")?
            .execute((after.day.to_string(), after.order.id.0))?;
    }
    if after.order.chosen == before.order.chosen {
        put_step(connection, after, lapses_at)
    } else {
        put_choice(connection, after, lapses_at)
    }
}

/// Keeps an order as a guest's choice makes it.
fn put_choice(
    connection: &Connection,
    record: &OrderRecord,
    lapses_at: Option<Timestamp>,
) -> Result<(), StorageError> {
    let order = &record.order;
    connection
        .prepare_cached(
            "UPDATE orders SET number = ?, state = ?, chosen = ?, submit_by = ?, submitted_at = ?,
                 expires_at = ?, promised_from = ?, promised_to = ?, lapses_at = ?
             WHERE id = ?",
        )?
        .execute(params![
            order.number,
            order.state.as_str(),
            chosen(order)?,
            millis(order.submit_by),
            millis(order.submitted_at),
            millis(order.expires_at),
            millis(order.promised.map(|promised| promised.from)),
            millis(order.promised.map(|promised| promised.to)),
            millis(lapses_at),
            order.id.0,
        ])?;
    Ok(())
}

/// Keeps an order as a step, a change of mind or time makes it.
fn put_step(
    connection: &Connection,
    record: &OrderRecord,
    lapses_at: Option<Timestamp>,
) -> Result<(), StorageError> {
    let order = &record.order;
    connection
        .prepare_cached(
            "UPDATE orders SET state = ?, submit_by = ?, expires_at = ?, making_at = ?,
                 ready_at = ?, ended_at = ?, barista = ?, ended_by = ?, reason = ?, last_step = ?,
                 last_device = ?, lapses_at = ?
             WHERE id = ?",
        )?
        .execute(params![
            order.state.as_str(),
            millis(order.submit_by),
            millis(order.expires_at),
            millis(order.making_at),
            millis(order.ready_at),
            millis(order.ended_at),
            order.barista,
            order.ended_by.map(party),
            order.reason,
            record.last_step.map(|(step, _)| step.as_str()),
            record.last_step.map(|(_, device)| device.0),
            millis(lapses_at),
            order.id.0,
        ])?;
    Ok(())
}

/// Keeps when time alone will change an order, where the rules have moved that.
pub fn put_lapse(
    connection: &Connection,
    id: OrderId,
    lapses_at: Option<Timestamp>,
) -> Result<(), StorageError> {
    connection
        .prepare_cached("UPDATE orders SET lapses_at = ? WHERE id = ?")?
        .execute((millis(lapses_at), id.0))?;
    Ok(())
}

fn chosen(order: &Order) -> Result<Option<String>, StorageError> {
    let chosen = order.chosen.as_ref().map(serde_json::to_string).transpose();
    chosen.map_err(|error| StorageError::Stored(error.to_string()))
}

fn millis(at: Option<Timestamp>) -> Option<i64> {
    at.map(Timestamp::as_millisecond)
}
