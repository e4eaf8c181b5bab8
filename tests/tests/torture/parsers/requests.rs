//! Almost good requests, each to the real server over a real line: whatever comes, it is answered in
//! the bar's own words, nothing breaks inside, and what is refused leaves nothing behind.

use std::sync::atomic::{AtomicUsize, Ordering};

use demitasse_shared::error::Problem;
use demitasse_tests::{Bar, Ordeal};
use rusqlite::{Connection, OpenFlags};

use super::bent::Bender;
use super::people::{Good, People, address, requests};
use super::socket::{Answer, Socket};

/// How many requests one bar gets.
const REQUESTS: u32 = 2_000;

/// How often a request that was refused is sent again, where something was stored meanwhile: what the
/// bar does by itself as time passes comes once, what comes of the request comes each time.
const AGAIN: u32 = 4;

/// Panics anywhere in this process, and so in the server that runs in it.
static PANICS: AtomicUsize = AtomicUsize::new(0);

#[tokio::test(flavor = "multi_thread")]
async fn almost_good_requests_break_nothing() {
    count_panics();
    let mut sent = 0;
    for seed in Ordeal::of("parsers", 3).seeds() {
        let bar = Bar::at("2022-10-14T12:51:00Z").await;
        let people = People::of(&bar).await;
        let corpus = people.corpus();
        let mut round = Round {
            server: address(&bar).to_string(),
            line: Socket::to(address(&bar)),
            bender: Bender::new(seed),
            books: Books::of(&bar),
            good: requests(&corpus),
            people: &people,
        };
        for _ in 0..REQUESTS {
            round.one().await;
        }
        sent += REQUESTS;
        bar.staff.manager.board().await.expect("the bar goes on");
    }
    println!("{sent} requests");
}

/// Counts what the server would only log. The reader of codes in photos catches its library's own.
fn count_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|place| place.file().contains("rqrr")) {
            PANICS.fetch_add(1, Ordering::Relaxed);
            usual(panic);
        }
    }));
}

/// One bar's share.
struct Round<'a> {
    server: String,
    line: Socket,
    bender: Bender,
    books: Books,
    good: Vec<Good<'a>>,
    people: &'a People,
}

/// A request that is about to be sent.
struct Bent {
    bytes: Vec<u8>,
    path: Vec<u8>,
    /// Whether it is HTTP for certain.
    is_http: bool,
    is_head: bool,
}

impl Round<'_> {
    async fn one(&mut self) {
        let asked = self.bent();
        let answer = self.send(&asked).await;
        let story = || {
            let text = String::from_utf8_lossy(&asked.bytes);
            format!("{} …\n→ {answer:?}", text.chars().take(2_000).collect::<String>())
        };
        assert_eq!(PANICS.load(Ordering::Relaxed), 0, "something broke inside:\n{}", story());
        let Some(heard) = &answer else {
            assert!(!asked.is_http, "no answer to:\n{}", story());
            return;
        };
        if let Err(why) = judge(&asked, heard) {
            panic!("{why}:\n{}", story());
        }
        // A form that signs in and orders at once may be refused in its second half alone: the
        // session's cookie says that the first was granted.
        let is_refused = heard.status >= 400 && heard.cookies.is_empty();
        if self.books.were_written() && is_refused {
            let stored = self.stores(&asked).await;
            assert!(!stored, "it was refused, and something was stored:\n{}", story());
        }
    }

    async fn send(&mut self, asked: &Bent) -> Option<Answer> {
        if !asked.is_http {
            return self.line.blurt(&asked.bytes).await;
        }
        // The bar may have closed an idle line just as this went out.
        let first = self.line.ask(&asked.bytes, asked.is_head).await;
        match first {
            Some(answer) => Some(answer),
            None => self.line.ask(&asked.bytes, asked.is_head).await,
        }
    }

    /// Whether a refused request stores something each time that it is sent.
    async fn stores(&mut self, asked: &Bent) -> bool {
        for _ in 0..AGAIN {
            let answer = self.send(asked).await;
            let is_refused = answer.is_some_and(|answer| answer.status >= 400);
            if !self.books.were_written() || !is_refused {
                return false;
            }
        }
        true
    }

    /// A good request, bent in one of its parts; now and then as bytes, or not at all.
    fn bent(&mut self) -> Bent {
        let all: Vec<_> = self.good.iter().collect();
        let (good, other) = (*self.bender.pick(&all), *self.bender.pick(&all));
        let part = self.bender.chance.below(10);
        let (mut path, mut body) = (good.path.as_bytes().to_vec(), good.body.as_bytes().to_vec());
        let mut credential = self.people.credential(good.who).map(str::to_owned);
        let mut extra = None;
        let mut kind = good.kind;
        match part {
            0..=3 => {
                let bodies: Vec<_> = self.good.iter().map(|good| good.body.as_bytes()).collect();
                body = self.bender.bend(&body, &bodies);
            }
            4 | 5 => {
                let paths: Vec<_> = self.good.iter().map(|good| good.path.as_bytes()).collect();
                path = written(&self.bender.bend(&path, &paths));
            }
            6 => credential = Some(self.forged(credential.as_deref(), other)),
            7 => {
                let good = self.bender.pick(&HEADERS);
                extra = Some(header_text(&self.bender.bend(good.as_bytes(), &[])));
            }
            8 => (kind, body) = (other.kind, other.body.as_bytes().to_vec()),
            _ => {}
        }
        let method = if part == 9 { other.method } else { good.method };
        let mut bytes = format!("{method} ").into_bytes();
        bytes.extend(&path);
        bytes.extend(format!(" HTTP/1.1\r\nhost: {}\r\n", self.server).bytes());
        for line in credential.iter().chain(&extra).filter(|line| !line.is_empty()) {
            bytes.extend(line.bytes());
            bytes.extend(b"\r\n");
        }
        if let Some(media) = media(kind) {
            bytes.extend(format!("content-type: {media}\r\n").bytes());
        }
        bytes.extend(format!("content-length: {}\r\n\r\n", body.len()).bytes());
        bytes.extend(&body);
        let is_raw = self.bender.chance.percent(6);
        if is_raw {
            bytes = self.bender.bend(&bytes, &[]);
        }
        Bent { bytes, path, is_http: !is_raw, is_head: method == "HEAD" }
    }

    /// A credential that nobody gave out, or somebody else's.
    fn forged(&mut self, own: Option<&str>, other: Good<'_>) -> String {
        let own = own.or_else(|| self.people.credential(other.who)).unwrap_or("cookie: a=b");
        header_text(&self.bender.bend(own.as_bytes(), &[]))
    }
}

