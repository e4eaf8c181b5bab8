//! The copies of the data that the bar knows of: they hold what the data held then.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::storage::restore::{BEFORE_RESTORE, LITESTREAM};
use crate::storage::{BEFORE_UPGRADE, StorageError, backup_files, care};

/// Every copy that is still there: files, and folders of nothing but copies.
pub fn copies(connection: &Connection, data: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let beside = [BEFORE_UPGRADE, BEFORE_RESTORE, LITESTREAM].map(|name| data.join(name));
    let mut found: Vec<_> = beside.into_iter().filter(|folder| folder.exists()).collect();
    let mark = care::mark(connection)?;
    for (folder, last) in care::places(connection)? {
        // A stick that is not plugged in shows nothing; its place is told all the same.
        let mut own = backup_files::own(&folder, &mark).unwrap_or_default();
        if !own.contains(&last.file) {
            own.push(last.file);
        }
        found.append(&mut own);
    }
    Ok(found)
}

/// Removes copies and forgets where they were. What is out of reach stays known.
///
/// # Errors
/// Where the database says no. What could not be removed is handed back.
pub fn remove(
    connection: &Connection,
    copies: Vec<PathBuf>,
) -> Result<Vec<(PathBuf, io::Error)>, StorageError> {
    let mut left = Vec::new();
    for copy in copies {
        let removed =
            if copy.is_dir() { fs::remove_dir_all(&copy) } else { fs::remove_file(&copy) };
        match removed {
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

/// Whether the folder of a file is there: then a file that is not there is gone for good.
fn is_reachable(file: &Path) -> bool {
    file.parent().is_some_and(Path::is_dir)
}
