//! `cargo xtask`: what a newcomer, a developer and the build machine run.

mod apt;
mod cargo;
mod check;
mod needs;
mod npm;
mod setup;
mod stages;
mod test;
mod up;

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What a task that failed says; printed once, in `main`.
type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const HELP: &str = "\
cargo xtask up [--demo] [OPTIONS OF `demitasse up`]
    Open the bar on this machine: installs what is missing, builds in release, starts the server,
    the monitor and the barista board. --demo lets a recorded rush run through it.
cargo xtask test [OPTIONS OF `cargo nextest run`]
    Install what is missing, then check and test everything.
cargo xtask check
    Format, lints and documentation.
cargo xtask setup
    Only install what is missing.";

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let task = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let done = match task.as_str() {
        "up" => up::run(&rest),
        "test" => test::run(&rest),
        "check" => check::run(),
        "setup" => setup::everything(),
        "help" | "--help" | "-h" => say(HELP),
        _ => Err(format!("choose what to do:\n{HELP}").into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Where even stderr is gone there is nobody left to tell.
        Err(why) => say(&format!("xtask: {why}")).map_or(ExitCode::FAILURE, |()| ExitCode::FAILURE),
    }
}

/// Tells the person at the terminal; stdout belongs to the programs that are run.
fn say(text: &str) -> Result {
    Ok(writeln!(io::stderr(), "{text}")?)
}

/// The repository's root: the folder that holds this package.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