/// Headers that the bar reads, or might.
const HEADERS: [&str; 15] = [
    "accept-language: pt-BR, en;q=0.5",
    "accept: text/html",
    "accept-encoding: gzip, br;q=0.3",
    "last-event-id: 17",
    "idempotency-key: 01J8-x.y~z",
    "cookie: demitasse_pending=abc.616e61; demitasse_language=pt",
    "cookie: demitasse_tablet=abc; demitasse_display=def",
    "origin: http://evil.example",
    "range: bytes=0-17",
    "if-none-match: \"abc\"",
    "demitasse-part: 1",
    "x-forwarded-for: 127.0.0.1",
    "x-http-method-override: DELETE",
    "sec-fetch-site: cross-site",
    "if-modified-since: Fri, 14 Oct 2022 12:51:00 GMT",
];

/// What may stand in a header's line: one line, a name that may be one.
fn header_text(bent: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(bent).chars().filter(|c| !c.is_control()).collect();
    let (name, value) = text.split_once(':').unwrap_or(("x", &text));
    let is_name = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    let name: String = name.chars().filter(is_name).take(40).collect();
    let value: String = value.chars().take(3_000).collect();
    // What says how long the request is, is bent with the raw ones.
    let says_length = ["content-length", "transfer-encoding", "host", "connection", "expect"];
    if name.is_empty() || says_length.contains(&name.to_ascii_lowercase().as_str()) {
        return format!("x-other:{value}");
    }
    format!("{name}:{value}")
}

/// A path as it may stand in a request's first line.
fn written(bent: &[u8]) -> Vec<u8> {
    let mut path = vec![b'/'];
    for byte in bent.iter().skip(1).take(1_500) {
        match byte {
            b'#'
            | 0..=b' '
            | b'"'
            | b'<'
            | b'>'
            | b'\\'
            | b'^'
            | b'`'
            | b'{'
            | b'|'
            | b'}'
            | 127.. => {
                path.extend(format!("%{byte:02x}").bytes());
            }
            _ => path.push(*byte),
        }
    }
    path
}

fn media(kind: &str) -> Option<&'static str> {
    match kind {
        "json" => Some("application/json"),
        "form" => Some("application/x-www-form-urlencoded"),
        "photo" => Some("multipart/form-data; boundary=cut"),
        "text" => Some("text/csv"),
        _ => None,
    }
}

/// Whether an answer is one of the bar's.
fn judge(asked: &Bent, heard: &Answer) -> Result<(), String> {
    // Nothing in these stories is out of order, and they come one by one, so `503` is a fault, too.
    if heard.status >= 500 {
        return Err(format!("{} is no answer", heard.status));
    }
    // What is no HTTP is answered by a bare status; what has no body has none to look at.
    if heard.status < 400 || !asked.is_http || asked.is_head {
        return Ok(());
    }
    let is_api = asked.path.starts_with(b"/api/");
    match heard.media.as_str() {
        "application/problem+json" => {
            let problem: Problem = serde_json::from_slice(&heard.body)
                .map_err(|fault| format!("these are no problem details ({fault})"))?;
            (problem.status == heard.status && !problem.detail.is_empty())
                .then_some(())
                .ok_or_else(|| "its problem details are not its own".to_owned())
        }
        media if media.starts_with("text/html") && !is_api => Ok(()),
        media => Err(format!("a refusal as {media:?} is not in the bar's words")),
    }
}

/// Whether anything is stored, by the database's own word.
struct Books {
    database: Connection,
    seen: i64,
}

impl Books {
    fn of(bar: &Bar) -> Self {
        let file = bar.data().join("demitasse.db");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let database = Connection::open_with_flags(file, flags).expect("it can be read");
        let mut books = Self { database, seen: 0 };
        books.were_written();
        books
    }

    /// Whether somebody has committed something since this was asked last.
    fn were_written(&mut self) -> bool {
        let version = self.database.query_row("PRAGMA data_version", [], |row| row.get(0));
        let version = version.expect("SQLite knows");
        std::mem::replace(&mut self.seen, version) != version
    }
}
