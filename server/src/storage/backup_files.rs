//! Where backups go, what they are called, and which of them are old enough to go.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use demitasse_shared::client::sync_folder;
use jiff::Zoned;

use super::backup::{self, BackupError, place};
use super::{Contents, DATABASE, StorageError, restore};

/// What the names of all backups begin and end with.
const STEM: &str = "demitasse-";
const ENDING: &str = ".db";

/// What stands in a name for a database from before there were marks.
const NO_MARK: &str = "unmarked";

/// A backup's place, as somebody asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A folder, where each backup gets a name of its own.
    Folder(PathBuf),
    /// This very file.
    File(PathBuf),
}

impl Target {
    /// A path that names a database is a file, everything else is a folder.
    pub fn of(path: PathBuf) -> Self {
        let names_file =
            path.extension().is_some_and(|ending| ending == "db" || ending == "sqlite");
        if path.is_file() || (names_file && !path.is_dir()) {
            Self::File(path)
        } else {
            Self::Folder(path)
        }
    }

    /// The folder in which the backup will stand.
    pub fn folder(&self) -> &Path {
        match self {
            Self::Folder(folder) => folder,
            Self::File(file) => file.parent().unwrap_or(Path::new("")),
        }
    }

    /// The file for a backup with these contents, made at this time of the venue's.
    pub(super) fn file(&self, contents: &Contents, at: &Zoned) -> PathBuf {
        match self {
            Self::File(file) => file.clone(),
            Self::Folder(folder) => folder.join(name(contents, at)),
        }
    }
}

fn name(contents: &Contents, at: &Zoned) -> String {
    let mark = contents.mark.as_deref().unwrap_or(NO_MARK);
    format!("{STEM}{mark}-{}-{}{ENDING}", at.strftime("%Y%m%d-%H%M%S"), contents.seq)
}

/// The place in the journal that an own backup's name tells; nothing for any other file.
fn seq_of(name: &str, mark: &str) -> Option<i64> {
    let rest = name.strip_prefix(STEM)?.strip_prefix(mark)?.strip_prefix('-')?;
    let mut parts = rest.strip_suffix(ENDING)?.split('-');
    let (day, time, seq) = (parts.next()?, parts.next()?, parts.next()?);
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    (digits(day, 8) && digits(time, 6) && parts.next().is_none()).then(|| seq.parse().ok())?
}

/// The bar's own backups in a folder, the newest first.
pub fn own(folder: &Path, mark: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        let Some(name) = name.to_str() else { continue };
        if let Some(seq) = seq_of(name, mark) {
            found.push((seq, name.to_owned()));
        }
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    Ok(found.into_iter().map(|(_, name)| folder.join(name)).collect())
}

/// Whether a file's name tells that it is this bar's: a backup, or one that is not whole yet.
pub(super) fn is_named_own(file: &Path, mark: &str) -> bool {
    let name = file.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| seq_of(name, mark).is_some() || is_own_part(name, mark))
}

/// What a killed program of this bar's left half done in a folder, with the files that SQLite puts
/// beside.
pub(super) fn parts(folder: &Path, mark: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(|name| is_own_part(name, mark)) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn is_own_part(name: &str, mark: &str) -> bool {
    name.split_once(backup::PART).is_some_and(|(whole, _)| seq_of(whole, mark).is_some())
}

/// Removes the bar's own backups but for the newest ones, and what was left half done.
pub fn prune(folder: &Path, mark: &str, keep: usize) -> Result<(), BackupError> {
    let old = own(folder, mark).map_err(|source| place(folder, source))?;
    for file in old.iter().skip(keep) {
        fs::remove_file(file).map_err(|source| place(file, source))?;
    }
    for part in parts(folder, mark).map_err(|source| place(folder, source))? {
        fs::remove_file(&part).map_err(|source| place(&part, source))?;
    }
    Ok(())
}

/// Copies the database to where it was asked for.
///
/// # Errors
/// Why there is no backup. A folder is made, but not what it stands in: a stick that is not
/// plugged in leaves an empty place, and its backups would fill the laptop's own disk.
pub fn make(
    source: &rusqlite::Connection,
    target: &Target,
    at: &Zoned,
) -> Result<(PathBuf, Contents), BackupError> {
    if let Target::Folder(folder) = target {
        ready_folder(folder)?;
    }
    let moment = source.unchecked_transaction().map_err(StorageError::from)?;
    let contents = Contents::read(&moment)?;
    let file = target.file(&contents, at);
    if let Some(why) = refusal(source, target, &file) {
        let source = io::Error::other(why);
        return Err(BackupError::Place { path: file, source });
    }
    backup::copy(&moment, &contents, &file)?;
    Ok((file, contents))
}

/// The disk that a path is on, as the system numbers them; nothing where it cannot be told.
#[cfg(unix)]
pub fn disk(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|found| found.dev())
}

#[cfg(not(unix))]
pub fn disk(_path: &Path) -> Option<u64> {
    None
}

