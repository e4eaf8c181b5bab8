//! The forms that hell takes.

use std::io::Write;
use std::net::SocketAddr;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::Snapshot;
use demitasse_tests::Chance;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::words::{FEED, JSON, beat, board, change, noted, waiting};

/// What is said over and over where it does not matter what, in bytes.
const PIECE: usize = 64 * 1024;

/// More pieces than the longest that a reader reads: 137 million bytes.
const TOO_MANY: u32 = 2_100;

/// So far from the bar's own changes that none of these is ever taken for one of those.
const FAR: i64 = 1_000_000_000;

/// Moments that no bar is open at.
const YEARS_APART: [&str; 4] = [
    "-009999-01-02T01:59:59Z",
    "1970-01-01T00:00:00Z",
    "2099-12-31T23:59:60Z",
    "9999-12-30T22:00:00.999999999Z",
];

/// What is in every string, where words are hostile: an order to a terminal, a turned line, letters
/// that nobody sees, a tower of marks, a letter from outside.
pub(super) const HOSTILE: &str = "\u{1b}[5;5HHELL\u{1b}]0;x\u{7}\u{9b}2J\u{202e}cba\u{2066}\u{200b}\u{feff}\u{3164}\r\n\t\0\u{7f}\
     h\u{301}\u{301}\u{301}\u{301}\u{1f468}\u{200d}\u{1f469}\u{2028}\u{e0041}\u{fdd0}\u{10ffff}";

/// What a terminal shows that has obeyed.
pub(super) const OBEYED: &str = "HELL";

/// What somebody meets who comes along.
#[derive(Debug)]
pub(super) enum Act {
    /// Says this.
    Say(Vec<u8>),
    /// Says it byte by byte.
    Drip(Vec<u8>),
    /// Says it so many times, or until nobody listens.
    Again(Vec<u8>, u32),
    /// Asks the bar, and lets so many bytes of its answer through.
    Pass(u64),
    /// Gives a sign of life with this time now and then, until nobody listens.
    Beats(Timestamp),
    /// Says nothing until nobody listens.
    Silence,
}

/// Which requests meet it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those for the live feed.
    Feed,
    /// All others.
    Rest,
}

/// What a screen may show as current meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tells {
    /// Nothing.
    Nothing,
    /// How things stand, for it is told, or nothing.
    Truth,
    /// Whatever it was told: nobody can tell that it is not so.
    Anything,
}

/// A visit.
#[derive(Debug)]
pub(super) struct Visit {
    /// How many there were before.
    pub(super) nth: u32,
    pub(super) chance: Chance,
    /// How things stand.
    pub(super) board: Snapshot,
    /// Where this is, and where nobody should go.
    pub(super) own: SocketAddr,
    pub(super) elsewhere: SocketAddr,
}

/// A form.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) name: &'static str,
    pub(super) scope: Scope,
    pub(super) tells: Tells,
    /// How often it is met.
    pub(super) visits: u32,
    pub(super) acts: fn(&mut Visit) -> Vec<Act>,
}

/// A form of which nothing is to be believed, in one visit.
const fn nonsense(name: &'static str, acts: fn(&mut Visit) -> Vec<Act>) -> Form {
    Form { name, scope: Scope::Feed, tells: Tells::Nothing, visits: 1, acts }
}

/// One that begins with the truth.
const fn truth(name: &'static str, visits: u32, acts: fn(&mut Visit) -> Vec<Act>) -> Form {
    Form { name, scope: Scope::Feed, tells: Tells::Truth, visits, acts }
}

