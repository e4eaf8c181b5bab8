//! Bad input gets a code and a sentence, and leaves nothing behind.

use demitasse_shared::api::{IDEMPOTENCY_KEY, Role, route};
use demitasse_tests::Bar;
use reqwest::Response;
use reqwest::header::{CONTENT_TYPE, HOST, HeaderName, ORIGIN};
use serde_json::{Value, json};

use crate::rows;
use crate::wire::{Asked, Wire, device, open_bar, scan};

const TABLE: &str = include_str!("bad_input.txt");

#[tokio::test(flavor = "multi_thread")]
async fn gets_a_code_and_a_sentence_and_leaves_nothing_behind() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let (guest, manager) = (wire.guest("Ana").await, device(&bar, Role::Manager).await);
    let place = wire.place(&guest, &bar.staff.window().await.code).await.to_string();
    let before = last_change(&bar).await;
    for [what, who, route, gets, body] in rows(TABLE) {
        let caller = if who == "manager" { &manager } else { &guest };
        let route = route.replace("ORDER", &place);
        let (method, path) = route.split_once(' ').expect("METHOD PATH");
        let (status, code) = gets.split_once(' ').expect("STATUS CODE");
        let asked = Asked::new(method, path, caller).body(expand(body));
        let status = status.parse().expect("a status");
        check_refused(what, wire.send(&asked).await, status, code).await;
        assert_eq!(last_change(&bar).await, before, "{what} was written down");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_another_sites_page_is_turned_away() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let guest = wire.guest("Ana").await;
    let before = last_change(&bar).await;
    let rename = Asked::new("POST", route::SESSION, &guest).body(r#"{"name":"Eve"}"#);
    for header in [(ORIGIN, "http://evil.example"), (ORIGIN, "null"), (HOST, "evil.example")] {
        let mut foreign = rename.clone();
        let what = format!("{header:?}");
        foreign.headers.push(header);
        check_refused(&what, wire.send(&foreign).await, 403, "not_allowed").await;
    }
    assert_eq!(last_change(&bar).await, before, "a foreign page changed something");
    let mut own = rename;
    own.headers.push((ORIGIN, &wire.base));
    assert_eq!(wire.json(&own).await, json!({ "name": "Eve" }), "its own page may");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_key_enters_no_order() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let barista = device(&bar, Role::Barista).await;
    let before = last_change(&bar).await;
    let long = "x".repeat(65);
    for key in ["", "two words", "tab\there", long.as_str()] {
        let mut asked = Asked::new("POST", route::ORDERS, &barista).body(r#"{"drink":"espresso"}"#);
        asked.headers.push((HeaderName::from_static(IDEMPOTENCY_KEY), key));
        check_refused(key, wire.send(&asked).await, 400, "invalid_request").await;
        assert_eq!(last_change(&bar).await, before, "{key:?} entered something");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn for_a_page_is_answered_in_the_bars_own_words() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let guest = wire.guest("Ana").await;
    for asked in [
        "GET /q/%ff",
        "POST /Q/%ff",
        "GET /orders/%ff",
        "POST /orders/%ff/cancel",
        "GET /j/%ff",
        "GET /assets/%ff/app.js",
        "GET /assets/1/nothing",
        "GET /logo/1",
        "POST /q/photo",
        "POST /barista",
        "GET /barista/live?columns=x",
        "POST /barista/wishes",
        "POST /display",
        "GET /display?preview=1&preview=2",
    ] {
        let (method, path) = asked.split_once(' ').expect("METHOD PATH");
        let body = if method == "POST" { "<ff>" } else { "" };
        let answer = wire.send(&Asked::new(method, path, &guest).body(body)).await;
        // Looking at the menu takes no good code: that comes with the order.
        let is_menu = asked == "GET /q/%ff" && answer.status() == 200;
        assert!(is_menu || answer.status().is_client_error(), "{asked}: {answer:?}");
        let media = answer.headers().get(CONTENT_TYPE).and_then(|media| media.to_str().ok());
        let media = media.unwrap_or_default();
        let is_own = media == "application/problem+json" || media.starts_with("text/html");
        assert!(is_own, "{asked} is answered as {media:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn that_is_not_called_json_is_not_read_as_json() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    for kind in ["text/plain", "application/x-www-form-urlencoded", ""] {
        let mut asked = Asked::new("POST", route::SESSION, &None).body(r#"{"name":"Ana"}"#);
        asked.headers = vec![(CONTENT_TYPE, kind)];
        check_refused(kind, wire.send(&asked).await, 415, "invalid_request").await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn in_twenty_guesses_costs_the_session_that_guesses_and_nobody_else() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let (eve, ana) = (wire.guest("Eve").await, wire.guest("Ana").await);
    for guess in 0..20 {
        let wrong = wire.send(&scan(&eve, &format!("{guess:016}"))).await;
        check_refused("a guess", wrong, 404, "wrong_code").await;
    }
    let code = bar.staff.window().await.code;
    check_refused("one more", wire.send(&scan(&eve, &code)).await, 429, "too_many_tries").await;
    wire.place(&ana, &code).await;
}

async fn last_change(bar: &Bar) -> i64 {
    bar.staff.manager.board().await.expect("a manager sees it").seq.0
}

/// Writes a table's body out: `<41x>` is 41 times x, `<ff>` is that byte.
fn expand(body: &str) -> Vec<u8> {
    let mut pieces = body.split('<');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (inside, rest) = piece.split_once('>').expect("it is closed");
        match u8::from_str_radix(inside, 16) {
            Ok(byte) if inside.len() == 2 => bytes.push(byte),
            _ => {
                let (times, letter) = inside.split_at(inside.len() - 1);
                let times = times.parse().expect("how often");
                bytes.extend(letter.repeat(times).bytes());
            }
        }
        bytes.extend(rest.bytes());
    }
    bytes
}

/// Checks that an answer is problem details with this status and code, in the house's voice.
async fn check_refused(what: &str, answer: Response, status: u16, code: &str) {
    assert_eq!(answer.status(), status, "{what}");
    assert_eq!(answer.headers()[CONTENT_TYPE], "application/problem+json", "{what}");
    let problem: Value = answer.json().await.expect("it is JSON");
    assert_eq!((&problem["code"], &problem["status"]), (&json!(code), &json!(status)), "{what}");
    for text in ["title", "detail"] {
        let text = problem[text].as_str().unwrap_or_else(|| panic!("{what}: {problem}"));
        assert!(text.len() > 3 && !text.to_lowercase().contains("error"), "{what}: {text}");
    }
}
