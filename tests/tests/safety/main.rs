//! The data on a bad day: backups, going back to them, upgrades, another machine, and wiping.

mod backup;
mod damage;
mod litestream;
mod plan;
mod plug;
mod restore;
mod wipe;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use demitasse_shared::backup::BackupMade;
use demitasse_tests::{Finished, Server, run};

/// Runs `demitasse COMMAND --data DATA …`.
async fn demitasse(command: &str, data: &Path, more: &[&OsStr]) -> Finished {
    let head = [OsStr::new(command), OsStr::new("--data"), data.as_os_str()];
    run(head.iter().chain(more)).await
}

/// The same, which must come to nothing; answers with what it says.
async fn refused(command: &str, data: &Path, more: &[&OsStr]) -> String {
    let finished = demitasse(command, data, more).await;
    assert_eq!(finished.status.code(), Some(1), "{finished:?}");
    finished.stderr
}

/// Makes a backup in a folder.
async fn back_up(data: &Path, folder: &Path) -> BackupMade {
    let to = [OsStr::new("--json"), OsStr::new("--to"), folder.as_os_str()];
    let finished = demitasse("backup", data, &to).await;
    assert!(finished.status.success(), "{finished:?}");
    serde_json::from_str(&finished.stdout).expect("JSON, and nothing else")
}

/// Restores a backup without being asked.
async fn restore(data: &Path, file: &Path) -> serde_json::Value {
    let more = [file.as_os_str(), OsStr::new("--yes"), OsStr::new("--json")];
    let finished = demitasse("restore", data, &more).await;
    assert!(finished.status.success(), "{finished:?}");
    serde_json::from_str(&finished.stdout).expect("JSON, and nothing else")
}

/// Lets a bar begin, and closes it.
async fn begun(data: &Path) {
    let server = Server::serve(data).await;
    server.staff.open().await;
    close(server, data).await;
}

/// Closes a bar, and waits until all of it is in the one file.
async fn close(server: Server, data: &Path) {
    assert!(server.stop().await.success());
    let scratch = tempfile::tempdir().expect("a folder");
    back_up(data, scratch.path()).await;
}

/// The files of a folder, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("it is there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}
