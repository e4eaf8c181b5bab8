//! The data that a restore would replace, as far as they can still be read.

use std::path::{Path, PathBuf};

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use rusqlite::{Connection, Row};

use crate::storage::care::{self, LastBackup};
use crate::storage::{Contents, StorageError, backup};

/// The first version whose guests can be forgotten.
const KNOWS_FORGETTING: usize = 3;

/// The table without which a version knows of no wipes and backups.
const CARE: &str = "care";

/// What is there.
#[derive(Clone, Debug)]
pub enum Present {
    /// A folder without data.
    Nothing,
    /// Data that can be read.
    Known(Box<Known>),
    /// Data that cannot be read, and why.
    Unreadable(String),
}

/// What the present data know that the backup does not.
#[derive(Clone, Debug)]
pub struct Known {
    /// What they hold.
    pub contents: Contents,
    /// Whether everything personal was wiped from them.
    pub wiped: bool,
    /// The highest number of each day.
    pub(super) numbers: Vec<(String, u32)>,
    /// The last id of each table that gives none twice.
    pub(super) ids: Vec<(String, i64)>,
    /// The token's hash of each device that was revoked, and when.
    pub(super) revoked: Vec<([u8; 32], i64)>,
    /// Where backups went.
    pub(super) places: Vec<(PathBuf, LastBackup)>,
    /// Who was forgotten: id, and when that guest came.
    pub(super) forgotten: Vec<(i64, i64)>,
}

impl Present {
    /// Reads what is there. The caller holds the lock.
    pub(super) fn look(path: &Path) -> Self {
        if !path.exists() {
            return Self::Nothing;
        }
        match Known::read(path) {
            Ok(known) => Self::Known(Box::new(known)),
            Err(error) => Self::Unreadable(error.to_string()),
        }
    }

    /// What is known of the backup's own bar since then.
    pub(super) fn of_the_same_bar(&self, backup: &Contents) -> Option<&Known> {
        match self {
            Self::Known(known) => Some(&**known).filter(|known| known.is_of(backup)),
            Self::Nothing | Self::Unreadable(_) => None,
        }
    }
}

impl Known {
    /// Whether these data and a backup are of one bar. Old versions say nothing of it.
    pub fn is_of(&self, backup: &Contents) -> bool {
        match (&self.contents.mark, &backup.mark) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        }
    }

    /// How much further these data are than a backup: journal rows, orders, devices.
    pub fn ahead_of(&self, backup: &Contents) -> (u64, u64, u64) {
        let (own, other) = (&self.contents, backup);
        let Seq(rows) = Seq(own.seq.0 - other.seq.0);
        (
            u64::try_from(rows).unwrap_or_default(),
            own.orders().saturating_sub(other.orders()),
            own.devices().saturating_sub(other.devices()),
        )
    }

    /// When the last thing happened.
    pub fn at(&self) -> Option<Timestamp> {
        self.contents.at
    }

    fn read(path: &Path) -> Result<Self, StorageError> {
        let connection = Connection::open(path)?;
        backup::check(&connection, path, None)
            .map_err(|error| StorageError::Stored(error.to_string()))?;
        let contents = Contents::read(&connection)?;
        let has_forgotten = contents.version >= KNOWS_FORGETTING;
        let has_care = contents.rows.contains_key(CARE);
        let db = &connection;
        Ok(Self {
            wiped: has_care
                && db.query_row("SELECT wiped_at IS NOT NULL FROM care", [], |row| row.get(0))?,
            numbers: list(
                db,
                "SELECT day, max(number) FROM orders WHERE number IS NOT NULL GROUP BY day",
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?,
            ids: list(db, "SELECT name, seq FROM sqlite_sequence", |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?,
            revoked: list(
                db,
                "SELECT token_hash, revoked_at FROM devices WHERE revoked_at IS NOT NULL",
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?,
            places: if has_care { care::places(db)? } else { Vec::new() },
            forgotten: if has_forgotten { forgotten(db)? } else { Vec::new() },
            contents,
        })
    }
}

fn forgotten(db: &Connection) -> Result<Vec<(i64, i64)>, StorageError> {
    list(
        db,
        "SELECT id, created_at FROM guests
         WHERE forget_at IS NOT NULL OR (name IS NULL AND identity IS NULL)",
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn list<T>(
    db: &Connection,
    sql: &str,
    read: impl FnMut(&Row<'_>) -> Result<T, rusqlite::Error>,
) -> Result<Vec<T>, StorageError> {
    let mut statement = db.prepare(sql)?;
    Ok(statement.query_map([], read)?.collect::<Result<_, _>>()?)
}
