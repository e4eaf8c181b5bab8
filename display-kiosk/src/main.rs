//! `demitasse-kiosk`: the overhead monitor.

use std::process::ExitCode;

use clap::Parser;
use demitasse_kiosk::{Args, Failure, list_monitors, run};

fn main() -> ExitCode {
    let args = Args::parse();
    let done = if args.list_monitors { list_monitors().map(|list| tell(&list)) } else { run(args) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&failure);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "it is what was asked for")]
fn tell(list: &str) {
    println!("{list}");
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(failure: &Failure) {
    eprintln!("{failure}");
}
