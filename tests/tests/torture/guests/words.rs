//! Names and notes that are no words: what becomes of them wherever they are read.

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use demitasse_shared::journal::JournalQuery;
use demitasse_tests::{Bar, fetch, stranger, within};
use reqwest::Method;
use reqwest::header::{COOKIE, SET_COOKIE};
use serde_json::{Value, json};

/// Markup, a terminal's orders, a formula, a turned line, letters that nobody sees, a new line for a
/// log, and a tower of marks.
const NOTES: [&str; 6] = [
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "hot\u{1b}]0;pwned\u{7}\u{1b}[2J\u{9b}31m",
    "=cmd|' /C calc'!A0",
    "\u{202e}toh\u{202c} \u{2066}x\u{2069}\u{200b}\u{feff}\u{3164}\u{e0041}",
    "hot\r\n2022-10-14T12:51:00Z ERROR the bar is closed\u{2028}\u{85}",
    "h\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}ot",
];

#[tokio::test(flavor = "multi_thread")]
async fn are_words_wherever_they_are_read() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let base = bar.staff.manager.base().to_owned();
    let server = base.strip_prefix("http://").and_then(|host| host.parse().ok()).expect("one");
    for note in NOTES {
        let name: String = note.chars().take(40).collect();
        let code = bar.staff.window().await.code;
        let ana = Guest::named(&base, &name).await;
        let place = ana.ask(Method::POST, route::RESERVATIONS, json!({ "code": code })).await;
        let id = place["order"]["id"].as_i64().map(OrderId).expect("a place");
        let choice = json!({ "drink": "espresso", "note": note });
        is_plain(&ana.ask(Method::PUT, &route::order_drink(id), choice).await.to_string());
        for path in ["/".to_owned(), format!("/orders/{id}"), format!("/orders/{id}/journey")] {
            let page = fetch(server, &path, &[&format!("Cookie: {}", ana.session)]).await;
            is_plain(page.text());
        }
    }
    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(board.orders.len(), NOTES.len());
    board.orders.iter().for_each(|order| is_plain(&json!(order).to_string()));
    let all = JournalQuery { limit: Some(100), ..JournalQuery::default() };
    let journal = bar.staff.manager.journal(&all).await.expect("a manager reads it");
    journal.entries.iter().for_each(|row| is_plain(&json!(row).to_string()));
}

/// Whether a text has nothing in it that a page, a terminal or a log would take for more than words.
#[track_caller]
fn is_plain(text: &str) {
    let escaped = ["\\u001b", "\\u0007", "\\u009b", "\\u0085", "\\r"];
    for never in escaped {
        assert!(!text.contains(never), "{never:?} in {text}");
    }
    // JSON keeps markup as text; a page must not.
    let is_page = !text.starts_with('{');
    for markup in ["<script>alert", "<img src=x"] {
        assert!(!(is_page && text.contains(markup)), "{text}");
    }
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let hidden = |c: char| matches!(c, '\u{200b}' | '\u{feff}' | '\u{3164}' | '\u{e0041}');
    let steers = |c: char| c.is_control() && c != '\n';
    assert!(!text.contains(|c| turns(c) || hidden(c) || steers(c)), "{text:?}");
    assert!(!text.contains(&"\u{301}".repeat(5)), "{text}");
}

/// A guest without the bar's own client, which keeps its session to itself.
struct Guest {
    base: String,
    session: String,
}

impl Guest {
    async fn named(base: &str, name: &str) -> Self {
        let ask = stranger().post(format!("{base}{}", route::SESSION));
        let answer = within("an answer", ask.json(&json!({ "name": name })).send()).await;
        let answer = answer.expect("an answer");
        let cookie = answer.headers()[SET_COOKIE].to_str().expect("text");
        let session = cookie.split(';').next().expect("a pair").to_owned();
        Self { base: base.to_owned(), session }
    }

    async fn ask(&self, method: Method, path: &str, body: Value) -> Value {
        let ask = stranger().request(method, format!("{}{path}", self.base));
        let ask = ask.header(COOKIE, &self.session).json(&body);
        let answer = within("an answer", ask.send()).await.expect("an answer");
        assert!(answer.status().is_success(), "{path}: {answer:?}");
        answer.json().await.expect("JSON")
    }
}
