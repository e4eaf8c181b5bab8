//! All that a database holds, as text.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, Row};

/// Rows that stand in one state only are shown, as many as these.
const SHOWN: usize = 6;

/// Letters of a row that are shown.
const LONG: usize = 200;

/// Every row of every table; nothing where there is no table yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct State(Vec<String>);

impl State {
    /// Reads all of it.
    pub(crate) fn read(db: &Connection) -> rusqlite::Result<Self> {
        let mut tables = db.prepare_cached(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
             ORDER BY name",
        )?;
        let tables = tables.query_map([], |row| row.get(0))?;
        let tables = tables.collect::<rusqlite::Result<Vec<String>>>()?;
        let mut rows = Vec::new();
        for table in tables {
            let mut all = db.prepare_cached(&format!("SELECT * FROM {table}"))?;
            let columns = all.column_count();
            let found = all.query_map([], |row| text(&table, columns, row))?;
            let mut found = found.collect::<rusqlite::Result<Vec<_>>>()?;
            found.sort_unstable();
            rows.append(&mut found);
        }
        Ok(Self(rows))
    }

    /// What a program finds in a folder that is no longer in use: the log of the last time is read
    /// and left there. The first thing that SQLite finds wrong is an error.
    pub(crate) fn in_folder(folder: &Path) -> Result<Self, String> {
        Self::in_file(&folder.join("demitasse.db"))
    }

    /// The same of a database by its own name.
    pub(crate) fn in_file(file: &Path) -> Result<Self, String> {
        let said = |error: rusqlite::Error| error.to_string();
        let db = Connection::open(file).map_err(said)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).map_err(said)?;
        let report = "PRAGMA integrity_check(1)";
        let report: String = db.query_row(report, [], |row| row.get(0)).map_err(said)?;
        if report != "ok" {
            return Err(report);
        }
        Self::read(&db).map_err(said)
    }

    /// All but one table.
    pub(crate) fn without(mut self, table: &str) -> Self {
        self.0.retain(|row| !row.starts_with(&format!("{table}|")));
        self
    }

    /// Whether the bar was ever opened.
    pub(crate) fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// What another state has more, and less.
    pub(crate) fn difference(&self, other: &Self) -> String {
        let lacks = |a: &Self, b: &Self, sign| {
            let rows = a.0.iter().filter(|row| !b.0.contains(row)).take(SHOWN);
            let short = |row: &str| row.chars().take(LONG).collect::<String>();
            rows.map(|row| format!("  {sign} {}", short(row))).collect::<Vec<_>>()
        };
        [lacks(self, other, '-'), lacks(other, self, '+')].concat().join("\n")
    }
}

fn text(table: &str, columns: usize, row: &Row<'_>) -> rusqlite::Result<String> {
    let mut text = vec![table.to_owned()];
    for column in 0..columns {
        let value = row.get_ref(column)?;
        text.push(value.as_str().map_or_else(|_| format!("{value:?}"), str::to_owned));
    }
    Ok(text.join("|"))
}
