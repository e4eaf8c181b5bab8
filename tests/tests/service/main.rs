//! Demitasse as a machine's service: what it and systemd say to each other, its units, its papers,
//! and the packages that bring all of it.
#![cfg(target_os = "linux")]

mod packages;
mod papers;
mod people;
mod socket;
mod units;
mod version;
mod watchdog;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A file of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Runs a command to its end, and fails the test where it does.
#[track_caller]
fn output(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|why| panic!("{command:?}: {why}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}: {told}", output.status);
    output
}

/// What a command printed.
#[track_caller]
fn printed(command: &mut Command) -> String {
    String::from_utf8(output(command).stdout).expect("text")
}
