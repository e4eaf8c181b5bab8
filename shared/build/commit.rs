//! Finds out which commit is built, for `--version`. A test builds it alone, as a program.

use std::env;
use std::path::Path;
use std::process::Command;

/// What stands in the brackets, such as `0a1b2c3d4e5f, 2026-05-12`, for a build without git.
const COMMIT: &str = "DEMITASSE_COMMIT";

/// Tells cargo what `--version` says.
pub(crate) fn main() {
    println!("cargo:rerun-if-env-changed={COMMIT}");
    let given = env::var(COMMIT).ok().filter(|words| !words.trim().is_empty());
    let is_release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = given.or_else(|| is_release.then(commit_here).flatten());
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    println!("cargo:rustc-env=DEMITASSE_VERSION={}", words(&version, commit.as_deref()));
}

/// What `--version` says behind the program's name.
fn words(version: &str, commit: Option<&str>) -> String {
    commit.map_or_else(|| version.to_owned(), |commit| format!("{version} ({})", commit.trim()))
}

/// The commit of this repository, and a look at it again once it is another one.
fn commit_here() -> Option<String> {
    let here = env::var("CARGO_MANIFEST_DIR").ok()?;
    let here = Path::new(&here);
    for moves in ["HEAD", "logs/HEAD"] {
        let path = git(here, &["rev-parse", "--git-path", moves])?;
        // Cargo would build anew each time for a file that is not there.
        if here.join(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    commit(here)
}

/// The commit of a repository and its day, where there is one. The day is the commit's, not the
/// build's: the same sources make the same program.
fn commit(repository: &Path) -> Option<String> {
    git(repository, &["show", "--no-patch", "--abbrev=12", "--format=%h, %cs", "HEAD"])
}

fn git(repository: &Path, args: &[&str]) -> Option<String> {
    let asked = Command::new("git").arg("-C").arg(repository).args(args).output().ok()?;
    let answer = String::from_utf8(asked.stdout).ok()?;
    let answer = answer.trim();
    (asked.status.success() && !answer.is_empty()).then(|| answer.to_owned())
}
