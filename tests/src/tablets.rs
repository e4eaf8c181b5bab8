//! Baristas' tablets, and monitors that have only a browser: the system's Chromium, worked as a
//! person works it.

use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use crate::{PATIENCE, source, within};

/// Some tablets in one browser, each paired for itself. They go by number.
#[derive(Debug)]
pub struct Tablets {
    wishes: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    /// It goes with its handle.
    _browser: Child,
}

impl Tablets {
    /// Takes the tablets out of the box.
    pub async fn new() -> Self {
        Self::driven_by("tablets.mjs").await
    }

    /// Hangs up monitors instead, which have only a browser.
    pub async fn monitors() -> Self {
        Self::driven_by("displays.mjs").await
    }

    async fn driven_by(script: &str) -> Self {
        // The browser gives up a little before the test does, and says what it saw.
        let options = json!({ "patience": (PATIENCE * 9 / 10).as_millis() });
        let mut browser = Command::new("node")
            .arg(source::root().join("tests/browser").join(script))
            .arg(options.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node is installed (cargo xtask setup)");
        let wishes = browser.stdin.take().expect("it is piped");
        let out = browser.stdout.take().expect("it is piped");
        let answers = BufReader::new(out).lines();
        let mut tablets = Self { wishes, answers, _browser: browser };
        tablets.answer("start").await;
        tablets
    }

    /// One tablet does something: `open`, `pair`, `shows`, `says`, `press`, `tap`, `key` …
    pub async fn does(&mut self, tablet: usize, act: &str, words: &str) -> String {
        self.wish(act, &[tablet], &[words.to_owned()]).await
    }

    /// Several do the same at once, each with words of its own.
    pub async fn all_do(&mut self, act: &str, words: &[String]) {
        let all: Vec<_> = (0..words.len()).collect();
        self.wish(act, &all, words).await;
    }

    async fn wish(&mut self, act: &str, to: &[usize], words: &[String]) -> String {
        let wish = json!({ "act": act, "to": to, "words": words });
        let line = format!("{wish}\n");
        self.wishes.write_all(line.as_bytes()).await.expect("the browser runs");
        self.answer(&wish.to_string()).await
    }

    async fn answer(&mut self, wish: &str) -> String {
        let line = within("the browser", self.answers.next_line()).await;
        let line = line.expect("it can be read").expect("the browser runs");
        let answer: Value = serde_json::from_str(&line).expect("it is JSON");
        if let Some(why) = answer["why"].as_str() {
            panic!("{wish}: {why}\n{}", answer["text"].as_str().unwrap_or_default());
        }
        answer["done"].as_str().unwrap_or_default().to_owned()
    }
}
