//! A folder whose files are watched: what is done to them is noted, and may fail.

use std::ffi::c_int;
use std::fmt;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use rusqlite::ffi;

use crate::ailment::{Ailment, Wish};
use crate::operation::{Deed, Operation};
use crate::vfs;

/// The folders that are watched. What lies elsewhere is on the system's own disk.
static WATCHED: Mutex<Vec<Weak<Shared>>> = Mutex::new(Vec::new());

/// A folder as a disk of its own. Clones are the same one; it is watched while any is left.
#[derive(Clone)]
pub struct Disk(Arc<Shared>);

struct Shared {
    folder: PathBuf,
    state: Mutex<State>,
}

struct State {
    log: Vec<Operation>,
    mark: Box<dyn Fn() -> i64 + Send>,
    illness: Option<Illness>,
    /// Whether a sync counts only once something else is done.
    is_late: bool,
    /// The files whose sync was promised and is still to come.
    owed: Vec<Arc<str>>,
}

/// An ailment, and for which of the operations that follow.
struct Illness {
    ailment: Ailment,
    when: Range<u64>,
    asked: u64,
    spoilt: Vec<Wish>,
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Disk").field("folder", &self.0.folder).finish_non_exhaustive()
    }
}

impl Disk {
    /// Watches a folder: every database that is opened in it from now on.
    ///
    /// # Panics
    /// Where there is no such folder, or SQLite takes no other disk.
    pub fn under(folder: &Path) -> Self {
        vfs::register();
        let folder = folder.canonicalize().expect("a folder that is there");
        let state = State {
            log: Vec::new(),
            mark: Box::new(|| 0),
            illness: None,
            is_late: false,
            owed: Vec::new(),
        };
        let disk = Arc::new(Shared { folder, state: Mutex::new(state) });
        let mut watched = watched();
        watched.retain(|shared| shared.strong_count() > 0);
        watched.push(Arc::downgrade(&disk));
        Self(disk)
    }

    /// The disk that a path is on.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        let disks: Vec<_> = watched().iter().filter_map(Weak::upgrade).collect();
        let home = path.parent()?;
        disks.into_iter().find(|disk| disk.folder == home).map(Self)
    }

    /// How many operations there were.
    pub fn count(&self) -> usize {
        self.state().log.len()
    }

    /// All that happened, in order.
    pub fn log(&self) -> Vec<Operation> {
        self.state().log.clone()
    }

    /// What happened since so many operations.
    pub fn log_since(&self, count: usize) -> Vec<Operation> {
        self.state().log[count..].to_vec()
    }

    /// What is noted beside each operation, asked just before it: by then something may have been
    /// told that is not on the disk.
    pub fn mark(&self, mark: impl Fn() -> i64 + Send + 'static) {
        self.state().mark = Box::new(mark);
    }

    /// From now on a sync comes late: SQLite is told that it is done, and it is done just before
    /// whatever is asked for next. A program that speaks before its commit is on the disk does the
    /// same.
    pub fn sync_late(&self) {
        self.state().is_late = true;
    }

    /// Falls ill for these of the operations that follow, counted from nothing.
    pub fn fall_ill(&self, ailment: Ailment, when: Range<u64>) {
        self.state().illness = Some(Illness { ailment, when, asked: 0, spoilt: Vec::new() });
    }

    /// Is well again. Says what failed.
    pub fn recover(&self) -> Vec<Wish> {
        self.state().illness.take().map(|illness| illness.spoilt).unwrap_or_default()
    }

    /// Does what was asked, unless the disk is ill, and notes it where it was done.
    pub(crate) fn work(
        &self,
        (file, wish): (&Arc<str>, Wish),
        deed: impl FnOnce() -> Option<Deed>,
        perform: impl FnOnce(Scope) -> c_int,
    ) -> c_int {
        let mut state = self.state();
        if let Some((ailment, code)) = state.fails(wish) {
            match ailment {
                Ailment::Short => drop(perform(Scope::Half)),
                Ailment::Forgetful => state.forget(file),
                _ => {}
            }
            return code;
        }
        let deed = deed();
        let mark = if deed.is_some() { (state.mark)() } else { 0 };
        if deed.is_some() {
            state.pay_syncs(mark);
        }
        if state.is_late && matches!(deed, Some(Deed::Sync)) {
            state.owed.push(Arc::clone(file));
            return ffi::SQLITE_OK;
        }
        let done = perform(Scope::Whole);
        if let Some(deed) = deed.filter(|_| done == ffi::SQLITE_OK) {
            state.log.push(Operation { file: Arc::clone(file), deed, mark });
        }
        done
    }

    /// Notes a file that was there before.
    pub(crate) fn note_found(&self, name: &Arc<str>) {
        let mut state = self.state();
        if state.log.iter().any(|operation| operation.file == *name) {
            return;
        }
        let bytes = fs::read(self.0.folder.join(&**name)).unwrap_or_default();
        let mark = (state.mark)();
        state.log.push(Operation { file: Arc::clone(name), deed: Deed::Found(bytes), mark });
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How much of a wish is granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Whole,
    /// As when the disk fills up in the midst.
    Half,
}

impl State {
    /// What SQLite hears where the disk is ill just now.
    fn fails(&mut self, wish: Wish) -> Option<(Ailment, c_int)> {
        let illness = self.illness.as_mut().filter(|illness| illness.ailment.concerns(wish))?;
        let is_time = illness.when.contains(&illness.asked);
        illness.asked += 1;
        let code = illness.ailment.answer(wish).filter(|_| is_time)?;
        illness.spoilt.push(wish);
        Some((illness.ailment, code))
    }

    /// Now all of what was not synced is there, now nothing, now some.
    fn forget(&mut self, file: &Arc<str>) {
        let (mark, done) = ((self.mark)(), self.log.len() as u64);
        let some = done.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let part = [u64::MAX, 0, some][usize::try_from(done % 3).unwrap_or(0)];
        self.log.push(Operation { file: Arc::clone(file), deed: Deed::Forget(part), mark });
    }

    fn pay_syncs(&mut self, mark: i64) {
        for file in self.owed.drain(..) {
            self.log.push(Operation { file, deed: Deed::Sync, mark });
        }
    }
}

fn watched() -> MutexGuard<'static, Vec<Weak<Shared>>> {
    WATCHED.lock().unwrap_or_else(PoisonError::into_inner)
}
