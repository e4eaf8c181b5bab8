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
        Self::started_by(Command::new("node"), scripts).await
    }

    /// The same, where Node is started by another program, such as one that changes the network.
    pub async fn started_by(mut node: Command, scripts: Scripts) -> Self {
        // The browser gives up a little before the test does, and says what it saw.
        let options = json!({
            "javaScript": scripts == Scripts::On,
            "patience": (PATIENCE * 9 / 10).as_millis(),
        });
        let mut browser = node
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

    /// Taps a button that does not ask for it.
    pub async fn tap_all_the_same(&mut self, name: &str) {
        self.ask("insist", name).await;
    }

    /// Waits until the page's one heading says this.
    pub async fn is_headed(&mut self, words: &str) {
        self.ask("heading", words).await;
    }

    /// Waits until the page says this somewhere.
    pub async fn says(&mut self, words: &str) {
        self.ask("says", words).await;
    }

    /// Waits until the page says something with these words in it.
    pub async fn says_something_like(&mut self, words: &str) {
        self.ask("like", words).await;
    }

    /// Waits until the page says nothing with these words in it any more.
    pub async fn says_nothing_like(&mut self, words: &str) {
        self.ask("unlike", words).await;
    }

    /// Waits until the page says this nowhere any more.
    pub async fn says_no_more(&mut self, words: &str) {
        self.ask("silent", words).await;
    }

    /// Waits until the tab's title has these words in it.
    pub async fn is_titled(&mut self, words: &str) {
        self.ask("title", words).await;
    }

    /// Goes back, as with the phone's own button.
    pub async fn back(&mut self) {
        self.ask("back", "").await;
    }

    /// Opens another tab and looks at it. Tabs are numbered from zero.
    pub async fn open_tab(&mut self, address: &str) {
        self.ask("tab", address).await;
    }

    /// Looks at another tab.
    pub async fn turn_to(&mut self, tab: usize) {
        self.ask("turn", &tab.to_string()).await;
    }

    /// The browser ends the tab in sight, as it does where memory is short: its page hears nothing
    /// of it. Sees what another one shows.
    pub async fn loses_tab_for(&mut self, tab: usize) {
        self.ask("die", &tab.to_string()).await;
    }

    /// Sees what a tab shows without looking at it: the tab does not know.
    pub async fn glance_at(&mut self, tab: usize) {
        self.ask("glance", &tab.to_string()).await;
    }

    /// Closes the tab in sight and sees what another one shows, which does not know.
    pub async fn shut_tab_for(&mut self, tab: usize) {
        self.ask("shut", &tab.to_string()).await;
    }

    /// Puts the phone into a pocket: nobody looks at the page.
    pub async fn into_pocket(&mut self) {
        self.ask("pocket", "").await;
    }

    /// Looks at the page again.
    pub async fn out_of_pocket(&mut self) {
        self.ask("unpocket", "").await;
    }

    /// Turns flight mode on.
    pub async fn offline(&mut self) {
        self.ask("offline", "").await;
    }

    /// Turns flight mode off.
    pub async fn online(&mut self) {
        self.ask("online", "").await;
    }

    /// From here on the page's time is the test's: see [`pass`](Self::pass).
    pub async fn hold_time(&mut self) {
        self.ask("stopwatch", "").await;
    }

    /// Lets time pass on the page.
    pub async fn pass(&mut self, seconds: u32) {
        self.ask("pass", &seconds.to_string()).await;
    }

    /// Says yes to whatever the browser will ask about this.
    pub async fn allow(&mut self, permission: &str) {
        self.ask("allow", permission).await;
    }

    /// Loses its cookies: the bar does not know it any more.
    pub async fn becomes_a_stranger(&mut self) {
        self.ask("stranger", "").await;
    }

    /// From the next page on, the camera sees a code that says this.
    pub async fn sees_code(&mut self, text: &str) {
        self.ask("detects", text).await;
    }

    /// Takes a picture for a field.
    pub async fn take_picture(&mut self, field: &str, picture: &Path) {
        let picture = picture.to_str().expect("a path in letters");
        self.wish(&json!({ "act": "photo", "words": field, "text": picture })).await;
    }

    /// Waits until the phone sounds.
    pub async fn sounds(&mut self) {
        self.ask("hears", "").await;
    }

    /// Waits until the phone buzzes.
    pub async fn buzzes(&mut self) {
        self.ask("feels", "").await;
    }

    /// Waits until the page keeps the screen awake, or lets it sleep.
    pub async fn keeps_awake(&mut self, awake: bool) {
        self.ask("awake", if awake { "yes" } else { "no" }).await;
    }

    /// Waits until there was a notification that said this.
    pub async fn notifies(&mut self, words: &str) {
        self.ask("told", words).await;
    }

    /// How often this was asked of the server, such as `GET /orders`.
    pub async fn asked(&mut self, what: &str) -> usize {
        self.number("asked", what).await
    }

    /// All that was asked of the server, such as `GET /orders`, in its order.
    pub async fn questions(&mut self) -> Vec<String> {
        let asked = self.ask("questions", "").await;
        asked.as_str().expect("a text").lines().map(str::to_owned).collect()
    }

    /// How many bytes of pictures this page has sent.
    pub async fn sent(&mut self) -> usize {
        self.number("sent", "").await
    }

    async fn number(&mut self, act: &str, words: &str) -> usize {
        let number = self.ask(act, words).await;
        number.as_str().and_then(|number| number.parse().ok()).expect("a number")
    }

    /// Waits until this has been asked so many times, or more.
    pub async fn asks(&mut self, what: &str, times: usize) {
        let times = times.to_string();
        self.wish(&json!({ "act": "asks", "words": what, "text": times })).await;
    }

    /// Waits until so many live streams are open in all tabs together.
    pub async fn has_streams(&mut self, number: usize) {
        self.ask("streams", &number.to_string()).await;
    }

    /// Scans a code and says a name: the menu is there to choose from.
    pub async fn scan(&mut self, code: &str, name: &str) {
        self.open(code).await;
        self.fill("Your first name", name).await;
    }

    /// Goes the shortest way from a code to the queue.
    pub async fn order_flat_white(&mut self, code: &str, name: &str) {
        self.scan(code, name).await;
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
