//! All settings as a configuration file that explains itself, made from the flags and the keymap.

use clap::{ArgMatches, CommandFactory};
use demitasse_shared::choices::{Said, written as explained};
use toml::Value;

use super::settings;
use crate::cli::Cli;
use crate::keymap::{Keymap, Scope};
use crate::words::Words;

/// What stands above everything.
const HEAD: &str = "\
# Settings of demitasse-barista. Every one is also a flag and an environment variable, and those
# count before this file. Lines may be left out. A line that begins with # says nothing yet.
";

/// What stands above the keys.
const KEYS: &str = "
# Keys, by the commands' names: characters such as \"m\", names such as \"enter\", \"space\", \"up\",
# \"page-down\" or \"F5\", and any of them after \"ctrl-\". With [] a command has no key. Digits are
# places, from the first to the tenth, unless another command takes one.
";

/// What is in force, as a file.
pub(super) fn written(chosen: &ArgMatches, keymap: &Keymap) -> String {
    let mut text = HEAD.to_owned();
    for setting in settings(&Cli::command()) {
        let raw = setting.raw(chosen);
        let said = if raw.is_empty() { Said::Usual } else { Said::Chosen(raw) };
        text.push('\n');
        text.push_str(&explained(&setting, &said));
    }
    text.push_str(KEYS);
    for scope in Scope::ALL {
        keys(&mut text, scope, keymap);
    }
    text
}

fn keys(text: &mut String, scope: Scope, keymap: &Keymap) {
    let table = match scope {
        Scope::Board => "keys".to_owned(),
        scope => match scope.name() {
            Some(name) => format!("keys.{name}"),
            None => return,
        },
    };
    push_line(text, &format!("\n[{table}]"));
    for command in Keymap::commands(scope) {
        let keys = keymap.written(scope, command).into_iter().map(Value::String);
        let about = Words::of(None).plain(command.about());
        let keys = Value::Array(keys.collect());
        push_line(text, &format!("{} = {keys} # {about}", command.name()));
    }
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}
