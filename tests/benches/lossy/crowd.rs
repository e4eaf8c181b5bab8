//! Everybody in the hall: phones with a real browser, and guests that speak the API.

use std::collections::BTreeMap;
use std::env;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::OrderState;
use demitasse_tests::Auditor;
use serde::Deserialize;
use serde_json::json;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

use crate::TALKERS;
use crate::talkers::Seen;

/// The phones' browser: the same engine without windows, in which a context costs an eighth of what
/// it costs in a whole browser (Debian: chromium-headless-shell).
const BROWSER: &str = "/usr/bin/chromium-headless-shell";

const PATIENCE: Duration = Duration::from_mins(5);

/// What a guest has got and seen.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Guest {
    pub(crate) name: String,
    pub(crate) order: Option<OrderId>,
    pub(crate) seen: Vec<String>,
    /// How often a browser had to be asked for the code's page.
    pub(crate) opened: u32,
    pub(crate) trouble: Vec<String>,
}

impl Guest {
    pub(crate) fn has_seen(&self, states: &[OrderState]) -> bool {
        states.iter().all(|state| self.seen.iter().any(|seen| seen == state.as_str()))
    }
}

/// Guests that speak the API, by number.
type Talkers = Arc<Mutex<BTreeMap<u32, Guest>>>;

/// The crowd, behind the line.
#[derive(Debug)]
pub(crate) struct Crowd {
    namespace: String,
    phones: Auditor,
    talkers: Talkers,
    talking: Option<Child>,
}

impl Crowd {
    /// So many phones are taken out of the pockets.
    pub(crate) async fn gather(namespace: &str, phones: u32) -> Self {
        let mut node = Command::new("ip");
        node.args(["netns", "exec", namespace, "node"]).env("CHROMIUM", BROWSER);
        let mut auditor = Auditor::started_by(node, PATIENCE).await;
        auditor.ask::<()>("gather", json!({ "count": phones })).await;
        let talkers = Talkers::default();
        Self { namespace: namespace.to_owned(), phones: auditor, talkers, talking: None }
    }

    /// All scan, one after the other within a time; so many of them speak the API.
    pub(crate) async fn scan(
        &mut self,
        url: &str,
        base: &str,
        code: &str,
        talkers: u32,
        within: Duration,
    ) {
        let millis = within.as_millis().to_string();
        let mut talking = Command::new("ip")
            .args(["netns", "exec", &self.namespace])
            .arg(env::current_exe().expect("a program knows where it is"))
            .args([TALKERS, base, code, &talkers.to_string(), &millis])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("ip has run before");
        let told = talking.stdout.take().expect("it is piped");
        self.talkers.lock().expect("nobody panics").extend((0..talkers).map(unseen));
        tokio::spawn(listen(told, Arc::clone(&self.talkers)));
        self.talking = Some(talking);
        let wish = json!({ "address": url, "within_ms": within.as_millis() });
        self.phones.ask::<()>("scan", wish).await;
    }

    /// What everybody has got and seen so far.
    pub(crate) async fn look(&mut self) -> Vec<Guest> {
        let mut guests: Vec<Guest> = self.phones.ask("crowd", json!({})).await;
        guests.extend(self.talkers.lock().expect("nobody panics").values().cloned());
        guests
    }

    /// All go home.
    pub(crate) async fn close(self) {
        drop(self.talking);
        self.phones.close().await;
    }
}

fn unseen(number: u32) -> (u32, Guest) {
    (number, Guest { name: format!("Talker {number}"), ..Guest::default() })
}

async fn listen(told: ChildStdout, talkers: Talkers) {
    let mut lines = BufReader::new(told).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        let Seen { guest, order, state } = serde_json::from_str(&line).expect("a talker's word");
        let mut talkers = talkers.lock().expect("nobody panics");
        let guest = talkers.entry(guest).or_default();
        guest.order = Some(order);
        guest.seen.push(state.as_str().to_owned());
    }
}
