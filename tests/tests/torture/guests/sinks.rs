//! Words of guests and of staff that are no words, wherever a bar shows, prints or writes them.

use std::ffi::OsStr;
use std::time::Duration;

use demitasse_shared::api::{Claim, NewAnnouncement, NewPairing, Role, Submit};
use demitasse_shared::board::Board;
use demitasse_shared::client::Client;
use demitasse_shared::monitor::{Facts, Line, Moment, Screen, Voice};
use demitasse_shared::order::Step;
use demitasse_tests::{Launch, fetch, run, within};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::loud::Loud;
use super::plain::{WORDS, is_no_formula, is_no_markup, steers_nothing};

/// Everything that people type has a hostile word in it: names, notes, reasons, devices.
async fn evening() -> Loud {
    let bar = Loud::open().await;
    for word in WORDS {
        let name: String = word.chars().take(40).collect();
        let barista = barista(&bar, &name, word).await;
        for reason in [None, Some(word)] {
            let id = order(&bar, &name, word).await;
            barista.step(id, Step::Make, None).await.expect("it waits");
            let last = if reason.is_some() { Step::Cancel } else { Step::Complete };
            barista.step(id, last, reason).await.expect("it is in hand");
        }
        order(&bar, &name, word).await;
    }
    bar
}

async fn barista(bar: &Loud, name: &str, label: &str) -> Client {
    let new = NewPairing { role: Role::Barista, name: name.to_owned() };
    let code = bar.staff.manager.pair(&new).await.expect("a name is a name").code;
    let nobody = bar.staff.nobody();
    let claimed = nobody.claim(&Claim { code, device: label.to_owned() }).await;
    nobody.with_token(&claimed.expect("a fresh code is good").token)
}

async fn order(bar: &Loud, name: &str, note: &str) -> demitasse_shared::ids::OrderId {
    let guest = bar.staff.guest(name).await;
    let code = bar.staff.window().await.code;
    let place = guest.redeem(&code).await.expect("there is room");
    let choice =
        Submit { drink: "espresso".into(), options: Vec::new(), note: Some(note.to_owned()) };
    guest.submit(place.id, &choice).await.expect("it is kept").id
}

/// What `demitasse` prints about the bar.
async fn printed(bar: &Loud, words: &[&str]) -> String {
    let data = bar.data();
    let args = words.iter().map(OsStr::new).chain([OsStr::new("--data"), data.as_os_str()]);
    let finished = run(args).await;
    assert!(finished.status.success(), "{words:?}: {finished:?}");
    finished.stdout + &finished.stderr
}

#[tokio::test(flavor = "multi_thread")]
async fn steer_no_terminal_no_spreadsheet_and_no_page() {
    let bar = evening().await;
    for words in [&["report"][..], &["staff", "list"], &["staff", "audit", "--all"]] {
        let text = printed(&bar, words).await;
        assert!(text.contains("Zq"), "{words:?} shows what was typed: {text}");
        steers_nothing(&text);
    }
    for words in [
        &["report", "--csv"][..],
        &["report", "--csv=figures"],
        &["staff", "audit", "--csv", "--all"],
    ] {
        let file = printed(&bar, words).await;
        assert!(file.contains("Zq"), "{words:?}: {file}");
        steers_nothing(&file.replace("\r\n", "\n"));
        is_no_formula(&file);
    }
    let page = printed(&bar, &["report", "--html"]).await;
    assert!(page.contains("Zq"), "it shows what was typed");
    steers_nothing(&page);
    is_no_markup(&page);
}

#[tokio::test(flavor = "multi_thread")]
async fn steer_no_baristas_board() {
    let bar = evening().await;
    let mut board = Launch::board(&bar.data(), "Ines").sized(160, 50).start();
    board.shows("a note", |screen| screen.contains("Zq")).await;
    steers_nothing(&board.text());
    let line = NewAnnouncement { text: WORDS[1].to_owned(), minutes: None };
    bar.staff.manager.announce(&line).await.expect("staff may");
    board.shows("the line", |screen| screen.contains("pwned")).await;
    steers_nothing(&board.text());
    for keys in ["j", "?"] {
        board.press(keys);
    }
    board.shows("its help", |screen| screen.contains("these keys")).await;
    steers_nothing(&board.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn stand_on_no_monitor() {
    let bar = evening().await;
    let display = bar.staff.device(Role::Display, WORDS[1]).await;
    let board = Board::new(display.board().await.expect("a monitor sees it"));
    let venue = display.venue().await.expect("a monitor asks");
    let voice = Voice::of(&venue.languages);
    let facts = Facts { line: &Line::Up, board: Some(&board), venue: Some(&venue), voice: &voice };
    let shown = Screen::of(facts, Moment { now: Some(board.at), silence: Duration::ZERO });
    let shown = serde_json::to_string(&shown).expect("plain data");
    let last = format!("\"figures\":{}", 3 * WORDS.len());
    assert!(shown.contains(&last), "all numbers are there: {shown}");
    assert!(!shown.contains("Zq"), "nothing that anybody typed: {shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn forge_no_line_of_the_log() {
    let bar = evening().await;
    let server = bar.staff.manager.base().strip_prefix("http://");
    let server = server.and_then(|host| host.parse().ok()).expect("an address");
    let paths =
        ["/q/%1b%5b2JZq", "/orders/%0a2022-10-14T12:51:00Z%20ERROR%20Zq", "/Zq?%0d%0aZq=%1b"];
    for path in paths {
        let fields = ["User-Agent: Zq\u{9b}31m\tx", "Cookie: demitasse_session=Zq%1b[31m"];
        fetch(server, path, &fields).await;
    }
    let log = bar.log();
    assert!(log.contains(" INFO demitasse: "), "it says something: {log}");
    steers_nothing(&log);
}

#[tokio::test(flavor = "multi_thread")]
async fn are_no_markup_on_a_monitor_in_a_browser() {
    let bar = Loud::open().await;
    let line = NewAnnouncement { text: WORDS[0].to_owned(), minutes: None };
    bar.staff.manager.announce(&line).await.expect("staff may");
    let token = bar.staff.token(Role::Display, "Wall").await;
    let host = bar.staff.manager.base().strip_prefix("http://").expect("a scheme");
    let mut socket = TcpStream::connect(host).await.expect("it listens");
    let ask = format!(
        "GET /display/live HTTP/1.1\r\nhost: {host}\r\ncookie: demitasse_display={token}\r\n\r\n"
    );
    socket.write_all(ask.as_bytes()).await.expect("it reads");
    let mut heard = Vec::new();
    let shown = async {
        while !String::from_utf8_lossy(&heard).contains("onerror") {
            assert_ne!(socket.read_buf(&mut heard).await.expect("it speaks"), 0, "it goes on");
        }
    };
    within("staff's line on the panel", shown).await;
    is_no_markup(&String::from_utf8_lossy(&heard));
}
