//! `demitasse replay`: plays a recorded stream of orders through the bar's real HTTP API.
//!
//! Guests come when they came then: each signs in, scans the code that the monitors show at that
//! moment, chooses, waits, and fetches the drink. Baristas take the oldest waiting order from
//! their own live feed. Nothing reaches around the API, so what the settings refuse is part of
//! the result, and every guest is accounted for at the end.

mod barista;
mod connect;
mod draw;
mod feed;
mod guest;
mod line;
mod order_choice;
mod pace;
mod progress;
mod recording;
mod report;

use std::convert::Infallible;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use demitasse_shared::client::{Client, PairingError};
use tokio::task::{JoinError, JoinSet};

use barista::Barista;
use connect::Bar;
use draw::{Draw, Stream};
use guest::{Guest, Outcome};
use line::Trouble;
use order_choice::Translation;
use progress::Progress;
pub use recording::{RecordingProblem, Visit, visits};
use report::{Report, Run, Tally};

/// Play a recorded stream of orders through the running bar.
///
/// Guests and baristas of the recording speak to the server as real ones do. `--speed` makes them
/// hurry; it does not touch the server, whose code windows and limits run in real time. At
/// `--speed 60` ten recorded minutes pass within one five-minute window: the bar's settings
/// decide how many guests it lets in, and the table at the end says how many it refused, and why.
#[derive(Args, Clone, Debug)]
pub struct ReplayArgs {
    /// The recording: a CSV file with the columns of assets/recordings
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// How many times faster than recorded
    #[arg(long, value_name = "TIMES", default_value_t = 1.0, value_parser = parse_speed)]
    pub speed: f64,

    /// How many baristas work; with 0 the orders wait for people at real barista boards
    #[arg(long, value_name = "COUNT", default_value_t = 4, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub baristas: u8,

    /// How long a guest who is refused waits for the next code, in recorded seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 300, value_parser = clap::value_parser!(u32).range(0..=86_400))]
    pub patience: u32,

    /// What the recording did not keep is drawn from what it did; the same seed draws the same
    #[arg(long, value_name = "NUMBER", default_value_t = 20_221_014)]
    pub seed: u64,

    /// The server's address; on the server's own machine it is found
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_SERVER")]
    pub server: Option<String>,

    /// A manager's pairing code, for another machine's server (`demitasse staff pair --role manager`)
    #[arg(long, value_name = "CODE", requires = "server")]
    pub pair: Option<String>,

    /// The data directory of the server on this machine
    #[arg(long, value_name = "DIR", env = "DEMITASSE_DATA")]
    pub data: Option<PathBuf>,

    /// The file of the authority that vouches for a bar over https
    #[arg(long, value_name = "FILE", env = "DEMITASSE_AUTHORITY")]
    pub authority: Option<PathBuf>,

    /// Print the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Why a replay did not come to its end.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The recording cannot be played.
    #[error("cannot play {path}: {problem}")]
    Recording {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        problem: RecordingProblem,
    },
    /// There is no way into the bar.
    #[error(transparent)]
    Pairing(#[from] PairingError),
    /// Something came up between the bar and its guests.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// A guest or a barista of the replay fell over.
    #[error("the replay stopped half-way")]
    Stopped(#[from] JoinError),
    /// The result could not be turned into JSON.
    #[error("cannot write the result")]
    Json(#[from] serde_json::Error),
    /// The result could not be printed.
    #[error("cannot print the result")]
    Output(#[source] io::Error),
}

/// Plays the recording and prints what became of everyone.
pub async fn run(args: ReplayArgs) -> Result<(), ReplayError> {
    let report = play(&args).await?;
    let text = if args.json { report.json()? } else { report.table() };
    writeln!(io::stdout(), "{text}").map_err(ReplayError::Output)
}

async fn play(args: &ReplayArgs) -> Result<Report, ReplayError> {
    let visits = recording::read(&args.file, args.seed)
        .map_err(|problem| ReplayError::Recording { path: args.file.clone(), problem })?;
    let manager = connect::manager(args).await?;
    let devices = connect::baristas(&manager, args.baristas).await?;
    let bar = Bar::enter(manager, args).await?;
    let tally = serve(visits, args.seed, &bar, devices).await?;
    let run = Run { speed: args.speed, baristas: args.baristas, seed: args.seed };
    Ok(Report::new(&tally, run, bar.pace.took()))
}

/// Lets everybody in and waits until the last guest has left; then the baristas go home too.
async fn serve(
    visits: Vec<Visit>,
    seed: u64,
    bar: &Bar,
    devices: Vec<Client>,
) -> Result<Tally, ReplayError> {
    let mut baristas = JoinSet::new();
    for (number, device) in (1..).zip(devices) {
        baristas.spawn(Barista::new(device, bar, Draw::new(seed, Stream::Barista(number))).work());
    }
    let progress = Progress::new(visits.len());
    let translation = Translation::new(&visits, &bar.menu);
    let mut guests = JoinSet::new();
    for visit in visits {
        guests.spawn(Guest::new(visit, bar.clone(), seed, &translation).visit());
    }
    let mut tally = Tally::default();
    while let Some(outcome) = next(&mut guests, &mut baristas).await? {
        tally.count(&outcome);
        progress.show(&tally);
    }
    Ok(tally)
}

/// Waits for the next guest to leave. A barista never leaves first, unless something came up.
async fn next(
    guests: &mut JoinSet<Result<Outcome, Trouble>>,
    baristas: &mut JoinSet<Result<Infallible, Trouble>>,
) -> Result<Option<Outcome>, ReplayError> {
    tokio::select! {
        guest = guests.join_next() => Ok(guest.transpose()?.transpose()?),
        Some(barista) = baristas.join_next() => match barista?? {},
    }
}

fn parse_speed(text: &str) -> Result<f64, String> {
    let speed: f64 = text.parse().map_err(|_not_a_number| format!("{text:?} is no number"))?;
    if (0.1..=10_000.0).contains(&speed) {
        Ok(speed)
    } else {
        Err("it goes from 0.1 to 10000".to_owned())
    }
}
