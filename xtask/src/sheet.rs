//! `cargo xtask sheet`: pictures of every page of the guests' web app and of every face of the
//! monitor, for the documentation.

use crate::cargo::cargo;
use crate::stages::run as run_command;
use crate::{Result, setup};

/// Installs what is missing and takes the pictures: `phone`, `monitor`, or both.
pub(crate) fn run(parts: &[String]) -> Result {
    setup::for_tests()?;
    // The monitor's own window is photographed, so the program is built with the photographer.
    let shape = ["--workspace", "--locked", "--bins", "--example", "sheet"];
    run_command(cargo(["build"]).args(shape))?;
    run_command(
        cargo(["run", "--locked", "--package", "demitasse-tests"])
            .args(["--example", "sheet", "--"])
            .args(parts),
    )
}
