//! `cargo xtask torture fuzz`: whatever reads bytes from outside, fed with inputs that are bent, kept
//! where they reach code that nothing reached before, and bent again (libFuzzer).
//!
//! `cargo fuzz` does the same with a nightly toolchain. The pass that counts what is reached is in
//! the usual one, too, and is all that is taken: looking after memory is for code that is unsafe.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::cargo::{cargo, target};
use crate::needs::FUZZ;
use crate::stages::{Stages, run as run_to_the_end};
use crate::{Result, apt, root, say};

/// Counts every edge that is reached, and shows what is compared with what.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing -Ccodegen-units=1";

/// How long each reader is tried where nobody says how long all are.
const USUAL_SECONDS: u64 = 60;

/// What no input may take: 20 seconds, or 2 GB.
const BOUNDS: [&str; 2] = ["-timeout=20", "-rss_limit_mb=2048"];

/// How many of the last lines of a reader that broke are shown.
const TOLD_LINES: usize = 40;

/// Builds the readers' programs, and runs each for its share of the minutes.
pub(crate) fn run(stages: &mut Stages, minutes: Option<u64>, seed: u64) -> Result {
    stages.stage("setup", || apt::ensure(FUZZ))?;
    let (readers, folder, host) = (readers()?, target()?.join("fuzz"), host()?);
    stages.stage("build", || build(&folder, &host))?;
    let share = |all: u64| 60 * all / u64::try_from(readers.len()).unwrap_or(1);
    let seconds = minutes.map_or(USUAL_SECONDS, share).max(1);
    stages.stage("readers", || {
        let programs = folder.join(&host).join("release");
        let try_out = |name: &String| try_out(&programs.join(name), name, seconds, seed);
        let broken = readers.iter().map(try_out).collect::<Result<Vec<_>>>()?;
        let broken: Vec<_> = broken.into_iter().flatten().collect();
        if broken.is_empty() { Ok(()) } else { Err(broken.join("\n").into()) }
    })
}

/// The readers: each has a program of its own.
fn readers() -> Result<Vec<String>> {
    let programs = fs::read_dir(root().join("fuzz/fuzz_targets"))?;
    let names = programs.map(|program| {
        let path = program?.path();
        Ok(path.file_stem().unwrap_or_default().to_string_lossy().into_owned())
    });
    let mut names = names.collect::<Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}

/// The machine by the compiler's name for it. With that said, flags are not for build scripts.
fn host() -> Result<String> {
    let told = Command::new("rustc").arg("-vV").output()?;
    let told = String::from_utf8(told.stdout)?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not say what machine this is")?.to_owned())
}

/// Builds with the very versions of other people's code that the bar is built with.
fn build(folder: &Path, host: &str) -> Result {
    let (bars, own) = (root().join("Cargo.lock"), root().join("fuzz/Cargo.lock"));
    let changed = |lock: &Path| fs::metadata(lock).and_then(|lock| lock.modified());
    if changed(&own).ok() < changed(&bars).ok() {
        fs::copy(&bars, &own)?;
    }
    let mut build = cargo(["build", "--release", "--manifest-path", "fuzz/Cargo.toml"]);
    build.args(["--target", host]).arg("--target-dir").arg(folder).env("RUSTFLAGS", COVERAGE);
    run_to_the_end(&mut build)
}

/// Tries one reader out; says how it broke, where it did.
fn try_out(program: &Path, name: &str, seconds: u64, seed: u64) -> Result<Option<String>> {
    let (corpus, artifacts) = (fuzz("corpus", name), fuzz("artifacts", name));
    fs::create_dir_all(&corpus)?;
    fs::create_dir_all(&artifacts)?;
    let mut fuzzer = Command::new(program);
    fuzzer.args(BOUNDS).arg("-print_final_stats=1");
    // libFuzzer has 32 bits for it.
    fuzzer.arg(format!("-seed={}", seed % 4_000_000_000));
    fuzzer.arg(format!("-max_total_time={seconds}"));
    fuzzer.arg(format!("-dict={}", root().join("fuzz/words.dict").display()));
    fuzzer.arg(format!("-artifact_prefix={}/", artifacts.display()));
    let output = fuzzer.arg(&corpus).current_dir(root().join("fuzz")).output()?;
    let told = Told::of(&output);
    say(&format!("{name}: {} inputs, {} edges", told.inputs, told.edges))?;
    Ok((!output.status.success()).then(|| format!("{name} broke:\n{}", told.end)))
}

fn fuzz(folder: &str, name: &str) -> PathBuf {
    root().join("fuzz").join(folder).join(name)
}

/// What the fuzzer told.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    inputs: u64,
    edges: u64,
    end: String,
}

impl Told {
    fn of(output: &Output) -> Self {
        Self::read(&String::from_utf8_lossy(&output.stderr))
    }

    fn read(text: &str) -> Self {
        let after = |word: &str| {
            let number = text.rsplit_once(word)?.1.split_whitespace().next()?;
            number.parse().ok()
        };
        let lines: Vec<_> = text.lines().collect();
        let end = lines[lines.len().saturating_sub(TOLD_LINES)..].join("\n");
        let inputs = after("stat::number_of_executed_units:").unwrap_or_default();
        Self { inputs, edges: after(" cov: ").unwrap_or_default(), end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_fuzzer_tells_is_understood() {
        let told = "#2\tINITED cov: 7 ft: 7\n#9\tDONE   cov: 18 ft: 40 corp: 3/9b\n\
                    stat::number_of_executed_units: 1234\nstat::peak_rss_mb: 27";
        let told = Told::read(told);
        assert_eq!((told.inputs, told.edges), (1_234, 18));
        assert!(told.end.ends_with("27"));
        assert_eq!(Told::read("").inputs, 0);
    }

    #[test]
    fn every_reader_is_built() {
        let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("it is there");
        let readers = readers().expect("they are there");
        assert!(!readers.is_empty());
        for name in readers {
            assert!(manifest.contains(&format!("name = \"{name}\"\n")), "{name}");
        }
    }
}
