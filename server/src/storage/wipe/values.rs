//! What is personal, value by value: kept in memory only, to be looked for after it was wiped.

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::storage::StorageError;
use crate::storage::devices::LOCAL_NAME;

/// A value that must be nowhere afterwards.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value {
    /// What it is.
    pub what: &'static str,
    /// As it stands in files.
    pub bytes: Vec<u8>,
}

/// The value itself is nobody's business.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Value").field("what", &self.what).finish_non_exhaustive()
    }
}

/// Where personal values stand, each with what they are.
const PERSONAL: &[(&str, &str)] = &[
    ("guests' names", "SELECT name FROM guests"),
    ("guests' addresses and badges", "SELECT identity FROM guests"),
    ("guests' visits", "SELECT visit_hash FROM guests"),
    ("sessions", "SELECT token_hash FROM sessions"),
    ("one-time codes", "SELECT code_hash FROM proofs"),
    ("waiting sessions", "SELECT pending_hash FROM proofs"),
    ("addresses that codes went to", "SELECT identity FROM proofs"),
    ("the list of badges", "SELECT code_hash FROM badges"),
    ("notes", "SELECT json_extract(chosen, '$.note') FROM orders"),
    ("notes", "SELECT json_extract(data, '$.order.note') FROM journal"),
    ("lines that staff said", "SELECT json_extract(data, '$.announcement.text') FROM journal"),
    ("staff's names", "SELECT name FROM pairings UNION SELECT name FROM devices"),
    ("staff's names", "SELECT barista FROM orders"),
    ("staff's names", "SELECT DISTINCT json_extract(data, '$.order.barista') FROM journal"),
    ("staff's devices", "SELECT device FROM devices"),
    ("ssh keys", "SELECT fingerprint FROM device_keys"),
];

/// Words that stay, because they are the bar's: what people are called may be among them. None of them
/// comes from where a person's name could have stayed.
const PLAIN: &[&str] = &[
    "SELECT sql FROM sqlite_schema",
    "SELECT menu FROM bar",
    "SELECT settings FROM bar",
    "SELECT name FROM venue",
    "SELECT json_remove(chosen, '$.note') FROM orders WHERE chosen IS NOT NULL",
    "SELECT DISTINCT reason FROM orders",
    "SELECT DISTINCT state FROM orders",
    "SELECT DISTINCT kind FROM journal",
    "SELECT DISTINCT key FROM journal, json_tree(journal.data)",
    "SELECT DISTINCT json_extract(data, '$.type') FROM journal",
];

/// What stands in place of staff's names.
const ALIASED: &[u8] = b"Barista Manager Display Somebody barista manager display\n";

/// Whether it is nobody's: the bar's own machine's name, or one that an earlier wipe gave.
fn is_nobodys(bytes: &[u8]) -> bool {
    let Ok(text) = str::from_utf8(bytes) else { return false };
    text == LOCAL_NAME
        || text.split_once(' ').is_some_and(|(who, number)| {
            ["Barista", "Manager", "Display", "Somebody"].contains(&who)
                && number.bytes().all(|digit| digit.is_ascii_digit())
        })
}

/// Every personal value that the data hold, each once.
pub fn personal(connection: &Connection) -> Result<BTreeSet<Value>, StorageError> {
    let mut values = BTreeSet::new();
    for (what, sql) in PERSONAL {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(0)?
                && !is_nobodys(bytes)
            {
                values.insert(Value { what, bytes: bytes.to_vec() });
            }
        }
    }
    Ok(values)
}

/// All that stands in the wiped data in letters and is the bar's own.
pub fn plain_words(connection: &Connection) -> Result<Vec<u8>, StorageError> {
    let mut words = ALIASED.to_vec();
    for sql in PLAIN {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let ValueRef::Text(bytes) = row.get_ref(0)? {
                words.extend_from_slice(bytes);
                words.push(b'\n');
            }
        }
    }
    Ok(words)
}
