//! A folder with all that is in it, watched: what a program does there by itself, and what SQLite
//! does for it, is noted call by call (`calls`).

use std::collections::{BTreeMap, HashMap};
use std::ffi::c_int;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::operation::Deed;
use crate::tree::{Act, Node, Tree};

/// Who watches what. It is asked with each call of the process.
static RECORDERS: Mutex<Vec<Recorder>> = Mutex::new(Vec::new());

/// How many watch: where nobody does, nobody waits.
static COUNT: AtomicUsize = AtomicUsize::new(0);

/// What SQLite maps into memory, and makes anew after a cut of power.
const MAPPED: &str = "-shm";

/// Watches a folder until it is asked what it saw.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
}

/// What was in a folder, and what was done there since, in order.
#[derive(Debug)]
pub struct Record {
    /// What was there at the beginning, all of it for good.
    pub start: Tree,
    /// Each call.
    pub acts: Vec<Act>,
}

impl Watch {
    /// Begins to watch. Nobody else has anything in there open.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn over(folder: &Path) -> io::Result<Self> {
        let root = folder.canonicalize()?;
        let recorder = Recorder::new(&root)?;
        lock().push(recorder);
        COUNT.fetch_add(1, Ordering::SeqCst);
        Ok(Self { root })
    }

    /// Says what was done there. It is all: done again on what was there, it leads to what is there
    /// now.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    ///
    /// # Panics
    /// Where something was done there that went by unseen.
    pub fn end(self) -> io::Result<Record> {
        let mut all = lock();
        let place = all.iter().position(|recorder| recorder.root == self.root);
        let recorder = all.swap_remove(place.expect("it was put there"));
        COUNT.fetch_sub(1, Ordering::SeqCst);
        drop(all);
        let record = Record { start: recorder.start, acts: recorder.acts };
        let (noted, found) = (record.outcome(), Tree::read(&self.root)?);
        assert!(noted.is_like(&found), "unseen: {}", noted.difference(&found));
        Ok(record)
    }
}

/// One folder's notes.
#[derive(Debug)]
pub(crate) struct Recorder {
    root: PathBuf,
    start: Tree,
    acts: Vec<Act>,
    /// What is where just now.
    names: BTreeMap<PathBuf, Node>,
    /// The files by what the system calls them.
    files: HashMap<(u64, u64), u64>,
    next: u64,
}

fn lock() -> MutexGuard<'static, Vec<Recorder>> {
    RECORDERS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Those who watch; nothing where nobody does.
pub(crate) fn recorders() -> Option<MutexGuard<'static, Vec<Recorder>>> {
    (COUNT.load(Ordering::SeqCst) > 0).then(lock)
}

/// Who watches a path, and what it is called there.
pub(crate) fn at<'a>(all: &'a mut [Recorder], path: &Path) -> Option<(&'a mut Recorder, PathBuf)> {
    all.iter_mut().find_map(|recorder| {
        let place = path.strip_prefix(&recorder.root).ok()?.to_owned();
        let is_mapped = place.to_str().is_some_and(|name| name.ends_with(MAPPED));
        (!is_mapped).then_some((recorder, place))
    })
}

/// Who watches an open file, and its number there.
pub(crate) fn file<'a>(
    all: &'a mut [Recorder],
    found: &libc::stat,
) -> Option<(&'a mut Recorder, u64)> {
    all.iter_mut().find_map(|recorder| {
        let id = *recorder.files.get(&(found.st_dev, found.st_ino))?;
        Some((recorder, id))
    })
}

impl Recorder {
    fn new(root: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;
        let start = Tree::read(root)?;
        let names = start.names().clone();
        let mut files = HashMap::new();
        for (path, node) in &names {
            if let Node::File(id) = node {
                let found = std::fs::metadata(root.join(path))?;
                files.insert((found.dev(), found.ino()), *id);
            }
        }
        let next = names.len() as u64;
        Ok(Self { root: root.to_owned(), start, acts: Vec::new(), names, files, next })
    }

    /// A file was opened, and perhaps made, or emptied.
    pub(crate) fn opened(&mut self, place: &Path, found: &libc::stat, flags: c_int) {
        if found.st_mode & libc::S_IFMT != libc::S_IFREG {
            return;
        }
        if let Some(Node::File(id)) = self.names.get(place) {
            if flags & libc::O_TRUNC != 0 {
                self.truncated(*id, 0);
            }
            return;
        }
        let id = self.next;
        self.next += 1;
        self.files.insert((found.st_dev, found.st_ino), id);
        self.name([(place.to_owned(), Some(Node::File(id)))]);
    }

    pub(crate) fn removed(&mut self, place: &Path) {
        self.name([(place.to_owned(), None)]);
    }

    pub(crate) fn folder_made(&mut self, place: &Path) {
        self.name([(place.to_owned(), Some(Node::Folder))]);
    }

    /// A file got another name. Folders keep theirs, and files come from nowhere else: `end` would
    /// find that out.
    pub(crate) fn renamed(&mut self, place: &Path, to: Option<&Path>) {
        let (Some(to), Some(node)) = (self.inside(to), self.names.get(place).copied()) else {
            return;
        };
        self.name([(place.to_owned(), None), (to, Some(node))]);
    }

    /// A file got one more name.
    pub(crate) fn linked(&mut self, place: &Path, to: Option<&Path>) {
        let (Some(to), Some(node)) = (self.inside(to), self.names.get(place).copied()) else {
            return;
        };
        self.name([(to, Some(node))]);
    }

    fn inside(&self, path: Option<&Path>) -> Option<PathBuf> {
        Some(path?.strip_prefix(&self.root).ok()?.to_owned())
    }

    /// Changes names, at once. What has none any more is not the file that the system calls so next.
    fn name<const N: usize>(&mut self, changes: [(PathBuf, Option<Node>); N]) {
        for (path, node) in &changes {
            match node {
                Some(node) => drop(self.names.insert(path.clone(), *node)),
                None => drop(self.names.remove(path)),
            }
        }
        self.acts.push(Act::Names(changes.into()));
        let named: Vec<_> = self.names.values().copied().collect();
        self.files.retain(|_, id| named.contains(&Node::File(*id)));
    }

    pub(crate) fn wrote(&mut self, id: u64, at: i64, bytes: &[u8]) {
        let at = usize::try_from(at).unwrap_or(0);
        self.acts.push(Act::Content(id, Deed::Write { at, bytes: bytes.to_vec() }));
    }

    pub(crate) fn truncated(&mut self, id: u64, size: i64) {
        let size = usize::try_from(size).unwrap_or(0);
        self.acts.push(Act::Content(id, Deed::Truncate(size)));
    }

    pub(crate) fn synced(&mut self, id: u64) {
        self.acts.push(Act::Content(id, Deed::Sync));
    }

    pub(crate) fn folder_synced(&mut self, place: &Path) {
        self.acts.push(Act::SyncNames(place.to_owned()));
    }
}
