//! `demitasse settings file`: all that can stand in the configuration file, as it is in force.

use std::env;
use std::io::{self, Write};
use std::path::Path;

use clap::CommandFactory;
use demitasse_shared::choices::{File, Line, Said, Setting, written};

use super::SettingsError;
use crate::cli::Cli;
use crate::cli::choices::{self, ChoiceError};

/// What stands above everything.
const HEAD: &str = "\
# Settings of demitasse. Every one is also a flag and an environment variable, and those count
# before this file. Lines may be left out. A line that begins with # says nothing: it shows what
# counts anyway, or what could stand there.
";

pub(super) fn print(config: Option<&Path>) -> Result<(), SettingsError> {
    let path = choices::path(config);
    let file = File::find(config, path.as_deref()).map_err(ChoiceError::from)?;
    Ok(io::stdout().write_all(in_force(file.as_ref())?.as_bytes())?)
}

/// The file of somebody who has decided nothing yet.
pub(in crate::cli) fn blank(settings: &[Setting<'_>]) -> String {
    with_head(settings, |_setting| Said::Usual)
}

fn with_head(settings: &[Setting<'_>], said: impl Fn(&Setting<'_>) -> Said) -> String {
    let all = settings.iter().map(|setting| written(setting, &said(setting)));
    all.fold(HEAD.to_owned(), |text, setting| text + "\n" + &setting)
}

/// All settings with what environment and file say. Secrets are told from afar.
fn in_force(file: Option<&File>) -> Result<String, SettingsError> {
    let command = Cli::command();
    let settings = choices::settings(&command);
    let lines = file.map(|file| choices::read(file, &settings)).transpose();
    let lines = lines.map_err(ChoiceError::from)?.unwrap_or_default();
    Ok(with_head(&settings, |setting| said(setting, &lines)))
}

fn said(setting: &Setting<'_>, lines: &[Line]) -> Said {
    let line = lines.iter().find(|line| line.key == setting.key());
    let variable = env::var(setting.variable()).ok().map(|value| vec![value]);
    match variable.or_else(|| line.map(|line| line.values.clone())) {
        Some(_) if setting.is_secret() => Said::Hidden,
        Some(values) => Said::Chosen(values),
        None => Said::Usual,
    }
}
