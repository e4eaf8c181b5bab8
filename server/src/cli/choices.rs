//! What people chose for a command: flags, then the environment, then `demitasse.toml`, then the
//! house's own way (see `demitasse_shared::choices`).
//!
//! There is one file for all commands. A line of it that is another command's is checked like any
//! other, and left alone.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::{ArgMatches, Command, CommandFactory, FromArgMatches};
use demitasse_shared::choices::{
    File, FileError, Line, Refused, Setting, Unread, Wrong, lines, parsed, word,
};
use demitasse_shared::client::DevicePairing;
use demitasse_shared::settings::Settings;

use super::Cli;

/// Flags that make no sense in the file: where the file is.
const FLAGS_ONLY: [&str; 1] = ["config"];

/// What the configuration file is called, without its ending.
const FILE_STEM: &str = "demitasse";

/// The command that can be told of a file that is not there yet.
const MAKES_THE_FILE: &str = "setup";

/// The command that shows the file: it reads it without a setting of its own.
const SHOWS_THE_FILE: &str = "file";

/// Why a command line comes to nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum ChoiceError {
    /// It makes no sense, or asks for nothing but words.
    #[error(transparent)]
    CommandLine(#[from] clap::Error),
    /// The file that was named cannot be read.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// The file says something that nobody understands.
    #[error(transparent)]
    File(FileError),
    /// The file says what is decided elsewhere.
    #[error(
        "{path}, line {line}: {word:?} is a rule, and rules do not stand in this file: `demitasse \
         settings set {word}={number}`"
    )]
    Rule {
        /// The file.
        path: PathBuf,
        /// The line, counted from one.
        line: usize,
        /// The rule.
        word: String,
        /// What it was to be.
        number: String,
    },
}

impl From<FileError> for ChoiceError {
    fn from(wrong: FileError) -> Self {
        match &wrong.what {
            Refused::Unknown { word, .. } if is_rule(word) => Self::Rule {
                path: wrong.path.clone(),
                line: wrong.line,
                word: word.clone(),
                number: number(&wrong.path, word),
            },
            _ => Self::File(wrong),
        }
    }
}

fn is_rule(word: &str) -> bool {
    Settings::RULES.iter().any(|rule| rule.name == word)
}

/// The number that the file gives a rule.
fn number(path: &Path, rule: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let number = parsed(&text).ok().and_then(|table| {
        let given = table.get_ref().iter().find(|(key, _)| key.get_ref().as_ref() == rule);
        given.and_then(|(_, value)| word(rule, value.get_ref()).ok())
    });
    number.unwrap_or_else(|| "NUMBER".to_owned())
}

/// A command line that makes sense, with what the file adds to it.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) cli: Cli,
    /// What was said on the command line itself.
    pub(super) typed: Vec<Typed>,
    /// What a person should know of the file.
    pub(super) warning: Option<String>,
}

/// A setting that was said on the command line.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    pub(super) key: String,
    pub(super) values: Vec<String>,
}

/// Reads command line, environment and file.
pub(super) fn choose(args: &[OsString]) -> Result<Choice, ChoiceError> {
    let given = Cli::command().try_get_matches_from(args)?;
    let command = Cli::command();
    let (leaf, chosen) = leaf(&command, &given);
    let own = settings(leaf);
    let typed = own.iter().filter(|setting| setting.is_typed(chosen));
    let typed = typed.map(|setting| Typed { key: setting.key(), values: setting.raw(chosen) });
    let typed = typed.collect();
    if own.is_empty() && leaf.get_name() != SHOWS_THE_FILE {
        return Ok(Choice { cli: Cli::from_arg_matches(&given)?, typed, warning: None });
    }
    let named = given.get_one::<PathBuf>("config").map(PathBuf::as_path);
    let (named, usual) =
        if leaf.get_name() == MAKES_THE_FILE { (None, path(named)) } else { (named, usual_path()) };
    let Some(file) = File::find(named, usual.as_deref())? else {
        return Ok(Choice { cli: Cli::from_arg_matches(&given)?, typed, warning: None });
    };
    let settings = settings(&command);
    let said = read(&file, &settings)?;
    let flags = said.iter().filter(|line| {
        let setting = settings.iter().find(|setting| setting.key() == line.key);
        setting.is_some_and(|setting| setting.is_of(leaf) && !setting.is_given(chosen))
    });
    let flags = flags.flat_map(|line| line.flags.iter().cloned());
    let all = Cli::command().try_get_matches_from(with_flags(args, flags))?;
    let warning = is_told_to_all(&file, &said, &settings);
    Ok(Choice { cli: Cli::from_arg_matches(&all)?, typed, warning })
}

/// The lines of a file, each tried as the flag that it stands for.
pub(super) fn read(file: &File, settings: &[Setting<'_>]) -> Result<Vec<Line>, FileError> {
    said(&file.text, settings).map_err(|wrong| file.refuse(wrong))
}

/// What a text says that stands in such a file.
///
/// # Errors
/// What is wrong with it, and where.
pub fn understood(text: &str) -> Result<Vec<Line>, Wrong> {
    static COMMAND: LazyLock<Command> = LazyLock::new(Cli::command);
    said(text, &settings(&COMMAND))
}

fn said(text: &str, settings: &[Setting<'_>]) -> Result<Vec<Line>, Wrong> {
    lines(parsed(text)?.get_ref(), settings, &[])
}

/// All that can stand in the file.
pub(super) fn settings(command: &Command) -> Vec<Setting<'_>> {
    Setting::of(command, &FLAGS_ONLY)
}

/// `demitasse.toml` in the platform's configuration folder.
pub(super) fn usual_path() -> Option<PathBuf> {
    DevicePairing::default_keep(FILE_STEM).map(|keep| keep.with_extension("toml"))
}

/// The file that was named, or the usual one.
pub(super) fn path(named: Option<&Path>) -> Option<PathBuf> {
    named.map(Path::to_owned).or_else(usual_path)
}

/// The subcommand that was called, with what was said to it.
fn leaf<'a>(command: &'a Command, given: &'a ArgMatches) -> (&'a Command, &'a ArgMatches) {
    let called = given.subcommand();
    match called.and_then(|(name, given)| Some((command.find_subcommand(name)?, given))) {
        Some((command, given)) => leaf(command, given),
        None => (command, given),
    }
}

/// The command line with these flags at its end, or before what is said to be no flags.
fn with_flags(args: &[OsString], flags: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let end = args.iter().position(|arg| arg == "--").unwrap_or(args.len());
    let (before, after) = args.split_at(end);
    before.iter().cloned().chain(flags).chain(after.iter().cloned()).collect()
}

/// What to say where everybody on this machine may read a secret.
fn is_told_to_all(file: &File, said: &[Line], settings: &[Setting<'_>]) -> Option<String> {
    let is_secret = |line: &&Line| {
        settings.iter().any(|setting| setting.key() == line.key && setting.is_secret())
    };
    let secret = said.iter().find(is_secret).filter(|_| file.is_open_to_all())?;
    let (key, path) = (&secret.key, file.path.display());
    Some(format!("{path} holds {key}, and everybody on this machine may read it: chmod 600 {path}"))
}
