//! The services' units, as systemd itself reads them.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use demitasse_tests::program;

use super::{output, printed, repository};

/// The most that `systemd-analyze security` may find exposed, of 10.
const EXPOSURE: f64 = 1.5;

fn unit(package: &str, name: &str) -> PathBuf {
    repository(&format!("packaging/{package}/root/lib/systemd/system/{name}"))
}

#[test]
fn the_server_is_shut_in() {
    let mut analyze = Command::new("systemd-analyze");
    analyze.args(["security", "--offline=yes", "--no-pager"]);
    let found = printed(analyze.arg(unit("demitasse", "demitasse.service")).env("LC_ALL", "C"));
    let line = found.lines().find(|line| line.contains("Overall exposure level"));
    let line = line.unwrap_or_else(|| panic!("no level in:\n{found}"));
    let level = line.split_whitespace().find_map(|word| word.parse::<f64>().ok());
    assert!(level.is_some_and(|level| level <= EXPOSURE), "{line}");
}

/// systemd understands every line, and finds what is started and what is waited for.
#[test]
fn systemd_takes_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let units = [
        ("demitasse", "demitasse.socket"),
        ("demitasse", "demitasse.service"),
        ("demitasse-kiosk", "demitasse-kiosk.service"),
    ];
    let server = program("demitasse").display().to_string();
    let paths = units.map(|(package, name)| {
        let text = fs::read_to_string(unit(package, name)).expect("a unit");
        // Where this machine has the programs; an X server need not be there.
        let text = text.replace("/usr/bin/demitasse serve", &format!("{server} serve"));
        let path = folder.path().join(name);
        fs::write(&path, text.replace("/usr/bin/xinit", "/bin/true")).expect("it can be written");
        path
    });
    let mut verify = Command::new("systemd-analyze");
    let verified = output(verify.args(["verify", "--man=no"]).args(paths));
    assert_eq!(String::from_utf8_lossy(&verified.stderr), "");
}

/// What the document says of the level is what systemd finds.
#[test]
fn the_documents_tell_their_level() {
    let document = fs::read_to_string(repository("docs/service.md")).expect("it is there");
    assert!(document.contains("finds 1.3 of 10 exposed"), "docs/service.md says no level");
}

/// The service waits for the bar itself: its word, and its signs of life.
#[test]
fn the_server_is_watched() {
    let text = fs::read_to_string(unit("demitasse", "demitasse.service")).expect("a unit");
    for line in ["Type=notify", "WatchdogSec=30", "Restart=on-failure", "StateDirectory=demitasse"]
    {
        assert!(text.lines().any(|own| own == line), "{line} is not in it");
    }
}
