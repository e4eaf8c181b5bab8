//! The data that a restore would replace, as far as they can still be read.

use std::path::{Path, PathBuf};

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use rusqlite::{Connection, Row, params};

use crate::storage::care::{self, LastBackup};
use crate::storage::{Contents, StorageError, backup};

/// The first version whose guests can be forgotten.
const KNOWS_FORGETTING: usize = 3;

/// The table without which a version knows of no wipes and backups.
const CARE: &str = "care";

/// The table without which a version knows of no numbers that are left out.
const FLOORS: &str = "number_floors";

/// The highest number of each day, as far as orders tell it.
const GIVEN: &str = "SELECT day, max(number) FROM orders WHERE number IS NOT NULL GROUP BY day";

/// The same with those that an earlier restore left out: they may have been called out, too.
const GIVEN_OR_LEFT_OUT: &str = "
    SELECT day, max(number) FROM
        (SELECT day, number FROM orders WHERE number IS NOT NULL
         UNION ALL SELECT day, number FROM number_floors)
    GROUP BY day";

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
    /// Whether the backup's last change is theirs, too: what came after it is in them.
    pub(super) leads_on: bool,
    /// The highest number of each day, given or left out.
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
    /// Reads what is there, to be held against a backup. The caller holds the lock.
    pub(super) fn look(path: &Path, backup: &Contents) -> Self {
        if !path.exists() {
            return Self::Nothing;
        }
        match Known::read(path, backup) {
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

    fn read(path: &Path, backup: &Contents) -> Result<Self, StorageError> {
        let connection = Connection::open(path)?;
        backup::check(&connection, path, None)
            .map_err(|error| StorageError::Stored(error.to_string()))?;
        let contents = Contents::read(&connection)?;
        let has_forgotten = contents.version >= KNOWS_FORGETTING;
        let has_care = contents.rows.contains_key(CARE);
        let has_floors = contents.rows.contains_key(FLOORS);
        let db = &connection;
        Ok(Self {
            wiped: has_care
                && db.query_row("SELECT wiped_at IS NOT NULL FROM care", [], |row| row.get(0))?,
            leads_on: holds_last(db, backup)?,
            numbers: list(db, if has_floors { GIVEN_OR_LEFT_OUT } else { GIVEN }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?,
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

/// Whether a backup's last row stands in the journal. Where it does not, the data are older than the
/// backup, or went another way.
fn holds_last(db: &Connection, backup: &Contents) -> Result<bool, StorageError> {
    let Some(at) = backup.at else { return Ok(true) };
    let mut statement = db.prepare("SELECT 1 FROM journal WHERE seq = ? AND at = ?")?;
    Ok(statement.exists(params![backup.seq.0, at.as_millisecond()])?)
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
