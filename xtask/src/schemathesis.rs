//! `cargo xtask torture schemathesis`: the API, held to its document by a judge that is not ours.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::cargo::{cargo, shaped, target};
use crate::needs::SCHEMATHESIS;
use crate::stages::{Stages, run as run_to_the_end};
use crate::{Result, apt, root};

/// How many requests are made of each kind that the document knows.
const EXAMPLES: &str = "100";

/// Installs the judge, and lets it judge.
pub(crate) fn run(stages: &mut Stages, seed: u64) -> Result {
    let mut program = PathBuf::new();
    stages.stage("setup", || {
        apt::ensure(SCHEMATHESIS)?;
        program = ensure()?;
        Ok(())
    })?;
    let shape = ["build", "--workspace", "--locked", "--bins", "--example", "schemathesis"];
    stages.command("build", &mut shaped(shape))?;
    let mut judge = cargo(["run", "--locked", "--package", "demitasse-tests"]);
    judge.args(["--example", "schemathesis", "--"]).arg(program);
    stages.command("schemathesis", judge.args([EXAMPLES, &seed.to_string()]))
}

/// The judge in a folder of its own, in the versions of `tests/schemathesis.txt`; nothing of it
/// reaches the machine.
fn ensure() -> Result<PathBuf> {
    let pins = root().join("tests/schemathesis.txt");
    let folder = target()?.join("schemathesis");
    let (program, done) = (folder.join("bin/schemathesis"), folder.join("pins.txt"));
    if fs::read(&done).ok() == fs::read(&pins).ok() {
        return Ok(program);
    }
    run_to_the_end(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let mut pip = Command::new(folder.join("bin/pip"));
    pip.args(["install", "--quiet", "--no-deps", "--requirement"]).arg(&pins);
    run_to_the_end(&mut pip)?;
    fs::copy(&pins, &done)?;
    Ok(program)
}
