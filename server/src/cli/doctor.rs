//! `demitasse doctor`: looks at everything that breaks bars, before the doors open.

mod paper;

use std::io::{self, IsTerminal, Write};
use std::net::SocketAddr;
use std::process::ExitCode;

use demitasse_shared::Timestamp;
use demitasse_shared::client::{Client, ClientError};
use demitasse_shared::doctor::{Diagnosis, Finding, Light};

use super::reach::{ReachError, server};
use crate::app::Facts;
use crate::clock::Clock;
use crate::config::Config;
use crate::doctor::{Patient, answers};
use crate::storage::Storage;
use paper::Paper;

/// What is said of the server itself.
const CHECK: &str = "server";

/// What is said of test messages.
const SENDS: &str = "sign_in";

/// Look at everything that breaks bars, and say what to do.
///
/// Green is well, amber is worth knowing, red will not work. Where the server runs it looks by
/// itself; where none does, this program looks at the data and the settings. The exit code is 1
/// where something is red, and 0 otherwise.
#[derive(Debug, clap::Args)]
pub(super) struct DoctorArgs {
    #[command(flatten)]
    config: Config,

    /// Where the server would listen, where none runs
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_LISTEN", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,

    /// Have the running bar send a test message there, as one-time codes are sent
    #[arg(long, value_name = "ADDRESS")]
    send_test: Option<String>,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// Why the doctor could not say anything.
#[derive(Debug, thiserror::Error)]
pub(super) enum DoctorError {
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error("cannot print the answer")]
    Output(#[from] io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

pub(super) async fn run(args: DoctorArgs) -> Result<ExitCode, DoctorError> {
    let diagnosis = match server(&args.config.data).await {
        Ok(server) => ask(&server, args.send_test.as_deref()).await?,
        Err(why) => look(&args, &why).await,
    };
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", serde_json::to_string(&diagnosis)?)?;
    } else {
        write!(out, "{}", Paper::new(&diagnosis, out.is_terminal()))?;
    }
    Ok(match diagnosis.light {
        Light::Red => ExitCode::FAILURE,
        Light::Amber | Light::Green => ExitCode::SUCCESS,
    })
}

/// What the running server finds, and what can only be seen from outside of it.
async fn ask(server: &Client, send_test: Option<&str>) -> Result<Diagnosis, ClientError> {
    // The message goes first: what the bar finds then knows of it.
    let sent = match send_test {
        Some(to) => Some(sent(server, to).await),
        None => None,
    };
    let found = server.doctor().await?;
    let mut findings =
        vec![Finding::green(CHECK, format!("The server runs at {}.", server.base()))];
    findings.extend(found.findings);
    if let Some(url) = &found.address {
        findings.push(answers(url).await);
    }
    findings.extend(sent);
    Ok(Diagnosis::new(findings, found.address))
}

/// Whether a message was taken by what sends the codes.
async fn sent(server: &Client, to: &str) -> Finding {
    match server.send_test(to).await {
        Ok(()) => Finding::green(SENDS, format!("A test message was taken for {to}: look there.")),
        Err(why) => Finding::red(
            SENDS,
            format!("No test message could be sent to {to}. {why}"),
            "Change what sends the codes, start the bar again, and send another.",
        ),
    }
}

/// What this program finds where no server runs.
async fn look(args: &DoctorArgs, why: &ReachError) -> Diagnosis {
    let clock = Clock::system(Timestamp::UNIX_EPOCH);
    let data = &args.config.data;
    let (facts, server) = match why {
        ReachError::NoServer if !Storage::is_in(data) => (None, not_running()),
        ReachError::NoServer => match Storage::open(data) {
            Ok(mut storage) => match Facts::read(storage.connection()) {
                Ok(facts) => (Some(facts), not_running()),
                Err(why) => (None, unreadable(&why)),
            },
            Err(why) => (None, unreadable(&why)),
        },
        why => (None, unreadable(&why)),
    };
    let patient =
        Patient { config: args.config.clone(), listen: args.listen, clock, is_open: false };
    let mut findings = vec![server];
    if args.send_test.is_some() {
        let todo = "Start it, and ask again.";
        findings.push(Finding::amber(SENDS, "A test message needs the running bar.", todo));
    }
    let found = patient.examine(facts.as_ref()).await;
    findings.extend(found.findings);
    Diagnosis::new(findings, found.address)
}

fn not_running() -> Finding {
    Finding::amber(
        CHECK,
        "No server runs on these data.",
        "Start it with `demitasse up` or `demitasse serve`, and ask again: a running bar shows more.",
    )
}

fn unreadable(why: &dyn std::error::Error) -> Finding {
    Finding::red(
        CHECK,
        format!("The bar cannot be opened: {why}."),
        "Do what it says, and ask again.",
    )
}
