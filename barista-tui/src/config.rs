//! What people chose: flags, then the environment, then the configuration file, then the house's
//! own way (see `demitasse_shared::choices`); and the keys, which only the file can choose.

mod file;
mod template;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::LazyLock;

use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};
use demitasse_shared::choices::{self, File, FileError, Setting, Unread};
use demitasse_shared::client::DevicePairing;

use crate::cli::{Cli, KEEP_AS};
use crate::keymap::{KeyRefused, Keymap};
use file::Lines;

/// Flags that make no sense in the file: where the file is, what is good once, and what only
/// prints something.
const FLAGS_ONLY: [&str; 5] = ["config", "pair", "print_config", "completions", "manual"];

/// What people chose.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) cli: Cli,
    pub(crate) keymap: Keymap,
    chosen: ArgMatches,
}

/// Why the program does not start, or need not.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// The command line makes no sense, or asks for nothing but words.
    #[error(transparent)]
    CommandLine(#[from] clap::Error),
    /// The file that was named cannot be read.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// The file says something that nobody understands.
    #[error(transparent)]
    File(#[from] FileError<Refused>),
}

/// What is wrong with a line of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    /// A setting's line, or a word that is none.
    #[error(transparent)]
    Line(#[from] choices::Refused),
    /// Something other than keys.
    #[error("{0} takes a list of keys, such as [\"m\", \"F2\"]")]
    NotKeys(String),
    /// Keys that cannot be.
    #[error(transparent)]
    Keys(#[from] KeyRefused),
}

/// Reads command line, environment and file.
pub(crate) fn choose(args: &[OsString]) -> Result<Choice, ConfigError> {
    let given = Cli::command().try_get_matches_from(args)?;
    let named = given.get_one::<PathBuf>("config").map(PathBuf::as_path);
    let Some(file) = File::find(named, default_path().as_deref())? else {
        return Choice::new(given, Keymap::default());
    };
    let command = Cli::command();
    let settings = settings(&command);
    let said = Lines::read(&file.text, &settings).map_err(|wrong| file.refuse(wrong))?;
    let all = args.iter().cloned().chain(said.flags_where_nothing_is(&given));
    let chosen = Cli::command().try_get_matches_from(all)?;
    Choice::new(chosen, said.keymap)
}

/// What keys mean by a text that stands in the file.
///
/// # Errors
/// What is wrong with it, and at which byte.
pub(crate) fn understood(text: &str) -> Result<Keymap, (usize, Refused)> {
    static COMMAND: LazyLock<Command> = LazyLock::new(Cli::command);
    Lines::read(text, &settings(&COMMAND)).map(|said| said.keymap)
}

impl Choice {
    fn new(chosen: ArgMatches, keymap: Keymap) -> Result<Self, ConfigError> {
        Ok(Self { cli: Cli::from_arg_matches(&chosen)?, keymap, chosen })
    }

    /// What counts where nobody says anything, whatever this machine's surroundings are.
    #[cfg(test)]
    pub(crate) fn usual() -> Self {
        let command = Cli::command().mut_args(|arg| arg.env(None));
        let chosen = command.get_matches_from(["demitasse-barista"]);
        Self::new(chosen, Keymap::default()).expect("nothing is needed")
    }

    /// All of it as a configuration file, each line explained.
    pub(crate) fn written(&self) -> String {
        template::written(&self.chosen, &self.keymap)
    }
}

/// `barista.toml` in the platform's configuration folder.
pub(crate) fn default_path() -> Option<PathBuf> {
    DevicePairing::default_keep(KEEP_AS).map(|keep| keep.with_extension("toml"))
}

/// The flags that can stand in the file.
fn settings(command: &Command) -> Vec<Setting<'_>> {
    Setting::of(command, &FLAGS_ONLY)
}
