//! The configuration file, line by line.

use std::ffi::OsString;

use clap::ArgMatches;
use demitasse_shared::choices::{self, Line, Setting, lines, parsed, unknown, word};
use toml::Spanned;
use toml::de::DeValue;

use super::Refused;
use crate::keymap::{Keymap, Scope, Wish};

/// The table of keys.
const KEYS: &str = "keys";

/// What the file says.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    settings: &'a [Setting<'a>],
    said: Vec<Line>,
    pub(super) keymap: Keymap,
}

/// What is wrong, and at which byte of the file.
type Wrong = choices::Wrong<Refused>;

/// A wish and the byte where it stands.
type Wished = (usize, Wish);

impl<'a> Lines<'a> {
    /// Reads a file. Every value is tried as the flag that it stands for.
    pub(super) fn read(text: &str, settings: &'a [Setting<'a>]) -> Result<Self, Wrong> {
        let line = |(at, wrong): choices::Wrong| (at, wrong.into());
        let table = parsed(text).map_err(line)?;
        let said = lines(table.get_ref(), settings, &[KEYS]).map_err(line)?;
        let keymap = table.get_ref().get(KEYS).map(keys).transpose()?;
        Ok(Self { settings, said, keymap: keymap.unwrap_or_default() })
    }

    /// The lines as flags, but for those that flags or environment speak of already.
    pub(super) fn flags_where_nothing_is(&self, given: &ArgMatches) -> Vec<OsString> {
        let is_given = |line: &&Line| {
            let mut settings = self.settings.iter();
            settings.any(|setting| setting.key() == line.key && setting.is_given(given))
        };
        let lines = self.said.iter().filter(|line| !is_given(line));
        lines.flat_map(|line| line.flags.iter().cloned()).collect()
    }
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
        return Err((at, unknown(name, commands.chain(scopes)).into()));
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
