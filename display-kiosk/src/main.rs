//! `demitasse-kiosk`: the overhead monitor. It shows the code, and the numbers that are ready.
//!
//! [`feed`] hears the server and keeps the [`model`] true; [`view_model`] decides in plain data
//! what the crowd sees of it; [`paint`] puts that on the panel. [`app`] is the window around them.

mod app;
mod cli;
mod feed;
mod model;
mod paint;
mod preview;
mod qr;
mod theme;
mod view_model;
mod words;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match app::run(cli::Args::parse()) {
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
