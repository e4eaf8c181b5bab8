//! Takes everything personal out of the data: who guests are, what people typed, who made what. Counts
//! and times stay, so that the figures of each day are the same afterwards.

mod copies;
mod proof;
mod values;

use demitasse_shared::Timestamp;
use rusqlite::{Connection, params};

use super::devices::LOCAL_NAME;
use super::{StorageError, fold_log};
use crate::secret::Key;

pub use copies::{copies, remove, remove_left_over};
pub use proof::{Found, Proof, search};
pub use values::{Value, personal, plain_words};

/// The journal's word for it.
pub(super) const WIPED: &str = "wiped";

/// What stands in the journal for a line that staff said.
const NO_LINE: &str = "–";

/// Everything that goes, in the order in which it can.
const GONE: &[&str] = &[
    "DELETE FROM sessions",
    "DELETE FROM proofs",
    "DELETE FROM badges",
    "DELETE FROM pairings",
    "DELETE FROM device_keys",
    "DELETE FROM announcement",
    "UPDATE guests SET name = NULL, visit_hash = NULL, identity = NULL, forget_at = NULL",
    "UPDATE orders SET chosen = json_remove(chosen, '$.note')
     WHERE json_type(chosen, '$.note') IS NOT NULL",
    "UPDATE journal SET data = json_remove(data, '$.order.note')
     WHERE json_type(data, '$.order.note') IS NOT NULL",
];

/// The devices' names, and what stands for each: a name that says nothing, the same everywhere.
const DEVICES: &str = "
    CREATE TEMP TABLE aliases (name TEXT PRIMARY KEY, alias TEXT NOT NULL) STRICT;
    INSERT INTO aliases (name, alias)
        SELECT name, upper(substr(role, 1, 1)) || substr(role, 2) || ' '
                     || row_number() OVER (PARTITION BY role ORDER BY min(id))
        FROM devices GROUP BY name;
";

/// Those whom no device is called by any more, who may stand in the journal only. The bar's own
/// machine is nobody.
const OTHERS: &str = "
    INSERT INTO aliases (name, alias)
        SELECT barista, 'Somebody ' || row_number() OVER (ORDER BY min(at))
        FROM (SELECT barista, reserved_at AS at FROM orders
              UNION ALL SELECT json_extract(data, '$.order.barista'), at FROM journal)
        WHERE barista IS NOT NULL AND barista <> ? AND barista NOT IN (SELECT name FROM aliases)
        GROUP BY barista
";

/// Who made what, under those names.
const ALIASES: &str = "
    UPDATE orders SET barista = (SELECT alias FROM aliases WHERE name = barista)
        WHERE barista IN (SELECT name FROM aliases);
    UPDATE journal
        SET data = json_set(data, '$.order.barista',
            (SELECT alias FROM aliases WHERE name = json_extract(data, '$.order.barista')))
        WHERE json_extract(data, '$.order.barista') IN (SELECT name FROM aliases);
    UPDATE devices SET name = (SELECT alias FROM aliases WHERE aliases.name = devices.name),
                       device = role;
    DROP TABLE aliases;
";

/// Makes sure that nothing stands in a wipe's way, before anything is lost: whoever reads the
/// write-ahead log would keep what is to go.
///
/// # Errors
/// [`StorageError::LogInUse`] where another program reads the data.
pub fn ready(connection: &Connection) -> Result<(), StorageError> {
    fold_log(connection)
}

/// Wipes, in one transaction; then the file is written anew, without what was.
///
/// # Errors
/// Where the database says no, or [`StorageError::LogInUse`] where another program reads it: the
/// write-ahead log keeps pages as they were until it has gone.
pub fn wipe(connection: &mut Connection, now: Timestamp) -> Result<(), StorageError> {
    ready(connection)?;
    let together = connection.transaction()?;
    for sql in GONE {
        together.execute(sql, [])?;
    }
    together.execute(
        "UPDATE journal SET data = json_set(data, '$.announcement.text', ?)
         WHERE json_type(data, '$.announcement.text') IS NOT NULL",
        [NO_LINE],
    )?;
    together.execute_batch(DEVICES)?;
    together.execute(OTHERS, [LOCAL_NAME])?;
    together.execute_batch(ALIASES)?;
    // Hashes that somebody kept elsewhere can be tied to nothing here any more.
    together.execute("UPDATE keys SET identity_key = ?", [Key::fresh()?.bytes()])?;
    together.execute("UPDATE care SET wiped_at = ?", [now.as_millisecond()])?;
    together.execute(
        "INSERT INTO journal (at, kind, actor, data)
         VALUES (?, ?, 'local', '{\"type\":\"noted\"}')",
        params![now.as_millisecond(), WIPED],
    )?;
    together.commit()?;
    connection.execute_batch("VACUUM")?;
    fold_log(connection)
}
