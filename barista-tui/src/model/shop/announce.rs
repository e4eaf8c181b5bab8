//! A line to everybody: which, and for how long.

use demitasse_shared::shop::Announcement;

use crate::model::Model;

/// Lines that are one key away, by their texts' names. Everybody reads them, in the words of the
/// barista who chose them.
pub(crate) const READY_MADE: [&str; 4] =
    ["announce-soon", "announce-machine", "announce-busy", "announce-last"];

/// For how many minutes a line can stand.
pub(crate) const STANDING_MINUTES: [u32; 3] = [5, 10, 30];

/// How far a line to everybody has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Announcing {
    /// Which line?
    What {
        /// The line that stood when this was opened: it keeps its place in the list.
        standing: Option<Announcement>,
        /// The selected line.
        choice: usize,
    },
    /// One of the barista's own.
    Writing {
        /// The words so far.
        text: String,
    },
    /// For how long?
    HowLong {
        /// The line.
        text: String,
        /// Whether the barista wrote it.
        own: bool,
        /// The selected line.
        choice: usize,
    },
}

impl Model {
    /// The line that stands.
    pub(crate) fn announcement(&self) -> Option<&Announcement> {
        self.board.as_ref()?.announcement.as_ref()
    }
}
