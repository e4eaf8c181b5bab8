//! `cargo xtask torture`: each promise of the bar, and what tries to break it, with another chance
//! every time.

use std::hash::{BuildHasher, Hasher, RandomState};

use crate::cargo::shaped;
use crate::stages::Stages;
use crate::{Result, fuzz, schemathesis, setup};

const USAGE: &str = "cargo xtask torture [--seed N] [--minutes M] [PART...]";

/// The parts that are no tests, and run where they are named: the one is built in a way of its own, the
/// other fetches a judge.
const FUZZ: &str = "fuzz";
const SCHEMATHESIS: &str = "schemathesis";

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Asked {
    seed: Option<u64>,
    minutes: Option<u64>,
    parts: Vec<String>,
}

/// Tortures the bar: with one seed, or with new ones until the minutes are over.
pub(crate) fn run(args: &[String]) -> Result {
    let asked = read(args)?;
    let mut stages = Stages::default();
    let seed = asked.seed.unwrap_or_else(any_seed);
    let is_asked_for = |part: &str| asked.parts.iter().any(|asked| asked == part);
    if is_asked_for(FUZZ) {
        fuzz::run(&mut stages, asked.minutes, seed)?;
    }
    if is_asked_for(SCHEMATHESIS) {
        schemathesis::run(&mut stages, seed)?;
    }
    let is_test = |part: &&String| ![FUZZ, SCHEMATHESIS].contains(&part.as_str());
    let parts: Vec<_> = asked.parts.iter().filter(is_test).collect();
    if asked.parts.is_empty() || !parts.is_empty() {
        tests(&mut stages, &asked, &parts, seed)?;
    }
    stages.finish()
}

/// Runs the parts that are tests; all of them where none is named.
fn tests(stages: &mut Stages, asked: &Asked, parts: &[&String], seed: u64) -> Result {
    stages.stage("setup", setup::for_tests)?;
    stages
        .command("build", &mut shaped(["build", "--workspace", "--bins", "--tests", "--locked"]))?;
    let nextest = ["nextest", "run", "--workspace", "--locked", "--no-fail-fast"];
    let mut torture = shaped(nextest);
    torture.args(["--profile", "torture"]).args(parts);
    torture.env("DEMITASSE_SEED", seed.to_string()).env("PROPTEST_RNG_SEED", seed.to_string());
    if let Some(minutes) = asked.minutes {
        torture.env("DEMITASSE_MINUTES", minutes.to_string());
    }
    stages.command("torture", &mut torture)
}

fn read(args: &[String]) -> Result<Asked> {
    let mut asked = Asked::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--seed" => asked.seed = Some(number(args.next())?),
            "--minutes" => asked.minutes = Some(number(args.next())?),
            option if option.starts_with('-') => Err(format!("there is no {option}: {USAGE}"))?,
            part => asked.parts.push(part.to_owned()),
        }
    }
    Ok(asked)
}

fn number(arg: Option<&String>) -> Result<u64> {
    let number = arg.and_then(|arg| arg.parse().ok());
    number.ok_or_else(|| format!("a whole number is missing: {USAGE}").into())
}

/// A seed that nobody has chosen: the standard library's own chance.
fn any_seed() -> u64 {
    RandomState::new().build_hasher().finish() % 1_000_000_000
}

#[cfg(test)]
mod tests {
    use super::{Asked, read};

    fn words(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn reads_what_is_asked_for() {
        let asked = read(&words("--seed 7 disk --minutes 60")).expect("well said");
        let parts = vec!["disk".to_owned()];
        assert_eq!(asked, Asked { seed: Some(7), minutes: Some(60), parts });
    }

    #[test]
    fn says_what_it_does_not_understand() {
        for wrong in ["--seed", "--seed x", "--hours 3"] {
            let said = read(&words(wrong)).expect_err(wrong).to_string();
            assert!(said.contains("cargo xtask torture"), "{said}");
        }
    }
}
