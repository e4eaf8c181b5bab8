//! How many messages the bar sends.

use demitasse_shared::api::{SignInKind, route};
use demitasse_tests::Bar;
use serde_json::json;

use crate::browser::{Answer, Browser};
use crate::mail_server::{MailServer, venue};
use crate::post::{Post, open_bar};

/// Moments at which one session may ask again.
const TIMES: [&str; 5] = [
    "2022-10-14T12:51:00Z",
    "2022-10-14T12:52:00Z",
    "2022-10-14T12:53:00Z",
    "2022-10-14T12:54:00Z",
    "2022-10-14T12:55:00Z",
];

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_gets_five_messages_an_hour_whatever_it_types() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    for (number, time) in TIMES.iter().enumerate() {
        bar.advance_to(time);
        ana.ask_code(&format!("ana{number}@example.org")).await.granted();
    }
    bar.advance_to("2022-10-14T13:50:59.999Z");
    let no = ana.ask_code("ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(no.text("retry_at"), "2022-10-14T13:51:00Z");
    assert_eq!(post.letters().len(), 5);
    bar.advance_to("2022-10-14T13:51:00Z");
    ana.ask_code("ana@example.org").await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_gets_five_messages_an_hour_whoever_types_it() {
    let (bar, post) = open_bar().await;
    for time in TIMES {
        bar.advance_to(time);
        Browser::at(&bar).ask_code("ana@example.org").await.granted();
    }
    let no = Browser::at(&bar).ask_code("Ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(no.text("retry_at"), "2022-10-14T13:51:00Z");
    assert_eq!(post.letters().len(), 5);
    Browser::at(&bar).ask_code("ben@example.org").await.granted();
    bar.advance_to("2022-10-14T13:51:00Z");
    Browser::at(&bar).ask_code("ana@example.org").await.granted();
}

/// Asks for a code, coming from the code on the monitor.
async fn ask_from(code: &str, email: &str, bar: &Bar) -> Answer {
    Browser::at(bar).post(route::SESSION, &json!({ "email": email, "code": code })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_takes_no_message_from_who_comes_from_the_monitor() {
    let post = MailServer::open().await;
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", venue(post.flags())).await;
    bar.staff.open().await;
    for number in 0..200 {
        // Whether an address takes messages makes no difference.
        let name = if number % 2 == 0 { "eve" } else { "nobody" };
        let domain = format!("host{number}.example.org");
        let asked = Browser::at(&bar).ask_code(&format!("{name}@{domain}")).await;
        assert!(matches!(asked.status, 202 | 400), "{asked:?}");
    }
    let no = Browser::at(&bar).ask_code("ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(no.text("retry_at"), "2022-10-14T13:01:00Z");
    let made_up = ask_from("0123456789ABCDEF", "ana@example.org", &bar).await;
    made_up.refused(429, "too_many_tries");

    let code = bar.staff.window().await.code;
    for number in 0..50 {
        let email = format!("guest{number}@example.org");
        ask_from(&code.to_lowercase(), &email, &bar).await.granted();
    }
    ask_from(&code, "late@example.org", &bar).await.refused(429, "too_many_tries");
    let mut monitor = bar.staff.monitor().await;
    bar.advance_to("2022-10-14T12:55:00Z");
    let turned = |board: &demitasse_shared::board::Board| {
        board.window.as_ref().is_some_and(|window| window.code != code)
    };
    monitor.board("another code", turned).await;
    let next = bar.staff.window().await.code;
    ask_from(&next, "late@example.org", &bar).await.granted();
    ask_from(&code, "later@example.org", &bar).await.refused(429, "too_many_tries");

    bar.advance_to("2022-10-14T13:01:00Z");
    Browser::at(&bar).ask_code("ana@example.org").await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_was_away_leaves_nobody_waiting() {
    let post = Post::new();
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", post.venue(SignInKind::Email)).await;
    post.set_broken(true);
    for number in 0..210 {
        let email = format!("guest{number}@example.org");
        Browser::at(&bar).ask_code(&email).await.refused(503, "unavailable");
    }
    post.set_broken(false);
    Browser::at(&bar).ask_code("ana@example.org").await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_ask_at_once_all_get_their_own_code() {
    let (bar, post) = open_bar().await;
    let mut phones = Vec::new();
    for number in 0..20 {
        let mut phone = Browser::at(&bar);
        phones.push(tokio::spawn(async move {
            phone.ask_code(&format!("guest{number}@example.org")).await.granted();
            (number, phone)
        }));
    }
    let mut waiting = Vec::new();
    for phone in phones {
        waiting.push(phone.await.expect("no panic"));
    }
    let letters = post.letters();
    for (number, mut phone) in waiting {
        let to = format!("guest{number}@example.org");
        let letter = letters.iter().find(|letter| letter.to == to).expect("it came");
        phone.verify(letter.code()).await.granted();
    }
}
