//! `demitasse backup`: a copy of everything, while the bar goes on.

use std::io::Write;
use std::path::PathBuf;

use demitasse_shared::Timestamp;
use demitasse_shared::backup::{BackupMade, NewBackup};
use demitasse_shared::client::ClientError;
use jiff::tz::TimeZone;

use super::reach::{Place, ReachError, server};
use crate::app::back_up_offline;
use crate::clock::Clock;
use crate::config::{Config, ConfigError, Every};
use crate::storage::Storage;
use crate::storage::backup::BackupError;

/// Bytes in a megabyte, as disks are sold.
const MEGABYTE: f64 = 1e6;

/// Copy everything to a file that can be restored, while the bar goes on or not
///
/// The copy is checked before it gets its name. Without --to it goes to the folder `backups` beside
/// the data; a stick or another disk outlives the laptop. `demitasse serve --backup-to DIR` makes
/// backups by itself.
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    #[command(flatten)]
    place: Place,

    /// A folder, where each backup gets a name of its own, or a file that ends with .db
    #[arg(long, value_name = "DIR|FILE")]
    to: Option<PathBuf>,

    /// Go on until Ctrl-C, with a backup so often: 1m, 90s, 2h. One where nothing has changed is
    /// left out
    #[arg(long, value_name = "TIME")]
    every: Option<Every>,

    /// How many of this bar's backups stay in the folder; all of them if not given
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u32).range(1..))]
    keep: Option<u32>,

    /// The venue's time zone for the file's name; a running server knows it. The machine's if not
    /// given
    #[arg(long, value_name = "ZONE", env = "DEMITASSE_ZONE")]
    zone: Option<String>,

    /// Print the answer as JSON, one a line
    #[arg(long)]
    json: bool,
}

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub(super) enum FailedBackup {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error("there are no data in {0}; name their folder with --data")]
    NoData(PathBuf),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Backup(#[from] BackupError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error("cannot use that place")]
    To(#[source] std::io::Error),
    #[error("cannot print the answer")]
    Output(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

pub(super) async fn run(args: BackupArgs) -> Result<(), FailedBackup> {
    let zone = Config { zone: args.zone.clone(), ..Config::default() }.zone()?;
    let to = args.to.as_ref().map(std::path::absolute).transpose().map_err(FailedBackup::To)?;
    let to = to.map(|to| to.to_string_lossy().into_owned());
    let new = NewBackup { to, keep: args.keep, only_changed: args.every.is_some() };
    let clock = Clock::system(Timestamp::UNIX_EPOCH);
    let Some(every) = args.every else {
        let made = make(&args.place, &clock, &zone, &new).await?;
        return say(&args, &zone, &made);
    };
    tokio::select! {
        outcome = go_on(&args, &clock, &zone, &new, every) => outcome,
        () = super::asked_to_stop() => Ok(()),
    }
}

/// Makes backups until somebody stops it. What fails is said once, and tried again.
async fn go_on(
    args: &BackupArgs,
    clock: &Clock,
    zone: &TimeZone,
    new: &NewBackup,
    every: Every,
) -> Result<(), FailedBackup> {
    let mut is_failing = false;
    loop {
        match make(&args.place, clock, zone, new).await {
            Ok(made) => {
                if !made.unchanged || is_failing {
                    say(args, zone, &made)?;
                }
                is_failing = false;
            }
            Err(error) => {
                if !is_failing {
                    super::say_why(&error);
                }
                is_failing = true;
            }
        }
        let next = clock.now().checked_add(every.0).unwrap_or(Timestamp::MAX);
        clock.wait_until(next).await;
    }
}

/// Asks the server; opens the data only where none runs.
async fn make(
    place: &Place,
    clock: &Clock,
    zone: &TimeZone,
    new: &NewBackup,
) -> Result<BackupMade, FailedBackup> {
    match server(&place.data).await {
        Ok(server) => return Ok(server.back_up(new).await?),
        Err(ReachError::NoServer) if Storage::is_at(&place.data) => {}
        Err(ReachError::NoServer) => return Err(FailedBackup::NoData(place.data.clone())),
        Err(error) => return Err(error.into()),
    }
    let mut storage = Storage::open(&place.data).map_err(ReachError::from)?;
    Ok(back_up_offline(&mut storage, clock, zone.clone(), new)?)
}

fn say(args: &BackupArgs, zone: &TimeZone, made: &BackupMade) -> Result<(), FailedBackup> {
    let text = if args.json { serde_json::to_string(made)? } else { words(zone, made) };
    Ok(writeln!(std::io::stdout(), "{text}")?)
}

fn words(zone: &TimeZone, made: &BackupMade) -> String {
    let BackupMade { file, orders, bytes, .. } = made;
    #[expect(clippy::cast_precision_loss, reason = "one digit after the point is shown")]
    let megabytes = *bytes as f64 / MEGABYTE;
    let at = made.at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S");
    let noun = if *orders == 1 { "order" } else { "orders" };
    let disk = if made.same_disk {
        "\nIt is on the same disk as the data. A stick or another disk outlives the laptop: --to DIR"
    } else {
        ""
    };
    format!("{file}\nChecked: {orders} {noun}, {megabytes:.1} MB, as of {at}.{disk}")
}
