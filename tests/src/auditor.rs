//! A program of Node's that does what it is asked, line by line: the browser's side of the audits.

use std::process::Stdio;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use crate::source;

/// A browser that looks pages through and tells what it saw (`tests/browser/audit.mjs`).
#[derive(Debug)]
pub struct Auditor {
    wishes: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    browser: Child,
    patience: Duration,
}

impl Auditor {
    /// Starts a browser that may take so long for each wish.
    pub async fn new(patience: Duration) -> Self {
        Self::started_by(Command::new("node"), patience).await
    }

    /// The same, where Node is started by another program, such as one that changes the network.
    pub async fn started_by(mut node: Command, patience: Duration) -> Self {
        let script = source::root().join("tests/browser/audit.mjs");
        node.arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut browser = node.spawn().expect("node is installed (cargo xtask setup)");
        let wishes = browser.stdin.take().expect("it is piped");
        let out = browser.stdout.take().expect("it is piped");
        let mut auditor = Self { wishes, answers: BufReader::new(out).lines(), browser, patience };
        auditor.answer("start").await;
        auditor
    }

    /// Has something done, and hears what came of it.
    pub async fn ask<T: DeserializeOwned>(&mut self, act: &str, mut wish: Value) -> T {
        wish["act"] = json!(act);
        self.wishes.write_all(format!("{wish}\n").as_bytes()).await.expect("the browser listens");
        let done = self.answer(act).await;
        serde_json::from_value(done).unwrap_or_else(|why| panic!("{act} came to what {why}"))
    }

    /// Puts the browser away.
    pub async fn close(self) {
        let Self { wishes, mut browser, patience, .. } = self;
        drop(wishes);
        let ended = timeout(patience, browser.wait()).await.expect("it closes in time");
        let ended = ended.expect("it ran");
        assert!(ended.success(), "the browser ended with {ended}");
    }

    async fn answer(&mut self, act: &str) -> Value {
        let line = timeout(self.patience, self.answers.next_line()).await;
        let line = line.unwrap_or_else(|_elapsed| panic!("{act} takes over {:?}", self.patience));
        let line = line.expect("it can be read");
        let line = line.unwrap_or_else(|| panic!("the browser ended at {act}"));
        let mut answer: Value = serde_json::from_str(&line).expect("it is JSON");
        if let Some(why) = answer.get("why") {
            panic!("{act} could not be done: {}", why.as_str().unwrap_or_default());
        }
        answer["done"].take()
    }
}
