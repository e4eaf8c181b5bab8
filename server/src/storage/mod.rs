//! Where the bar is kept: one SQLite file, written by one thread, read by a few connections that
//! can do nothing but read. SQL stands as text beside its row mapping, a file per noun.

pub mod announcement;
pub mod backup;
pub mod backup_files;
pub mod badges;
pub mod bar;
pub mod care;
mod change;
pub mod check;
mod contents;
pub mod device_keys;
pub mod devices;
pub mod guests;
pub mod journal;
pub mod keys;
mod line;
mod memory;
mod migrations;
pub mod orders;
mod owner;
pub mod proofs;
mod readers;
pub mod restore;
pub mod turned_away;
pub mod venue;
pub mod windows;
pub mod wipe;
mod writer;

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use demitasse_shared::Timestamp;
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::secret::NoRandomness;

pub use change::{Change, Committed};
pub use contents::Contents;
pub use migrations::BEFORE_UPGRADE;
pub use readers::Readers;
pub use writer::{Answer, Publish, WriteError, Writer};

/// The database's name in the data directory.
const DATABASE: &str = "demitasse.db";

/// The file whose lock keeps a second server off the data directory.
const LOCK: &str = "lock";

/// How long a connection waits for another program's lock on the file, such as a backup's.
const BUSY_TIMEOUT: std::time::Duration = std::time::Duration::from_secs(5);

/// How long everybody waits at most for a program that reads the write-ahead log, before the log is
/// left for later. Litestream reads it for as long as it runs.
const LOG_PATIENCE: std::time::Duration = std::time::Duration::from_millis(200);

/// Pages of the write-ahead log after which it is folded into the file, 16 MB, as soon as nobody
/// waits: that takes some ten times as long as a commit. What is written often, as all that is of
/// today, goes into the file once for many commits; the log is then written over in place, which is
/// what makes its syncs cheap. After a kill it is read back in some hundredths of a second.
const LOG_PAGES: u32 = 4_096;

/// Pages after which it is folded even though people wait, 64 MB: some twenty thousand orders and
/// steps without a pause.
const LOG_PAGES_MOST: u32 = 16_384;

/// How big the log's file may stay once it is folded: as it is after a rush, so that the next one finds
/// its room. A backup or another reader that keeps it from being folded lets it grow beyond.
const LOG_BYTES_KEPT: u32 = 64 * 1_024 * 1_024;

/// Pages that the writer may keep in memory, 16 MB: a rush's whole commit, so that none of it is
/// written twice, and the ends of all tables and indexes, where a day is.
const CACHED_PAGES: u32 = 4_096;

/// Statements that each connection keeps prepared: more than there are.
const STATEMENTS: usize = 128;

/// What people can do where the data turn out to be damaged while the bar is open.
pub const DAMAGE_WORDS: &str =
    "the bar's data are damaged: staff run `demitasse doctor`, then restore a backup";

