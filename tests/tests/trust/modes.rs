//! What the programs write is their own user's alone, whatever that user's habit with new files is.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use demitasse_tests::{Launch, OpenBar, program};

/// Every file below a folder.
pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    entries.flat_map(|path| if path.is_dir() { below(&path) } else { vec![path] }).collect()
}

/// Everything in a folder, and the folder, that anybody else could read, write or enter.
pub(crate) fn open(path: &Path) -> Vec<String> {
    let mode = fs::symlink_metadata(path).expect("it is there").permissions().mode() & 0o777;
    let own = (mode & 0o077 != 0).then(|| format!("{} has {mode:o}", path.display()));
    let inside = path.is_dir().then(|| fs::read_dir(path).expect("a folder"));
    let inside =
        inside.into_iter().flatten().flat_map(|entry| open(&entry.expect("a file").path()));
    own.into_iter().chain(inside).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_tablet_keeps_is_its_own() {
    let bar = OpenBar::with_drinks(10).await;
    let home = tempfile::tempdir().expect("a folder");
    let [keep, log] = ["pairing.json", "log"].map(|name| home.path().join(name));
    let [kept, logged] = [&keep, &log].map(|path| path.to_str().expect("letters"));
    let (server, code) = (bar.home(), bar.staff().code("Ana").await);
    let args = ["--server", &server, "--pair", &code, "--credentials", kept, "--log", logged];
    // Whose new files everybody may read.
    let shell = ["-c", "umask 0; exec \"$@\"", "sh"].map(OsStr::new);
    let board = program("demitasse-barista");
    let args = shell.into_iter().chain([board.as_os_str()]).chain(args.map(OsStr::new));
    let mut board = Launch::at("/bin/sh".into()).args(args).start();
    board.shows("that it is paired", |screen| screen.contains("Waiting")).await;
    for path in [keep, log] {
        assert_eq!(open(&path), [] as [String; 0]);
    }
}
