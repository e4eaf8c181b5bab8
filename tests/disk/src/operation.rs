//! What is done to a disk.

use std::fmt;
use std::sync::Arc;

/// One operation, in the order in which they came.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The file's name in its folder.
    pub file: Arc<str>,
    /// What was done to it.
    pub deed: Deed,
    /// What the test's own mark said just before (see [`Disk::mark`](crate::Disk::mark)).
    pub mark: i64,
}

/// What can be done to a file.
#[derive(Clone)]
pub enum Deed {
    /// It was there when the disk first heard of it, with this in it.
    Found(Vec<u8>),
    /// It was made.
    Create,
    /// This was written there.
    Write {
        /// The first byte's place.
        at: usize,
        /// What was written.
        bytes: Vec<u8>,
    },
    /// It was cut to this size.
    Truncate(usize),
    /// All of it, and its name, were written down for good.
    Sync,
    /// It was removed.
    Delete,
    /// Its sync failed, and what was written since the last one counts as done. Some of that is on
    /// the disk, by the bits of this number, and the rest never will be.
    Forget(u64),
}

impl fmt::Debug for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found(bytes) => write!(f, "found with {} bytes", bytes.len()),
            Self::Create => f.write_str("create"),
            Self::Write { at, bytes } => write!(f, "write {} bytes at {at}", bytes.len()),
            Self::Truncate(size) => write!(f, "truncate to {size} bytes"),
            Self::Sync => f.write_str("sync"),
            Self::Delete => f.write_str("delete"),
            Self::Forget(_) => f.write_str("a sync that fails"),
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} of {}", self.deed, self.file)
    }
}
