//! The copies of the data that the bar knows of: they hold what the data held then.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use demitasse_shared::client::sync_folder;
use rusqlite::Connection;

use crate::storage::restore::{self, BEFORE_RESTORE, LITESTREAM};
use crate::storage::{BEFORE_UPGRADE, StorageError, backup, backup_files, care};

/// The folders in the data folder that hold nothing but copies.
const BESIDE: [&str; 3] = [BEFORE_UPGRADE, BEFORE_RESTORE, LITESTREAM];

/// What every SQLite database begins with (SQLite, "Database File Format").
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Every copy that is still there: files, and folders of nothing but copies.
pub fn copies(connection: &Connection, data: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let beside = BESIDE.map(|name| data.join(name));
    let mut found: Vec<_> = beside.into_iter().filter(|folder| folder.exists()).collect();
    let mark = care::mark(connection)?;
    for (folder, last) in care::places(connection)? {
        // A stick that is not plugged in shows nothing; its place is told all the same.
        let mut own = backup_files::own(&folder, &mark).unwrap_or_default();
        own.append(&mut backup_files::parts(&folder, &mark).unwrap_or_default());
        let part = backup::part_of(&last.file);
        own.extend(part.is_file().then_some(part));
        if !matches!(whose(&last.file, &mark), Whose::Others) {
            own.push(last.file);
        }
        found.append(&mut own);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Whose a file is where a backup was made once: somebody may have put another one there since.
enum Whose {
    /// This bar's, by its name or by the mark in it.
    Own,
    /// Another bar's, or no database.
    Others,
    /// It is not there to be looked at, or is damaged.
    Unknown,
}

fn whose(file: &Path, mark: &str) -> Whose {
    if backup_files::is_named_own(file, mark) {
        return Whose::Own;
    }
    match restore::contents_of(file) {
        Some(contents) if contents.mark.as_deref() == Some(mark) => Whose::Own,
        None if !file.exists() || is_database(file) => Whose::Unknown,
        _ => Whose::Others,
    }
}

fn is_database(file: &Path) -> bool {
    let mut start = [0; MAGIC.len()];
    // A pipe would let everybody wait for somebody who writes into it.
    file.is_file()
        && File::open(file).and_then(|mut file| file.read_exact(&mut start)).is_ok()
        && start == *MAGIC
}

/// Removes what a restore that was cut off has left in the data folder. Nobody else restores there:
/// the caller has the data open.
pub fn remove_left_over(data: &Path) {
    restore::remove_left_over(data);
}

/// Removes copies and forgets where they were. What is out of reach stays known. Folders go only in
/// the data folder, and where a backup was made once only what is this bar's still.
///
/// # Errors
/// Where the database says no. What could not be removed is handed back.
pub fn remove(
    connection: &Connection,
    data: &Path,
    copies: Vec<PathBuf>,
) -> Result<Vec<(PathBuf, io::Error)>, StorageError> {
    let mark = care::mark(connection)?;
    let mut left = Vec::new();
    for copy in copies {
        match remove_one(data, &mark, &copy).and_then(|()| forget_name(&copy)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound && is_reachable(&copy) => {}
            Err(error) => left.push((copy, error)),
            Ok(()) => {}
        }
    }
    if left.is_empty() {
        connection.execute("DELETE FROM backup_places", [])?;
    }
    Ok(left)
}

fn remove_one(data: &Path, mark: &str, copy: &Path) -> io::Result<()> {
    if BESIDE.iter().any(|name| data.join(name) == copy) {
        return fs::remove_dir_all(copy);
    }
    // A part has no mark to be read; its name says what it was to become.
    let whole = copy.extension().is_none_or(|ending| ending != "part");
    match whose(copy, mark) {
        Whose::Unknown if whole && copy.exists() => {
            Err(io::Error::other("it is damaged, and may be somebody else's"))
        }
        Whose::Others if whole => Ok(()),
        _ => fs::remove_file(copy),
    }
}

/// Sees to it that a file that was removed does not come back with a cut of power.
fn forget_name(copy: &Path) -> io::Result<()> {
    copy.parent().map_or(Ok(()), sync_folder)
}

/// Whether the folder of a file is there: then a file that is not there is gone for good.
fn is_reachable(file: &Path) -> bool {
    file.parent().is_some_and(Path::is_dir)
}
