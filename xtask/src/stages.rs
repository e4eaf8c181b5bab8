//! A run in stages: each is announced and timed, the first that fails ends it.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::{Result, say};

/// The stages so far.
#[derive(Debug, Default)]
pub(crate) struct Stages(Vec<(&'static str, Duration)>);

impl Stages {
    /// Does one stage.
    pub(crate) fn stage(&mut self, name: &'static str, work: impl FnOnce() -> Result) -> Result {
        say(&format!("\n==> {name}"))?;
        let began = now();
        work().map_err(|why| format!("{name}: {why}"))?;
        self.0.push((name, began.elapsed()));
        Ok(())
    }

    /// Does one stage that is one command.
    pub(crate) fn command(&mut self, name: &'static str, command: &mut Command) -> Result {
        self.stage(name, || run(command))
    }

    /// How long a stage took, where it was done.
    pub(crate) fn took(&self, name: &str) -> Option<Duration> {
        let done = self.0.iter().find(|(stage, _)| *stage == name);
        done.map(|(_, took)| *took)
    }

    /// Tells how long each stage took.
    pub(crate) fn finish(&self) -> Result {
        let times: Vec<_> = self.0.iter().map(|(name, took)| told(name, *took)).collect();
        let total = told("in all", self.0.iter().map(|(_, took)| *took).sum());
        say(&format!("\nAll good. Wall time: {}; {total}.", times.join(", ")))
    }
}

fn told(name: &str, took: Duration) -> String {
    format!("{name} {:.1} s", took.as_secs_f64())
}

/// Runs a command to its end, and fails where it does.
pub(crate) fn run(command: &mut Command) -> Result {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let status = command.status().map_err(|why| format!("cannot run {name}: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}").into()) }
}

#[expect(clippy::disallowed_methods, reason = "the one place here that reads the clock")]
fn now() -> Instant {
    Instant::now()
}
