//! What the other tasks need, installed where it is missing.

use std::process::Command;

use crate::cargo::{cargo, has};
use crate::needs::{BENCHES, BUILD, Need, PACKAGES, SOUND, TESTS, WINDOW};
use crate::stages::run;
use crate::{Result, apt, npm, say, sound};

/// All of it, as `cargo xtask setup` does.
pub(crate) fn everything() -> Result {
    for_tests()?;
    apt::ensure(BENCHES)?;
    say("Everything is there.")
}

/// To build and open the bar.
pub(crate) fn for_bar() -> Result {
    apt::ensure(&[BUILD, WINDOW].concat())?;
    sound::ensure()
}

/// To measure: the programs, a monitor's window, phones.
pub(crate) fn for_benches() -> Result {
    for_bar()?;
    apt::ensure(&[TESTS, BENCHES].concat())?;
    npm::ensure()
}

/// To make Debian packages.
pub(crate) fn for_packages() -> Result {
    with_sound(&[BUILD, PACKAGES].concat())
}

/// To format, lint and document.
pub(crate) fn for_check() -> Result {
    with_sound(BUILD)?;
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")
}

/// To test everything.
pub(crate) fn for_tests() -> Result {
    with_sound(&[BUILD, WINDOW, PACKAGES, TESTS].concat())?;
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    npm::ensure()?;
    test_runner()
}

/// What is looked at is the monitor with its sound, so a machine with apt gets that or goes no
/// further. Another one looks at what it has.
fn with_sound(needs: &[Need]) -> Result {
    if !apt::is_there() {
        apt::ensure(needs)?;
        return sound::ensure();
    }
    let sound = if sound::is_there() { &[] } else { SOUND };
    apt::ensure(&[needs, sound].concat())?;
    if sound::is_there() { Ok(()) } else { Err(sound::UNKNOWN.into()) }
}

fn component(subcommand: &str, component: &str) -> Result {
    if has(subcommand) {
        return Ok(());
    }
    run(Command::new("rustup").args(["component", "add", component]))
}

/// Debian has no package of the test runner, so cargo builds it. Where it cannot be had, cargo's
/// own runner does.
fn test_runner() -> Result {
    if has("nextest") {
        return Ok(());
    }
    say("Building the test runner, cargo-nextest. This happens once and takes some minutes.")?;
    match run(&mut cargo(["install", "cargo-nextest", "--locked"])) {
        Ok(()) => Ok(()),
        Err(why) => say(&format!("Going on without cargo-nextest: {why}")),
    }
}
