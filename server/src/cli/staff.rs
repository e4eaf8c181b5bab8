//! `demitasse staff`: who works here, and the door.

mod audit;
mod badges;
mod devices;
mod door;
mod pair;
mod venue;

use std::io::Write;

use clap::Subcommand;
use demitasse_shared::client::ClientError;

use super::reach::ReachError;
use crate::config::ConfigError;
use crate::storage::{StorageError, WriteError};
use venue::Venue;

/// Staff, their devices and the door.
#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Make a pairing code for a device, to scan or to type: good once, for ten minutes
    Pair(pair::PairArgs),
    /// List the paired devices: whose they are, and when they were last heard
    List(devices::ListArgs),
    /// Call a device, and whoever works with it, by another name
    Rename(devices::RenameArgs),
    /// Let a device go: it is not paired any more, and its screen says so
    Revoke(devices::RevokeArgs),
    /// Tell who did what, from the journal
    Audit(audit::AuditArgs),
    /// Take over a list of attendees' badges, while the bar serves or not
    Badges(badges::BadgesArgs),
    /// Open the bar, or end its pause
    Open(door::OpenArgs),
    /// Close the bar, and say when it opens again
    Close(door::CloseArgs),
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub(super) enum StaffError {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Refused(#[from] WriteError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error("that time is too far off")]
    Time(#[from] jiff::Error),
    #[error("no device called {0:?} is paired; `demitasse staff list` names them all")]
    NoDevice(String),
    #[error("several devices are called {name}: say which one by its number: {numbers}")]
    Several {
        /// The name.
        name: String,
        /// Their numbers, with what they are.
        numbers: String,
    },
    #[error("nobody has used the code, and it is over; make another one")]
    Unused,
    #[error("cannot read {0}: {1}")]
    File(std::path::PathBuf, std::io::Error),
    #[error("cannot print the answer")]
    Output(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
    #[error("cannot write the table")]
    Table(#[from] csv::Error),
}

pub(super) async fn run(command: StaffCommand) -> Result<(), StaffError> {
    match command {
        StaffCommand::Pair(args) => pair::run(args).await,
        StaffCommand::List(args) => devices::list(args).await,
        StaffCommand::Rename(args) => devices::rename(args).await,
        StaffCommand::Revoke(args) => devices::revoke(args).await,
        StaffCommand::Audit(args) => audit::run(args).await,
        StaffCommand::Badges(args) => badges::take(args).await,
        StaffCommand::Open(args) => door::open(args).await,
        StaffCommand::Close(args) => door::close(args).await,
    }
}

fn print(text: &str) -> Result<(), StaffError> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
