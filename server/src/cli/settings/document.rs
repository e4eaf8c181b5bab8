//! Holds docs/settings.md to the flags: `DEMITASSE_SETTINGS=write` writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use clap::CommandFactory;
use demitasse_shared::choices::{File, Setting};
use demitasse_shared::settings::{Bounds, Settings};

use super::blank_file;
use crate::cli::Cli;
use crate::cli::choices::{read, settings};

const HEAD: &str = "\
# Settings

What a venue decides before the bar opens stands in one file: `demitasse.toml` in the platform's
configuration folder (on Linux `~/.config/demitasse`), or the one that `--config` names. Every key
is also a flag and an environment variable. Flags count before the environment, the environment
before the file.

```console
$ demitasse setup --yes
$ demitasse settings file
```

The first asks the few things that matter, or with `--yes` takes what flags say; the second prints
every key with what it means and what is in force. A key that is not known is refused with its line
and the nearest one that is, whichever command runs. Passwords stand in a file that only its owner
reads: `chmod 600`.

## What the bar decides before it opens
";

const RULES: &str = "
## Rules that change while the bar runs

They stand in the bar's data, not in the file, and change at once on every screen.

```console
$ demitasse settings show
$ demitasse settings set capacity=30 window_drinks=12
$ demitasse settings get capacity
```

| rule | usually | from | to |
| --- | --- | --- | --- |
";

fn document() -> String {
    let command = Cli::command();
    let mut text = HEAD.to_owned();
    for setting in settings(&command) {
        text += &entry(&setting);
    }
    text += RULES;
    let usual = Settings::default();
    for Bounds { name, min, max } in Settings::RULES {
        let number = usual.get(name).unwrap_or_default();
        writeln!(text, "| `{name}` | {number} | {min} | {max} |").expect("a text takes it");
    }
    text
}

fn entry(setting: &Setting<'_>) -> String {
    let (key, flag, variable) = (setting.key(), setting.flag(), setting.variable());
    let mut lines = vec![format!("{}.", setting.about().trim_end_matches('.'))];
    if !setting.words().is_empty() {
        lines.push(format!("One of `{}`.", setting.words().join("`, `")));
    }
    let usual = setting.usual();
    // Where a machine's folder stands, another machine has another one.
    if key == "data" {
        lines.push("Without it: the platform's data folder.".to_owned());
    } else if !usual.is_empty() && !setting.is_switch() {
        lines.push(format!("Without it: `{}`.", setting.toml(&usual)));
    }
    format!("\n### `{key}`\n\n`--{flag}`, `{variable}`\n\n{}\n", lines.join(" "))
}

#[test]
fn the_document_is_what_the_flags_say() {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/settings.md"));
    if env::var_os("DEMITASSE_SETTINGS").is_some_and(|wish| wish == "write") {
        fs::write(&path, document()).expect("the document can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, document(), "DEMITASSE_SETTINGS=write writes docs/settings.md anew");
}

#[test]
fn every_key_is_a_flag_and_a_variable_of_the_same_name() {
    let command = Cli::command();
    let mut keys = BTreeSet::new();
    for setting in settings(&command) {
        assert!(!setting.about().is_empty(), "{setting} has no explanation");
        assert!(setting.variable().starts_with("DEMITASSE_"), "{setting}: {}", setting.variable());
        assert!(keys.insert(setting.key()), "{setting} stands there twice");
    }
    for key in ["data", "venue", "public_url", "zone", "languages", "sign_in", "wifi", "listen"] {
        assert!(keys.contains(key), "{key} is missing");
    }
}

#[test]
fn the_file_that_explains_itself_says_nothing_until_somebody_does() {
    let command = Cli::command();
    let settings = settings(&command);
    let text = blank_file(&settings);
    let lines = |text: &str| {
        read(&File { path: "demitasse.toml".into(), text: text.to_owned() }, &settings)
    };
    assert_eq!(lines(&text).expect("it is a file"), []);
    // Each line that shows what counts anyway is good when it is let speak.
    let usual = settings.iter().filter(|setting| !setting.usual().is_empty());
    for setting in usual {
        let line = format!("{setting} = {}", setting.toml(&setting.usual()));
        let said = lines(&line).unwrap_or_else(|refused| panic!("{refused}"));
        assert_eq!(said.len(), 1, "{line}");
        let silent =
            if setting.is_switch() { "false" } else { line.split_once(" = ").expect("=").1 };
        assert!(text.contains(&format!("\n# {setting} = {silent}\n")), "{line} in {text}");
    }
}
