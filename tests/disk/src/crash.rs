//! What may lie on a disk that lost its power.
//!
//! What was synced is there. Of what came after the last sync of its file any part may be, in any
//! order: that is all that SQLite expects of a disk ("Atomic Commit In SQLite", "Hardware
//! Assumptions"), and less than most disks give.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::operation::{Deed, Operation};
use crate::torn;

/// Files by their names, with what is in them.
pub type Files = BTreeMap<Arc<str>, Vec<u8>>;

/// A disk on its way through a log of operations, at each of which it may be cut off.
#[derive(Debug)]
pub struct Crash<'a> {
    log: &'a [Operation],
    done: usize,
    lasting: Files,
    pending: BTreeMap<Arc<str>, Vec<&'a Deed>>,
}

impl<'a> Crash<'a> {
    /// A disk on which nothing has happened yet.
    pub fn new(log: &'a [Operation]) -> Self {
        Self { log, done: 0, lasting: Files::new(), pending: BTreeMap::new() }
    }

    /// Goes on until so many operations are done.
    pub fn go_on_to(&mut self, count: usize) {
        while self.done < count.min(self.log.len()) {
            self.step();
        }
    }

    fn step(&mut self) {
        let Operation { file, deed, .. } = &self.log[self.done];
        self.done += 1;
        match deed {
            Deed::Found(bytes) => drop(self.lasting.insert(Arc::clone(file), bytes.clone())),
            Deed::Sync => self.sync(file, u64::MAX),
            Deed::Forget(part) => self.sync(file, *part),
            deed => self.pending.entry(Arc::clone(file)).or_default().push(deed),
        }
    }

    /// What was done to a file lasts now. Of what was written, only that part does whose bits are set,
    /// and the rest is forgotten.
    fn sync(&mut self, file: &Arc<str>, part: u64) {
        let after = self.pending.remove(file).unwrap_or_default();
        if after.iter().any(|deed| matches!(deed, Deed::Create | Deed::Delete)) {
            self.sync_names();
        }
        let mut content = self.lasting.remove(file);
        let mut bits = part;
        for deed in after {
            bits = bits.rotate_left(1);
            match deed {
                Deed::Write { at, bytes } if bits & 1 == 0 => {
                    grown(&mut content, at + bytes.len());
                }
                deed => perform(&mut content, deed),
            }
        }
        self.lasting.extend(content.map(|content| (Arc::clone(file), content)));
    }

    /// Which files there are is written down with any new file's first sync, as SQLite does it.
    fn sync_names(&mut self) {
        for (file, pending) in &mut self.pending {
            let named = |deed: &&Deed| matches!(deed, Deed::Create | Deed::Delete);
            let Some(last) = pending.iter().rposition(named) else { continue };
            match pending.drain(..=last).next_back() {
                Some(Deed::Delete) => drop(self.lasting.remove(file)),
                _ => drop(self.lasting.insert(Arc::clone(file), Vec::new())),
            }
        }
    }

    /// What was synced by now, and nothing else: what is left where chance is at its worst.
    pub fn lasting(&self) -> &Files {
        &self.lasting
    }

    /// What lies on the disk where its power goes now. `below` draws a whole number below another.
    pub fn now(&self, below: &mut impl FnMut(u64) -> u64) -> Files {
        let mut files = self.lasting.clone();
        // Now and then all is lost that can be, or nothing.
        let luck = [0, 25, 50, 75, 100][usize::try_from(below(5)).unwrap_or(0)];
        for (file, pending) in &self.pending {
            let mut content = files.remove(file);
            torn::apply(&mut content, pending, luck, below);
            files.extend(content.map(|content| (Arc::clone(file), content)));
        }
        files
    }
}

/// Does to a file what was done to it.
pub(crate) fn perform(content: &mut Option<Vec<u8>>, deed: &Deed) {
    match deed {
        Deed::Create => *content = Some(Vec::new()),
        Deed::Delete => *content = None,
        Deed::Truncate(size) => grown(content, 0).truncate(*size),
        Deed::Write { at, bytes } => {
            grown(content, at + bytes.len())[*at..][..bytes.len()].copy_from_slice(bytes);
        }
        Deed::Found(_) | Deed::Sync | Deed::Forget(_) => {}
    }
}

/// A file that is at least so long: what nobody has written is zeros.
pub(crate) fn grown(content: &mut Option<Vec<u8>>, size: usize) -> &mut Vec<u8> {
    let content = content.get_or_insert_default();
    content.resize(content.len().max(size), 0);
    content
}

/// Writes files into a folder.
///
/// # Errors
/// Where the folder does not take them.
pub fn lay_out(files: &Files, folder: &Path) -> io::Result<()> {
    files.iter().try_for_each(|(name, content)| fs::write(folder.join(&**name), content))
}
