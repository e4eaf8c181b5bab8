//! What people chose: flags, then the environment, then the configuration file, then the house's
//! own way.
//!
//! Every setting is a flag of [`Cli`], and nothing else: a line of the file counts as that flag,
//! unless flag or environment spoke already. So the three can never differ in what they take.

mod file;
mod nearest;
mod template;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command, CommandFactory, FromArgMatches};
use demitasse_shared::client::DevicePairing;

use crate::cli::{Cli, KEEP_AS};
use crate::keymap::{KeyRefused, Keymap};
use file::File;

/// Flags that make no sense in the file: where the file is, what is good once, and what only
/// prints something.
const FLAGS_ONLY: [&str; 7] =
    ["config", "pair", "print_config", "completions", "manual", "help", "version"];

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
    #[error("cannot read the configuration {path}: {source}")]
    Unread {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file says something that nobody understands.
    #[error("{path}, line {line}: {what}")]
    File {
        /// The file.
        path: PathBuf,
        /// The line, counted from one.
        line: usize,
        /// What is wrong there, and what would be right.
        what: Refused,
    },
}

/// What is wrong with a line of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refused {
    /// It is no TOML.
    #[error("{0}")]
    Toml(String),
    /// There is no such setting, table or command.
    #[error("there is no {word:?}{}", meant(.nearest.as_deref()))]
    Unknown {
        /// The word.
        word: String,
        /// The one that was meant, most likely.
        nearest: Option<String>,
    },
    /// Something other than a word or a number.
    #[error("{0} takes a word or a number")]
    NotAWord(String),
    /// Something other than keys.
    #[error("{0} takes a list of keys, such as [\"m\", \"F2\"]")]
    NotKeys(String),
    /// A value that the setting does not take.
    #[error("{key} cannot be {value:?}: {why}")]
    Value {
        /// The setting.
        key: String,
        /// What was given.
        value: String,
        /// What it takes.
        why: String,
    },
    /// Keys that cannot be.
    #[error(transparent)]
    Keys(#[from] KeyRefused),
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!(": did you mean {nearest:?}?"))
}

/// Reads command line, environment and file.
pub(crate) fn choose(args: &[OsString]) -> Result<Choice, ConfigError> {
    let given = Cli::command().try_get_matches_from(args)?;
    let Some((path, text)) = read(given.get_one::<PathBuf>("config"))? else {
        return Choice::new(given, Keymap::default());
    };
    let said = File::read(&text).map_err(|(at, what)| {
        let line = text[..at.min(text.len())].matches('\n').count() + 1;
        ConfigError::File { path, line, what }
    })?;
    let lines = said.values.iter().filter(|(id, _)| !is_given(&given, id));
    let all = args.iter().cloned().chain(lines.map(|(id, value)| flag(id, value)));
    let chosen = Cli::command().try_get_matches_from(all)?;
    Choice::new(chosen, said.keymap)
}

impl Choice {
    fn new(chosen: ArgMatches, keymap: Keymap) -> Result<Self, ConfigError> {
        Ok(Self { cli: Cli::from_arg_matches(&chosen)?.check()?, keymap, chosen })
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

/// A line of the file as the flag that it stands for.
fn flag(id: &str, value: &str) -> OsString {
    format!("--{}={value}", id.replace('_', "-")).into()
}

/// The named file, or the one at the usual place, if it is there.
fn read(named: Option<&PathBuf>) -> Result<Option<(PathBuf, String)>, ConfigError> {
    let Some(path) = named.cloned().or_else(default_path) else { return Ok(None) };
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok(Some((path, text))),
        Err(source) if named.is_none() && source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(ConfigError::Unread { path, source }),
    }
}

/// `barista.toml` in the platform's configuration folder.
pub(crate) fn default_path() -> Option<PathBuf> {
    DevicePairing::default_keep(KEEP_AS).map(|keep| keep.with_extension("toml"))
}

/// Whether flag or environment said something.
fn is_given(given: &ArgMatches, id: &str) -> bool {
    matches!(given.value_source(id), Some(ValueSource::CommandLine | ValueSource::EnvVariable))
}

/// The flags that can stand in the file; there a setting's name has no dashes.
fn settings(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| !FLAGS_ONLY.contains(&arg.get_id().as_str()))
}
