//! The configuration file as it lies there.

use std::io;
use std::path::{Path, PathBuf};

use super::{Refused, Wrong};

/// A configuration file that was found.
#[derive(Clone, Debug)]
pub struct File {
    /// Where it lies.
    pub path: PathBuf,
    /// All of it.
    pub text: String,
}

/// The file that was named cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the configuration {path}: {source}")]
pub struct Unread {
    /// The file.
    path: PathBuf,
    /// What the system said.
    source: io::Error,
}

/// The file says something that nobody understands.
#[derive(Debug, thiserror::Error)]
#[error("{path}, line {line}: {what}")]
pub struct FileError<W = Refused> {
    /// The file.
    pub path: PathBuf,
    /// The line, counted from one.
    pub line: usize,
    /// What is wrong there, and what would be right.
    pub what: W,
}

impl File {
    /// The named file, or the one at the usual place, if it is there.
    ///
    /// # Errors
    /// Where a file is there and cannot be read, or was named and is not there.
    pub fn find(named: Option<&Path>, usual: Option<&Path>) -> Result<Option<Self>, Unread> {
        let Some(path) = named.or(usual) else { return Ok(None) };
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Some(Self { path: path.to_owned(), text })),
            Err(source) if named.is_none() && source.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(Unread { path: path.to_owned(), source }),
        }
    }

    /// What is wrong, with the line where it stands.
    pub fn refuse<W>(&self, (at, what): Wrong<W>) -> FileError<W> {
        let before = self.text.get(..at).unwrap_or(&self.text);
        let line = before.matches('\n').count() + 1;
        FileError { path: self.path.clone(), line, what }
    }

    /// Whether everybody on this machine may read it.
    pub fn is_open_to_all(&self) -> bool {
        is_open_to_all(&self.path)
    }
}

#[cfg(unix)]
fn is_open_to_all(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|found| found.permissions().mode() & 0o004 != 0)
}

#[cfg(not(unix))]
fn is_open_to_all(_path: &Path) -> bool {
    false
}
