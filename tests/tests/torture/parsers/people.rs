//! Who sends the requests of a round, and what stands in them.

use demitasse_readers::GOOD_REQUESTS;
use demitasse_shared::api::{Role, route};
use demitasse_shared::client::fresh_key;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, flat_white};
use serde_json::Value;

use super::socket::Socket;

/// A good request.
#[derive(Clone, Copy, Debug)]
pub(super) struct Good<'a> {
    pub(super) who: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) kind: &'a str,
    pub(super) body: &'a str,
}

impl<'a> Good<'a> {
    /// A line of the corpus.
    fn of(line: &'a str) -> Self {
        let cells: Vec<_> = line.splitn(4, '|').map(str::trim).collect();
        let [who, request, kind, body] = cells[..] else { panic!("{line:?} has four columns") };
        let (method, path) = request.split_once(' ').expect("METHOD PATH");
        Self { who, method, path, kind, body }
    }
}

/// The people of one bar.
#[derive(Debug)]
pub(super) struct People {
    credentials: [(&'static str, String); 5],
    words: [(&'static str, String); 4],
}

impl People {
    /// Opens the bar, and lets everybody in.
    pub(super) async fn of(bar: &Bar) -> Self {
        let staff = &bar.staff;
        let roomy = Settings { window_drinks: 1_000, capacity: 1_000, ..Settings::default() };
        staff.rule(&roomy).await;
        staff.open().await;
        let code = staff.window().await.code;
        let key = fresh_key().expect("the system has randomness");
        let cup = staff.manager.walk_up(&flat_white(), &key).await.expect("there is room");
        staff.manager.step(cup.id, Step::Make, None).await.expect("it waits");
        let token = async |role: Role| {
            format!("authorization: Bearer {}", staff.token(role, role.as_str()).await)
        };
        let (ana, ben) = (guest(bar, "Ana").await, guest(bar, "Ben").await);
        let order = place(bar, &ana, &code).await;
        let devices = staff.manager.devices().await.expect("a manager sees them");
        let device = devices.first().map_or_else(String::new, |device| device.id.to_string());
        let credentials = [
            ("ana", ana),
            ("ben", ben),
            ("display", token(Role::Display).await),
            ("barista", token(Role::Barista).await),
            ("manager", token(Role::Manager).await),
        ];
        let words =
            [("CODE", code), ("ORDER", order), ("CUP", cup.id.to_string()), ("DEVICE", device)];
        Self { credentials, words }
    }

    /// The header by which somebody is known; nobody has none.
    pub(super) fn credential(&self, who: &str) -> Option<&str> {
        let mut all = self.credentials.iter();
        all.find_map(|(name, header)| (*name == who).then_some(header.as_str()))
    }

    /// The corpus, with what stands in this bar.
    pub(super) fn corpus(&self) -> String {
        let text = GOOD_REQUESTS.replace("\\r", "\r").replace("\\n", "\n");
        self.words.iter().fold(text, |text, (word, means)| text.replace(word, means))
    }
}

/// The good requests of a corpus.
pub(super) fn requests(corpus: &str) -> Vec<Good<'_>> {
    let lines = corpus.split('\n');
    lines.filter(|line| line.contains('|') && !line.starts_with('#')).map(Good::of).collect()
}

/// Signs in, and tells the session's header.
async fn guest(bar: &Bar, name: &str) -> String {
    let body = format!(r#"{{"name":"{name}"}}"#);
    let answer = json(bar, route::SESSION, "", &body).await;
    let cookie = answer.cookies.first().expect("a session begins");
    format!("cookie: {}", cookie.split(';').next().expect("name=value"))
}

async fn place(bar: &Bar, guest: &str, code: &str) -> String {
    let body = format!(r#"{{"code":"{code}"}}"#);
    let answer = json(bar, route::RESERVATIONS, &format!("{guest}\r\n"), &body).await;
    let answer: Value = serde_json::from_slice(&answer.body).expect("JSON");
    answer["order"]["id"].to_string()
}

async fn json(bar: &Bar, path: &str, credential: &str, body: &str) -> super::socket::Answer {
    let server = address(bar);
    let request = format!(
        "POST {path} HTTP/1.1\r\nhost: {server}\r\n{credential}content-type: application/json\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = Socket::to(server).ask(request.as_bytes(), false).await.expect("an answer");
    assert_eq!(answer.status, 200, "{path}: {answer:?}");
    answer
}

/// Where a bar listens.
pub(super) fn address(bar: &Bar) -> std::net::SocketAddr {
    let base = bar.staff.manager.base();
    base.strip_prefix("http://").and_then(|host| host.parse().ok()).expect("an address")
}
