//! What reads text and bytes without a server: nothing breaks, and what is
//! understood is understood in one way.

use std::sync::LazyLock;

use demitasse::app::read_badges;
use demitasse::domain::{identity, limits, menu, proof};
use demitasse::menu_file;
use demitasse_shared::api::{
    Claim, Marks, NewAnnouncement, NewPairing, ShopChange, SignIn, Submit,
};
use demitasse_shared::board::Board;
use demitasse_shared::client::{EventReader, Update};
use demitasse_shared::code::normalize;
use demitasse_shared::journal::JournalPage;
use demitasse_shared::menu::Menu;
use demitasse_shared::monitor::sample::Sample;
use demitasse_shared::report::Report;
use demitasse_shared::settings::Settings;
use demitasse_shared::{Timestamp, choices};
use demitasse_tests::Ordeal;
use serde_json::json;

use super::bent::Bender;

/// How many inputs each parser of short texts gets for a seed; those of long ones get fewer.
const SHORT: u32 = 4_000;
const LONG: u32 = 150;

/// A parser: what it is called, how many inputs it gets, good ones, and what it promises.
struct Parser {
    name: &'static str,
    inputs: u32,
    good: fn() -> Vec<String>,
    promise: fn(&[u8]),
}

static MENU: LazyLock<Menu> = LazyLock::new(|| menu_file::read(USUAL_MENU).expect("a good menu"));

const USUAL_MENU: &str = include_str!("../../../../assets/menus/default.toml");

/// Words that people type.
const WORDS: &[&str] = &[
    "0123456789ABCDEF",
    "https://bar.example/q/0123456789abcdef",
    "Ana María",
    "李雷",
    "no sugar, please",
    "ana.b+bar@example.org",
    "Josè@exämple.org",
    "+351 (0)912-345-678",
    "٠٠351912345678",
    "AB12-CD34",
    "123 456",
    "１２３４５６",
    "flat-white",
    "2022-10-14T12:51:00Z",
    "a\u{301}\u{302}\u{200d}\u{fe0f}",
];

/// Bodies of requests, answers and files in JSON.
const BODIES: &[&str] = &[
    r#"{"name":"Ana","code":"0123456789ABCDEF"}"#,
    r#"{"drink":"flat-white","options":["oat","decaf"],"note":"hot"}"#,
    r#"{"open":false,"opens_at":"2022-10-14T14:00:00Z"}"#,
    r#"{"pause_minutes":5}"#,
    r#"{"text":"Last orders","minutes":30}"#,
    r#"{"role":"display","name":"Door"}"#,
    r#"{"code":"0000-0000","device":"X"}"#,
    r#"{"window_minutes":5,"window_drinks":10,"grace_seconds":20,"capacity":60}"#,
    r#"{"drinks":[{"id":"tea","name":"Tea","options":[{"id":"milk","name":"Milk","min":0,"max":1,"choices":[{"id":"oat","name":"Oat"}]}]}]}"#,
    r#"{"entries":[{"seq":7,"at":"2022-10-14T12:51:00Z","kind":"shop_opened","actor":{"kind":"local"},"data":{}}]}"#,
];

const PARSERS: &[Parser] = &[
    Parser { name: "words that guests type", inputs: SHORT, good: || owned(WORDS), promise: typed },
    Parser { name: "bodies in JSON", inputs: SHORT, good: || owned(BODIES), promise: bodies },
    Parser {
        name: "menu files",
        inputs: LONG,
        good: || owned(&[USUAL_MENU, include_str!("../corpus/menu.toml")]),
        promise: menu_file,
    },
    Parser {
        name: "settings files",
        inputs: SHORT / 4,
        good: || owned(&[include_str!("../corpus/demitasse.toml")]),
        promise: settings_file,
    },
    Parser {
        name: "lists of badges",
        inputs: SHORT / 4,
        good: || {
            owned(&[
                "code,name\nAB-1,Ana\n\"CD-2\",\"Ben, \"\"B\"\"\"\n",
                "AB-1\r\nCD-2\r\n",
                "\u{feff}code;x\nAB-1;y\n",
            ])
        },
        promise: badges,
    },
    Parser { name: "live feeds", inputs: SHORT / 4, good: feeds, promise: feed },
];

