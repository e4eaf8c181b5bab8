//! `demitasse-kiosk`: the overhead monitor.

use std::error::Error;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};
use demitasse_kiosk::{Args, list_monitors, run};

fn main() -> ExitCode {
    match obey(Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&*failure);
            ExitCode::FAILURE
        }
    }
}

fn obey(args: Args) -> Result<(), Box<dyn Error>> {
    if args.papers.give(Args::command())? {
        return Ok(());
    }
    if args.list_monitors {
        tell(&list_monitors()?);
        return Ok(());
    }
    Ok(run(args)?)
}

#[expect(clippy::print_stdout, reason = "it is what was asked for")]
fn tell(list: &str) {
    println!("{list}");
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn complain(failure: &dyn Error) {
    eprintln!("{failure}");
}
