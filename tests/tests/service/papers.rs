//! Completions and manual pages: the shells and the reader that they are for find nothing wrong.

use std::fs;
use std::path::Path;
use std::process::Command;

use demitasse_tests::{alone, program};

use super::{output, printed};

const PROGRAMS: [&str; 3] = ["demitasse", "demitasse-barista", "demitasse-kiosk"];

/// A paper of a program: the server gives it by a subcommand, the others by a flag.
fn paper(name: &str, paper: &str) -> Command {
    let mut command = Command::new(program(name));
    let flag = if name == "demitasse" { paper.to_owned() } else { format!("--{paper}") };
    alone(command.arg(flag));
    command
}

fn check_completions(shell: &str, checks: &[&str], words: &[(&str, &str)]) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, word) in PROGRAMS.iter().zip(words).map(|(name, (_, word))| (name, word)) {
        let text = printed(paper(name, "completions").arg(shell));
        assert!(text.contains(name) && text.contains(word), "{name} in {shell}: {text}");
        let file = folder.path().join(name);
        fs::write(&file, text).expect("it can be written");
        output(Command::new(shell).args(checks).arg(file));
    }
}

const WORDS: [(&str, &str); 3] =
    [("demitasse", "serve"), ("demitasse-barista", "rush-from"), ("demitasse-kiosk", "monitor")];

#[test]
fn bash_completes() {
    check_completions("bash", &["-n"], &WORDS);
}

#[test]
fn zsh_completes() {
    check_completions("zsh", &["-n"], &WORDS);
}

#[test]
fn fish_completes() {
    check_completions("fish", &["--no-execute"], &WORDS);
}

/// What a person types is completed, in the shell that most have.
#[test]
fn bash_finishes_a_word() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("demitasse");
    fs::write(&file, printed(paper("demitasse", "completions").arg("bash"))).expect("written");
    let ask = "source \"$1\"; COMP_WORDS=(demitasse ser); COMP_CWORD=1; _demitasse demitasse ser \
               demitasse; printf '%s\\n' \"${COMPREPLY[@]}\"";
    let found = printed(Command::new("bash").args(["--norc", "-c", ask, "bash"]).arg(&file));
    assert_eq!(found, "serve\n");
}

#[test]
fn the_manual_is_read_without_a_warning() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in PROGRAMS {
        output(paper(name, "manual").arg(folder.path()));
    }
    let mut pages: Vec<_> = fs::read_dir(folder.path())
        .expect("it is there")
        .map(|page| page.expect("it can be listed").path())
        .collect();
    pages.sort();
    let has = |page: &str| pages.contains(&folder.path().join(page));
    for page in ["demitasse.1", "demitasse-serve.1", "demitasse-barista.1", "demitasse-kiosk.1"] {
        assert!(has(page), "{page} is not in {pages:?}");
    }
    assert!(!has("demitasse-manual.1"), "what packages ask for is nothing for people");
    for page in &pages {
        reads(page);
    }
}

/// The page is set without a warning, and says what it is of.
#[track_caller]
fn reads(page: &Path) {
    let mut man = Command::new("man");
    man.args(["--local-file", "--warnings=all", "--pager=cat", "--encoding=utf8"]).arg(page);
    let set = output(man.env("LC_ALL", "C.UTF-8").env("MANWIDTH", "80").env("MANROFFOPT", ""));
    let (text, told) = (String::from_utf8_lossy(&set.stdout), String::from_utf8_lossy(&set.stderr));
    assert_eq!(told, "", "{}", page.display());
    for part in ["NAME", "SYNOPSIS"] {
        assert!(text.contains(part), "{}: {text}", page.display());
    }
}