pub(super) const FORMS: &[Form] = &[
    nonsense("TLS where nobody asked for it", |visit| {
        let noise = (0..400).map(|_| u8::try_from(visit.chance.below(256)).unwrap_or(0));
        vec![Act::Say([22, 3, 3, 2, 0, 2].into_iter().chain(noise).collect())]
    }),
    nonsense("a head without an end", |_| {
        vec![say("HTTP/1.1 200 OK\r\n"), Act::Again(line("x-hell: ", 1_000), 8_000)]
    }),
    nonsense("promises without an end", |_| {
        vec![Act::Again(b"HTTP/1.1 100 Continue\r\n\r\n".to_vec(), 50_000)]
    }),
    Form { visits: 5, ..nonsense("one status after the other", status) },
    nonsense("a refusal without an end", |_| {
        vec![say("HTTP/1.1 500 Hell\r\n\r\n"), Act::Again(vec![b'{'; PIECE], TOO_MANY)]
    }),
    nonsense("a refusal in hostile words", |_| {
        let problem = json!({
            "code": "not_signed_in", "title": HOSTILE, "status": 403,
            "detail": HOSTILE.repeat(200),
        });
        let media = "content-type: application/problem+json\r\n";
        vec![say(&format!("HTTP/1.1 403 Hell\r\n{media}\r\n{problem}"))]
    }),
    nonsense("somebody else's page", |visit| {
        let page = FEED.replace("event-stream", "html");
        vec![say(&page), say(&board(&visit.board)), Act::Beats(visit.board.at)]
    }),
    nonsense("sent in a circle", |visit| vec![sent_to(visit.own)]),
    nonsense("sent elsewhere", |visit| vec![sent_to(visit.elsewhere)]),
    nonsense("a bomb", |_| {
        let head = FEED.replace("\r\n\r\n", "\r\ncontent-encoding: gzip\r\n\r\n");
        vec![say(&head), Act::Again(bomb(), 64)]
    }),
    nonsense("a line without an end", |_| {
        let begin = say(&format!("{FEED}event: snapshot\ndata: "));
        vec![begin, Act::Again(vec![b'x'; PIECE], TOO_MANY)]
    }),
    nonsense("an event without an end", |_| {
        vec![say(FEED), Act::Again(line("data: ", 60), TOO_MANY * 20)]
    }),
    nonsense("half a board", |visit| {
        let board = board(&visit.board);
        vec![say(FEED), say(&board[..board.len() / 2]), say("\n\n")]
    }),
    nonsense("a nest without a floor", |_| {
        vec![
            say(FEED),
            say("event: snapshot\ndata: "),
            Act::Again(line("[", 500), 900),
            say("\n\n"),
        ]
    }),
    nonsense("a sign of life that makes no sense", |visit| {
        vec![say(FEED), say("event: beat\ndata: {\"at\":7}\n\n"), Act::Beats(visit.board.at)]
    }),
    truth("silence after the board", 1, |visit| {
        vec![say(FEED), say(&board(&visit.board)), Act::Silence]
    }),
    truth("a length that is a lie", 3, lie),
    truth("a gap, and then signs of life alone", 2, |visit| {
        let (seq, at) = (visit.board.seq.0, visit.board.at);
        let gap = [board(&visit.board), noted(seq + 2, at), noted(seq + 1, at)].concat();
        if visit.nth.is_multiple_of(2) {
            vec![say(FEED), say(&gap)]
        } else {
            vec![say(FEED), say(&[beat(&at), noted(seq + 1, at), beat(&at)].concat())]
        }
    }),
    truth("old changes, told again and differently", 1, |visit| {
        let (seq, at) = (visit.board.seq.0, visit.board.at);
        let shop = json!({ "name": "Hell", "state": "closed" });
        let closed = |seq| change(seq, at, &json!({ "type": "shop", "shop": shop }));
        let again = [board(&visit.board), closed(seq), closed(seq - 1), closed(-1)].concat();
        vec![say(FEED), say(&again), say(&beat(&at))]
    }),
    truth("the board of a second bar", 1, |visit| {
        let (mut other, orders) = (visit.board.clone(), Vec::new());
        (other.orders, other.seq) = (orders, Seq(FAR));
        vec![say(FEED), say(&board(&visit.board)), say(&board(&other)), Act::Beats(other.at)]
    }),
    truth("byte by byte", 1, |visit| {
        vec![say(FEED), Act::Drip(board(&visit.board).into_bytes()), say(&beat(&visit.board.at))]
    }),
    truth("cut anywhere", 4, |visit| vec![Act::Pass(visit.chance.below(500))]),
    truth("clocks that are years apart", 2, |visit| {
        let mut years = || visit.chance.one_of(&YEARS_APART).parse().expect("a time");
        let (mut told, then): (_, Timestamp) = (visit.board.clone(), years());
        told.at = years();
        vec![say(FEED), say(&board(&told)), say(&beat(&then)), say(&beat(&years()))]
    }),
    Form {
        tells: Tells::Anything,
        ..nonsense("hostile words everywhere", |visit| {
            let mut told = json!(visit.board);
            told["seq"] = json!(FAR);
            taint(&mut told, visit.chance.below(3) * 20_000);
            let begin = format!("{FEED}event: snapshot\ndata: {told}\n\n");
            vec![say(&begin), say(&beat(&visit.board.at)), say(&beat(&visit.board.at))]
        })
    },
    Form {
        scope: Scope::Rest,
        ..truth("answers without an end", 1, |_| {
            vec![say(JSON), Act::Again(vec![b'['; PIECE], TOO_MANY)]
        })
    },
    Form {
        scope: Scope::Rest,
        ..truth("answers in hostile words", 1, |_| {
            vec![say(JSON), say(&json!({ "drinks": HOSTILE, "name": HOSTILE }).to_string())]
        })
    },
];

