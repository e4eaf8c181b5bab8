//! What the disk itself can do, to read all durable figures beside.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use crate::clock::now;

/// About what one order adds to the database's log.
const APPEND: [u8; 4_096] = [0x5a; 4_096];

/// How long one look at the disk takes.
const LOOK: Duration = Duration::from_secs(1);

/// Where cargo lets a benchmark write: the file system of the build, not one in memory.
fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// An empty folder on the disk that is measured; it goes with its owner.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir_in(home()).expect("cargo's folder for this can be written")
}

/// How long it takes each time to append 4 kB to a file and to know that they are on the disk.
pub(crate) fn syncs() -> Vec<Duration> {
    let folder = folder();
    let mut file = fresh(folder.path());
    let (began, mut syncs) = (now(), Vec::new());
    while began.elapsed() < LOOK {
        let asked = now();
        file.write_all(&APPEND).expect("the disk has room");
        // On Linux this is fdatasync.
        file.sync_data().expect("the disk takes it");
        syncs.push(asked.elapsed());
    }
    syncs
}

fn fresh(folder: &Path) -> File {
    File::create(folder.join("syncs")).expect("the folder can be written")
}
