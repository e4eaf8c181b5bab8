//! What a disk can come down with, and what SQLite then hears of it.

use std::ffi::c_int;

use rusqlite::ffi;

/// What is wrong with a disk while it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ailment {
    /// It is full (`ENOSPC`): what needs room fails, also where that shows only at a sync.
    Full,
    /// It does nothing that it is asked for (`EIO`).
    Broken,
    /// It fills up in the midst of a write.
    Short,
    /// It cannot be read any more (`EIO`), and takes what is written.
    Unreadable,
    /// It fails to sync, and takes what was not synced for done: a later sync says yes, and that is
    /// not there all the same. Linux does so (`EIO` is told once).
    Forgetful,
}

/// What is asked of a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// A file that is not there yet.
    Create,
    /// What is in a file.
    Read,
    /// Something in a file.
    Write,
    /// A shorter file.
    Truncate,
    /// What was written, for good.
    Sync,
    /// No such file any more.
    Delete,
}

impl Ailment {
    /// Every one of them.
    pub const ALL: [Self; 5] =
        [Self::Full, Self::Broken, Self::Short, Self::Unreadable, Self::Forgetful];

    /// SQLite's word for what comes of a wish; nothing where it is granted.
    pub(crate) fn answer(self, wish: Wish) -> Option<c_int> {
        Some(match (self, wish) {
            (Self::Full | Self::Broken, Wish::Create) => ffi::SQLITE_CANTOPEN,
            (Self::Full | Self::Short, Wish::Write) => ffi::SQLITE_FULL,
            (Self::Full | Self::Broken | Self::Forgetful, Wish::Sync) => ffi::SQLITE_IOERR_FSYNC,
            (Self::Broken, Wish::Write) => ffi::SQLITE_IOERR_WRITE,
            (Self::Broken, Wish::Truncate) => ffi::SQLITE_IOERR_TRUNCATE,
            (Self::Broken, Wish::Delete) => ffi::SQLITE_IOERR_DELETE,
            (Self::Unreadable, Wish::Read) => ffi::SQLITE_IOERR_READ,
            _ => return None,
        })
    }

    /// Whether it stands in the way of a wish.
    pub fn spoils(self, wish: Wish) -> bool {
        self.answer(wish).is_some()
    }

    /// Whether a wish is one of those that this ailment is counted by.
    pub(crate) fn concerns(self, wish: Wish) -> bool {
        match self {
            Self::Unreadable => wish == Wish::Read,
            Self::Forgetful => wish == Wish::Sync,
            _ => wish != Wish::Read,
        }
    }
}