fn ready_folder(folder: &Path) -> Result<(), BackupError> {
    if folder.is_dir() {
        return Ok(());
    }
    match fs::create_dir(folder) {
        Ok(()) => backup::hide(folder, 0o700)
            .and_then(|()| folder.parent().map_or(Ok(()), sync_folder))
            .map_err(|source| place(folder, source)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(BackupError::Gone(folder.to_owned()))
        }
        Err(error) => Err(place(folder, error)),
    }
}

/// Why no copy may stand there. What somebody names by mistake must not be lost by it.
fn refusal(source: &rusqlite::Connection, target: &Target, file: &Path) -> Option<&'static str> {
    if is_data(source, file) {
        return Some("these are the data themselves");
    }
    let Target::File(file) = target else { return None };
    if is_beside_data(source, file) {
        return Some("that folder is for the data themselves; choose another one");
    }
    (file.exists() && restore::contents_of(file).is_none())
        .then_some("another file is there, which is no backup of a bar")
}

/// Whether the file would stand in the data folder itself, among the files that belong to the data.
fn is_beside_data(source: &rusqlite::Connection, file: &Path) -> bool {
    let folder = |path: &Path| std::path::absolute(path).ok()?.parent()?.canonicalize().ok();
    let data = source.path().map(Path::new).and_then(folder);
    data.is_some() && data == folder(file)
}

/// Whether the file is the database that is to be copied.
fn is_data(source: &rusqlite::Connection, file: &Path) -> bool {
    let same = |a: &Path, b: &Path| Some((a.canonicalize().ok()?, b.canonicalize().ok()?));
    let data = source.path().map(Path::new);
    data.and_then(|data| same(data, file)).is_some_and(|(data, file)| data == file)
        || file.file_name().is_some_and(|name| name == DATABASE)
            && file.with_file_name("lock").exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_own_backups_are_recognised() {
        let check = |name, expected| assert_eq!(seq_of(name, "0123abcd"), expected, "{name}");
        check("demitasse-0123abcd-20260513-083000-412.db", Some(412));
        check("demitasse-0123abcd-20260513-083000-412.db.part", None);
        check("demitasse-ffffffff-20260513-083000-412.db", None);
        check("demitasse-0123abcd-20260513-083000.db", None);
        check("demitasse-0123abcd-20260513-083000-412-5.db", None);
        check("demitasse-0123abcd-holidays-083000-412.db", None);
        check("demitasse.db", None);
        check("my own copy.db", None);
    }

    #[test]
    fn what_is_no_backup_is_not_written_over() {
        let (data, place) = (tempfile::tempdir(), tempfile::tempdir());
        let (data, place) = (data.expect("a folder"), place.expect("a folder"));
        let mut storage = crate::storage::Storage::open(data.path()).expect("a fresh bar");
        let at = jiff::Timestamp::UNIX_EPOCH.to_zoned(jiff::tz::TimeZone::UTC);
        let mut to = |file: PathBuf| make(storage.connection(), &Target::File(file), &at);
        let letter = place.path().join("letter.odt");
        fs::write(&letter, "Dear Ana").expect("room");
        let said = to(letter.clone()).expect_err("it is a letter").to_string();
        assert!(said.contains("no backup of a bar"), "{said}");
        assert_eq!(fs::read(&letter).expect("it is there"), b"Dear Ana");
        for name in ["demitasse.db-wal", "restoring.db"] {
            let said = to(data.path().join(name)).expect_err("it is the bar's").to_string();
            assert!(said.contains("choose another"), "{said}");
        }
        let tonight = place.path().join("tonight.db");
        to(tonight.clone()).expect("nothing is there yet");
        to(tonight).expect("a backup may be made anew");
    }

    #[test]
    fn the_newest_stay_and_strangers_files_are_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = [
            "demitasse-0123abcd-20261025-015959-7.db",
            "demitasse-0123abcd-20261025-010000-10.db",
            "demitasse-0123abcd-20261025-010100-9.db",
            "demitasse-0123abcd-20261025-010100-8.db.part",
            "demitasse-0123abcd-20261025-010100-8.db.part-journal",
            "demitasse-ffffffff-20200101-000000-1.db",
            "notes.db",
        ];
        for name in names {
            fs::write(folder.path().join(name), "").expect("room");
        }
        prune(folder.path(), "0123abcd", 2).expect("they can go");
        let kept = fs::read_dir(folder.path()).expect("a folder");
        let mut kept: Vec<_> = kept
            .map(|entry| entry.expect("a file").file_name().into_string().expect("text"))
            .collect();
        kept.sort_unstable();
        assert_eq!(kept, [names[1], names[2], names[5], names[6]]);
    }

    #[test]
    fn a_place_is_a_file_where_it_looks_like_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let check = |path: PathBuf, is_file| {
            assert_eq!(matches!(Target::of(path.clone()), Target::File(_)), is_file, "{path:?}");
        };
        check(folder.path().to_owned(), false);
        check(folder.path().join("new"), false);
        check(folder.path().join("tonight.db"), true);
    }
}
