//! `demitasse menu`: what is on, as a file and word by word.

mod file;
mod mark;
mod show;
mod word;

use std::io::Write;
use std::path::PathBuf;

use clap::Subcommand;
use demitasse_shared::Timestamp;
use demitasse_shared::client::ClientError;
use demitasse_shared::menu::Menu;

use super::reach::{Place, ReachError, Reached, reach};
use crate::app::menu_offline;
use crate::clock::Clock;
use crate::config::default_menu;
use crate::menu_file::Faults;
use crate::storage::{StorageError, WriteError};

/// The menu: a file in and out, and what has run out.
#[derive(Debug, Subcommand)]
pub(super) enum MenuCommand {
    /// Show what is on, and what has run out
    Show(show::ShowArgs),
    /// Tell everything that is wrong with a menu file
    Check(file::CheckArgs),
    /// Put a menu file up: at once on phones, boards and monitors. Orders stay what they are
    Import(file::ImportArgs),
    /// Write the menu down as a file to be changed and imported again
    Export(file::ExportArgs),
    /// Mark drinks, choices or ingredients as sold out
    SoldOut(mark::MarkArgs),
    /// Mark them as there again
    Back(mark::MarkArgs),
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub(super) enum MenuError {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error(transparent)]
    Refused(#[from] WriteError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error(transparent)]
    Faults(#[from] Faults),
    #[error("cannot read {path}")]
    Read { path: PathBuf, source: std::io::Error },
    #[error("cannot write {path}")]
    Write { path: PathBuf, source: std::io::Error },
    #[error("{0} is there already: give another name, or --force to write over it")]
    IsThere(PathBuf),
    #[error(transparent)]
    Word(#[from] word::NotOnMenu),
    #[error("cannot print the answer")]
    Output(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

pub(super) async fn run(command: MenuCommand) -> Result<(), MenuError> {
    match command {
        MenuCommand::Show(args) => show::run(args).await,
        MenuCommand::Check(args) => file::check(&args),
        MenuCommand::Import(args) => file::import(args).await,
        MenuCommand::Export(args) => file::export(args).await,
        MenuCommand::SoldOut(args) => mark::run(args, false).await,
        MenuCommand::Back(args) => mark::run(args, true).await,
    }
}

/// The menu that is up; the usual one where the bar has never been opened.
async fn current(place: &Place) -> Result<Menu, MenuError> {
    match reach(&place.data).await? {
        Reached::Server(server) => Ok(server.menu().await?),
        Reached::Data(mut storage) => Ok(menu_offline(&mut storage, &default_menu())?),
    }
}

/// The clock of a change that is made while no server runs.
fn clock() -> Clock {
    Clock::system(Timestamp::UNIX_EPOCH)
}

fn say(text: &str) -> Result<(), std::io::Error> {
    writeln!(std::io::stdout(), "{}", text.trim_end())
}
