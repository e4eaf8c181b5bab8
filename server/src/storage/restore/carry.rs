//! What a restored bar takes over from the time after its backup, so that nothing that people or
//! screens have seen means something else afterwards.

use demitasse_shared::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::present::Known;
use crate::domain::order::GuestId;
use crate::storage::{Contents, StorageError, care, guests, journal, orders};

/// How far the journal and all ids leap: further than a bar comes in the time after any backup that
/// somebody would still go back to.
const LEAP: i64 = 100_000;

/// The word for a restore in the journal. Live feeds go on after it, never across it.
pub(crate) const RESTORED: &str = "restored";

/// What was taken over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The day whose numbers leave some out, and the last one that is left out.
    pub numbers: Option<(String, u32)>,
    /// Devices that were revoked since, and are again.
    pub revoked: usize,
    /// Guests who were forgotten since, and are again.
    pub forgotten: usize,
}

/// Takes over what is known. Where the present data do not lead on from the backup, nobody knows
/// which numbers were called out after it: then `skip` of them are left out.
pub(super) fn over(
    db: &Connection,
    backup: &Contents,
    known: Option<&Known>,
    now: Timestamp,
    skip: u32,
) -> Result<Carried, StorageError> {
    leap(db, known, now)?;
    // Whoever read a pairing code off a screen then must not come in with it now.
    db.execute("DELETE FROM pairings", [])?;
    let mut numbers = known.map_or(Ok(None), |known| floors(db, known))?;
    if !known.is_some_and(|known| known.leads_on) {
        numbers = numbers.max(leave_out(db, skip)?);
    }
    let Some(known) = known else { return Ok(Carried { numbers, ..Carried::default() }) };
    if let (None, Some(mark)) = (&backup.mark, &known.contents.mark) {
        // One of before there were marks got a fresh one, under which nobody would know the bar's
        // other backups as its own.
        db.execute("UPDATE care SET mark = ?", [mark])?;
    }
    // A wipe must find those as well that were made after this one.
    for (place, backup) in &known.places {
        care::put_backup(db, place, backup)?;
    }
    Ok(Carried { numbers, revoked: revoke(db, known)?, forgotten: forget(db, known, now)? })
}

/// Journal and ids go on where neither the backup nor what came after it has been.
fn leap(db: &Connection, known: Option<&Known>, now: Timestamp) -> Result<(), StorageError> {
    let last = journal::last(db)?.map_or(0, |(seq, _)| seq.0);
    let seq = last.max(known.map_or(0, |known| known.contents.seq.0)) + LEAP;
    db.execute(
        "INSERT INTO journal (seq, at, kind, actor, data)
         VALUES (?, ?, ?, 'local', '{\"type\":\"noted\"}')",
        params![seq, now.as_millisecond(), RESTORED],
    )?;
    for (table, id) in known.map_or(&[][..], |known| &known.ids) {
        db.execute(
            "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?",
            params![id, table],
        )?;
        db.execute(
            "INSERT INTO sqlite_sequence (name, seq) SELECT ?1, ?2
             WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = ?1)
               AND EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)",
            params![table, id],
        )?;
    }
    db.execute("UPDATE sqlite_sequence SET seq = seq + ?", [LEAP])?;
    Ok(())
}

/// Each day goes on above the numbers that it came to.
fn floors(db: &Connection, known: &Known) -> Result<Option<(String, u32)>, StorageError> {
    let mut last = None;
    for (day, number) in &known.numbers {
        let given: u32 = db.query_row(
            "SELECT coalesce(max(number), 0) FROM orders WHERE day = ?",
            [day],
            |row| row.get(0),
        )?;
        if given < *number {
            put_floor(db, day, *number)?;
            last = last.max(Some((day.clone(), *number)));
        }
    }
    Ok(last)
}

/// The last day goes on with some numbers left out.
fn leave_out(db: &Connection, skip: u32) -> Result<Option<(String, u32)>, StorageError> {
    let last: Option<(String, u32)> = db
        .query_row(
            "SELECT day, max(number) FROM
                 (SELECT day, number FROM orders WHERE number IS NOT NULL
                  UNION ALL SELECT day, number FROM number_floors)
             GROUP BY day ORDER BY day DESC LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    let Some((day, number)) = last.filter(|_| skip > 0) else { return Ok(None) };
    let floor = number.saturating_add(skip);
    put_floor(db, &day, floor)?;
    Ok(Some((day, floor)))
}

fn put_floor(db: &Connection, day: &str, number: u32) -> Result<(), StorageError> {
    db.execute(
        "INSERT INTO number_floors (day, number) VALUES (?, ?)
         ON CONFLICT (day) DO UPDATE SET number = max(number, excluded.number)",
        params![day, number],
    )?;
    Ok(())
}

/// A device that was turned out stays outside.
fn revoke(db: &Connection, known: &Known) -> Result<usize, StorageError> {
    let mut revoked = 0;
    for (token_hash, at) in &known.revoked {
        revoked += db.execute(
            "UPDATE devices SET revoked_at = ? WHERE token_hash = ? AND revoked_at IS NULL",
            params![at, token_hash],
        )?;
    }
    Ok(revoked)
}

/// Who was forgotten stays so.
fn forget(db: &Connection, known: &Known, now: Timestamp) -> Result<usize, StorageError> {
    let mut forgotten = 0;
    for (id, came_at) in &known.forgotten {
        let guest = GuestId(*id);
        let is_there = db
            .prepare_cached("SELECT 1 FROM guests WHERE id = ? AND created_at = ?")?
            .exists(params![id, came_at])?;
        if is_there {
            orders::wipe_notes(db, guest)?;
            journal::wipe_notes(db, guest)?;
            guests::forget(db, guest, now)?;
            forgotten += 1;
        }
    }
    Ok(forgotten)
}
