//! A small command's flags as lines of a file.

use clap::{Arg, ArgAction, Command};

use super::*;

fn command() -> Command {
    let venue = Arg::new("name").long("venue").env("BAR_VENUE").default_value("The Cup");
    let tags = Arg::new("tags").long("spoken-tags").env("BAR_TAGS").value_delimiter(',');
    let loud = Arg::new("loud").long("loud").env("BAR_LOUD").action(ArgAction::SetTrue);
    let cups = Arg::new("cups").long("cups").env("BAR_CUPS").default_value("12");
    let cups = cups.value_parser(clap::value_parser!(u8)).help("How many cups there are");
    let word = Arg::new("word").long("word").env("BAR_WORD").hide_env_values(true);
    let tags = tags.action(ArgAction::Append);
    // What only one subcommand needs is not the file's to say.
    let pair = Command::new("pair").arg(Arg::new("role").long("role").required(true));
    let pair = pair.arg(venue.clone()).arg(loud);
    let serve = Command::new("serve").args([venue, tags, cups, word]);
    Command::new("bar").subcommands([pair, serve])
}

/// The lines of a text, or the first wrong one in words.
fn said(text: &str) -> Result<Vec<(String, Vec<String>)>, String> {
    let command = command();
    let settings = Setting::of(&command, &[]);
    let file = File { path: "bar.toml".into(), text: text.to_owned() };
    let table = parsed(text).map_err(|wrong| file.refuse(wrong).to_string())?;
    let lines = lines(table.get_ref(), &settings, &["keys"]);
    let lines = lines.map_err(|wrong| file.refuse(wrong).to_string())?;
    Ok(lines.into_iter().map(|line| (line.key, line.values)).collect())
}

#[track_caller]
fn check_said(text: &str, expected: &[(&str, &[&str])]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(key, values)| {
            ((*key).to_owned(), values.iter().map(|value| (*value).to_owned()).collect())
        })
        .collect();
    assert_eq!(said(text), Ok(expected), "{text:?}");
}

#[track_caller]
fn check_refused(text: &str, words: &str) {
    assert_eq!(said(text), Err(format!("bar.toml, {words}")), "{text:?}");
}

#[test]
fn words_numbers_lists_and_switches_are_read() {
    check_said("venue = \"A\"", &[("venue", &["A"])]);
    check_said("cups = 1_2", &[("cups", &["12"])]);
    check_said("spoken_tags = [\"de\", \"en\"]", &[("spoken_tags", &["de", "en"])]);
    check_said("spoken_tags = \"de,en\"", &[("spoken_tags", &["de,en"])]);
    check_said("loud = true", &[("loud", &["true"])]);
    check_said("loud = false", &[("loud", &[])]);
    check_said("[keys]\nmake = \"m\"", &[]);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    check_refused("\nvenu = 1", "line 2: there is no \"venu\": did you mean \"venue\"?");
    check_refused("role = \"x\"", "line 1: there is no \"role\"");
    check_refused("cups = true", "line 1: cups takes a word or a number");
    check_refused("loud = 1", "line 1: loud takes true or false");
    check_refused("spoken_tags = [1.5]", "line 1: spoken_tags takes a word, or a list of words");
    let many = "line 1: cups cannot be \"300\": 300 is not in 0..=255";
    check_refused("cups = 300", many);
}

#[test]
fn a_line_takes_the_place_of_the_one_that_said_nothing() {
    let command = command();
    let settings = Setting::of(&command, &[]);
    let cups = settings.iter().find(|setting| setting.key() == "cups").expect("a setting");
    let text = written(cups, &Said::Usual);
    assert_eq!(text, "# How many cups there are\n# cups = 12\n");
    let value = |number: &str| vec![number.to_owned()];
    let edit = |text: &str, value: Option<&[String]>| edited(text, cups, value).expect("TOML");
    let chosen = edit(&text, Some(&value("7")));
    assert_eq!(chosen, "# How many cups there are\ncups = 7\n");
    assert_eq!(edit(&chosen, Some(&value("8"))), "# How many cups there are\ncups = 8\n");
    assert_eq!(edit(&chosen, None), "# How many cups there are\n# cups = 7\n");
    assert_eq!(
        edit("# mine\n[keys]\na = 1\n", Some(&value("7"))),
        "# mine\ncups = 7\n\n[keys]\na = 1\n"
    );
    assert_eq!(edit("a = 1", Some(&value("7"))), "a = 1\ncups = 7\n");
    assert_eq!(edit("cups = 7 # left\n", Some(&value("9"))), "cups = 9 # left\n");
    assert!(edited("cups = ", cups, None).is_err());
}

#[test]
fn several_lines_of_a_list_are_silenced_together() {
    let command = command();
    let settings = Setting::of(&command, &[]);
    let tags = settings.iter().find(|setting| setting.key() == "spoken_tags").expect("a setting");
    let text = "spoken_tags = [\n  \"de\",\n]\nvenue = \"A\"\n";
    let silent = edited(text, tags, None).expect("TOML");
    assert_eq!(silent, "# spoken_tags = [\n#   \"de\",\n# ]\nvenue = \"A\"\n");
}

#[test]
fn a_secret_shows_neither_in_the_file_nor_in_a_refusal() {
    let command = command();
    let settings = Setting::of(&command, &[]);
    let word = settings.iter().find(|setting| setting.is_secret()).expect("a secret");
    assert_eq!(written(word, &Said::Hidden), "# word is set, and not shown here\n");
    check_refused("word = [\"hush\"]", "line 1: word takes a word or a number");
}
