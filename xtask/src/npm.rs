//! The browser tests' driver: what tests/package-lock.json says, and nothing else.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::stages::run;
use crate::{Result, root};

/// Installs the driver where it is not there, or the lock file has changed since.
pub(crate) fn ensure() -> Result {
    let tests = root().join("tests");
    let locked = changed(&tests.join("package-lock.json"));
    let installed = changed(&tests.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= locked {
        return Ok(());
    }
    // The driver drives the system's browser; no script of a package runs here.
    let options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run(Command::new("npm").args(options).current_dir(tests).stdout(std::io::stderr()))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).ok()?.modified().ok()
}
