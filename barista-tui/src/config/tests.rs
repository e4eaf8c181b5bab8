//! What is understood, what is refused, and who counts first.

use std::ffi::OsString;
use std::fs;

use clap::CommandFactory;
use tempfile::TempDir;

use super::*;
use crate::keymap::Scope;
use crate::words::Words;

/// A configuration file in a folder of its own, and what comes of it with these flags.
fn with(file: &str, flags: &[&str]) -> Result<Choice, ConfigError> {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("barista.toml");
    fs::write(&path, file).expect("a file");
    let args = ["demitasse-barista".as_ref(), "--config".as_ref(), path.as_os_str()];
    let flags = flags.iter().map(OsString::from);
    choose(&args.into_iter().map(OsString::from).chain(flags).collect::<Vec<_>>())
}

/// The line of a refusal and its words.
#[track_caller]
fn refused(file: &str) -> (usize, String) {
    match with(file, &[]) {
        Err(ConfigError::File(FileError { line, what, .. })) => (line, what.to_string()),
        other => panic!("{file:?} is not refused: {other:?}"),
    }
}

#[track_caller]
fn check(file: &str, line: usize, words: &str) {
    assert_eq!(refused(file), (line, words.to_owned()), "{file:?}");
}

#[test]
fn a_line_of_the_file_counts_where_no_flag_does() {
    let file = "name = \"Ana\"\ncolours = \"16\"\nlanguage = \"de\"\n[keys]\nmake = \"F2\"\n";
    let choice = with(file, &["--colours", "full"]).expect("it is understood");
    assert_eq!(choice.cli.pairing().name, "Ana");
    assert_eq!(choice.cli.look().colours, crate::theme::Colours::Full);
    assert_eq!(format!("{:?}", choice.cli.words(|_| None)), "de");
    let make = crate::keymap::Keymap::commands(Scope::Board).find(|make| make.name() == "make");
    let hint = choice.keymap.hint(Scope::Board, make.expect("a command"), Words::of(None));
    assert_eq!(hint.as_deref(), Some("F2"));
}

#[test]
fn an_address_in_the_file_is_enough_for_a_code_on_the_command_line() {
    let file = "server = \"http://bar.local:8080\"\n";
    let choice = with(file, &["--pair", "AB12"]).expect("both are there");
    assert_eq!(choice.cli.pairing().server.as_deref(), Some("http://bar.local:8080"));
    let flags = ["--pair", "AB12", "--server", "http://other:8080"];
    let choice = with(file, &flags).expect("both are there");
    assert_eq!(choice.cli.pairing().server.as_deref(), Some("http://other:8080"));
    let nearby = with("", &["--pair", "AB12"]).expect("the network may say where");
    assert_eq!(nearby.cli.pairing().server, None);
}

#[test]
fn a_slip_is_refused_with_its_line_and_the_word_that_was_meant() {
    check("\ncolors = \"full\"\n", 2, "there is no \"colors\": did you mean \"colours\"?");
    check("espresso = 1\n", 1, "there is no \"espresso\"");
    check("pair = \"AB12\"\n", 1, "there is no \"pair\"");
    check("name = \"Ana\"\n[kyes]\n", 2, "there is no \"kyes\": did you mean \"keys\"?");
    check("[keys]\nmaek = \"m\"\n", 2, "there is no \"maek\": did you mean \"make\"?");
    check("[keys.lists]\n", 1, "there is no \"lists\": did you mean \"list\"?");
    check("[keys.list]\nbakc = \"q\"\n", 2, "there is no \"bakc\": did you mean \"back\"?");
}

#[test]
fn a_value_that_is_none_is_refused_with_what_would_be_one() {
    let colours = "colours cannot be \"blue\": it takes auto, full, 256, 16, none";
    check("# looks\n\ncolours = \"blue\"\n", 3, colours);
    check("sound = [\"bell\"]\n", 1, "sound takes a word or a number");
    let spoken: Vec<_> = Words::tags().collect();
    let language = format!("language cannot be \"tlh\": the board speaks {}", spoken.join(", "));
    check("language = \"tlh\"\n", 1, &language);
    let colours = with("colours = 256\n", &[]).expect("a number").cli.look().colours;
    assert_eq!(colours, crate::theme::Colours::Indexed);
}

#[test]
fn keys_that_cannot_be_are_refused_where_they_stand() {
    let taken = "\"x\" is the key of make and of cancel: give one of them another";
    check("[keys]\nundo = \"y\"\nsound = []\nmake = [\"x\"]\n", 4, taken);
    check("[keys]\nmake = 1.5\n", 2, "make takes a list of keys, such as [\"m\", \"F2\"]");
    assert!(refused("[keys]\nmake = [\"mm\"]\n").1.starts_with("\"mm\" is no key"));
}

#[test]
fn what_is_no_toml_is_refused_where_it_ends_to_be_one() {
    let (line, words) = refused("name = \"Ana\"\ncolours = \n");
    assert!(line == 2 && !words.is_empty(), "{line}: {words}");
}

#[test]
fn a_named_file_has_to_be_there() {
    let args = ["demitasse-barista", "--config", "/nowhere/barista.toml"].map(OsString::from);
    let refused = choose(&args).expect_err("there is no such file").to_string();
    assert!(
        refused.starts_with("cannot read the configuration /nowhere/barista.toml"),
        "{refused}"
    );
}

#[test]
fn the_printed_settings_are_read_back_as_they_were() {
    let plain = with("", &[]).expect("nothing is chosen");
    let printed = plain.written();
    let again = with(&printed, &[]).expect("what is printed is understood");
    assert_eq!(again.written(), printed);
    let file =
        "name = \"Ana \\\"the hands\\\"\"\nsound = \"both\"\n[keys]\nmake = [\"é\", \"F2\"]\n";
    let chosen = with(file, &["--ascii", "on"]).expect("all of it can be");
    let again = with(&chosen.written(), &[]).expect("what is printed is understood");
    assert_eq!(again.written(), chosen.written());
    assert_eq!(again.cli.pairing().name, "Ana \"the hands\"");
}

#[test]
fn every_setting_is_a_flag_and_a_variable_and_explained() {
    let command = Cli::command();
    let printed = with("", &[]).expect("nothing is chosen").written();
    let settings = settings(&command);
    for setting in &settings {
        assert!(setting.variable().starts_with("DEMITASSE_"), "{setting}");
        assert!(!setting.about().is_empty(), "{setting}");
        assert!(printed.contains(&format!("{setting} = ")), "{setting}");
    }
    for flag in command.get_arguments().filter_map(clap::Arg::get_long) {
        let is_setting = settings.iter().any(|setting| setting.flag() == flag);
        let is_only_a_flag =
            ["config", "pair", "print-config", "completions", "manual"].contains(&flag);
        assert!(is_setting != is_only_a_flag, "{flag} has no variable, or should have none");
    }
}
