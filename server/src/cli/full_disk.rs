//! A full disk speaks in many words, by whichever file comes first. A person must hear the same of all
//! of them: what to do.

use std::error::Error;
use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_TRUNCATE};

/// What helps.
pub(super) const ADVICE: &str =
    ". The disk is full: free some space; what was acknowledged is kept";

/// Whether an error, or what it comes from, is that the disk has no room.
pub(super) fn is_behind(error: &(dyn Error + 'static)) -> bool {
    is_full(error) || error.source().is_some_and(is_behind)
}

fn is_full(error: &(dyn Error + 'static)) -> bool {
    if let Some(error) = error.downcast_ref::<io::Error>() {
        return matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    }
    let Some(rusqlite::Error::SqliteFailure(error, _)) = error.downcast_ref() else { return false };
    // Where the index of its log finds no room, SQLite calls that a broken disk.
    error.code == ErrorCode::DiskFull
        || [SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_TRUNCATE].contains(&error.extended_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_known_behind_other_words() {
        let full = io::Error::from(io::ErrorKind::StorageFull);
        let behind = crate::storage::StorageError::Directory { path: "/bar".into(), source: full };
        assert!(is_behind(&behind));
        assert!(!is_behind(&io::Error::from(io::ErrorKind::PermissionDenied)));
    }
}
