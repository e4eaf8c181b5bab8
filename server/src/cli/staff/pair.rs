//! `demitasse staff pair`: a code for a device, as letters and as a picture, and word of whoever
//! takes it.

use std::io::{IsTerminal, Write};

use demitasse_shared::Timestamp;
use demitasse_shared::api::{NewPairing, Pairing, Role};
use demitasse_shared::client::{Client, LiveReader, UPDATE_QUEUE, Update};
use demitasse_shared::device::PairedDevice;
use demitasse_shared::live::LiveEvent;
use tokio::sync::mpsc;

use super::{StaffError, print};
use crate::app::pair_offline;
use crate::cli::qr;
use crate::cli::reach::{Place, Reached, reach};
use crate::clock::Clock;

/// What a code is worth where nobody serves it.
const NO_BAR: &str = "No bar runs on these data yet: the code counts once `demitasse up` or \
                      `demitasse serve` does, within these ten minutes.";

#[derive(Debug, clap::Args)]
pub(in crate::cli) struct PairArgs {
    #[command(flatten)]
    place: Place,

    /// What the device may do: barista, manager or display
    #[arg(long, value_name = "ROLE")]
    role: Role,

    /// Whose it is, or where it stands
    #[arg(long = "name", value_name = "NAME")]
    device_name: String,

    /// Do not wait for the device; only on a terminal is it waited for at all
    #[arg(long)]
    no_wait: bool,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: PairArgs) -> Result<(), StaffError> {
    let new = NewPairing { role: args.role, name: args.device_name };
    let server = match reach(&args.place.data).await? {
        Reached::Server(server) => server,
        Reached::Data(mut storage) => {
            let clock = Clock::system(Timestamp::UNIX_EPOCH);
            tell(&pair_offline(&mut storage, &clock, &new)?, args.json, false)?;
            return if args.json { Ok(()) } else { print(NO_BAR) };
        }
    };
    let is_terminal = std::io::stdout().is_terminal();
    if args.json || args.no_wait || !is_terminal {
        return tell(&server.pair(&new).await?, args.json, is_terminal);
    }
    // Listens before there is a code: nobody can be faster than that.
    let (updates, mut heard) = mpsc::channel(UPDATE_QUEUE);
    let reader = tokio::spawn(LiveReader::new(server.clone()).run(updates));
    let before = server.devices().await?;
    let pairing = server.pair(&new).await?;
    tell(&pairing, false, true)?;
    print("Waiting for the device. Ctrl-C ends the waiting; the code stays good.")?;
    let device = comes(&server, &mut heard, &pairing, &before).await?;
    reader.abort();
    print(&match device.device.as_str() {
        label if label == device.name => format!("{} is paired.", device.name),
        label => format!("{} is paired: {}.", device.name, decapitalized(label)),
    })
}

fn tell(pairing: &Pairing, json: bool, draws: bool) -> Result<(), StaffError> {
    let mut out = std::io::stdout().lock();
    if json {
        return Ok(writeln!(out, "{}", serde_json::to_string(pairing)?)?);
    }
    if let Some(url) = pairing.url.as_ref().filter(|_| draws) {
        if let Some(picture) = qr::fitting(url) {
            writeln!(out, "{picture}")?;
        }
        writeln!(out, "Scan it with the device, or open {} and type", page_of(url))?;
    }
    let Pairing { code, name, role, .. } = pairing;
    writeln!(out, "{code}\nPairs {name} as {}: good once, for ten minutes.", role.as_str())?;
    Ok(())
}

/// The page's address without the code in it.
fn page_of(url: &str) -> &str {
    url.split('#').next().unwrap_or(url)
}

/// Waits for the device that takes the code, for as long as the code is good.
async fn comes(
    server: &Client,
    heard: &mut mpsc::Receiver<Update>,
    pairing: &Pairing,
    before: &[PairedDevice],
) -> Result<PairedDevice, StaffError> {
    let is_it = |device: &PairedDevice| {
        let is_new = before.iter().all(|known| known.id != device.id);
        is_new && device.name == pairing.name && device.role == pairing.role
    };
    while let Some(update) = heard.recv().await {
        let may_be_there = match &update {
            Update::Snapshot(_) => true,
            Update::Change(change) => {
                matches!(change.event, LiveEvent::Noted { device: Some(_) })
            }
            Update::Beat(beat) if beat.at >= pairing.expires_at => break,
            Update::Beat(_) | Update::Down(_) | Update::Refused(_) => false,
        };
        if may_be_there && let Some(device) = server.devices().await?.into_iter().find(is_it) {
            return Ok(device);
        }
    }
    Err(StaffError::Unused)
}

/// "A browser" within a sentence.
fn decapitalized(label: &str) -> String {
    let articles = ["A ", "An "];
    match articles.iter().find(|article| label.starts_with(**article)) {
        Some(article) => article.to_lowercase() + &label[article.len()..],
        None => label.to_owned(),
    }
}
