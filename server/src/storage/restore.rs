//! Going back to a backup. Whatever cuts it off, the bar has its old data or its new ones.
//!
//! The backup is copied beside the data, checked and brought up to date there. One rename decides:
//! from then on whoever opens the data finishes what is left (`roll_forward`). The data that are
//! replaced are kept beside; nothing is deleted.

mod carry;
mod present;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use demitasse_shared::Timestamp;
use demitasse_shared::client::sync_folder;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::backup::{self, BackupError, beside, part_of, put_in_place};
use super::{Contents, DATABASE, StorageError, migrations};

pub use carry::Carried;
pub(super) use carry::RESTORED;
pub use present::{Known, Present};

/// The folder beside the data for what a restore has replaced.
pub const BEFORE_RESTORE: &str = "before-restore";

/// A whole, checked copy that takes the data's place at the next opportunity.
const READY: &str = "restoring.db";

/// Where Litestream keeps what it knows of the data that it follows.
pub(super) const LITESTREAM: &str = ".demitasse.db-litestream";

/// Why nothing was restored. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The backup cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The backup.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// It is some other file.
    #[error("{0} is no backup of a bar; nothing was changed")]
    NotOurs(PathBuf),
    /// It is damaged.
    #[error("the backup {path} is damaged ({report}): take another one; nothing was changed")]
    Damaged {
        /// The backup.
        path: PathBuf,
        /// What SQLite found.
        report: String,
    },
    /// It was made by a newer version.
    #[error(
        "the backup {path} is of version {found}, this program knows versions up to {known}: use a \
         newer demitasse; nothing was changed"
    )]
    Newer {
        /// The backup.
        path: PathBuf,
        /// Its version.
        found: usize,
        /// The newest version that this program knows.
        known: usize,
    },
    /// It is what is there already.
    #[error("{0} are the present data themselves; nothing was changed")]
    Present(PathBuf),
    /// The data directory cannot take it.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// There is no room for it beside the data.
    #[error(transparent)]
    Copy(#[from] BackupError),
}

impl From<rusqlite::Error> for RestoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Storage(error.into())
    }
}

/// A backup that lies beside the data, ready to take their place. The data stay locked meanwhile.
#[derive(Debug)]
pub struct Prepared {
    /// What the backup holds.
    pub backup: Contents,
    /// What would be replaced.
    pub present: Present,
    data: PathBuf,
    part: PathBuf,
    copy: Connection,
    _lock: File,
}

impl Prepared {
    /// Copies and checks a backup, and looks at what is there.
    ///
    /// # Errors
    /// Why it cannot be restored, or that a server runs on the data.
    pub fn new(data: &Path, file: &Path) -> Result<Self, RestoreError> {
        let lock = open_folder(data)?;
        let path = data.join(DATABASE);
        if is_same(file, &path) {
            return Err(RestoreError::Present(file.to_owned()));
        }
        let part = part_of(&data.join(READY));
        let ready = ready(file, &part);
        let (backup, copy) = ready.inspect_err(|_why| backup::remove_part(&part))?;
        let present = Present::look(&path, &backup);
        Ok(Self { backup, present, data: data.to_owned(), part, copy, _lock: lock })
    }

    /// Makes sure that what was given out since the backup is not given out again: numbers, places
    /// in the journal, ids. Who was turned out or forgotten since stays so.
    pub fn carry_over(&mut self, now: Timestamp, skip: u32) -> Result<Carried, RestoreError> {
        let known = self.present.of_the_same_bar(&self.backup);
        let together = self.copy.transaction()?;
        let carried = carry::over(&together, &self.backup, known, now, skip)?;
        together.commit()?;
        Ok(carried)
    }

    /// Puts the backup in the data's place, and says where those are kept.
    pub fn finish(self) -> Result<Option<PathBuf>, RestoreError> {
        backup::check(&self.copy, &self.part, None)?;
        drop(self.copy);
        let cannot = |source| backup::place(&self.part, source);
        File::open(&self.part).and_then(|file| file.sync_all()).map_err(cannot)?;
        put_in_place(&self.part, &self.data.join(READY)).map_err(cannot)?;
        Ok(roll_forward(&self.data).map_err(cannot)?)
    }

    /// Leaves everything as it was.
    pub fn discard(self) {
        drop(self.copy);
        backup::remove_part(&self.part);
    }
}

/// The data directory, made where it is missing, and locked; a restore that was cut off after it
/// was decided is finished first.
fn open_folder(data: &Path) -> Result<File, StorageError> {
    let cannot = |source| StorageError::Directory { path: data.to_owned(), source };
    super::Storage::make_folder(data)?;
    let lock = super::lock(data)?;
    roll_forward(data).map_err(cannot)?;
    Ok(lock)
}

/// Copies a backup to `part`, and brings that up to date.
fn ready(file: &Path, part: &Path) -> Result<(Contents, Connection), RestoreError> {
    let contents = take(file, part)?;
    let mut copy = backup::open(part)?;
    migrations::finish(&mut copy, contents.version)?;
    Ok((contents, copy))
}

