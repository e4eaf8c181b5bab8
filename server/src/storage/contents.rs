//! What a database holds, counted: what a backup is compared by, and what a restore would lose.

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use rusqlite::Connection;

use super::{StorageError, care, journal};

/// The tables without which a file is no bar's, in any version.
const OURS: [&str; 4] = ["bar", "journal", "orders", "guests"];

/// A database in counts. It can be read of every version that ever was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// How many migrations it has seen.
    pub version: usize,
    /// Whose it is: what tells one bar's files from another's. Old versions have none.
    pub mark: Option<String>,
    /// The journal's last row.
    pub seq: Seq,
    /// When that happened.
    pub at: Option<Timestamp>,
    /// On how many days there were orders.
    pub days: u32,
    /// The rows of each table.
    pub rows: BTreeMap<String, u64>,
}

impl Contents {
    /// Counts, in whatever transaction the connection is in.
    pub fn read(connection: &Connection) -> Result<Self, StorageError> {
        let rows = rows(connection)?;
        if let Some(missing) = OURS.iter().find(|table| !rows.contains_key(**table)) {
            return Err(StorageError::Stored(format!("it has no {missing}: it is no bar's")));
        }
        let last = journal::last(connection)?;
        let has_mark = rows.contains_key("care");
        let mark = has_mark.then(|| care::mark(connection)).transpose()?;
        Ok(Self {
            version: super::migrations::version(connection)?,
            mark,
            seq: last.map_or(Seq(0), |(seq, _)| seq),
            at: last.map(|(_, at)| at),
            days: connection
                .query_row("SELECT count(DISTINCT day) FROM orders", [], |row| row.get(0))?,
            rows,
        })
    }

    /// Orders of all days.
    pub fn orders(&self) -> u64 {
        self.count("orders")
    }

    /// Devices that were ever paired.
    pub fn devices(&self) -> u64 {
        self.count("devices")
    }

    fn count(&self, table: &str) -> u64 {
        self.rows.get(table).copied().unwrap_or_default()
    }
}

fn rows(connection: &Connection) -> Result<BTreeMap<String, u64>, StorageError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let names: Vec<String> =
        statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let count = |name: String| {
        // A name cannot be bound; it is quoted as SQL wants it.
        let sql = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
        let count: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
        Ok((name, u64::try_from(count).unwrap_or_default()))
    };
    names.into_iter().map(count).collect()
}
