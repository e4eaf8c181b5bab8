//! `demitasse staff`: who works here, and the door.

mod door;

use std::io::Write;

use clap::Subcommand;
use demitasse_shared::Timestamp;
use demitasse_shared::api::{NewPairing, Pairing, Role};
use demitasse_shared::client::{Client, ClientError, LocalServer};
use demitasse_shared::error::RefusalCode;

use crate::RunError;
use crate::app::pair_offline;
use crate::clock::Clock;
use crate::config::Config;
use crate::storage::{Storage, WriteError};

/// Staff, their devices and the door.
#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Make a pairing code for a device: good once, for ten minutes
    Pair(PairArgs),
    /// Open the bar, or end its pause
    Open(door::OpenArgs),
    /// Close the bar, and say when it opens again
    Close(door::CloseArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct PairArgs {
    #[command(flatten)]
    config: Config,

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
    Open(#[from] RunError),
    #[error(transparent)]
    Refused(#[from] WriteError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error(
        "no server runs on this data; start one with `demitasse serve`, or name its data with --data"
    )]
    NoServer,
    #[error("that time is too far off")]
    Time(#[from] jiff::Error),
    #[error("cannot print the answer")]
    Output(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

pub(super) async fn run(command: StaffCommand) -> Result<(), StaffError> {
    match command {
        StaffCommand::Pair(args) => tell_code(args).await,
        StaffCommand::Open(args) => door::open(args).await,
        StaffCommand::Close(args) => door::close(args).await,
    }
}

async fn tell_code(args: PairArgs) -> Result<(), StaffError> {
    let new = NewPairing { role: args.role, name: args.device_name.clone() };
    let pairing = pair(&args.config, new).await?;
    let text = if args.json {
        serde_json::to_string(&pairing)?
    } else {
        let Pairing { code, name, role, .. } = &pairing;
        format!("{code}\nPairs {name} as {}: good once, for ten minutes.", role.as_str())
    };
    writeln!(std::io::stdout(), "{text}")?;
    Ok(())
}

/// Asks the server that runs on the data directory; opens the data itself only where none does.
async fn pair(config: &Config, new: NewPairing) -> Result<Pairing, StaffError> {
    if let Ok(local) = LocalServer::read(&config.data) {
        let server = Client::new(&local.url)?.with_token(&local.token);
        match server.pair(&new).await {
            // Word of a server that was killed: nobody is there, or somebody else is.
            Err(ClientError::Line(_) | ClientError::Foreign(_)) => {}
            Err(ClientError::Refused(problem)) if problem.code == RefusalCode::NotSignedIn => {}
            answer => return Ok(answer?),
        }
    }
    let mut storage = Storage::open(&config.data).map_err(RunError::from)?;
    Ok(pair_offline(&mut storage, &Clock::system(Timestamp::UNIX_EPOCH), &new)?)
}
