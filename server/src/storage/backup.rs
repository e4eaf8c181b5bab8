//! A copy of the database while it is in use: whole, checked and on the disk before it gets its name.
//!
//! The source is read in one transaction, so that the copy is of one moment however long it takes;
//! in write-ahead mode nobody who writes has to wait for it.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use demitasse_shared::client::sync_folder;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction};

use super::{Contents, StorageError};

/// Pages that are copied in one go, 4 kB each; the disk is let go in between.
const STEP_PAGES: i32 = 256;

/// What stands behind a copy's name until it is whole.
pub(super) const PART: &str = ".part";

/// Why there is no copy. Nothing half done is left behind.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The place cannot be used.
    #[error("cannot keep a backup at {path}: {source}")]
    Place {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The place is not there any more, or another one stands in its stead.
    #[error("{0} is not there: plug in the stick or disk that it is on")]
    Gone(PathBuf),
    /// The disk is full.
    #[error("there is no room for a backup at {0}: free some space there, or choose another place")]
    Full(PathBuf),
    /// The copy differs from what was copied.
    #[error("the copy at {path} is not good ({report}); it was thrown away")]
    NotGood {
        /// Where it stood.
        path: PathBuf,
        /// What was found.
        report: String,
    },
    /// The data cannot be read.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Copies the database as it is in a transaction, whose contents were read in it.
///
/// # Errors
/// Why there is none; what stood at `target` before stands there still.
pub(super) fn copy(
    moment: &Transaction<'_>,
    contents: &Contents,
    target: &Path,
) -> Result<(), BackupError> {
    let part = part_of(target);
    let copied = write(moment, contents, &part)
        .and_then(|()| put_in_place(&part, target).map_err(|source| place(target, source)));
    copied.inspect_err(|_why| remove_part(&part))
}

/// Removes a copy that is not whole, with what SQLite put beside it.
pub(super) fn remove_part(part: &Path) {
    for leftover in [part.to_owned(), beside(part, "-journal"), beside(part, "-wal")] {
        // There may be nothing, and no disk to remove it from.
        drop(fs::remove_file(leftover));
    }
}

/// The name of a copy that is not whole yet.
pub(super) fn part_of(target: &Path) -> PathBuf {
    beside(target, PART)
}

/// Writes and checks a copy.
pub(super) fn write(
    moment: &Transaction<'_>,
    contents: &Contents,
    part: &Path,
) -> Result<(), BackupError> {
    create(part).map_err(|source| place(part, source))?;
    fill(moment, part).map_err(|error| told(part, error))?;
    let copy = open(part).map_err(|error| told(part, error))?;
    check(&copy, part, Some(contents))?;
    drop(copy);
    File::open(part).and_then(|file| file.sync_all()).map_err(|source| place(part, source))
}

/// An empty file that only the own user may ever read: one that was left half done may have other
/// rights, and whoever had it open would read along.
fn create(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    private().write(true).create_new(true).open(path).map(drop)
}

#[cfg(unix)]
fn private() -> fs::OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = File::options();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn private() -> fs::OpenOptions {
    File::options()
}

/// Lets nobody else read what was just made. Sticks' file systems know no users, and say that it is
/// not permitted.
pub(super) fn hide(path: &Path, mode: u32) -> io::Result<()> {
    match super::keep_private(path, mode) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        done => done,
    }
}

fn fill(source: &Connection, part: &Path) -> Result<(), rusqlite::Error> {
    let mut target = Connection::open_with_flags(part, writable())?;
    // What is half done is thrown away: no need for a way back. It is synced once, at the end.
    target.pragma_update(None, "journal_mode", "off")?;
    target.pragma_update(None, "synchronous", "off")?;
    let backup = Backup::new(source, &mut target)?;
    loop {
        match backup.step(STEP_PAGES)? {
            StepResult::Done => return Ok(()),
            // Nobody else knows the copy, and the source's moment is held.
            StepResult::Busy | StepResult::Locked => {
                return Err(rusqlite::Error::SqliteFailure(
                    rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY),
                    None,
                ));
            }
            _ => std::thread::yield_now(),
        }
    }
}

/// A copy for looking at. It becomes a file that stands alone, without a write-ahead log.
pub(super) fn open(path: &Path) -> Result<Connection, rusqlite::Error> {
    let connection = Connection::open_with_flags(path, writable())?;
    connection.pragma_update(None, "journal_mode", "delete")?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    Ok(connection)
}

fn writable() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Looks at every page, every reference and every count of a copy.
pub(super) fn check(
    copy: &Connection,
    path: &Path,
    expected: Option<&Contents>,
) -> Result<Contents, BackupError> {
    let bad = |report: String| BackupError::NotGood { path: path.to_owned(), report };
    let unreadable = |error: rusqlite::Error| bad(error.to_string());
    let report: String =
        copy.pragma_query_value(None, "integrity_check", |row| row.get(0)).map_err(unreadable)?;
    if report != "ok" {
        return Err(bad(report));
    }
    let mut references = copy.prepare("PRAGMA foreign_key_check").map_err(unreadable)?;
    if references.exists([]).map_err(unreadable)? {
        return Err(bad("a row refers to one that is not there".to_owned()));
    }
    let found = Contents::read(copy).map_err(|error| bad(error.to_string()))?;
    match expected {
        Some(expected) if *expected != found => {
            Err(bad("its rows are not those copied".to_owned()))
        }
        _ => Ok(found),
    }
}

/// Gives a whole copy its name. After a cut of power it has it, or has it not.
pub(super) fn put_in_place(part: &Path, target: &Path) -> io::Result<()> {
    fs::rename(part, target)?;
    target.parent().map_or(Ok(()), sync_folder)
}

/// Makes a folder for its owner alone, and all that it stands in, for good.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.exists();
    let missing: Vec<_> = folder.ancestors().take_while(is_missing).collect();
    fs::create_dir_all(folder)?;
    super::keep_private(folder, 0o700)?;
    missing.into_iter().filter_map(Path::parent).try_for_each(sync_folder)
}

/// The same path with more behind its name.
pub(super) fn beside(path: &Path, more: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(more);
    name.into()
}

pub(super) fn place(path: &Path, source: io::Error) -> BackupError {
    let path = path.to_owned();
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => BackupError::Full(path),
        _ => BackupError::Place { path, source },
    }
}

fn told(path: &Path, error: rusqlite::Error) -> BackupError {
    match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => BackupError::Full(path.to_owned()),
        Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen | ErrorCode::ReadOnly) => {
            BackupError::Place { path: path.to_owned(), source: io::Error::other(error) }
        }
        _ => StorageError::from(error).into(),
    }
}
