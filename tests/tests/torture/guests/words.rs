//! Names and notes that are no words: what becomes of them in the answers that guests and staff get.

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use demitasse_shared::journal::JournalQuery;
use demitasse_tests::{Bar, fetch};
use reqwest::Method;
use serde_json::json;

use super::eve::Eve;
use super::plain::{WORDS, is_no_markup, steers_nothing};
use super::post::Post;

#[tokio::test(flavor = "multi_thread")]
async fn are_words_wherever_they_are_read() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let nobody = Eve::at(&bar);
    let server = bar.staff.manager.base().strip_prefix("http://");
    let server = server.and_then(|host| host.parse().ok()).expect("an address");
    for word in WORDS {
        let name: String = word.chars().take(40).collect();
        let ana = nobody.named(&name).await;
        let id = ana.redeem(&bar.staff.window().await.code).await.order();
        let choice = json!({ "drink": "espresso", "note": word });
        let path = route::order_drink(OrderId(id));
        let chosen = ana.ask(Method::PUT, &path, &choice).await;
        assert_eq!(chosen.word(), "ok", "{chosen:?}");
        steers_nothing(&chosen.body.to_string());
        for path in ["/".to_owned(), format!("/orders/{id}"), format!("/orders/{id}/journey")] {
            let page = fetch(server, &path, &[&format!("Cookie: {}", ana.cookie())]).await;
            steers_nothing(page.text());
            is_no_markup(page.text());
        }
    }
    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(board.orders.len(), WORDS.len());
    steers_nothing(&json!(board).to_string());
    let all = JournalQuery { limit: Some(100), ..JournalQuery::default() };
    let journal = bar.staff.manager.journal(&all).await.expect("a manager reads it");
    steers_nothing(&json!(journal.entries).to_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn addresses_bring_nobody_else_a_message() {
    let (post, bar) = Post::and_bar().await;
    let eve = Eve::at(&bar);
    let hostile = [
        "ana@example.org\r\nBcc: ben@example.org",
        "ana@example.org,ben@example.org",
        "ana@example.org ben@example.org",
        "-oQ/tmp@example.org",
        "\"ana\"@example.org",
        "$(id)@example.org",
        "`id`@example.org",
        "ana|id@example.org",
        "ana@exa\u{202e}mple.org",
        "ana\u{0}@example.org",
        "<ana@example.org>",
    ];
    for to in hostile {
        let asked = eve.post(route::SESSION, &json!({ "email": to })).await;
        assert_eq!(asked.word(), "invalid_request", "{to:?}: {asked:?}");
    }
    assert_eq!(post.letters(), [] as [String; 0], "nothing was sent");
    let asked = eve.post(route::SESSION, &json!({ "email": "ana@example.org" })).await;
    assert_eq!(asked.status, 202, "{asked:?}");
    let [letter] = &post.letters()[..] else { panic!("one letter") };
    assert!(letter.starts_with("ana@example.org\n"), "{letter}");
    assert!(!letter.contains("ben"), "{letter}");
}
