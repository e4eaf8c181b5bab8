//! `demitasse setup`: asks the few things that a venue should decide, and writes them down.

mod questions;
mod talk;
mod write;

use std::io::{self, IsTerminal, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use demitasse_shared::choices::{File, FileError, Setting, Unread, edited};

use super::Cli;
use super::choices::{self, Typed};
use super::reach;
use super::settings::blank_file;
use crate::config::{Config, ConfigError};
use questions::Change;
use talk::Talk;

/// Ask the few things that a venue decides, and write the configuration file.
///
/// Enter takes what stands in brackets. It can be run again: then the brackets hold what the file
/// says, and whatever else stands in the file stays. Flags that are given are written, too.
#[derive(Debug, clap::Args)]
pub(super) struct SetupArgs {
    #[command(flatten)]
    config: Config,

    /// Where the server will listen
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_LISTEN", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,

    /// Ask nothing: flags, environment and file have said it, and the usual will do for the rest
    #[arg(long)]
    yes: bool,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub(super) enum SetupError {
    #[error(
        "there is no terminal to ask at: give --yes, and what you decide as flags, such as --venue \
         NAME, --public-url URL, --zone ZONE, --languages de,en, --sign-in KIND, --wifi NAME"
    )]
    NoTerminal,
    #[error("nothing was written")]
    Left,
    #[error("this system has no configuration folder: name a file with --config")]
    Nowhere,
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Unread(#[from] Unread),
    #[error(transparent)]
    File(#[from] FileError),
    #[error("cannot write {path}: {source}")]
    Unwritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    #[error("cannot speak to the terminal")]
    Terminal(#[from] io::Error),
}

pub(super) async fn run(
    args: SetupArgs,
    named: Option<&Path>,
    typed: &[Typed],
) -> Result<(), SetupError> {
    let path = choices::path(named).ok_or(SetupError::Nowhere)?;
    let command = Cli::command();
    let settings = choices::settings(&command);
    let mut config = args.config;
    let mut changes: Vec<Change> = typed.iter().map(Change::typed).collect();
    if !args.yes {
        if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
            return Err(SetupError::NoTerminal);
        }
        let mut talk = Talk::new(io::stdin().lock(), io::stdout());
        changes.extend(questions::ask_all(&mut talk, &mut config, args.listen, &path)?);
    }
    config.check(args.listen)?;
    let file = File::find(None, Some(&path))?;
    let is_new = file.is_none();
    let text = written(file, &path, &settings, &changes)?;
    let has_secret = write::has_secret(&text, &settings);
    write::whole(&path, &text, has_secret)
        .map_err(|source| SetupError::Unwritten { path: path.clone(), source })?;
    let said = said(&text, &settings);
    tell(&path, &said, is_new, reach::server(&config.data).await.is_ok())
}

/// The file with the changes, and everything else as it was. What comes of it is read again before
/// anybody has to.
fn written(
    file: Option<File>,
    path: &Path,
    settings: &[Setting<'_>],
    changes: &[Change],
) -> Result<String, SetupError> {
    let text = file.map_or_else(|| blank_file(settings), |file| file.text);
    let mut file = File { path: path.to_owned(), text };
    for change in changes {
        let Some(setting) = settings.iter().find(|setting| setting.key() == change.key) else {
            continue;
        };
        let text = edited(&file.text, setting, change.values.as_deref());
        file.text = text.map_err(|wrong| file.refuse(wrong))?;
    }
    choices::read(&file, settings)?;
    Ok(file.text)
}

/// The lines that say something.
fn said(text: &str, settings: &[Setting<'_>]) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| write::discreet(line, settings)).collect()
}

/// Shows what was written, and what comes next.
fn tell(path: &Path, lines: &[String], is_new: bool, is_running: bool) -> Result<(), SetupError> {
    let mut out = io::stdout().lock();
    writeln!(out, "\nWritten to {}:", path.display())?;
    if lines.is_empty() {
        writeln!(out, "  nothing but what counts anyway")?;
    }
    for line in lines {
        writeln!(out, "  {line}")?;
    }
    if is_new {
        writeln!(out, "\nAll other settings stand there, too, each with what it means.")?;
    } else {
        writeln!(out, "\n`demitasse settings file` shows all other settings.")?;
    }
    if is_running {
        writeln!(out, "The bar that runs now takes this over when it is started again.")?;
    }
    writeln!(out, "`demitasse doctor` looks whether all is well; `demitasse up` opens the bar.")?;
    Ok(())
}
