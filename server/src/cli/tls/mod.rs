//! `demitasse tls`: the bar's certificates.

mod words;

use std::io::Write;

use clap::Subcommand;
use demitasse_shared::Timestamp;
use serde_json::json;

use super::reach::Place;
use crate::clock::Clock;
use crate::config::{BadTls, TlsFlags};
use crate::storage::{Storage, StorageError};
use crate::tls::authority::{authority_in, init};
use crate::tls::{BadPair, Folder, Made, Name, NoAuthority};

/// Certificates: the bar's own for staff's devices, and what it shows.
#[derive(Debug, Subcommand)]
pub(super) enum TlsCommand {
    /// Make a certificate of the bar's own authority, or renew it; a running server takes it at once
    Init(InitArgs),
    /// Show what the bar's certificate is for, until when, and who vouches for it
    Show(ShowArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct InitArgs {
    #[command(flatten)]
    place: Place,

    /// A name or address by which devices reach the bar, such as bar.local; the machine's own are
    /// there in any case, and names from before stay
    #[arg(long = "name", value_name = "HOST")]
    names: Vec<Name>,

    /// Make another authority, too: every device has to trust it anew
    #[arg(long)]
    new_authority: bool,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[command(flatten)]
    place: Place,

    #[command(flatten)]
    tls: TlsFlags,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub(super) enum TlsError {
    #[error(transparent)]
    Data(#[from] StorageError),
    #[error(transparent)]
    Authority(#[from] NoAuthority),
    #[error(transparent)]
    Flags(#[from] BadTls),
    #[error(transparent)]
    Pair(#[from] BadPair),
    #[error(
        "the bar has no certificate: make one with `demitasse tls init`, or name its file with \
         --tls-certificate"
    )]
    None,
    #[error("cannot print the answer")]
    Output(#[from] std::io::Error),
}

pub(super) fn run(command: TlsCommand) -> Result<(), TlsError> {
    match command {
        TlsCommand::Init(args) => make(&args),
        TlsCommand::Show(args) => show(&args),
    }
}

fn make(args: &InitArgs) -> Result<(), TlsError> {
    Storage::make_folder(&args.place.data)?;
    let folder = Folder::of(&args.place.data);
    let made = init(&folder, &args.names, args.new_authority, now())?;
    if args.json {
        let Made { authority, certificate, is_new } = &made;
        let file = folder.authority();
        return say(&json!({ "authority": authority, "authority_file": file,
            "certificate": certificate, "new_authority": is_new })
        .to_string());
    }
    say(&words::made(&made, &folder))
}

/// What the server shows by these flags; without any, the bar's own.
fn show(args: &ShowArgs) -> Result<(), TlsError> {
    let folder = Folder::of(&args.place.data);
    let own = folder.files();
    let files = match args.tls.files(&args.place.data)? {
        Some(files) => files,
        None if own.certificate.exists() => own,
        None => return Err(TlsError::None),
    };
    let pair = files.read()?;
    let authority = files.authority.as_ref().map(|_| authority_in(&folder)).transpose()?;
    if args.json {
        let told = json!({ "certificate": pair.certificate, "authority": authority });
        return say(&told.to_string());
    }
    say(&words::shown(&pair, authority.as_ref(), now()))
}

/// The machine's time: certificates know no other.
fn now() -> Timestamp {
    Clock::system(Timestamp::UNIX_EPOCH).now()
}

fn say(text: &str) -> Result<(), TlsError> {
    Ok(writeln!(std::io::stdout(), "{text}")?)
}
