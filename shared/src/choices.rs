//! What people chose: flags, then the environment, then a configuration file, then the house's own
//! way.
//!
//! Every setting is a flag, and nothing else: a line of the file counts as that flag, unless flag
//! or environment spoke already. So the three can never differ in what they take, and the file
//! that explains itself is made from the flags.

mod edit;
mod file;
mod lines;
mod nearest;
mod template;
#[cfg(test)]
mod tests;

use std::fmt;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

pub use edit::edited;
pub use file::{File, FileError, Unread};
pub use lines::{Line, Refused, Wrong, lines, parsed, unknown, word};
pub use nearest::nearest;
pub use template::{Said, written};

/// A flag that can stand in a file.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The command whose flag it is: of several the first.
    command: &'a Command,
    arg: &'a Arg,
}

impl<'a> Setting<'a> {
    /// All flags of a command and its subcommands that are variables of the environment, too, but
    /// for these: each once, in their order.
    pub fn of(command: &'a Command, except: &[&str]) -> Vec<Self> {
        let mut settings = Vec::new();
        collect(command, except, &mut settings);
        settings
    }

    /// What stands at the beginning of its line: its flag without dashes.
    pub fn key(&self) -> String {
        self.flag().replace('-', "_")
    }

    /// Its flag, without the two dashes before it.
    pub fn flag(&self) -> &'a str {
        self.arg.get_long().unwrap_or_default()
    }

    /// Its variable of the environment.
    pub fn variable(&self) -> String {
        self.arg.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// What it decides, in a sentence without its full stop.
    pub fn about(&self) -> String {
        self.arg.get_help().map(ToString::to_string).unwrap_or_default()
    }

    /// The words that it takes, where it takes no others.
    pub fn words(&self) -> Vec<String> {
        let values = self.arg.get_possible_values();
        let words = values.iter().filter(|_| !self.is_switch());
        words.map(|value| value.get_name().to_owned()).collect()
    }

    /// What a value of it is called.
    pub fn kind(&self) -> String {
        let kind = self.arg.get_value_names().into_iter().flatten().next();
        kind.map(ToString::to_string).unwrap_or_default()
    }

    /// What counts where nobody says anything.
    pub fn usual(&self) -> Vec<String> {
        let usual = self.arg.get_default_values().iter();
        usual.map(|value| value.to_string_lossy().into_owned()).collect()
    }

    /// Whether it is on or off, without a value.
    pub fn is_switch(&self) -> bool {
        matches!(self.arg.get_action(), ArgAction::SetTrue | ArgAction::SetFalse)
    }

    /// Whether it takes several values.
    pub fn is_list(&self) -> bool {
        matches!(self.arg.get_action(), ArgAction::Append)
    }

    /// Whether its value is for nobody's eyes.
    pub fn is_secret(&self) -> bool {
        self.arg.is_hide_env_values_set()
    }

    /// Whether this command has it, too.
    pub fn is_of(&self, command: &Command) -> bool {
        command.get_arguments().any(|arg| arg.get_long() == Some(self.flag()))
    }

    /// What was chosen by flag or environment, or what counts without: the raw words.
    pub fn raw(&self, chosen: &ArgMatches) -> Vec<String> {
        let values = chosen.try_get_raw(self.arg.get_id().as_str()).ok().flatten();
        values.into_iter().flatten().map(|value| value.to_string_lossy().into_owned()).collect()
    }

    /// Whether flag or environment said something.
    pub fn is_given(&self, chosen: &ArgMatches) -> bool {
        let source = self.source(chosen);
        matches!(source, Some(ValueSource::CommandLine | ValueSource::EnvVariable))
    }

    /// Whether the command line said something.
    pub fn is_typed(&self, chosen: &ArgMatches) -> bool {
        self.source(chosen) == Some(ValueSource::CommandLine)
    }

    /// Where its value comes from, where the command has it at all.
    fn source(&self, chosen: &ArgMatches) -> Option<ValueSource> {
        let id = self.arg.get_id().as_str();
        chosen.try_contains_id(id).ok().and_then(|_known| chosen.value_source(id))
    }
}

impl fmt::Display for Setting<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key())
    }
}

fn collect<'a>(command: &'a Command, except: &[&str], settings: &mut Vec<Setting<'a>>) {
    for arg in command.get_arguments() {
        let setting = Setting { command, arg };
        let named = arg.get_long().is_some() && arg.get_env().is_some();
        let is_new = || settings.iter().all(|other| other.flag() != setting.flag());
        if named && !except.contains(&arg.get_id().as_str()) && is_new() {
            settings.push(setting);
        }
    }
    for subcommand in command.get_subcommands() {
        collect(subcommand, except, settings);
    }
}