/// Why the bar cannot be opened, or a change cannot be kept.
#[derive(Debug, thiserror::Error)]
pub enum StorageError {
    /// The data directory cannot be used.
    #[error("cannot use the data directory {path}")]
    Directory {
        /// The directory, or a file in it.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The data are another user's, whose files root would take away.
    #[error(
        "the data in {path} are the user {owner}'s, who could not open what root writes: \
         `sudo -u {owner} demitasse …` instead"
    )]
    Owner {
        /// The directory.
        path: PathBuf,
        /// Its user.
        owner: String,
    },
    /// Another server is at work there.
    #[error("another demitasse is running on {0}; stop it first, or choose another --data")]
    Locked(PathBuf),
    /// The database was made by a newer version.
    #[error(
        "the data in {path} is of version {found}, this program knows versions up to {known}: \
         use a newer demitasse; nothing was changed"
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its version.
        found: usize,
        /// The newest version that this program knows.
        known: usize,
    },
    /// The data are of an older version, and cannot be copied before they are brought up to date.
    #[error(
        "the data in {path} must be brought up to date, and a copy of them must be kept first: \
         {source}; nothing was changed"
    )]
    NoWayBack {
        /// The database.
        path: PathBuf,
        /// Why there is no copy.
        source: Box<backup::BackupError>,
    },
    /// The database is damaged.
    #[error("the data in {path} is damaged ({report}); restore a backup; nothing was changed")]
    Damaged {
        /// The database.
        path: PathBuf,
        /// What SQLite found.
        report: String,
    },
    /// SQLite could not do it.
    #[error("the database said no")]
    Sqlite(#[from] rusqlite::Error),
    /// A commit failed: nothing of it was kept, and none of its requests was answered with yes.
    #[error("{}", commit_words(.0))]
    Commit(#[source] Arc<rusqlite::Error>),
    /// Somebody reads the write-ahead log, so that it cannot be emptied.
    #[error("the write-ahead log is in use")]
    LogInUse,
    /// A request panicked; nothing of it was kept.
    #[error("a request broke off")]
    BrokenOff,
    /// A thread could not be started.
    #[error("the writer cannot be started")]
    Thread(#[source] std::io::Error),
    /// The system gives no random numbers.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// A stored value makes no sense.
    #[error("a stored value makes no sense: {0}")]
    Stored(String),
    /// The writer has stopped.
    #[error("the writer has stopped")]
    Stopped,
}

/// The opened bar, before its threads are started.
#[derive(Debug)]
pub struct Storage {
    path: PathBuf,
    connection: Connection,
    lock: File,
}

impl Storage {
    /// Whether there are data in a directory. Opening them makes some where there are none.
    pub fn is_at(data: &Path) -> bool {
        data.join(DATABASE).exists() || restore::is_decided(data)
    }

    /// Opens the database in a data directory, making both where they are missing.
    ///
    /// # Errors
    /// A [`StorageError`] that says what to do; the data stays as it was.
    pub fn open(data: &Path) -> Result<Self, StorageError> {
        let cannot = |path: &Path| {
            let path = path.to_path_buf();
            move |source| StorageError::Directory { path, source }
        };
        Self::make_folder(data)?;
        let lock = lock(data)?;
        // Where a restore was cut off after it was decided, this is the rest of it.
        restore::roll_forward(data).map_err(cannot(data))?;
        let path = data.join(DATABASE);
        // SQLite gives its other files the database's mode.
        File::options().create(true).append(true).open(&path).map_err(cannot(&path))?;
        keep_private(&path, 0o600).map_err(cannot(&path))?;
        let mut connection = open_writable(&path).map_err(|error| damaged(&path, error))?;
        let found = migrations::prepare(&connection, &path)?;
        keep_log(&connection).map_err(|error| damaged(&path, error))?;
        migrations::finish(&mut connection, found)?;
        // A server that was killed left a log, perhaps with what was to be wiped from it.
        if let Err(error) = fold_log(&connection) {
            tracing::warn!(%error, "the write-ahead log of the last time stays for now");
        }
        Ok(Self { path, connection, lock })
    }

    /// Makes the data directory where it is missing, for its owner alone, and refuses root where it
    /// is somebody else's: before anything is written there.
    ///
    /// # Errors
    /// Where it cannot be made, or is not this user's.
    pub fn make_folder(data: &Path) -> Result<(), StorageError> {
        let cannot = |source| StorageError::Directory { path: data.to_path_buf(), source };
        if !data.exists() {
            backup::make_folder(data).map_err(cannot)?;
        }
        owner::check(data)
    }

    /// Whether a bar was ever opened in this folder.
    pub fn is_in(data: &Path) -> bool {
        data.join(DATABASE).exists()
    }

    /// The writing connection, before the writer has it: for what is read and written at start.
    pub fn connection(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// When the last change happened, where one ever did.
    pub fn last_moment(&self) -> Result<Option<Timestamp>, StorageError> {
        Ok(journal::last(&self.connection)?.map(|(_, at)| at))
    }

    /// Starts the writer thread and the readers. The lock goes with the writer.
    ///
    /// # Errors
    /// Where a connection cannot be opened or the thread cannot be started.
    pub fn start(
        self,
        clock: crate::clock::Clock,
        publish: impl Publish,
    ) -> Result<(Writer, Readers), StorageError> {
        let readers = Readers::open(&self.path)?;
        let writer = Writer::start(self.connection, self.lock, clock, publish)?;
        Ok((writer, readers))
    }
}

fn lock(data: &Path) -> Result<File, StorageError> {
    let path = data.join(LOCK);
    let cannot = |source| StorageError::Directory { path: path.clone(), source };
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(cannot)?;
    match file.try_lock() {
        // Whoever else could open it could keep the bar shut.
        Ok(()) => keep_private(&path, 0o600).map_err(cannot).map(|()| file),
        Err(TryLockError::WouldBlock) => Err(StorageError::Locked(data.to_path_buf())),
        Err(TryLockError::Error(source)) => Err(cannot(source)),
    }
}

/// Writes a log ahead of the file from now on, which stands in the file itself: for data that are not
/// refused.
fn keep_log(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.pragma_update(None, "journal_mode", "wal")
}

/// Durable in write-ahead mode: every commit is synced before it counts (SQLite, "PRAGMA
/// synchronous": FULL syncs the log at each commit; NORMAL would not).
fn open_writable(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // What is deleted is written over with zeros, so that a forgotten guest is in no free page.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // What a statement or a savepoint would take back is kept in memory, not in a file of its own.
    connection.pragma_update(None, "temp_store", "memory")?;
    // Plans do not depend on the bound values, so statements are not prepared anew for each.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "wal_autocheckpoint", LOG_PAGES_MOST)?;
    connection.pragma_update(None, "journal_size_limit", LOG_BYTES_KEPT)?;
    connection.pragma_update(None, "cache_size", CACHED_PAGES)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(connection)
}

/// Folds the write-ahead log into the file and empties it. Whoever reads it is waited for, but not
/// for long: nobody is served meanwhile.
fn fold_log(connection: &Connection) -> Result<(), StorageError> {
    connection.busy_timeout(LOG_PATIENCE)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    connection.busy_timeout(BUSY_TIMEOUT)?;
    if busy? { Err(StorageError::LogInUse) } else { Ok(()) }
}

/// How many pages of the log are not in the file yet.
fn unfolded(connection: &Connection) -> Result<u32, rusqlite::Error> {
    let mut asking = connection.prepare_cached("PRAGMA wal_checkpoint(NOOP)")?;
    let (pages, folded): (u32, u32) = asking.query_row([], |row| Ok((row.get(1)?, row.get(2)?)))?;
    Ok(pages.saturating_sub(folded))
}

/// Folds as much of the log into the file as nobody reads just now, and waits for nobody.
fn fold_what_is_free(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
}

impl StorageError {
    /// Whether what is stored is broken: trying again does not help.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Damaged { .. } => true,
            Self::Sqlite(error) => is_damage(error),
            Self::Commit(error) => is_damage(error),
            _ => false,
        }
    }
}

/// Whether SQLite has met a page that makes no sense.
fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
}

/// What a commit that failed tells staff.
fn commit_words(error: &rusqlite::Error) -> &'static str {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::DiskFull) => {
            "the disk is full: free some space; what was acknowledged is kept"
        }
        _ if is_damage(error) => DAMAGE_WORDS,
        _ => "the disk did not take a change; what was acknowledged is kept",
    }
}

fn damaged(path: &Path, error: rusqlite::Error) -> StorageError {
    if !is_damage(&error) {
        return StorageError::Sqlite(error);
    }
    StorageError::Damaged { path: path.to_path_buf(), report: error.to_string() }
}

#[cfg(unix)]
fn keep_private(path: &Path, mode: u32) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn keep_private(_path: &Path, _mode: u32) -> std::io::Result<()> {
    Ok(())
}

/// A moment from a column.
fn moment(milliseconds: i64) -> Result<Timestamp, rusqlite::Error> {
    Timestamp::from_millisecond(milliseconds).map_err(|error| unreadable(&error.to_string()))
}

/// A stored value that does not read back.
fn unreadable(what: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        what.to_owned().into(),
    )
}

#[cfg(test)]
mod tests;
