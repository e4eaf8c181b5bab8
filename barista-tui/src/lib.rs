//! The baristas' board.
//!
//! Keys, clicks, live changes and answers become messages on one channel; `update` folds them
//! into the model and says what to do; `view` paints the model. A [`Session`] joins this core to
//! a [`Surface`]: the terminal that the program runs in (`runtime`), or a line that the server
//! serves to somebody who has nothing installed.

mod cli;
mod config;
mod effect;
mod frame;
mod keymap;
mod log;
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

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;
use config::{Choice, ConfigError};
pub use keymap::Keymap;
pub use model::{RushWhen, RushWhenError, Share, Sound, Station, StationError};
pub use session::{Ear, Gone, Goodbye, Session, SessionError, Setup, Surface};
pub use terminal::Screen;
pub use theme::{Ascii, Background, Colours, Look, Theme};
pub use words::Words;

/// What a program answers that was told nonsense.
const NONSENSE: u8 = 2;

/// Runs `demitasse-barista`: reads what people chose, opens the board in this terminal, and tells
/// on standard error why it could not.
pub fn program() -> ExitCode {
    let args: Vec<_> = env::args_os().collect();
    match config::choose(&args) {
        Ok(choice) if choice.cli.print_config => {
            print(&choice.written());
            ExitCode::SUCCESS
        }
        Ok(choice) => give_or_open(choice),
        // It knows by itself whether it was asked for help or refuses something.
        Err(ConfigError::CommandLine(words)) => words.exit(),
        Err(problem) => {
            tell(&problem);
            ExitCode::from(NONSENSE)
        }
    }
}

/// What keys mean by a text that stands in the program's configuration file.
///
/// # Errors
/// What is wrong with it, in words.
pub fn understood(text: &str) -> Result<Keymap, String> {
    config::understood(text).map_err(|(_at, wrong)| wrong.to_string())
}

/// Gives the papers that were asked for, or opens the board.
fn give_or_open(choice: Choice) -> ExitCode {
    let failed = |problem: &dyn std::error::Error| {
        tell(problem);
        ExitCode::FAILURE
    };
    match choice.cli.papers.give(cli::Cli::command()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => runtime::run(choice).unwrap_or_else(|problem| failed(&problem)),
        Err(problem) => failed(&problem),
    }
}

/// Where nobody reads any more, nobody is told.
fn print(text: &str) {
    drop(io::stdout().write_all(text.as_bytes()));
}

fn tell(problem: &dyn std::error::Error) {
    drop(writeln!(io::stderr(), "demitasse-barista: {problem}"));
}
