//! The watchdog: the service manager starts the server anew when it hears nothing for a while.

use std::future::pending;
use std::time::Duration;

use rusqlite::ErrorCode;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::word::{Word, tell};
use crate::app::Bar;
use crate::storage::{StorageError, WriteError};

/// How often it is told within the time that it waits: one word may come late, or get lost.
const WORDS_WITHIN_PATIENCE: u32 = 3;

/// Tells the service manager that the bar lives, for as long as the one thread that writes answers,
/// and the one that tells the phones is there: a process that merely runs takes no orders. Never
/// ends.
pub(crate) async fn watch(bar: &Bar, url: &str) {
    let Some(patience) = patience() else { return pending().await };
    let each = patience / WORDS_WITHIN_PATIENCE;
    let mut beats = interval(each);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut is_well = true;
    loop {
        beats.tick().await;
        let answer = timeout(each, bar.is_ready()).await;
        let is_deaf = bar.hub().is_deaf();
        match answer.as_ref().map(|answer| answer.as_ref().err()) {
            _ if is_deaf => tell(&[Word::Status("Phones do not hear of their orders")]),
            Ok(None) if is_well => tell(&[Word::Alive]),
            Ok(None) => tell(&[Word::Alive, Word::Status(&format!("Serving at {url}"))]),
            Ok(Some(trouble)) if is_an_answer(trouble) => {
                tell(&[Word::Alive, Word::Status(&trouble.to_string())]);
            }
            Ok(Some(_)) | Err(_) => tell(&[Word::Status("Nothing can be written")]),
        }
        is_well = !is_deaf && matches!(answer, Ok(Ok(())));
    }
}

/// Whether a refusal to write comes from a writer that lives. A full disk is told and not mended
/// by a start; a file that stays locked, or a writer that is gone, may be.
fn is_an_answer(trouble: &WriteError) -> bool {
    let WriteError::Storage(trouble) = trouble else { return true };
    let code = match trouble {
        StorageError::Commit(error) => error.sqlite_error_code(),
        StorageError::Sqlite(error) => error.sqlite_error_code(),
        StorageError::Stopped => return false,
        _ => None,
    };
    !matches!(code, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// How long the service manager waits for a word, where it does.
#[cfg(target_os = "linux")]
fn patience() -> Option<Duration> {
    sd_notify::watchdog_enabled().filter(|patience| !patience.is_zero())
}

#[cfg(not(target_os = "linux"))]
fn patience() -> Option<Duration> {
    None
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn commit(code: i32) -> WriteError {
        let error = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), None);
        WriteError::Storage(StorageError::Commit(Arc::new(error)))
    }

    #[test]
    fn a_full_disk_is_no_reason_to_start_anew() {
        assert!(is_an_answer(&commit(rusqlite::ffi::SQLITE_FULL)));
        assert!(is_an_answer(&commit(rusqlite::ffi::SQLITE_IOERR)));
    }

    #[test]
    fn a_file_that_stays_locked_and_a_writer_that_is_gone_are() {
        assert!(!is_an_answer(&commit(rusqlite::ffi::SQLITE_BUSY)));
        assert!(!is_an_answer(&StorageError::Stopped.into()));
    }
}
