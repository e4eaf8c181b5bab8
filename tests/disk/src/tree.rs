//! What lies in a folder and in the folders in it, and what is left of that when the power goes.
//!
//! A file and its name are two things, and each lasts by a sync of its own: the file's by a sync of
//! the file, the name's by a sync of the folder that it stands in. Names of one folder change in
//! their order, as file systems with a journal do it; of two folders each goes its own way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::crash::perform;
use crate::operation::Deed;
use crate::torn;
use crate::watch::Record;

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// A file, by a number of its own: it may have several names.
    File(u64),
    /// A folder.
    Folder,
}

/// One call.
#[derive(Clone, Debug)]
pub enum Act {
    /// Something was done to a file itself.
    Content(u64, Deed),
    /// Names came to stand for something else, or for nothing, all at once.
    Names(Vec<(PathBuf, Option<Node>)>),
    /// A folder's names were written down for good.
    SyncNames(PathBuf),
}

/// Names, and what is in the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    names: BTreeMap<PathBuf, Node>,
    contents: BTreeMap<u64, Vec<u8>>,
}

impl Tree {
    /// All that is in a folder.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        tree.read_folder(root, Path::new(""))?;
        Ok(tree)
    }

    fn read_folder(&mut self, root: &Path, place: &Path) -> io::Result<()> {
        for entry in fs::read_dir(root.join(place))? {
            let entry = entry?;
            let place = place.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                self.names.insert(place.clone(), Node::Folder);
                self.read_folder(root, &place)?;
            } else if !entry.file_name().to_string_lossy().ends_with("-shm") {
                let id = self.names.len() as u64;
                self.contents.insert(id, fs::read(entry.path())?);
                self.names.insert(place, Node::File(id));
            }
        }
        Ok(())
    }

    pub(crate) fn names(&self) -> &BTreeMap<PathBuf, Node> {
        &self.names
    }

    /// Puts it into a folder, in place of what is there.
    ///
    /// # Errors
    /// Where the folder does not take it.
    pub fn lay_out(&self, root: &Path) -> io::Result<()> {
        for entry in fs::read_dir(root)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
        // A folder stands before what is in it.
        self.names.iter().try_for_each(|(path, node)| match node {
            Node::Folder => fs::create_dir(root.join(path)),
            Node::File(id) => fs::write(root.join(path), &self.contents[id]),
        })
    }

    /// Whether the same is in it, whatever the files' numbers are.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        self.files() == other.files()
    }

    /// The names under which something else stands.
    pub(crate) fn difference(&self, other: &Self) -> String {
        let (ours, theirs) = (self.files(), other.files());
        let names: BTreeSet<_> = ours.keys().chain(theirs.keys()).collect();
        let differ = names.into_iter().filter(|name| ours.get(*name) != theirs.get(*name));
        format!("{:?}", differ.collect::<Vec<_>>())
    }

    fn files(&self) -> BTreeMap<&Path, Option<&[u8]>> {
        let content = |node: &Node| match node {
            Node::File(id) => Some(&*self.contents[id]),
            Node::Folder => None,
        };
        self.names.iter().map(|(path, node)| (&**path, content(node))).collect()
    }

    fn rename(&mut self, changes: &[(PathBuf, Option<Node>)]) {
        for (path, node) in changes {
            match node {
                Some(node) => drop(self.names.insert(path.clone(), *node)),
                None => drop(self.names.remove(path)),
            }
        }
    }

    fn change(&mut self, id: u64, change: impl FnOnce(&mut Option<Vec<u8>>)) {
        let mut content = Some(self.contents.remove(&id).unwrap_or_default());
        change(&mut content);
        self.contents.insert(id, content.unwrap_or_default());
    }

    /// Without the names whose folder is not there, and with something behind each name.
    fn whole(mut self) -> Self {
        for path in self.names.keys().cloned().collect::<Vec<_>>() {
            let folder = path.parent().filter(|folder| *folder != Path::new(""));
            if folder.is_some_and(|folder| self.names.get(folder) != Some(&Node::Folder)) {
                self.names.remove(&path);
            }
        }
        for node in self.names.values() {
            if let Node::File(id) = node {
                self.contents.entry(*id).or_default();
            }
        }
        self
    }
}

impl Record {
    /// What is there where nothing is lost.
    pub(crate) fn outcome(&self) -> Tree {
        let mut wreck = Wreck::new(self);
        wreck.go_on_to(self.acts.len());
        wreck.now(&mut |below| below - 1)
    }
}

/// A folder on its way through what was done to it, at each step of which the power may go.
#[derive(Debug)]
pub struct Wreck<'a> {
    acts: &'a [Act],
    done: usize,
    lasting: Tree,
    contents: BTreeMap<u64, Vec<&'a Deed>>,
    names: Vec<&'a [(PathBuf, Option<Node>)]>,
}

impl<'a> Wreck<'a> {
    /// Before anything was done.
    pub fn new(record: &'a Record) -> Self {
        Self {
            acts: &record.acts,
            done: 0,
            lasting: record.start.clone(),
            contents: BTreeMap::new(),
            names: Vec::new(),
        }
    }

    /// Goes on until so many calls are done.
    pub fn go_on_to(&mut self, count: usize) {
        for act in &self.acts[self.done..count] {
            match act {
                Act::Content(id, Deed::Sync) => {
                    for deed in self.contents.remove(id).unwrap_or_default() {
                        self.lasting.change(*id, |content| perform(content, deed));
                    }
                }
                Act::Content(id, deed) => self.contents.entry(*id).or_default().push(deed),
                Act::Names(changes) => self.names.push(changes),
                Act::SyncNames(folder) => self.sync_names(folder),
            }
        }
        self.done = count;
    }

    /// With a folder's names last those that had to be written down before them.
    fn sync_names(&mut self, folder: &Path) {
        let mut synced = BTreeSet::from([folder]);
        let mut last = Vec::new();
        for changes in std::mem::take(&mut self.names).into_iter().rev() {
            if folders(changes).any(|folder| synced.contains(folder)) {
                synced.extend(folders(changes));
                last.push(changes);
            } else {
                self.names.insert(0, changes);
            }
        }
        last.into_iter().rev().for_each(|changes| self.lasting.rename(changes));
    }

    /// What is there where the power goes now. `below` draws a whole number below another; where each
    /// draw is the highest, nothing is lost.
    pub fn now(&self, below: &mut impl FnMut(u64) -> u64) -> Tree {
        let mut tree = self.lasting.clone();
        let luck = [0, 25, 50, 75, 100][usize::try_from(below(5)).unwrap_or(0)];
        let mut stopped = BTreeSet::new();
        for changes in &self.names {
            let is_lost = folders(changes).any(|folder| stopped.contains(folder));
            if is_lost || below(100) >= luck {
                stopped.extend(folders(changes));
            } else {
                tree.rename(changes);
            }
        }
        for (id, pending) in &self.contents {
            tree.change(*id, |content| torn::apply(content, pending, luck, below));
        }
        tree.whole()
    }
}

/// The folders that names stand in.
fn folders(changes: &[(PathBuf, Option<Node>)]) -> impl Iterator<Item = &Path> {
    changes.iter().filter_map(|(path, _)| path.parent())
}
