//! `cargo xtask sheet`: pictures of every page of the guests' web app, for the documentation.

use crate::cargo::cargo;
use crate::stages::run as run_command;
use crate::{Result, setup};

/// Installs what is missing and takes the pictures.
pub(crate) fn run() -> Result {
    setup::for_tests()?;
    run_command(&mut cargo([
        "run",
        "--locked",
        "--package",
        "demitasse-tests",
        "--example",
        "sheet",
    ]))
}
