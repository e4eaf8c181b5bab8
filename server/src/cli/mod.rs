//! The command line: one file per subcommand.

mod reach;
pub mod replay;
mod serve;
mod staff;
mod tablets;
mod up;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tracing_subscriber::EnvFilter;

/// A whole pop-up espresso bar on one laptop.
///
/// Guests scan the code on the monitor and order on their phones, baristas work the queue in a
/// terminal, the monitor shows what is ready. `demitasse up` opens a bar on this machine.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
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
}

/// Runs the program; the exit code is 0, 1 where the work failed, or 2 where the command line
/// makes no sense.
pub async fn main() -> ExitCode {
    let cli = Cli::parse();
    log_to_stderr();
    let result: Result<(), Box<dyn Error>> = match cli.command {
        Command::Serve(args) => Box::pin(serve::run(args)).await.map_err(Into::into),
        Command::Up(args) => up::run(args).await.map_err(Into::into),
        Command::Staff(command) => staff::run(command).await.map_err(Into::into),
        Command::Replay(args) => replay::run(args).await.map_err(Into::into),
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

/// Waits for Ctrl-C, or for the signal that asks a service to stop.
async fn asked_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let (Ok(mut term), Ok(mut hup)) =
            (signal(SignalKind::terminate()), signal(SignalKind::hangup()))
        {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = term.recv() => {}
                _ = hup.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
