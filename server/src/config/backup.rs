//! Backups that the server makes by itself.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use jiff::SignedDuration;

use crate::app::BackupPlan;

/// How far backups may be apart: closer ones would be busy with nothing else.
const SHORTEST: Duration = Duration::from_secs(5);
const LONGEST: Duration = Duration::from_hours(24 * 7);

/// How far backups are apart where nothing is said.
const USUAL: &str = "1m";

/// How many backups stay where nothing is said: an hour of them.
const KEEP: u32 = 60;

/// Under which heading the help has these flags. Each says so itself: a heading for all of them
/// would go on over the flags that follow them.
const HEADING: &str = "Backups";

/// A venue's decisions about backups, as they were given.
#[derive(Clone, Debug, clap::Args)]
pub struct BackupFlags {
    /// Keep backups in this folder while the bar is open, best on another disk or a stick
    #[arg(long, help_heading = HEADING, value_name = "DIR", env = "DEMITASSE_BACKUP_TO")]
    pub backup_to: Option<PathBuf>,

    /// How far the backups in --backup-to are apart, such as 1m, 90s or 2h
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "TIME",
        env = "DEMITASSE_BACKUP_EVERY",
        default_value = USUAL
    )]
    pub backup_every: Every,

    /// How many backups stay in --backup-to; older ones of this bar's are removed from there
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "COUNT",
        env = "DEMITASSE_BACKUP_KEEP",
        default_value_t = KEEP,
        value_parser = clap::value_parser!(u32).range(1..)
    )]
    pub backup_keep: u32,
}

/// As without any flag.
impl Default for BackupFlags {
    fn default() -> Self {
        Self { backup_to: None, backup_every: Every(Duration::from_mins(1)), backup_keep: KEEP }
    }
}

impl BackupFlags {
    /// What the server does by itself, where the venue wants it.
    pub(crate) fn plan(&self) -> Option<BackupPlan> {
        let to = self.backup_to.clone()?;
        // The program's own folder may be another one later.
        let to = std::path::absolute(&to).unwrap_or(to);
        Some(BackupPlan { to, every: self.backup_every.0, keep: self.backup_keep })
    }
}

/// How far backups are apart, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Every(pub Duration);

impl FromStr for Every {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let told = || format!("{text:?} is no span of time: give one like 1m, 90s or 2h");
        let span: SignedDuration = text.trim().parse().map_err(|_other: jiff::Error| told())?;
        let span = Duration::try_from(span).map_err(|_negative| told())?;
        if !(SHORTEST..=LONGEST).contains(&span) {
            return Err("backups are at least 5 seconds apart, and at most a week".to_owned());
        }
        Ok(Self(span))
    }
}

impl fmt::Display for Every {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match SignedDuration::try_from(self.0) {
            Ok(span) => write!(f, "{span:#}"),
            Err(_) => write!(f, "{}s", self.0.as_secs()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_as_people_write_them() {
        let check = |typed: &str, seconds| {
            let every: Every = typed.parse().expect(typed);
            assert_eq!(every.0, Duration::from_secs(seconds), "{typed}");
            assert_eq!(every.to_string().parse(), Ok(every), "{typed}");
        };
        check("1m", 60);
        check("90s", 90);
        check(" 2h ", 7_200);
        check("1h 30m", 5_400);
        for typed in ["", "1", "soon", "-1m", "1s", "8d", "2 months"] {
            assert!(typed.parse::<Every>().is_err(), "{typed}");
        }
    }

    #[test]
    fn a_folder_is_where_the_program_was_started() {
        assert_eq!(BackupFlags::default().plan(), None);
        let to = Some("stick".into());
        let plan = BackupFlags { backup_to: to, ..BackupFlags::default() }.plan();
        assert!(plan.is_some_and(|plan| plan.to.is_absolute() && plan.keep == KEEP));
    }
}
