//! `--version`, and the commit in it.

use std::fs;
use std::process::Command;

use demitasse_shared::VERSION;
use demitasse_tests::program;

use super::{output, printed};

/// The build script itself: it finds the commit.
#[path = "../../../shared/build.rs"]
#[expect(dead_code, reason = "cargo runs the rest")]
mod build;

#[test]
fn is_the_same_in_all_programs() {
    for name in ["demitasse", "demitasse-barista", "demitasse-kiosk"] {
        let said = printed(Command::new(program(name)).arg("--version"));
        assert_eq!(said, format!("{name} {VERSION}\n"));
    }
}

#[test]
fn names_the_commit_and_its_day_where_there_is_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        let names = ["-c", "user.name=Ana", "-c", "user.email=ana@bar.invalid"];
        let day = "2026-05-12T07:30:00Z";
        git.current_dir(folder.path()).args(names).args(args);
        printed(git.env("GIT_COMMITTER_DATE", day).env("GIT_AUTHOR_DATE", day))
    };
    assert_eq!(build::commit(folder.path()), None, "no repository");
    git(&["init", "--quiet"]);
    assert_eq!(build::commit(folder.path()), None, "no commit");
    git(&["commit", "--quiet", "--allow-empty", "--message", "Open the bar"]);
    let hash = git(&["rev-parse", "--short=12", "HEAD"]);
    let commit = build::commit(folder.path()).expect("a commit");
    assert_eq!(commit, format!("{}, 2026-05-12", hash.trim()));
    assert_eq!(build::words("0.1.0", Some(&commit)), format!("0.1.0 ({commit})"));
    assert_eq!(build::words("0.1.0", None), "0.1.0");
}

/// A packer without git says it: the words go into the build script, which is run as cargo does.
#[test]
fn can_be_said_by_who_builds() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = folder.path().join("build");
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition", "2024", "-o"]).arg(&script);
    output(rustc.arg(super::repository("shared/build.rs")));
    let said = |commit: &str| {
        let mut script = Command::new(&script);
        script.env_clear().env("CARGO_PKG_VERSION", "0.1.0").env("DEMITASSE_COMMIT", commit);
        printed(script.env("PROFILE", "debug"))
    };
    assert!(
        said("0a1b2c3, 2026-05-12").contains("DEMITASSE_VERSION=0.1.0 (0a1b2c3, 2026-05-12)\n")
    );
    assert!(said("").contains("DEMITASSE_VERSION=0.1.0\n"));
    fs::remove_file(script).expect("it was there");
}
