//! The command line: one file per subcommand.

mod papers;
mod reach;
pub mod replay;
mod serve;
mod staff;
mod tablets;
mod up;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
#[cfg(unix)]
use futures_util::stream::{FuturesUnordered, StreamExt};
use tracing_subscriber::EnvFilter;

/// A whole pop-up espresso bar on one laptop.
///
/// Guests scan the code on the monitor and order on their phones, baristas work the queue in a
/// terminal, the monitor shows what is ready. `demitasse up` opens a bar on this machine.
#[derive(Debug, Parser)]
#[command(version = demitasse_shared::VERSION, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::ServeArgs),
    Up(up::UpArgs),
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    Replay(replay::ReplayArgs),
    Completions(papers::CompletionsArgs),
    #[command(hide = true)]
    Manual(papers::ManualArgs),
}

/// Runs the program; the exit code is 0, 1 where the work failed, or 2 where the command line
/// makes no sense.
pub async fn main() -> ExitCode {
    let cli = Cli::parse();
    log_to_stderr();
    let result: Result<(), Box<dyn Error>> = match cli.command {
        Command::Serve(args) => serve::run(args).await.map_err(Into::into),
        Command::Up(args) => up::run(args).await.map_err(Into::into),
        Command::Staff(command) => staff::run(command).await.map_err(Into::into),
        Command::Replay(args) => replay::run(args).await.map_err(Into::into),
        Command::Completions(args) => papers::completions(args).map_err(Into::into),
        Command::Manual(args) => papers::manual(&args).map_err(Into::into),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&*error);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a person at a terminal reads it")]
fn report(error: &dyn Error) {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let inner_text = inner.to_string();
        if !text.contains(&inner_text) {
            text.push_str(": ");
            text.push_str(&inner_text);
        }
        source = inner.source();
    }
    eprintln!("demitasse: {text}");
}

fn log_to_stderr() {
    let filter =
        EnvFilter::try_from_env("DEMITASSE_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}

/// Waits for Ctrl-C, or for the signal that asks a service to stop. Both count from this call on,
/// also before anybody waits: a bar that has said that it is open closes well.
#[cfg(unix)]
fn asked_to_stop() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let kinds = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup()];
    let signals: Vec<_> = kinds.into_iter().filter_map(|kind| signal(kind).ok()).collect();
    async move {
        let mut asked = FuturesUnordered::new();
        for mut signal in signals {
            asked.push(async move { signal.recv().await });
        }
        if asked.next().await.is_none() {
            std::future::pending::<()>().await;
        }
    }
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
async fn asked_to_stop() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
