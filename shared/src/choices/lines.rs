//! What the lines of a file say, each tried as the flag that it stands for.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Setting, nearest};

/// A line of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The setting's name.
    pub key: String,
    /// What it is set to; nothing where a switch is off.
    pub values: Vec<String>,
    /// The flags that it stands for.
    pub flags: Vec<OsString>,
}

/// What is wrong, and at which byte of the file.
pub type Wrong<W = Refused> = (usize, W);

/// What is wrong with a line of the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no TOML.
    #[error("{0}")]
    Toml(String),
    /// There is no such setting.
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
    /// Something other than words.
    #[error("{0} takes a word, or a list of words")]
    NotWords(String),
    /// Something other than yes or no.
    #[error("{0} takes true or false")]
    NotASwitch(String),
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
    /// The same, where nobody may read what was given.
    #[error("{0} cannot be what stands there")]
    Secret(String),
}

/// How the right word is offered.
fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |nearest| format!(": did you mean {nearest:?}?"))
}

/// A word that nobody knows, with the right one that is nearest.
pub fn unknown(word: &str, right: impl IntoIterator<Item = String>) -> Refused {
    Refused::Unknown { word: word.to_owned(), nearest: nearest(word, right) }
}

/// A file's text as TOML.
pub fn parsed(text: &str) -> Result<Spanned<DeTable<'_>>, Wrong> {
    DeTable::parse(text).map_err(|refused| {
        let at = refused.span().map_or(0, |span| span.start);
        (at, Refused::Toml(refused.message().to_owned()))
    })
}

/// All lines of a file, but for its tables of these names: they are somebody else's.
pub fn lines(
    table: &DeTable<'_>,
    settings: &[Setting<'_>],
    tables: &[&str],
) -> Result<Vec<Line>, Wrong> {
    let own = table.iter().filter(|(key, _)| !tables.contains(&key.get_ref().as_ref()));
    let line = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let name: &std::borrow::Cow<'_, str> = key.get_ref();
        let setting = settings.iter().find(|setting| setting.key() == name.as_ref());
        let line = setting.map(|setting| setting.line(value.get_ref()));
        line.unwrap_or_else(|| Err(unknown(name, names(settings, tables))))
            .map_err(|wrong| (key.span().start, wrong))
    };
    own.map(line).collect()
}

/// All that can stand at the beginning of a line.
fn names(settings: &[Setting<'_>], tables: &[&str]) -> impl Iterator<Item = String> {
    let tables = tables.iter().map(|name| (*name).to_owned());
    settings.iter().map(Setting::key).chain(tables)
}

/// A value that is one word, or a number.
pub fn word(key: &str, value: &DeValue<'_>) -> Result<String, Refused> {
    match value {
        DeValue::String(text) => Ok(text.clone().into_owned()),
        DeValue::Integer(number) => Ok(number.as_str().replace('_', "")),
        _ => Err(Refused::NotAWord(key.to_owned())),
    }
}

impl Setting<'_> {
    /// The line that gives it this value.
    fn line(&self, value: &DeValue<'_>) -> Result<Line, Refused> {
        let key = self.key();
        if self.is_switch() {
            let DeValue::Boolean(on) = value else { return Err(Refused::NotASwitch(key)) };
            let flags = on.then(|| format!("--{}", self.flag()).into());
            let values = on.then(|| true.to_string());
            return Ok(Line {
                key,
                values: values.into_iter().collect(),
                flags: flags.into_iter().collect(),
            });
        }
        let values = self.values(value)?;
        let flags = values.iter().map(|value| self.with(value)).collect();
        self.try_out(&values)?;
        Ok(Line { key, values, flags })
    }

    fn values(&self, value: &DeValue<'_>) -> Result<Vec<String>, Refused> {
        let key = self.key();
        match value {
            DeValue::Array(words) if self.is_list() => {
                let words = words.iter().map(|value| word(&key, value.get_ref()));
                let words: Result<_, _> = words.collect();
                words.map_err(|_not_a_word| Refused::NotWords(key))
            }
            value if self.is_list() => {
                let word = word(&key, value).map_err(|_not_a_word| Refused::NotWords(key));
                word.map(|word| vec![word])
            }
            value => word(&key, value).map(|word| vec![word]),
        }
    }

    /// The flag with a value.
    fn with(&self, value: &str) -> OsString {
        format!("--{}={value}", self.flag()).into()
    }

    /// Lets the command line say whether the values can be.
    pub fn try_out(&self, values: &[String]) -> Result<(), Refused> {
        let name = OsString::from(self.command.get_name());
        let line = [name].into_iter().chain(values.iter().map(|value| self.with(value)));
        let command = self.command.clone().mut_args(|arg| arg.env(None));
        let Err(refused) = command.try_get_matches_from(line) else { return Ok(()) };
        let key = self.key();
        match refused.kind() {
            // What else the command needs is not the file's to say.
            ErrorKind::MissingRequiredArgument
            | ErrorKind::MissingSubcommand
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Ok(()),
            _ if self.is_secret() => Err(Refused::Secret(key)),
            _ => Err(Refused::Value { key, value: values.join(", "), why: why(&refused) }),
        }
    }
}

/// What the command line says of a value.
fn why(refused: &clap::Error) -> String {
    match refused.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) if !values.is_empty() => {
            format!("it takes {}", values.join(", "))
        }
        _ => match std::error::Error::source(refused) {
            Some(source) => source.to_string(),
            None => "it takes something else".to_owned(),
        },
    }
}