/// As many orders as the rules let a bar carry.
const MOST_ORDERS: u32 = 100_000;

/// A board that is as long as they come, and nothing wrong with it.
pub(super) const CROWD: Form = Form {
    tells: Tells::Anything,
    ..nonsense("a hundred thousand orders", |visit| {
        let mut told = visit.board.clone();
        (told.orders, told.seq) = (waiting(MOST_ORDERS), Seq(FAR));
        vec![say(FEED), say(&board(&told)), Act::Beats(told.at)]
    })
};

fn say(text: &str) -> Act {
    Act::Say(text.as_bytes().to_vec())
}

/// A line that begins so and has so many letters more.
fn line(begin: &str, letters: usize) -> Vec<u8> {
    let mut line = begin.as_bytes().to_vec();
    line.resize(begin.len() + letters, b'[');
    line.extend(if begin == "[" { "" } else { "\r\n" }.as_bytes());
    line
}

fn status(visit: &mut Visit) -> Vec<Act> {
    let status = visit.chance.one_of(&[203, 204, 226, 304, 400, 404, 418, 429, 500, 503, 599, 999]);
    vec![say(&format!("HTTP/1.1 {status} Hell\r\ncontent-length: 6\r\n\r\n[hell]"))]
}

fn lie(visit: &mut Visit) -> Vec<Act> {
    let length = visit.chance.one_of(&[
        "content-length: 99999999999999",
        "content-length: -1",
        "content-length: 5\r\ncontent-length: 7",
        "transfer-encoding: chunked\r\n\r\nffffffffffffffff",
        "transfer-encoding: chunked\r\n\r\n-7",
    ]);
    let head = FEED.replace("\r\n\r\n", &format!("\r\n{length}\r\n\r\n"));
    vec![say(&head), say(&board(&visit.board))]
}

fn sent_to(address: SocketAddr) -> Act {
    say(&format!(
        "HTTP/1.1 307 Hell\r\nlocation: http://{address}/api/live\r\ncontent-length: 0\r\n\r\n"
    ))
}

/// Sixteen million zeros, packed; one after the other they are one text.
fn bomb() -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let zeros = vec![0; PIECE];
    for _ in 0..256 {
        packed.write_all(&zeros).expect("memory takes it");
    }
    packed.finish().expect("memory takes it")
}

/// Puts hostile words into every string that is only shown, and so many letters behind them.
fn taint(value: &mut Value, letters: u64) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let is_shown = ["name", "drink_name", "note", "text", "reason", "barista", "url"];
                match value {
                    Value::String(text) if is_shown.contains(&name.as_str()) => {
                        HOSTILE.clone_into(text);
                        text.extend((0..letters).map(|_| '\u{5fc5}'));
                    }
                    other => taint(other, letters),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| taint(value, letters)),
        _ => {}
    }
}
