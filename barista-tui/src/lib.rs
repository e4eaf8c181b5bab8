//! The baristas' board.
//!
//! Keys, clicks, live changes and answers become messages on one channel; `update` folds them
//! into the model and says what to do; `view` paints the model. A [`Session`] joins this core to
//! a [`Surface`]: the terminal that the program runs in (`runtime`), or a line that the server
//! serves to somebody who has nothing installed.

mod cli;
mod effect;
mod frame;
mod keymap;
mod model;
mod msg;
mod runtime;
mod session;
mod terminal;
mod theme;
mod update;
mod view;
mod words;

#[cfg(test)]
mod fixture;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

pub use model::{RushWhen, RushWhenError, Share, Station, StationError};
pub use session::{Ear, Gone, Goodbye, Session, SessionError, Setup, Surface};
pub use terminal::Screen;
pub use theme::{Ascii, Background, Colours, Look, Theme};
pub use words::Words;

/// Runs `demitasse-barista`: reads the command line, opens the board in this terminal, and tells
/// on standard error why it could not.
pub fn program() -> ExitCode {
    match runtime::run(&cli::Cli::parse()) {
        Ok(code) => code,
        Err(problem) => {
            // Where the terminal is gone, there is nobody to tell.
            drop(writeln!(io::stderr(), "demitasse-barista: {problem}"));
            ExitCode::FAILURE
        }
    }
}
