//! What happened, for whoever looks into a problem afterwards: a file, never the terminal, which
//! belongs to the board.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Mutex;

use tracing_subscriber::EnvFilter;

/// Says how much is written, in the server's way: `info`, `debug`, or `demitasse_barista=trace`.
const LEVELS: &str = "DEMITASSE_LOG";

/// What is written unless [`LEVELS`] says otherwise.
const USUAL: &str = "info";

/// Writes the log to the end of a file from now on.
pub(crate) fn to_file(path: &Path) -> io::Result<()> {
    let file = File::options().create(true).append(true).open(path)?;
    let levels = EnvFilter::try_from_env(LEVELS).unwrap_or_else(|_| EnvFilter::new(USUAL));
    tracing_subscriber::fmt()
        .with_env_filter(levels)
        .with_ansi(false)
        .with_writer(Mutex::new(file))
        .init();
    Ok(())
}
