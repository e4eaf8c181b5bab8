//! All settings as a configuration file that explains itself, made from the flags and the keymap.

use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches, CommandFactory};
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
    for arg in settings(&Cli::command()) {
        setting(&mut text, arg, chosen);
    }
    text.push_str(KEYS);
    for scope in Scope::ALL {
        keys(&mut text, scope, keymap);
    }
    text
}

fn setting(text: &mut String, arg: &Arg, chosen: &ArgMatches) {
    let id = arg.get_id().as_str();
    text.push('\n');
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    push_line(text, &format!("# {help}"));
    let values = arg.get_possible_values();
    if !values.is_empty() {
        let names: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
        push_line(text, &format!("# One of: {}", names.join(", ")));
    }
    let values = chosen.get_raw(id).into_iter().flatten();
    if let Some(value) = values.map(|value| value.to_string_lossy().into_owned()).next() {
        push_line(text, &format!("{id} = {}", Value::String(value)));
    } else {
        let kind = arg.get_value_names().into_iter().flatten().next();
        let kind = kind.map(ToString::to_string).unwrap_or_default();
        push_line(text, &format!("# {id} = {}", Value::String(kind)));
    }
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
