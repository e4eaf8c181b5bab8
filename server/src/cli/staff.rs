//! `demitasse staff`: who works here, and the door.

mod badges;
mod door;

use std::io::Write;

use clap::Subcommand;
use demitasse_shared::Timestamp;
use demitasse_shared::api::{NewPairing, Pairing, Role};
use demitasse_shared::client::ClientError;

use super::reach::{Place, ReachError, Reached, reach};
use crate::app::pair_offline;
use crate::clock::Clock;
use crate::storage::WriteError;

/// Staff, their devices and the door.
#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Make a pairing code for a device: good once, for ten minutes
    Pair(PairArgs),
    /// Take over a list of attendees' badges, while the bar serves or not
    Badges(badges::BadgesArgs),
    /// Open the bar, or end its pause
    Open(door::OpenArgs),
    /// Close the bar, and say when it opens again
    Close(door::CloseArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct PairArgs {
    #[command(flatten)]
    place: Place,

    /// What the device may do: barista, manager or display
    #[arg(long, value_name = "ROLE")]
    role: Role,

    /// Whose it is, or where it stands
    #[arg(long = "name", value_name = "NAME")]
    device_name: String,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub(super) enum StaffError {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error(transparent)]
    Refused(#[from] WriteError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error("that time is too far off")]
    Time(#[from] jiff::Error),
    #[error("cannot read {0}: {1}")]
    File(std::path::PathBuf, std::io::Error),
    #[error("cannot print the answer")]
    Output(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

pub(super) async fn run(command: StaffCommand) -> Result<(), StaffError> {
    match command {
        StaffCommand::Pair(args) => tell_code(args).await,
        StaffCommand::Badges(args) => badges::take(args).await,
        StaffCommand::Open(args) => door::open(args).await,
        StaffCommand::Close(args) => door::close(args).await,
    }
}

async fn tell_code(args: PairArgs) -> Result<(), StaffError> {
    let new = NewPairing { role: args.role, name: args.device_name.clone() };
    let pairing = pair(&args.place, new).await?;
    let text = if args.json {
        serde_json::to_string(&pairing)?
    } else {
        let Pairing { code, name, role, .. } = &pairing;
        format!("{code}\nPairs {name} as {}: good once, for ten minutes.", role.as_str())
    };
    writeln!(std::io::stdout(), "{text}")?;
    Ok(())
}

/// Asks the server; opens the data only where none runs.
async fn pair(place: &Place, new: NewPairing) -> Result<Pairing, StaffError> {
    match reach(&place.data).await? {
        Reached::Server(server) => Ok(server.pair(&new).await?),
        Reached::Data(mut storage) => {
            Ok(pair_offline(&mut storage, &Clock::system(Timestamp::UNIX_EPOCH), &new)?)
        }
    }
}
