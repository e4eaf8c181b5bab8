//! What can be asked for, and what every task has at hand.

use std::error::Error;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{bench, check, package, setup, sheet, test, torture, up};

/// What a task that failed says; printed once, in `main`.
pub(crate) type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

const HELP: &str = "\
cargo xtask up [--demo] [OPTIONS OF `demitasse up`]
    Open the bar on this machine: installs what is missing, builds in release, starts the server,
    the monitor and the barista board. --demo lets a recorded rush run through it.
cargo xtask test [OPTIONS OF `cargo nextest run`]
    Install what is missing, then check and test everything.
cargo xtask check
    Format, lints and documentation.
cargo xtask bench [--cold] [PART...]
    Build in release and measure everything, or some parts; leaves a table and a plot in
    target/bench. --cold measures a build from nothing, too.
cargo xtask torture [--seed N] [--minutes M] [PART...]
    Try to break what the bar promises, with chance of its own or a seed that repeats a failure; for
    so many minutes, or once. Two parts only run where they are named: `fuzz` bends what readers read,
    guided by what it reaches; `schemathesis` holds the API to its document.
cargo xtask sheet [phone] [monitor]
    Take pictures of every page of the guests' web app for docs/phone.md, and of every face of the
    monitor for docs/monitor.md.
cargo xtask package [--debug] [--try] [--static]
    Make Debian packages of the programs in target/debian. --debug takes programs as tests build
    them; --try installs the packages in a clean Debian, looks at them there, and removes them.
    --static makes the server one file that needs nothing of a machine, and no packages.
cargo xtask setup
    Only install what is missing.";

/// Runs the task of that name.
pub(crate) fn run(name: &str, rest: &[String]) -> Result {
    match name {
        "up" => up::run(rest),
        "test" => test::run(rest),
        "check" => check::run(),
        "bench" => bench::run(rest),
        "torture" => torture::run(rest),
        "sheet" => sheet::run(rest),
        "package" => package::run(rest),
        "setup" => setup::everything(),
        "help" | "--help" | "-h" => say(HELP),
        _ => Err(format!("choose what to do:\n{HELP}").into()),
    }
}

/// Tells the person at the terminal; stdout belongs to the programs that are run.
pub(crate) fn say(text: &str) -> Result {
    Ok(writeln!(io::stderr(), "{text}")?)
}

/// The repository's root: the folder that holds this package.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}
