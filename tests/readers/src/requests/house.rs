//! A bar that is open, with people in it, and no line to it.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::body::to_bytes;
use axum::http::header;
use demitasse::boards::Boards;
use demitasse::boards::browser::Pages;
use demitasse::clock::Clock;
use demitasse::config::Config;
use demitasse::displays::Displays;
use demitasse::doctor::{Patient, Round};
use demitasse::http::guard::Hosts;
use demitasse::http::{self, AtHand, Front, Http};
use demitasse::live::Hall;
use demitasse::web::{DisplayDress, Dress};
use demitasse_shared::error::Problem;
use rusqlite::{Connection, OpenFlags};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};

use super::wire::Asked;

/// The token of programs on the bar's own machine.
const OWN: &str = "00000000000000000000000000000000";

/// Who has it while the bar opens. No input may: the machine's own programs say where files go.
const MACHINE: &str = "machine";

/// The most of an answer that is looked at, in bytes.
const ANSWER_BYTES: usize = 1 << 20;

/// A header by which somebody is known.
type Credential = (&'static str, String);

/// The bar.
pub(super) struct House {
    front: Front,
    /// Who is there, and the header by which each is known.
    people: Vec<(&'static str, Credential)>,
    /// The corpus's words, and what each means in this bar.
    words: Vec<(&'static str, String)>,
    database: Connection,
    seen: i64,
    runtime: Runtime,
    _data: TempDir,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) status: u16,
    pub(super) media: String,
    pub(super) sets_cookies: bool,
    /// The status that its problem details name, where it has any.
    pub(super) problem: Option<u16>,
    cookie: Option<String>,
    body: Vec<u8>,
}

impl House {
    /// Opens it, and lets everybody in.
    pub(super) fn open() -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let front = runtime.block_on(front(&data));
        let file = data.path().join("demitasse.db");
        let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
        let database = database.expect("it can be read");
        let people = vec![(MACHINE, bearer(OWN))];
        let mut house =
            Self { front, people, words: Vec::new(), database, seen: 0, runtime, _data: data };
        house.settle();
        house.was_written();
        house
    }

    /// Sends a request, and hears the answer. Of a live feed it hears the head.
    pub(super) fn ask(&self, asked: &Asked) -> Heard {
        let request = asked.request().expect("it could be written");
        self.runtime.block_on(async {
            let (head, body) = self.front.answer(request, false).await.into_parts();
            let text = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
            let media = text(header::CONTENT_TYPE).unwrap_or_default().to_owned();
            let is_feed = media.starts_with("text/event-stream") || head.status == 101;
            let body = if is_feed { Vec::new() } else { whole(body).await };
            let problem = serde_json::from_slice::<Problem>(&body);
            let is_problem = media == "application/problem+json";
            Heard {
                status: head.status.as_u16(),
                sets_cookies: head.headers.contains_key(header::SET_COOKIE),
                cookie: text(header::SET_COOKIE).map(str::to_owned),
                problem: problem.ok().filter(|_| is_problem).map(|problem| problem.status),
                media,
                body,
            }
        })
    }

    /// Whether somebody has committed something since this was asked last.
    pub(super) fn was_written(&mut self) -> bool {
        let version = self.database.query_row("PRAGMA data_version", [], |row| row.get(0));
        let version = version.expect("SQLite knows");
        std::mem::replace(&mut self.seen, version) != version
    }

    /// The header by which somebody is known; nobody has none.
    pub(super) fn credential(&self, who: &str) -> Option<(&'static str, &str)> {
        let (_, (name, value)) = self.people.iter().find(|(person, _)| *person == who)?;
        Some((name, value))
    }

    /// An input with what its words mean here.
    pub(super) fn meant(&self, input: &[u8]) -> Vec<u8> {
        let words = self.words.iter();
        words.fold(input.to_vec(), |text, (word, means)| replaced(&text, word, means))
    }

    fn settle(&mut self) {
        self.said("machine PUT /api/shop", r#"{"open":true}"#);
        let board = self.said("machine GET /api/board", "");
        let code = word(&board["window"]["code"]);
        let drink = r#"{"drink":"flat-white","options":["oat"]}"#;
        let cup = word(&self.said("machine POST /api/orders", drink)["order"]["id"]);
        self.said(&format!("machine POST /api/orders/{cup}/make"), "{}");
        for role in ["display", "barista", "manager"] {
            let token = self.paired(role);
            self.people.push((role, bearer(&token)));
        }
        for guest in ["ana", "ben"] {
            let heard = self.asked("nobody POST /api/session", &format!(r#"{{"name":"{guest}"}}"#));
            let cookie = heard.cookie.as_deref().and_then(|cookie| cookie.split(';').next());
            let cookie = cookie.expect("a session begins").to_owned();
            self.people.push((guest, ("cookie", cookie)));
        }
        let body = format!(r#"{{"code":"{code}"}}"#);
        let order = word(&self.said("ana POST /api/reservations", &body)["order"]["id"]);
        let device = word(&self.said("machine GET /api/devices", "")["devices"][0]["id"]);
        self.people.retain(|(who, _)| *who != MACHINE);
        self.words = vec![("CODE", code), ("ORDER", order), ("CUP", cup), ("DEVICE", device)];
    }

    fn paired(&self, role: &str) -> String {
        let new = format!(r#"{{"role":"{role}","name":"{role}"}}"#);
        let code = word(&self.said("machine POST /api/pairings", &new)["code"]);
        let claim = format!(r#"{{"code":"{code}","device":"{role}"}}"#);
        word(&self.said("nobody POST /api/pairings/claim", &claim)["token"])
    }

    fn asked(&self, first: &str, body: &str) -> Heard {
        let input =
            format!("{first}\ncontent-type: application/json\nidempotency-key: first\n\n{body}");
        self.ask(&Asked::read(input.as_bytes(), self).expect("a request"))
    }

    /// What a good request is answered.
    fn said(&self, first: &str, body: &str) -> Value {
        let heard = self.asked(first, body);
        assert!(heard.status < 300, "{first}: {heard:?}");
        serde_json::from_slice(&heard.body).unwrap_or_default()
    }
}

/// The server's answers without its line, as `demitasse::run` puts them together.
async fn front(data: &TempDir) -> Front {
    let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 8080));
    let zone = Some("UTC".to_owned());
    let config = Config { data: data.path().to_owned(), zone, ..Config::default() };
    let clock = Clock::manual("2022-10-14T12:51:00Z".parse().expect("a moment"));
    let bar = demitasse::open(&config, &clock, listen).expect("a new bar");
    bar.catch_up().await.expect("nothing was slept through");
    let boards = Boards::new(bar.clone(), "http://127.0.0.1:8080").expect("boards");
    let look = &bar.venue().look;
    http::front(Http::new(AtHand {
        local_token: OWN.into(),
        staff_url: "http://127.0.0.1:8080".into(),
        hosts: Hosts::new([bar.venue().public_url.clone()]),
        dress: Dress::new(look),
        display_dress: DisplayDress::new(look.accent),
        hall: Hall::open(bar.hub()).expect("a hall"),
        displays: Displays::new(bar.clone()),
        doctor: Round::new(Patient { config, listen, clock, is_open: true }, bar.clone()),
        pages: Some(Pages::new(boards)),
        keeper: None::<Arc<_>>,
        open_metrics: true,
        bar,
    }))
}

async fn whole(body: axum::body::Body) -> Vec<u8> {
    to_bytes(body, ANSWER_BYTES).await.expect("an answer of some size").to_vec()
}

fn bearer(token: &str) -> Credential {
    ("authorization", format!("Bearer {token}"))
}

/// A text or number as it stands in a path or body.
fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn replaced(text: &[u8], word: &str, means: &str) -> Vec<u8> {
    let mut written = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(word.as_bytes()) {
            written.extend(means.as_bytes());
            rest = after;
        } else {
            written.push(*first);
            rest = behind;
        }
    }
    written
}
