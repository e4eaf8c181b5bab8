//! The configuration file, line by line.

use clap::error::{ContextKind, ContextValue};
use clap::{Command, CommandFactory};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::nearest::nearest;
use super::{Refused, flag, settings};
use crate::cli::Cli;
use crate::keymap::{Keymap, Scope, Wish};

/// The table of keys.
const KEYS: &str = "keys";

/// What the file says.
#[derive(Debug)]
pub(super) struct File {
    /// Settings by their names.
    pub(super) values: Vec<(String, String)>,
    pub(super) keymap: Keymap,
}

/// What is wrong, and at which byte of the file.
type Wrong = (usize, Refused);

/// A wish and the byte where it stands.
type Wished = (usize, Wish);

impl File {
    /// Reads a file. Every value is tried as the flag that it stands for.
    pub(super) fn read(text: &str) -> Result<Self, Wrong> {
        let table = DeTable::parse(text).map_err(|refused| {
            let at = refused.span().map_or(0, |span| span.start);
            (at, Refused::Toml(refused.message().to_owned()))
        })?;
        let command = Cli::command();
        let (mut values, mut keymap) = (Vec::new(), Keymap::default());
        for (key, value) in table.get_ref() {
            let (at, name) = (key.span().start, key.get_ref().as_ref());
            if name == KEYS {
                keymap = keys(value)?;
            } else if settings(&command).any(|arg| arg.get_id() == name) {
                let word = word(name, value.get_ref()).map_err(|wrong| (at, wrong))?;
                try_out(name, &word).map_err(|wrong| (at, wrong))?;
                values.push((name.to_owned(), word));
            } else {
                return Err((at, unknown(name, names(&command))));
            }
        }
        Ok(Self { values, keymap })
    }
}

/// All that can stand at the beginning of a line.
fn names(command: &Command) -> impl Iterator<Item = String> {
    let settings = settings(command).map(|arg| arg.get_id().to_string());
    settings.chain([KEYS.to_owned()])
}

fn unknown(word: &str, right: impl IntoIterator<Item = String>) -> Refused {
    Refused::Unknown { word: word.to_owned(), nearest: nearest(word, right) }
}

fn word(name: &str, value: &DeValue<'_>) -> Result<String, Refused> {
    match value {
        DeValue::String(text) => Ok(text.clone().into_owned()),
        DeValue::Integer(number) => Ok(number.as_str().replace('_', "")),
        _ => Err(Refused::NotAWord(name.to_owned())),
    }
}

/// Lets the command line say whether the value is one.
fn try_out(name: &str, value: &str) -> Result<(), Refused> {
    let line = [Cli::command().get_name().into(), flag(name, value)];
    let Err(refused) = Cli::command().try_get_matches_from(line) else { return Ok(()) };
    let why = match refused.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => format!("it takes {}", values.join(", ")),
        _ => std::error::Error::source(&refused).map(ToString::to_string).unwrap_or_default(),
    };
    Err(Refused::Value { key: name.to_owned(), value: value.to_owned(), why })
}

/// The table of keys: the board's, and tables of their own for the other scopes.
fn keys(table: &Spanned<DeValue<'_>>) -> Result<Keymap, Wrong> {
    let mut wishes = Vec::new();
    for (key, value) in entries(KEYS, table)? {
        let name = key.get_ref().as_ref();
        match Scope::ALL.into_iter().find(|scope| scope.name() == Some(name)) {
            Some(scope) => {
                for (key, value) in entries(name, value)? {
                    wishes.push(wish(scope, key, value)?);
                }
            }
            None => wishes.push(wish(Scope::Board, key, value)?),
        }
    }
    let (at, wishes): (Vec<usize>, Vec<Wish>) = wishes.into_iter().unzip();
    Keymap::remapped(&wishes).map_err(|(place, refused)| (at[place], refused.into()))
}

type Entry<'a, 'i> = (&'a Spanned<std::borrow::Cow<'i, str>>, &'a Spanned<DeValue<'i>>);

fn entries<'a, 'i>(
    name: &str,
    table: &'a Spanned<DeValue<'i>>,
) -> Result<impl Iterator<Item = Entry<'a, 'i>>, Wrong> {
    match table.get_ref() {
        DeValue::Table(table) => Ok(table.iter()),
        _ => Err((table.span().start, Refused::NotKeys(name.to_owned()))),
    }
}

fn wish(
    scope: Scope,
    name: &Spanned<std::borrow::Cow<'_, str>>,
    keys: &Spanned<DeValue<'_>>,
) -> Result<Wished, Wrong> {
    let (at, name) = (name.span().start, name.get_ref().as_ref());
    let Some(command) = Keymap::commands(scope).find(|command| command.name() == name) else {
        let commands = Keymap::commands(scope).map(|command| command.name().to_owned());
        let scopes = Scope::ALL.into_iter().filter(|_| scope == Scope::Board);
        let scopes = scopes.filter_map(Scope::name).map(str::to_owned);
        return Err((at, unknown(name, commands.chain(scopes))));
    };
    let keys = list(name, keys.get_ref()).map_err(|wrong| (at, wrong))?;
    let wish = Wish::new(scope, command, keys.iter().map(String::as_str));
    wish.map(|wish| (at, wish)).map_err(|wrong| (at, wrong.into()))
}

/// One key, or several.
fn list(name: &str, value: &DeValue<'_>) -> Result<Vec<String>, Refused> {
    let not_keys = || Refused::NotKeys(name.to_owned());
    match value {
        DeValue::Array(keys) => {
            let keys = keys.iter().map(|key| word(name, key.get_ref()));
            keys.collect::<Result<_, _>>().map_err(|_not_a_word| not_keys())
        }
        key => Ok(vec![word(name, key).map_err(|_not_a_word| not_keys())?]),
    }
}
