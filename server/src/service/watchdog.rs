//! The watchdog: the service manager starts the server anew when it hears nothing for a while.

use std::future::pending;
use std::time::Duration;

use rusqlite::ErrorCode;
use tokio::time::{MissedTickBehavior, interval, timeout};

use super::word::{Word, tell};
use crate::app::Bar;
use crate::storage::{Answer, StorageError, WriteError};

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
        let answer = timeout(each, bar.is_ready()).await.ok();
        let seen = Seen::of(answer, bar.hub().is_deaf());
        match &seen {
            Seen::Well if is_well => tell(&[Word::Alive]),
            Seen::Well => tell(&[Word::Alive, Word::Status(&format!("Serving at {url}"))]),
            Seen::Troubled(trouble) => tell(&[Word::Alive, Word::Status(trouble)]),
            Seen::Lost(why) => tell(&[Word::Status(why)]),
        }
        is_well = seen == Seen::Well;
    }
}

/// What was seen of the bar.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// All is well.
    Well,
    /// It lives, and something keeps it from writing that a new start does not mend.
    Troubled(String),
    /// It is to be started anew.
    Lost(&'static str),
}

impl Seen {
    /// By what the writer answered in time, if it did, and whether phones hear nothing.
    fn of(answer: Option<Answer<()>>, is_deaf: bool) -> Self {
        match answer {
            _ if is_deaf => Self::Lost("Phones do not hear of their orders"),
            Some(Ok(())) => Self::Well,
            Some(Err(trouble)) if is_an_answer(&trouble) => Self::Troubled(trouble.to_string()),
            Some(Err(_)) | None => Self::Lost("Nothing can be written"),
        }
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
        for code in [rusqlite::ffi::SQLITE_FULL, rusqlite::ffi::SQLITE_IOERR] {
            let trouble = Seen::Troubled(commit(code).to_string());
            assert_eq!(Seen::of(Some(Err(commit(code))), false), trouble);
        }
    }

    #[test]
    fn silence_a_file_that_stays_locked_and_a_writer_that_is_gone_are() {
        let lost = Seen::Lost("Nothing can be written");
        assert_eq!(Seen::of(None, false), lost);
        assert_eq!(Seen::of(Some(Err(commit(rusqlite::ffi::SQLITE_BUSY))), false), lost);
        assert_eq!(Seen::of(Some(Err(StorageError::Stopped.into())), false), lost);
    }

    #[test]
    fn phones_that_hear_nothing_are_one_too() {
        assert_eq!(Seen::of(Some(Ok(())), false), Seen::Well);
        let lost = Seen::Lost("Phones do not hear of their orders");
        assert_eq!(Seen::of(Some(Ok(())), true), lost);
    }
}
