//! Opening a bar: the configuration file, `demitasse setup`, the rules, and the doctor.

mod doctor;
mod file;
mod ready;
mod rules;
mod talk;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A configuration file in a folder of its own.
fn config(text: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("demitasse.toml");
    fs::write(&path, text).expect("a file");
    (folder, path)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path in letters")
}
