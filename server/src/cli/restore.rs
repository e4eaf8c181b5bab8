//! `demitasse restore`: back to a backup, after a look at what that would lose.

mod words;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use demitasse_shared::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::reach::{Place, ReachError, server};
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::storage::StorageError;
use crate::storage::restore::{Carried, Known, Prepared, Present, RestoreError};

/// Numbers that are left out where nobody knows which were called out after the backup: more than a
/// busy bar gives in some minutes.
const SKIP: u32 = 20;

/// Go back to a backup; the present data are kept beside
///
/// Shows first what would be lost, and asks. Screens, phones and pairing stay good. Numbers, ids
/// and the live feed go on where neither the backup nor what came after it has been.
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The backup
    file: PathBuf,

    #[command(flatten)]
    place: Place,

    /// Do not ask
    #[arg(long)]
    yes: bool,

    /// How many numbers are left out where nobody knows which were called out after the backup
    #[arg(long, value_name = "COUNT", default_value_t = SKIP)]
    skip_numbers: u32,

    /// The venue's time zone for what is shown; the machine's if not given
    #[arg(long, value_name = "ZONE", env = "DEMITASSE_ZONE")]
    zone: Option<String>,

    /// Print the answer as JSON; needs --yes
    #[arg(long, requires = "yes")]
    json: bool,
}

/// Why nothing was restored.
#[derive(Debug, thiserror::Error)]
pub(super) enum FailedRestore {
    #[error(transparent)]
    Restore(#[from] RestoreError),
    #[error(transparent)]
    Reach(ReachError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(
        "a server runs on {0}; stop it first, or restore to another --data; nothing was changed"
    )]
    Serving(PathBuf),
    #[error("nothing was changed: say yes, or give --yes")]
    Unconfirmed,
    #[error("cannot ask")]
    Terminal(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

/// What came of it, for programs.
#[derive(Debug, Serialize)]
struct Restored {
    file: PathBuf,
    data: PathBuf,
    /// The last moment of the backup.
    as_of: Option<Timestamp>,
    orders: u64,
    devices: u64,
    /// What the present data had beyond that.
    lost_orders: u64,
    lost_devices: u64,
    /// Numbers go on above this one.
    numbers_after: Option<u32>,
    /// Where the data are kept that were replaced.
    kept: Option<PathBuf>,
}

pub(super) async fn run(args: RestoreArgs) -> Result<(), FailedRestore> {
    let data = &args.place.data;
    let zone = Config { zone: args.zone.clone(), ..Config::default() }.zone()?;
    nobody_serves(data).await?;
    let mut prepared = Prepared::new(data, &args.file).map_err(|error| match error {
        RestoreError::Storage(StorageError::Locked(data)) => FailedRestore::Serving(data),
        error => error.into(),
    })?;
    if !args.yes {
        writeln!(std::io::stdout(), "{}", words::before(&prepared, &zone))?;
        if !confirmed("Type yes to restore: ")? {
            prepared.discard();
            return Err(FailedRestore::Unconfirmed);
        }
    }
    let clock = Clock::system(Timestamp::UNIX_EPOCH);
    for moment in moments(&prepared) {
        clock.not_before(moment);
    }
    let carried = prepared.carry_over(clock.now(), args.skip_numbers)?;
    tell(&args, prepared, &carried, &zone)
}

/// A server that runs there would go on writing into a file that has no name any more.
async fn nobody_serves(data: &Path) -> Result<(), FailedRestore> {
    match server(data).await {
        Ok(_running) => Err(FailedRestore::Serving(data.to_owned())),
        Err(ReachError::NoServer) => Ok(()),
        Err(error) => Err(FailedRestore::Reach(error)),
    }
}

/// The last moments that anybody has seen: the bar's time goes on after them.
fn moments(prepared: &Prepared) -> impl Iterator<Item = Timestamp> {
    let present = known(prepared).and_then(Known::at);
    prepared.backup.at.into_iter().chain(present)
}

fn known(prepared: &Prepared) -> Option<&Known> {
    match &prepared.present {
        Present::Known(known) if known.is_of(&prepared.backup) => Some(known),
        _ => None,
    }
}

/// Asks the person at the terminal.
pub(super) fn confirmed(question: &str) -> Result<bool, std::io::Error> {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return Ok(false);
    }
    let mut out = std::io::stdout();
    write!(out, "{question}")?;
    out.flush()?;
    let mut answer = String::new();
    input.read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}

fn tell(
    args: &RestoreArgs,
    prepared: Prepared,
    carried: &Carried,
    zone: &TimeZone,
) -> Result<(), FailedRestore> {
    let (_, lost_orders, lost_devices) =
        known(&prepared).map_or((0, 0, 0), |known| known.ahead_of(&prepared.backup));
    let backup = prepared.backup.clone();
    let restored = Restored {
        file: args.file.clone(),
        data: args.place.data.clone(),
        as_of: backup.at,
        orders: backup.orders(),
        devices: backup.devices(),
        lost_orders,
        lost_devices,
        numbers_after: carried.numbers.as_ref().map(|(_, number)| *number),
        kept: prepared.finish()?,
    };
    let text = if args.json {
        serde_json::to_string(&restored)?
    } else {
        words::after(&backup, carried, restored.kept.as_deref(), zone)
    };
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
