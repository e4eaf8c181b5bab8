//! `cargo xtask up`: from a clone to an open bar.

use std::process::Command;

use crate::cargo::{release, shaped_programs};
use crate::stages::run as run_command;
use crate::{Result, say, setup};

/// The bar's programs, built by one cargo run each time: another choice of packages would unify
/// features anew and rebuild for minutes.
pub(crate) const BUILD: [&str; 10] = [
    "build",
    "--release",
    "--locked",
    "--bins",
    "--package",
    "demitasse",
    "--package",
    "demitasse-barista",
    "--package",
    "demitasse-kiosk",
];

/// Builds and opens the bar; `args` go to `demitasse up`.
pub(crate) fn run(args: &[String]) -> Result {
    setup::for_bar()?;
    say("Building the bar. The first time takes some minutes.")?;
    run_command(&mut shaped_programs(BUILD))?;
    open(Command::new(release("demitasse")?).arg("up").args(args))
}

/// The bar takes this program's place, so that Ctrl-C and the exit code are its own.
#[cfg(unix)]
fn open(bar: &mut Command) -> Result {
    use std::os::unix::process::CommandExt;
    Err(format!("cannot open the bar: {}", bar.exec()).into())
}

#[cfg(not(unix))]
fn open(bar: &mut Command) -> Result {
    run_command(bar)
}
