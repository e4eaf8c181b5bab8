//! `cargo xtask bench`: builds what is measured in release, measures it, and leaves a table and a
//! plot in `target/bench`.

use std::fs;
use std::process::Command;

use crate::cargo::{cargo, shaped_programs, target};
use crate::stages::Stages;
use crate::up::BUILD;
use crate::{Result, setup};

/// The benches of the run: one that measures most parts and tells all of them, and those that it
/// starts as parts.
const BENCHES: [&str; 1] = ["measure"];

/// The word by which a build from nothing is asked for, too.
const COLD: &str = "--cold";

/// The stage whose time is a figure itself.
const COLD_BUILD: &str = "cold build";

/// Measures all parts, or those that are named.
pub(crate) fn run(args: &[String]) -> Result {
    let is_cold = args.iter().any(|arg| arg == COLD);
    let parts: Vec<_> = args.iter().filter(|arg| *arg != COLD).cloned().collect();
    let mut stages = Stages::default();
    stages.stage("setup", setup::for_benches)?;
    if is_cold {
        build_cold(&mut stages)?;
    }
    stages.command("programs", &mut shaped_programs(BUILD))?;
    stages.command("benches", benches().arg("--no-run"))?;
    let mut measure = cargo(["bench", "--locked", "--package", "demitasse-tests"]);
    measure.args(["--bench", BENCHES[0], "--"]).args(&parts);
    if let Some(took) = stages.took(COLD_BUILD) {
        measure.args(["--cold-seconds", &took.as_secs().to_string()]);
    }
    stages.command("measure", &mut measure)?;
    stages.finish()
}

/// The benches, built by one cargo run, so that running one of them builds nothing anew.
fn benches() -> Command {
    let mut command = cargo(["bench", "--locked", "--package", "demitasse-tests"]);
    for bench in BENCHES {
        command.args(["--bench", bench]);
    }
    command
}

/// Builds the programs from nothing, in a target folder of their own, which goes again.
fn build_cold(stages: &mut Stages) -> Result {
    let folder = target()?.join("bench/cold");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    stages.command("fetch", &mut cargo(["fetch", "--locked"]))?;
    let mut build = shaped_programs(BUILD);
    build.arg("--offline").arg("--target-dir").arg(&folder);
    stages.command(COLD_BUILD, &mut build)?;
    Ok(fs::remove_dir_all(&folder)?)
}
