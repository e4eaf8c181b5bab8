//! The program in its own terminal: finds the server, hears keys and signals, and hosts the one
//! session.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use crossterm::event;
use demitasse_shared::client::{DevicePairing, PairingError};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::sleep;

use crate::config::Choice;
use crate::log;
use crate::session::{Ear, Gone, Goodbye, Session, SessionError, Setup};
use crate::terminal::Screen;
use crate::theme::Theme;

/// Between two tries to find the server.
const PAIR_AGAIN: Duration = Duration::from_secs(1);

/// Exit codes of a program that a signal ended are this plus the signal's number.
const SIGNALLED: u8 = 128;

/// Why the program cannot go on.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    /// Somebody piped it.
    #[error("this is a board for a terminal, and here is none")]
    NoTerminal,
    /// The system denies what every program needs.
    #[error("the system does not let the board run: {0}")]
    System(#[from] io::Error),
    /// What happens cannot be written down.
    #[error("cannot write the log {path}: {source}")]
    Log {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The board cannot go on.
    #[error("{0}")]
    Session(#[from] SessionError),
}

/// Runs until somebody quits.
pub(crate) fn run(choice: Choice) -> Result<ExitCode, RunError> {
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        return Err(RunError::NoTerminal);
    }
    if let Some(path) = &choice.cli.log {
        log::to_file(path).map_err(|source| RunError::Log { path: path.clone(), source })?;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Connections that are still open end with the program: nobody waits for them.
    let result = runtime.block_on(host(choice));
    runtime.shutdown_background();
    result
}

async fn host(choice: Choice) -> Result<ExitCode, RunError> {
    let pairing = choice.cli.pairing();
    let setup = setup(choice, pairing.name.clone());
    let screen = Screen::enter().map_err(SessionError::Surface)?;
    let (session, ear) = Session::new(setup, screen)?;
    let signals = ended_by_signal()?;
    listen_to_terminal(ear.clone());
    tokio::spawn(pair(pairing, ear));
    tokio::select! {
        goodbye = session.serve() => goodbye_of(goodbye),
        code = signals => Ok(code),
    }
}

/// The board as it was chosen.
fn setup(choice: Choice, name: String) -> Setup {
    let var = |name: &str| std::env::var(name).ok();
    let Choice { cli, keymap, .. } = choice;
    let theme = Theme::chosen(cli.look(), var);
    Setup {
        rush: cli.rush_from,
        station: cli.station.clone().unwrap_or_default(),
        keymap,
        sound: cli.sound,
        ..Setup::new(name, theme, cli.words(var))
    }
}

/// Ctrl-C counts as the signal that it would be elsewhere, so that a program which started the
/// board can tell it from a plain quit.
fn exit_code(goodbye: Goodbye) -> ExitCode {
    match goodbye {
        Goodbye::Quit => ExitCode::SUCCESS,
        Goodbye::Interrupted => ExitCode::from(SIGNALLED + 2),
        Goodbye::HungUp => ExitCode::from(SIGNALLED + 1),
    }
}

/// A terminal that is gone cannot be painted any more: that may show before the signal comes.
fn goodbye_of(goodbye: Result<Goodbye, SessionError>) -> Result<ExitCode, RunError> {
    match goodbye {
        Err(SessionError::Surface(_)) if !io::stdout().is_terminal() => {
            Ok(exit_code(Goodbye::HungUp))
        }
        goodbye => Ok(exit_code(goodbye?)),
    }
}

/// Hears keys and touches, on a thread of its own: where the line is lost, reading may never come
/// back, and the signal that tells of it must be heard all the same. The thread ends with the
/// program.
fn listen_to_terminal(ear: Ear) {
    thread::spawn(move || {
        while let Ok(event) = event::read() {
            if ear.event_from_thread(event).is_err() {
                return;
            }
        }
        drop(ear.hang_up_from_thread());
    });
}

/// Tries until there is a server to speak to, or no hope.
async fn pair(mut pairing: DevicePairing, ear: Ear) -> Result<(), Gone> {
    let mut code_refused = None;
    loop {
        match pairing.connect().await {
            Ok(client) => {
                let name = pairing.kept().map_or(pairing.name.clone(), |kept| kept.name);
                return ear.paired(client, name).await;
            }
            Err(problem) if problem.may_pass_after(code_refused.as_ref()) => {
                ear.not_paired(sentence(&problem)).await?;
                sleep(PAIR_AGAIN).await;
            }
            // A code is good once. Started again with the same words, the kept pairing counts.
            Err(problem) if pairing.code.take().is_some() => code_refused = Some(problem),
            Err(problem) => return ear.hopeless(code_refused.unwrap_or(problem)).await,
        }
    }
}

/// A problem as a sentence for the screen.
fn sentence(problem: &PairingError) -> String {
    let text = problem.to_string();
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    let text: String = first.into_iter().flatten().chain(chars).collect();
    format!("{text}.")
}

/// Ends with the exit code of the signal that told the program to go.
fn ended_by_signal() -> io::Result<impl Future<Output = ExitCode>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut hang_up = signal(SignalKind::hangup())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut quit = signal(SignalKind::quit())?;
    Ok(async move {
        tokio::select! {
            () = came(&mut terminate) => ExitCode::from(SIGNALLED + 15),
            () = came(&mut hang_up) => ExitCode::from(SIGNALLED + 1),
            () = came(&mut interrupt) => ExitCode::from(SIGNALLED + 2),
            () = came(&mut quit) => ExitCode::from(SIGNALLED + 3),
        }
    })
}

async fn came(signal: &mut Signal) {
    signal.recv().await;
}
