//! `demitasse wipe`: after the event, everything personal goes. It proves it by reading the files.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use demitasse_shared::Timestamp;
use demitasse_shared::client::local_server_file;
use serde::Serialize;

use super::reach::{Place, ReachError, server};
use super::restore::confirmed;
use crate::clock::Clock;
use crate::storage::wipe::{self, Proof, Value};
use crate::storage::{Storage, StorageError};

/// Wipe everything personal after the event; the counts stay
///
/// Names, notes, addresses, badges, sessions and lines that staff said go; staff's names become
/// "Barista 1" and the like. The report's figures stay the same. Afterwards every file of the data
/// folder is read for what was wiped.
#[derive(Debug, clap::Args)]
pub(super) struct WipeArgs {
    #[command(flatten)]
    place: Place,

    /// Do not ask
    #[arg(long)]
    yes: bool,

    /// Remove this bar's backups too, wherever it knows of some
    #[arg(long)]
    backups: bool,

    /// Print the answer as JSON; needs --yes
    #[arg(long, requires = "yes")]
    json: bool,
}

/// Why not everything is gone.
#[derive(Debug, thiserror::Error)]
pub(super) enum FailedWipe {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error("a server runs on {0}; close the bar first, then wipe; nothing was changed")]
    Serving(PathBuf),
    #[error("there are no data in {0}; name their folder with --data")]
    NoData(PathBuf),
    #[error("nothing was changed: say yes, or give --yes")]
    Unconfirmed,
    #[error(
        "another program reads the data, and would keep what is to go: stop it (Litestream, a \
         database browser), then wipe again"
    )]
    InUse,
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error("cannot read the files to prove it; wipe again: {0}")]
    Proof(#[source] std::io::Error),
    #[error("not everything is gone: see above")]
    Left,
    #[error("cannot ask, or print the answer")]
    Terminal(#[from] std::io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

/// What came of it, for programs.
#[derive(Debug, Serialize)]
struct Wiped {
    /// Whether nothing that was wiped is anywhere any more, as far as the bar knows.
    clean: bool,
    looked_for: usize,
    too_short: usize,
    common: usize,
    files: usize,
    bytes: u64,
    /// Files of the data folder in which something was found.
    found: BTreeSet<PathBuf>,
    /// Copies that the bar knows of and that were left.
    copies: Vec<PathBuf>,
}

pub(super) async fn run(args: WipeArgs) -> Result<(), FailedWipe> {
    let data = &args.place.data;
    match server(data).await {
        Ok(_running) => return Err(FailedWipe::Serving(data.clone())),
        Err(ReachError::NoServer) => {}
        Err(error) => return Err(error.into()),
    }
    if !Storage::is_at(data) {
        return Err(FailedWipe::NoData(data.clone()));
    }
    let mut storage = Storage::open(data).map_err(|error| match error {
        StorageError::Locked(data) => FailedWipe::Serving(data),
        error => error.into(),
    })?;
    let copies = wipe::copies(storage.connection(), data)?;
    if !args.yes {
        ask(data, &copies, args.backups)?;
    }
    let wiped = wipe_all(&args, storage, copies)?;
    let text = if args.json { serde_json::to_string(&wiped)? } else { words(&wiped) };
    writeln!(std::io::stdout(), "{text}")?;
    if wiped.clean { Ok(()) } else { Err(FailedWipe::Left) }
}

fn ask(data: &Path, copies: &[PathBuf], removes: bool) -> Result<(), FailedWipe> {
    let mut out = std::io::stdout();
    writeln!(
        out,
        "Wipes everything personal from {}: names, notes, addresses, badges, sessions.\n\
         Guests are signed out. Counts and times stay. There is no way back.",
        data.display()
    )?;
    if !copies.is_empty() {
        let fate = if removes {
            "These copies go too:"
        } else {
            "These copies stay (--backups removes them):"
        };
        writeln!(out, "{fate}")?;
        for copy in copies {
            writeln!(out, "  {}", copy.display())?;
        }
    }
    if confirmed("Type yes to wipe: ")? { Ok(()) } else { Err(FailedWipe::Unconfirmed) }
}

/// Wipes, and looks whether it is gone.
fn wipe_all(
    args: &WipeArgs,
    mut storage: Storage,
    copies: Vec<PathBuf>,
) -> Result<Wiped, FailedWipe> {
    let data = &args.place.data;
    let clock = Clock::system(storage.last_moment()?.unwrap_or(Timestamp::UNIX_EPOCH));
    let values = wipe::personal(storage.connection())?;
    // Before any copy goes: where the data cannot be wiped, it may be all that there is.
    wipe::ready(storage.connection()).map_err(in_words)?;
    wipe::remove_left_over(data);
    let left = if args.backups {
        let left = wipe::remove(storage.connection(), data, copies)?;
        left.into_iter().map(|(copy, _why)| copy).collect()
    } else {
        copies
    };
    wipe::wipe(storage.connection(), clock.now()).map_err(in_words)?;
    let plain = wipe::plain_words(storage.connection())?;
    // With the connection its log goes, and with the killed server's word its token.
    drop(storage);
    drop(std::fs::remove_file(local_server_file(data)));
    prove(data, &values, &plain, left)
}

fn in_words(error: StorageError) -> FailedWipe {
    match error {
        StorageError::LogInUse => FailedWipe::InUse,
        error => error.into(),
    }
}

fn prove(
    data: &Path,
    values: &BTreeSet<Value>,
    plain: &[u8],
    copies: Vec<PathBuf>,
) -> Result<Wiped, FailedWipe> {
    let Proof { looked_for, too_short, common, files, bytes, found } =
        wipe::search(data, values, plain).map_err(FailedWipe::Proof)?;
    let found: BTreeSet<_> = found.into_iter().map(|found| found.file).collect();
    let clean = found.is_empty() && copies.is_empty();
    Ok(Wiped { clean, looked_for, too_short, common, files, bytes, found, copies })
}

fn words(wiped: &Wiped) -> String {
    let Wiped { looked_for, too_short, common, files, bytes, found, copies, .. } = wiped;
    let mut lines =
        vec![format!("Wiped. Looked for {looked_for} values in {files} files ({bytes} bytes).")];
    if *common > 0 {
        lines.push(format!(
            "{common} more are words that the bar itself uses, such as on its menu, and \
             {too_short} are too short to be told from chance."
        ));
    } else if *too_short > 0 {
        lines.push(format!("{too_short} more are too short to be told from chance."));
    }
    if found.is_empty() {
        lines.push("None of them is there any more.".to_owned());
    } else {
        lines.push("Some of them are still in:".to_owned());
        lines.extend(found.iter().map(|file| format!("  {}", file.display())));
    }
    if !copies.is_empty() {
        lines.push(
            "These copies hold what was there before; `demitasse wipe --backups` removes them:"
                .to_owned(),
        );
        lines.extend(copies.iter().map(|copy| format!("  {}", copy.display())));
    }
    lines.push("Copies that the bar does not know of are yours to remove.".to_owned());
    lines.join("\n")
}
