//! `--version`, and the commit in it.

use std::path::{Path, PathBuf};
use std::process::Command;

use demitasse_shared::VERSION;
use demitasse_tests::{alone, program};

use super::{output, printed, repository};

#[test]
fn is_the_same_in_all_programs() {
    for name in ["demitasse", "demitasse-barista", "demitasse-kiosk"] {
        let said = printed(alone(Command::new(program(name)).arg("--version")));
        assert_eq!(said, format!("{name} {VERSION}\n"));
    }
}

/// The script that cargo runs to find the commit, run as cargo does.
struct Script(PathBuf);

impl Script {
    fn compiled(folder: &Path) -> Self {
        let script = folder.join("script");
        let mut rustc = Command::new("rustc");
        rustc.args(["--edition", "2024", "-o"]).arg(&script);
        output(rustc.arg(repository("shared/build/commit.rs")));
        Self(script)
    }

    /// The version that a build of these sources says.
    fn version(&self, sources: &Path, profile: &str, given: Option<&str>) -> String {
        let mut script = Command::new(&self.0);
        script.env_remove("DEMITASSE_COMMIT").env("CARGO_PKG_VERSION", "0.1.0");
        script.env("PROFILE", profile).env("CARGO_MANIFEST_DIR", sources).current_dir(sources);
        script.envs(given.map(|words| ("DEMITASSE_COMMIT", words)));
        let said = printed(&mut script);
        let version = said.lines().find_map(|line| line.split_once("DEMITASSE_VERSION="));
        version.expect("it says the version").1.to_owned()
    }
}

#[test]
fn names_the_commit_and_its_day_where_there_is_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let script = Script::compiled(folder.path());
    let sources = folder.path().join("sources");
    std::fs::create_dir(&sources).expect("it can be made");
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        let names = ["-c", "user.name=Ana", "-c", "user.email=ana@bar.invalid"];
        let day = "2026-05-12T07:30:00Z";
        git.current_dir(&sources).args(names).args(args);
        printed(git.env("GIT_COMMITTER_DATE", day).env("GIT_AUTHOR_DATE", day))
    };
    let release = || script.version(&sources, "release", None);
    assert_eq!(release(), "0.1.0", "no repository");
    git(&["init", "--quiet"]);
    assert_eq!(release(), "0.1.0", "no commit");
    git(&["commit", "--quiet", "--allow-empty", "--message", "Open the bar"]);
    let hash = git(&["rev-parse", "--short=12", "HEAD"]);
    assert_eq!(release(), format!("0.1.0 ({}, 2026-05-12)", hash.trim()));
    // Who develops would build everything anew with each commit.
    assert_eq!(script.version(&sources, "debug", None), "0.1.0");
    // Who packs without git says it.
    let said = |words| script.version(&sources, "debug", Some(words));
    assert_eq!(said("0a1b2c3, 2026-05-12"), "0.1.0 (0a1b2c3, 2026-05-12)");
    assert_eq!(said(""), "0.1.0");
}
