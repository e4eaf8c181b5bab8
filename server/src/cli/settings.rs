//! `demitasse settings`: the rules of the running bar, and the configuration file.

#[cfg(test)]
mod document;
mod file;

use std::io::{self, Write};
use std::path::Path;
use std::str::FromStr;

use clap::Subcommand;
use demitasse_shared::Timestamp;
use demitasse_shared::choices::nearest;
use demitasse_shared::client::ClientError;
use demitasse_shared::settings::{Bounds, Settings};

pub(super) use self::file::blank as blank_file;
use super::reach::{Place, ReachError, Reached, reach};
use crate::app::{set_settings_offline, settings_offline};
use crate::clock::Clock;
use crate::storage::{StorageError, WriteError};

/// The bar's rules, which change while it runs, and its configuration file.
#[derive(Debug, Subcommand)]
pub(super) enum SettingsCommand {
    /// Show the rules, and from where to where each goes
    Show(ShowArgs),
    /// Print one rule's number
    Get(GetArgs),
    /// Change rules: at once where the bar runs
    Set(SetArgs),
    /// Print all that can stand in the configuration file, as it is in force
    File,
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    #[command(flatten)]
    place: Place,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct GetArgs {
    #[command(flatten)]
    place: Place,

    /// The rule, such as capacity
    #[arg(value_name = "RULE")]
    rule: Rule,
}

#[derive(Debug, clap::Args)]
pub(super) struct SetArgs {
    #[command(flatten)]
    place: Place,

    /// The rules and their new numbers, such as capacity=30
    #[arg(value_name = "RULE=NUMBER", required = true)]
    changes: Vec<RuleChange>,

    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// A rule that there is.
#[derive(Clone, Copy, Debug)]
struct Rule(&'static Bounds);

impl FromStr for Rule {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let name = word.trim().replace('-', "_");
        let rule = Settings::RULES.iter().find(|rule| rule.name == name);
        rule.map(Self).ok_or_else(|| {
            let names = Settings::RULES.iter().map(|rule| rule.name.to_owned());
            match nearest(&name, names) {
                Some(meant) => format!("there is no such rule: did you mean {meant:?}?"),
                None => "there is no such rule; `demitasse settings show` lists them".to_owned(),
            }
        })
    }
}

/// A rule with the number that it is to have.
#[derive(Clone, Copy, Debug)]
struct RuleChange(Rule, u32);

impl FromStr for RuleChange {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (rule, number) = text
            .split_once('=')
            .ok_or_else(|| "give a rule and its number, such as capacity=30".to_owned())?;
        let rule: Rule = rule.parse()?;
        let Bounds { min, max, .. } = *rule.0;
        let number: Option<u32> = number.trim().replace('_', "").parse().ok();
        let number = number.filter(|number| (min..=max).contains(number));
        number
            .map(|number| Self(rule, number))
            .ok_or_else(|| format!("it goes from {min} to {max}"))
    }
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub(super) enum SettingsError {
    #[error(transparent)]
    Reach(#[from] ReachError),
    #[error(transparent)]
    Server(#[from] ClientError),
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Refused(#[from] WriteError),
    #[error("there are no rules yet: they begin with the first `demitasse serve` on these data")]
    NotYet,
    #[error(transparent)]
    File(#[from] super::choices::ChoiceError),
    #[error("cannot print the answer")]
    Output(#[from] io::Error),
    #[error("cannot write the answer")]
    Json(#[from] serde_json::Error),
}

pub(super) async fn run(
    command: SettingsCommand,
    config: Option<&Path>,
) -> Result<(), SettingsError> {
    match command {
        SettingsCommand::Show(args) => show(args.json, &read(&args.place).await?),
        SettingsCommand::Get(args) => {
            let number = read(&args.place).await?.get(args.rule.0.name).unwrap_or_default();
            Ok(writeln!(io::stdout(), "{number}")?)
        }
        SettingsCommand::Set(args) => {
            let wanted = |settings: Settings| {
                let changes = args.changes.iter();
                changes.fold(settings, |all, RuleChange(rule, to)| all.with(rule.0.name, *to))
            };
            show(args.json, &change(&args.place, wanted).await?)
        }
        SettingsCommand::File => file::print(config),
    }
}

/// The rules by the server, or by the data where none runs.
async fn read(place: &Place) -> Result<Settings, SettingsError> {
    match reach(&place.data).await? {
        Reached::Server(server) => Ok(server.settings().await?),
        Reached::Data(mut storage) => settings_offline(&mut storage)?.ok_or(SettingsError::NotYet),
    }
}

async fn change(
    place: &Place,
    wanted: impl Fn(Settings) -> Settings,
) -> Result<Settings, SettingsError> {
    match reach(&place.data).await? {
        Reached::Server(server) => {
            let settings = wanted(server.settings().await?);
            Ok(server.set_settings(&settings).await?)
        }
        Reached::Data(mut storage) => {
            let settings = settings_offline(&mut storage)?.ok_or(SettingsError::NotYet)?;
            let settings = wanted(settings);
            let clock = Clock::system(Timestamp::UNIX_EPOCH);
            Ok(set_settings_offline(&mut storage, &clock, settings)?)
        }
    }
}

fn show(json: bool, settings: &Settings) -> Result<(), SettingsError> {
    let mut out = io::stdout().lock();
    if json {
        return Ok(writeln!(out, "{}", serde_json::to_string(settings)?)?);
    }
    let wide = Settings::RULES.iter().map(|rule| rule.name.len()).max().unwrap_or_default();
    let usual = Settings::default();
    for Bounds { name, min, max } in Settings::RULES {
        let [number, usual] = [settings, &usual].map(|all| all.get(name).unwrap_or_default());
        let usual = if number == usual { String::new() } else { format!("; usually {usual}") };
        writeln!(out, "{name:wide$}  {number:>6}  from {min} to {max}{usual}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(change: &str, words: &str) {
        let told = change.parse::<RuleChange>().expect_err(change);
        assert!(told.contains(words), "{change}: {told}");
    }

    #[test]
    fn a_rule_is_known_by_its_name_and_its_bounds() {
        let RuleChange(rule, number) = "window-drinks=1_000".parse().expect("both are right");
        assert_eq!((rule.0.name, number), ("window_drinks", 1_000));
        refused("capacty=30", "did you mean \"capacity\"?");
        refused("price=3", "settings show");
        refused("capacity=0", "from 1 to 100000");
        refused("capacity=many", "from 1 to 100000");
        refused("capacity", "capacity=30");
    }
}
