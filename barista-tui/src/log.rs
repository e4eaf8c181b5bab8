//! What happened, for whoever looks into a problem afterwards: a file, never the terminal, which
//! belongs to the board.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::Path;
use std::sync::Mutex;

use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

/// Says how much is written, in the server's way: `info`, `debug`, or `demitasse_barista=trace`.
const LEVELS: &str = "DEMITASSE_LOG";

/// What is written unless [`LEVELS`] says otherwise.
const USUAL: Level = Level::INFO;

/// Writes the log to the end of a file from now on.
pub(crate) fn to_file(path: &Path) -> io::Result<()> {
    let file = private().create(true).append(true).open(path)?;
    let asked = std::env::var(LEVELS).ok().and_then(|levels| levels.parse().ok());
    let levels = asked.unwrap_or_else(|| Targets::new().with_default(USUAL));
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file));
    tracing_subscriber::registry().with(lines).with(levels).init();
    Ok(())
}

/// A new log is its owner's alone: at its most talkative it says what the bar says.
#[cfg(unix)]
fn private() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = File::options();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn private() -> OpenOptions {
    File::options()
}