#[test]
fn whatever_is_read_breaks_no_reader() {
    let mut read = 0;
    for seed in Ordeal::of("parsers", 1).seeds() {
        let mut bender = Bender::new(seed);
        for parser in PARSERS {
            println!("{}", parser.name);
            let good = (parser.good)();
            let good: Vec<_> = good.iter().map(String::as_bytes).collect();
            for _ in 0..parser.inputs {
                let one = bender.pick(&good);
                let bent = bender.bend(one, &good);
                (parser.promise)(&bent);
            }
            read += u64::from(parser.inputs);
        }
    }
    println!("{read} inputs");
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// What every sample's server says: how things stand, then each of its orders once more as a change.
fn feeds() -> Vec<String> {
    let snapshots = Sample::ALL.iter().filter_map(|sample| sample.snapshot());
    let said = snapshots.map(|snapshot| {
        let word = serde_json::to_string(&snapshot).expect("plain data");
        let changes = snapshot.orders.iter().zip(snapshot.seq.0 + 1..).map(|(order, seq)| {
            let event = json!({ "type": "order", "order": order, "left": 7 });
            let change = json!({ "seq": seq, "at": snapshot.at, "event": event });
            format!("event: delta\nid: {seq}\ndata: {change}\n\n")
        });
        let beat = json!({ "at": snapshot.at });
        let changes: String = changes.collect();
        format!(
            "retry: 500\n\nevent: snapshot\ndata: {word}\n\n{changes}event: beat\ndata: {beat}\n\n"
        )
    });
    said.collect()
}

fn typed(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Some(code) = normalize(&text) {
        assert_eq!(normalize(&code).as_ref(), Some(&code), "{text:?}");
    }
    for address in [identity::email(&text), identity::phone(&text)].into_iter().flatten() {
        let again = identity::email(&address.to).or_else(|_no| identity::phone(&address.to));
        assert_eq!(again.as_ref(), Ok(&address), "{text:?}");
        assert!(!address.to.contains(char::is_control), "{text:?}");
    }
    if let Ok(badge) = identity::badge(&text) {
        assert_eq!(identity::badge(&badge).as_ref(), Ok(&badge), "{text:?}");
    }
    if let Ok(code) = proof::typed(&text) {
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()), "{text:?}");
    }
    kept(&text);
}

/// What the bar keeps of a text is kept as it is, fits a line, and can be seen.
fn kept(text: &str) {
    let kept = [limits::name(text), limits::line(text), limits::label(text)];
    for (read, kept) in [limits::name, limits::line, limits::label].into_iter().zip(kept) {
        let Ok(kept) = kept else { continue };
        assert_eq!(read(&kept).as_ref(), Ok(&kept), "{text:?}");
        assert!(!kept.contains(char::is_control), "{text:?}");
    }
    drop(limits::entry_key(text.as_bytes()));
}

fn bodies(bytes: &[u8]) {
    drop(serde_json::from_slice::<SignIn>(bytes));
    drop(serde_json::from_slice::<ShopChange>(bytes));
    drop(serde_json::from_slice::<NewAnnouncement>(bytes));
    drop(serde_json::from_slice::<NewPairing>(bytes));
    drop(serde_json::from_slice::<Claim>(bytes));
    drop(serde_json::from_slice::<JournalPage>(bytes));
    drop(serde_json::from_slice::<Report>(bytes));
    if let Ok(settings) = serde_json::from_slice::<Settings>(bytes) {
        let fits = Settings::RULES.iter().all(|rule| {
            let value = settings.get(rule.name);
            value.is_some_and(|value| (rule.min..=rule.max).contains(&value))
        });
        assert_eq!(settings.check().is_ok(), fits, "{settings:?}");
    }
    if let Ok(submit) = serde_json::from_slice::<Submit>(bytes) {
        drop(menu::choose(&MENU, &submit));
    }
    if let Ok(new) = serde_json::from_slice::<Menu>(bytes)
        && menu::check(&new).is_ok()
    {
        let put = menu::replace(&MENU, new, Marks::default());
        assert!(put.is_ok_and(|menu| menu::check(&menu).is_ok()));
    }
}

fn menu_file(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match menu_file::read(&text) {
        Ok(menu) => assert_eq!(menu_file::read(&menu_file::write(&menu)), Ok(menu), "{text}"),
        Err(faults) => assert!(!faults.is_empty(), "it is refused for nothing:\n{text}"),
    }
}

fn settings_file(bytes: &[u8]) {
    drop(choices::parsed(&String::from_utf8_lossy(bytes)));
}

fn badges(bytes: &[u8]) {
    for code in read_badges(bytes).into_iter().flatten() {
        assert!(!code.is_empty());
        drop(identity::badge(&code));
    }
}

/// A screen folds all that a reader understands, and asks for the beginning where it does not.
fn feed(bytes: &[u8]) {
    let (mut reader, mut updates) = (EventReader::default(), Vec::new());
    let mut board: Option<Board> = None;
    reader.begin();
    for piece in bytes.chunks(1_000) {
        let ended = reader.read(piece, &mut updates);
        for update in updates.drain(..) {
            match (update, &mut board) {
                (Update::Snapshot(snapshot), board) => *board = Some(Board::new(*snapshot)),
                (Update::Change(change), Some(board)) => drop(board.apply(*change)),
                _ => {}
            }
        }
        if ended.is_err() {
            break;
        }
    }
    if let Some(board) = board {
        assert!(board.orders().count() < bytes.len());
        drop(board.snapshot(Timestamp::UNIX_EPOCH));
    }
}
