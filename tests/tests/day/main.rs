//! Whole days at a venue, as text: what staff type and what they read, what guests do, what goes
//! wrong. The programs are the real ones, in a home of their own, and live by a clock that the
//! story sets (libfaketime, which their system's clock goes through).
//!
//! A story is a file that reads from top to bottom; the indented lines are what came of the line
//! above. `DEMITASSE_DAY=write cargo nextest run -p demitasse-tests day` writes them anew: read the
//! difference before it is kept.

mod deed;
mod documents;
mod laptop;
mod mask;
mod script;

use std::path::{Path, PathBuf};

use laptop::Laptop;
use script::{Line, Script};

#[tokio::test(flavor = "multi_thread")]
async fn from_unpacking_the_laptop_to_the_report() {
    play("a_day").await;
}

/// Plays a story, and holds it to what its file says.
async fn play(name: &str) {
    let path = story(name);
    let told = std::fs::read_to_string(&path).expect("the story is there");
    let mut laptop = Laptop::unpacked();
    let mut happened = String::new();
    for line in Script::read(&told).lines {
        happened.push_str(line.text());
        happened.push('\n');
        let said = match line {
            Line::Text(_) => String::new(),
            Line::Time { time, .. } => laptop.clock(&time),
            Line::Command(command) => laptop.types(&command).await,
            Line::Deed(text) => deed::done(&mut laptop, &text).await,
        };
        let said = mask::masked(&said, laptop.home());
        // An empty line would not be seen to be indented.
        for line in said.lines().filter(|line| !line.trim().is_empty()) {
            happened.push_str(format!("    {line}").trim_end());
            happened.push('\n');
        }
    }
    if std::env::var_os("DEMITASSE_DAY").is_some_and(|wish| wish == "write") {
        return std::fs::write(&path, happened).expect("the story can be written");
    }
    assert!(told == happened, "{} went otherwise:\n{}", name, difference(&told, &happened));
}

fn story(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/day").join(name).with_extension("txt")
}

/// From the first line that differs on: a few of what was told, and of what happened.
fn difference(told: &str, happened: &str) -> String {
    let first = told.lines().zip(happened.lines()).take_while(|(told, came)| told == came).count();
    let some = |text: &str| text.lines().skip(first).take(12).collect::<Vec<_>>().join("\n");
    format!("line {}\n--- told\n{}\n--- came\n{}", first + 1, some(told), some(happened))
}
