//! When, and from which commit: what makes two packages of the same sources the same.

use std::env;
use std::process::Command;

use crate::{Result, root};

/// What programs and packers read as the present.
const EPOCH: &str = "SOURCE_DATE_EPOCH";

/// The version of a package, and its moment.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    /// Such as `0.1.0+20260512T0730.0a1b2c3d4e5f`: a later commit is a later version. Without git
    /// it is the programs' own.
    pub(super) version: String,
    /// The commit's moment, in seconds since 1970; `SOURCE_DATE_EPOCH` where that is set.
    pub(super) epoch: String,
}

impl Stamp {
    pub(super) fn of_sources() -> Self {
        let own = env!("CARGO_PKG_VERSION");
        let commit = git(&["show", "--no-patch", "--abbrev=12", "--format=%ct %cd %h"]);
        let mut words = commit.as_deref().unwrap_or_default().split(' ');
        let (epoch, moment, hash) = (words.next(), words.next(), words.next());
        let version = match (moment, hash) {
            (Some(moment), Some(hash)) => format!("{own}+{moment}.{hash}"),
            _ => own.to_owned(),
        };
        let given = env::var(EPOCH).ok();
        let epoch = given.or_else(|| epoch.map(ToOwned::to_owned)).filter(|e| !e.is_empty());
        Self { version, epoch: epoch.unwrap_or_else(|| "0".to_owned()) }
    }

    /// A command that takes the sources' moment for the present.
    pub(super) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env(EPOCH, &self.epoch).env("LC_ALL", "C.UTF-8").env("TZ", "UTC");
        command
    }

    /// The moment as mails write it.
    pub(super) fn mail_date(&self) -> Result<String> {
        let asked =
            self.command("date").args(["-R", "-d", &format!("@{}", self.epoch)]).output()?;
        Ok(String::from_utf8(asked.stdout)?.trim().to_owned())
    }
}

fn git(args: &[&str]) -> Option<String> {
    let mut git = Command::new("git");
    git.arg("-C").arg(root()).args(args).arg("--date=format-local:%Y%m%dT%H%M").env("TZ", "UTC");
    let asked = git.output().ok().filter(|asked| asked.status.success())?;
    Some(String::from_utf8(asked.stdout).ok()?.trim().to_owned())
}
