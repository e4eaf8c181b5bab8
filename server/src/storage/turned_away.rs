//! How often guests heard no.

use demitasse_shared::error::RefusalCode;
use rusqlite::{Connection, Row, params};

use super::{StorageError, unreadable};
use crate::domain::order::Day;
use crate::domain::turned_away::DayCount;

/// Keeps a day's count so far. It never goes down, and written again it stays as it is.
pub fn keep(connection: &Connection, (day, code, count): DayCount) -> Result<(), StorageError> {
    connection
        .prepare_cached(
            "INSERT INTO turned_away (day, code, count) VALUES (?, ?, ?)
             ON CONFLICT (day, code) DO UPDATE SET count = max(count, excluded.count)",
        )?
        .execute(params![day.to_string(), code.as_str(), count])?;
    Ok(())
}

/// The counts of a day and of all days after it.
pub fn since(connection: &Connection, day: Day) -> Result<Vec<DayCount>, StorageError> {
    list(connection, "SELECT day, code, count FROM turned_away WHERE day >= ?", day)
}

/// A day's counts.
pub fn of_day(connection: &Connection, day: Day) -> Result<Vec<DayCount>, StorageError> {
    list(connection, "SELECT day, code, count FROM turned_away WHERE day = ?", day)
}

fn list(connection: &Connection, sql: &str, day: Day) -> Result<Vec<DayCount>, StorageError> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([day.to_string()], count)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn count(row: &Row<'_>) -> Result<DayCount, rusqlite::Error> {
    let (day, code) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
    Ok((
        day.parse().map_err(|_bad: jiff::Error| unreadable(day))?,
        RefusalCode::from_word(code).ok_or_else(|| unreadable(code))?,
        row.get(2)?,
    ))
}
