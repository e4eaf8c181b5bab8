//! The command line: one file per subcommand.

mod backup;
mod choices;
mod day;
mod doctor;
mod full_disk;
mod menu;
mod papers;
mod qr;
mod reach;
pub mod replay;
mod report;
mod restore;
mod serve;
mod settings;
mod setup;
mod staff;
mod tablets;
mod tls;
mod up;
mod wipe;

use std::error::Error;
use std::ffi::OsString;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

pub use choices::understood;
use choices::{Choice, ChoiceError};
use clap::{Parser, Subcommand};
#[cfg(unix)]
use futures_util::stream::{FuturesUnordered, StreamExt};
use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::prelude::*;

/// What a program answers that was told nonsense.
const NONSENSE: u8 = 2;

/// What stands below the flags.
const AFTER: &str = "\
Configuration: demitasse.toml in the platform's configuration folder (on Linux
  ~/.config/demitasse), or --config FILE. Flags count before the environment, the environment
  before the file. `demitasse setup` writes it, `demitasse settings file` shows it.

Exit codes: 0 done; 1 it could not be done, or the doctor found something red; 2 the command line
  or a line of the configuration makes no sense.";

/// A whole pop-up espresso bar on one laptop.
///
/// Guests scan the code on the monitor and order on their phones, baristas work the queue in a
/// terminal, the monitor shows what is ready. `demitasse up` opens a bar on this machine.
#[derive(Debug, Parser)]
#[command(version = demitasse_shared::VERSION, propagate_version = true, after_help = AFTER)]
struct Cli {
    /// A file that settings are read from [default: demitasse.toml in the configuration folder]
    #[arg(long, value_name = "FILE", env = "DEMITASSE_CONFIG", global = true)]
    config: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

/// The order in the help is that of an evening: open, work, keep, and what is seldom asked for.
#[derive(Debug, Subcommand)]
enum Command {
    #[command(display_order = 3)]
    Serve(serve::ServeArgs),
    #[command(display_order = 1)]
    Up(up::UpArgs),
    #[command(subcommand, display_order = 5)]
    Staff(staff::StaffCommand),
    #[command(subcommand, display_order = 6)]
    Menu(menu::MenuCommand),
    #[command(subcommand, display_order = 13)]
    Tls(tls::TlsCommand),
    #[command(display_order = 9)]
    Replay(replay::ReplayArgs),
    #[command(display_order = 8)]
    Report(report::ReportArgs),
    #[command(display_order = 2)]
    Setup(setup::SetupArgs),
    #[command(display_order = 4)]
    Doctor(doctor::DoctorArgs),
    #[command(subcommand, display_order = 7)]
    Settings(settings::SettingsCommand),
    #[command(display_order = 14)]
    Completions(papers::CompletionsArgs),
    #[command(hide = true)]
    Manual(papers::ManualArgs),
    #[command(display_order = 10)]
    Backup(backup::BackupArgs),
    #[command(display_order = 11)]
    Restore(restore::RestoreArgs),
    #[command(display_order = 12)]
    Wipe(wipe::WipeArgs),
}

/// The program.
pub async fn main() -> ExitCode {
    log_to_stderr();
    let args: Vec<_> = std::env::args_os().collect();
    run(&args).await
}

/// Runs one command line, its first word the program's name; the exit code is 0, 1 where the work
/// failed, or 2 where it makes no sense. What a command does to files can be watched this way.
pub async fn run(args: &[OsString]) -> ExitCode {
    let Choice { cli, typed, warning } = match choices::choose(args) {
        Ok(choice) => choice,
        // It knows by itself whether it was asked for help or refuses something.
        Err(ChoiceError::CommandLine(words)) => words.exit(),
        Err(problem) => {
            say_why(&problem);
            return ExitCode::from(NONSENSE);
        }
    };
    if let Some(warning) = warning {
        tell(&warning);
    }
    let config = cli.config.as_deref();
    let result: Result<(), Box<dyn Error>> = match cli.command {
        Command::Doctor(args) => match doctor::run(args).await {
            Ok(code) => return code,
            Err(error) => Err(error.into()),
        },
        Command::Serve(args) => Box::pin(serve::run(args)).await.map_err(Into::into),
        Command::Up(args) => up::run(args).await.map_err(Into::into),
        Command::Staff(command) => staff::run(command).await.map_err(Into::into),
        Command::Menu(command) => menu::run(command).await.map_err(Into::into),
        Command::Tls(command) => tls::run(command).map_err(Into::into),
        Command::Replay(args) => replay::run(args).await.map_err(Into::into),
        Command::Report(args) => report::run(args).await.map_err(Into::into),
        Command::Setup(args) => setup::run(args, config, &typed).await.map_err(Into::into),
        Command::Settings(command) => settings::run(command, config).await.map_err(Into::into),
        Command::Completions(args) => papers::completions(args).map_err(Into::into),
        Command::Manual(args) => papers::manual(&args).map_err(Into::into),
        Command::Backup(args) => backup::run(args).await.map_err(Into::into),
        Command::Restore(args) => restore::run(args).await.map_err(Into::into),
        Command::Wipe(args) => wipe::run(args).await.map_err(Into::into),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say_why(&*error);
            ExitCode::FAILURE
        }
    }
}

fn say_why(error: &(dyn Error + 'static)) {
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
    if full_disk::is_behind(error) && !text.contains("free some space") {
        text.push_str(full_disk::ADVICE);
    }
    tell(&text);
}

#[expect(clippy::print_stderr, reason = "a person at a terminal reads it")]
fn tell(text: &str) {
    eprintln!("demitasse: {text}");
}

fn log_to_stderr() {
    let asked = std::env::var("DEMITASSE_LOG").ok().and_then(|levels| levels.parse().ok());
    let levels = asked.unwrap_or_else(|| Targets::new().with_default(Level::WARN));
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    // A file and systemd's journal take no colours: there they are signs between the words.
    let lines = if std::io::stderr().is_terminal() { lines } else { lines.with_ansi(false) };
    tracing_subscriber::registry().with(lines).with(levels).init();
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_help_goes_through_an_evening() {
        let help = Cli::command().render_help().to_string();
        let commands = "up setup serve doctor staff menu settings report replay \
                        backup restore wipe tls completions";
        let places = commands.split(' ').map(|name| help.find(&format!("\n  {name} ")));
        let places: Vec<_> = places.collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{help}");
    }

    #[test]
    fn who_closes_the_bar_is_asked_for_nothing_else() {
        let all = Cli::command();
        let staff = all.find_subcommand("staff").expect("it is there");
        let close = staff.find_subcommand("close").expect("it is there");
        let flags: Vec<_> = close.get_arguments().filter_map(clap::Arg::get_long).collect();
        assert_eq!(flags, ["data", "zone", "opens", "json"]);
    }
}
