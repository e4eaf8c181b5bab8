//! `demitasse-barista`: the baristas' board in a terminal.
//!
//! Keys, clicks, live changes and answers become messages on one channel; `update` folds them
//! into the model and says what to do; `view` paints the model. Only `runtime` touches the world.

mod cli;
mod effect;
mod keymap;
mod model;
mod msg;
mod runtime;
mod terminal;
mod theme;
mod update;
mod view;
mod words;

#[cfg(test)]
mod fixture;

use std::process::ExitCode;

use clap::Parser;

#[expect(clippy::print_stderr, reason = "the terminal is a plain one again: this is for people")]
fn main() -> ExitCode {
    match runtime::run(&cli::Cli::parse()) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("demitasse-barista: {problem}");
            ExitCode::FAILURE
        }
    }
}
