//! `demitasse-kiosk`: the overhead monitor.

use std::process::ExitCode;

use clap::Parser;
use demitasse_kiosk::{Args, run};

fn main() -> ExitCode {
    match run(Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(failure: &eframe::Error) {
    eprintln!("The monitor cannot open a window: {failure}");
}
