//! A guest's phone: the system's Chromium, worked as a person works it.

use std::path::Path;
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use crate::{PATIENCE, source, within};

/// Whether the phone's browser runs scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scripts {
    /// As most do.
    On,
    /// As some do not.
    Off,
}

/// A phone in a guest's hand. Elements go by what a person calls them: their words.
#[derive(Debug)]
pub struct Phone {
    wishes: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
    browser: Child,
}

impl Phone {
    /// Takes a new phone out of the pocket.
    pub async fn new(scripts: Scripts) -> Self {
        // The browser gives up a little before the test does, and says what it saw.
        let options = json!({
            "javaScript": scripts == Scripts::On,
            "patience": (PATIENCE * 9 / 10).as_millis(),
        });
        let mut browser = Command::new("node")
            .arg(source::root().join("tests/browser/phone.mjs"))
            .arg(options.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("node is installed (cargo xtask setup)");
        let wishes = browser.stdin.take().expect("it is piped");
        let out = browser.stdout.take().expect("it is piped");
        let mut phone = Self { wishes, answers: BufReader::new(out).lines(), browser };
        phone.answer("start").await;
        phone
    }

    /// Opens an address, as the camera does.
    pub async fn open(&mut self, address: &str) {
        self.ask("open", address).await;
    }

    /// Pulls the page down to load it again.
    pub async fn reload(&mut self) {
        self.ask("reload", "").await;
    }

    /// Types into a field.
    pub async fn fill(&mut self, field: &str, text: &str) {
        self.wish(&json!({ "act": "fill", "words": field, "text": text })).await;
    }

    /// Picks a choice of a form.
    pub async fn pick(&mut self, choice: &str) {
        self.ask("pick", choice).await;
    }

    /// Taps a button or a link.
    pub async fn tap(&mut self, name: &str) {
        self.ask("tap", name).await;
    }

    /// Waits until the page's one heading says this.
    pub async fn is_headed(&mut self, words: &str) {
        self.ask("heading", words).await;
    }

    /// Waits until the page says this somewhere.
    pub async fn says(&mut self, words: &str) {
        self.ask("says", words).await;
    }

    /// Goes the shortest way from a code to the queue.
    pub async fn order_flat_white(&mut self, code: &str, name: &str) {
        self.open(code).await;
        self.fill("Your first name", name).await;
        self.tap("Choose a drink").await;
        self.pick("Flat white").await;
        self.tap("Order").await;
        self.is_headed("In the queue").await;
    }

    /// The page's whole text as it is now, line by line.
    pub async fn text(&mut self) -> String {
        let text = self.ask("text", "").await;
        text.as_str().expect("a text").to_owned()
    }

    /// The address of the page on show.
    pub async fn address(&mut self) -> String {
        let address = self.ask("address", "").await;
        address.as_str().expect("an address").to_owned()
    }

    /// Takes a picture of the page, as PNG.
    pub async fn save(&mut self, path: &Path) {
        self.ask("save", path.to_str().expect("a path in letters")).await;
    }

    /// Puts the phone away.
    pub async fn close(self) {
        let Self { wishes, mut browser, .. } = self;
        drop(wishes);
        let ended = within("the browser to close", browser.wait()).await.expect("it ran");
        assert!(ended.success(), "the browser ended with {ended}");
    }

    async fn ask(&mut self, act: &str, words: &str) -> Value {
        self.wish(&json!({ "act": act, "words": words })).await
    }

    async fn wish(&mut self, wish: &Value) -> Value {
        let line = format!("{wish}\n");
        self.wishes.write_all(line.as_bytes()).await.expect("the browser listens");
        self.answer(&wish.to_string()).await
    }

    async fn answer(&mut self, wish: &str) -> Value {
        let line = within(&format!("the phone's answer to {wish}"), self.answers.next_line()).await;
        let line = line.expect("it can be read");
        let line = line.unwrap_or_else(|| panic!("the browser ended at {wish}"));
        let mut answer: Value = serde_json::from_str(&line).expect("it is JSON");
        if let Some(why) = answer.get("why") {
            panic!(
                "the phone could not do {wish}: {}\nat {}, a picture of it in {}, it read\n{}",
                why.as_str().unwrap_or_default(),
                answer["address"],
                answer["picture"],
                answer["text"].as_str().unwrap_or_default(),
            );
        }
        answer["done"].take()
    }
}
