//! `demitasse-barista`: the baristas' board in a terminal.

use std::process::ExitCode;

fn main() -> ExitCode {
    demitasse_barista::program()
}