/// Removes what a restore that was cut off before it was decided has left. The caller holds the
/// lock.
pub(super) fn remove_left_over(data: &Path) {
    backup::remove_part(&part_of(&data.join(READY)));
}

/// What a file holds, where it is some bar's database; nothing for any other file.
pub(super) fn contents_of(file: &Path) -> Option<Contents> {
    // A pipe would let everybody wait for somebody who writes into it.
    let source = file.is_file().then(|| open_backup(file).ok())??;
    Contents::read(&source).ok()
}

/// Copies a backup to `part`.
fn take(file: &Path, part: &Path) -> Result<Contents, RestoreError> {
    let strange = |error: rusqlite::Error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => RestoreError::NotOurs(file.to_owned()),
        Some(ErrorCode::DatabaseCorrupt) => damaged(file, error.to_string()),
        _ => error.into(),
    };
    let source = open_backup(file)?;
    let moment = source.unchecked_transaction()?;
    let found = migrations::version(&moment).map_err(strange)?;
    let known = migrations::newest();
    if found > known {
        return Err(RestoreError::Newer { path: file.to_owned(), found, known });
    }
    let contents = Contents::read(&moment).map_err(|error| match error {
        StorageError::Sqlite(error) => strange(error),
        _ => RestoreError::NotOurs(file.to_owned()),
    })?;
    backup::check(&moment, file, Some(&contents)).map_err(|error| match error {
        BackupError::NotGood { report, .. } => damaged(file, report),
        error => error.into(),
    })?;
    backup::write(&moment, &contents, part)?;
    Ok(contents)
}

fn damaged(file: &Path, report: String) -> RestoreError {
    RestoreError::Damaged { path: file.to_owned(), report }
}

/// Opens a backup without a trace beside it: it may lie on a disk that takes no writing. One that
/// comes with a write-ahead log is read with it.
fn open_backup(file: &Path) -> Result<Connection, RestoreError> {
    let cannot = |source| RestoreError::Unreadable { path: file.to_owned(), source };
    File::open(file).map_err(cannot)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if beside(file, "-wal").exists() {
        return Ok(Connection::open_with_flags(file, flags)?);
    }
    let whole = file.canonicalize().map_err(cannot)?;
    let address = format!("file:{}?immutable=1", escaped(&whole.to_string_lossy()));
    Ok(Connection::open_with_flags(address, flags | OpenFlags::SQLITE_OPEN_URI)?)
}

/// A path as it stands in an address (SQLite, "URI Filenames").
fn escaped(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3f").replace('#', "%23")
}

fn is_same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Whether a restore was decided that nobody has finished yet.
pub(super) fn is_decided(data: &Path) -> bool {
    data.join(READY).exists()
}

/// Finishes a restore that was decided: keeps what is there, and lets the backup take its place.
/// Cut off at any point, it can be done again. Says where the old data are kept, where there were
/// any.
pub(super) fn roll_forward(data: &Path) -> io::Result<Option<PathBuf>> {
    let ready = data.join(READY);
    let decided = match fs::metadata(&ready) {
        Ok(ready) => ready.modified()?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let path = data.join(DATABASE);
    let had_data = path.exists();
    let kept = kept_folder(data, decided)?;
    if had_data {
        keep_all(data, &path, &kept)?;
    }
    fs::rename(&ready, &path)?;
    sync_folder(data)?;
    Ok(had_data.then_some(kept))
}

/// Where the replaced data go. The moment comes from the file, so that a second try keeps them in the
/// same folder.
fn kept_folder(data: &Path, decided: SystemTime) -> io::Result<PathBuf> {
    let decided = Timestamp::try_from(decided).map_err(io::Error::other)?;
    let name = decided.strftime("%Y%m%d-%H%M%S-%6f").to_string();
    Ok(data.join(BEFORE_RESTORE).join(name))
}

/// Keeps the database with all that belongs to it. A log that stayed would be read into the new one.
fn keep_all(data: &Path, path: &Path, kept: &Path) -> io::Result<()> {
    backup::make_folder(&data.join(BEFORE_RESTORE))?;
    backup::make_folder(kept)?;
    keep(path, &kept.join(DATABASE))?;
    let (log, index) = (beside(path, "-wal"), beside(path, "-shm"));
    keep(&log, &beside(&kept.join(DATABASE), "-wal"))?;
    let litestream = data.join(LITESTREAM);
    if litestream.exists() {
        fs::rename(litestream, kept.join(LITESTREAM))?;
    }
    sync_folder(kept)?;
    for gone in [log, index] {
        match fs::remove_file(gone) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    sync_folder(data)
}

/// A second name for a file; a copy where the file system knows no such thing.
fn keep(from: &Path, to: &Path) -> io::Result<()> {
    if to.exists() || !from.exists() {
        return Ok(());
    }
    fs::hard_link(from, to).or_else(|_no_links| {
        let part = part_of(to);
        fs::copy(from, &part)?;
        File::open(&part)?.sync_all()?;
        fs::rename(part, to)
    })
}

#[cfg(test)]
mod tests;
