//! `demitasse staff badges`: who may sign in by a badge.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use demitasse_shared::api::BadgesTaken;

use super::StaffError;
use crate::app::import_offline;
use crate::cli::reach::{Place, Reached, reach};

#[derive(Debug, clap::Args)]
pub(crate) struct BadgesArgs {
    #[command(flatten)]
    place: Place,

    /// The list: a CSV file with the code in its first column. It takes the place of the list
    /// before; a server that is started with --badges takes that file again
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// Hands the list to the server; opens the data only where none runs.
pub(super) async fn take(args: BadgesArgs) -> Result<(), StaffError> {
    let list = fs::read(&args.file).map_err(|error| StaffError::File(args.file.clone(), error))?;
    let taken = match reach(&args.place.data).await? {
        Reached::Server(server) => server.take_badges(list).await?,
        Reached::Data(mut storage) => import_offline(&mut storage, &list)?,
    };
    let text = if args.json { serde_json::to_string(&taken)? } else { told(taken) };
    writeln!(std::io::stdout(), "{text}")?;
    Ok(())
}

fn told(taken: BadgesTaken) -> String {
    let BadgesTaken { badges, added, removed } = taken;
    let badge = if badges == 1 { "badge is" } else { "badges are" };
    format!("{badges} {badge} on the list: {added} new, {removed} gone.")
}
