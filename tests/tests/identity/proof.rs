//! A one-time code proves an address, for the phone that asked and within its measure.

use demitasse::config::Config;
use demitasse_shared::api::{SignInKind, route};
use demitasse_shared::board::Board;
use demitasse_tests::Bar;
use jiff::SignedDuration;
use reqwest::Method;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::post::{Post, another, open_bar};

#[tokio::test(flavor = "multi_thread")]
async fn a_code_by_email_signs_in() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);

    let sent = ana.ask_code(" Ana@EXAMPLE.org ").await;
    assert_eq!(sent.status, 202);
    assert_eq!(
        sent.body,
        json!({
            "to": "Ana@example.org",
            "expires_at": "2022-10-14T12:56:00Z",
            "resend_at": "2022-10-14T12:51:30Z",
        })
    );
    for must in ["demitasse_pending=", "HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(sent.set_cookies[0].contains(must), "{sent:?}");
    }
    ana.redeem(&bar).await.refused(401, "not_signed_in");

    let letter = post.last();
    assert_eq!(letter.to, "Ana@example.org");
    assert!(
        letter.text.starts_with("To: Ana@example.org\nSubject: Your code for The test's bar\n")
    );
    assert!(!letter.text.contains("\n@"), "that line is for short messages");

    let typed = letter.code().replace(char::is_whitespace, "");
    let proved = ana.verify(&format!(" {} {} ", &typed[..3], &typed[3..])).await;
    assert_eq!((proved.status, &proved.body), (200, &json!({})), "nobody was asked for a name");
    assert!(ana.has("demitasse_session") && !ana.has("demitasse_pending"));
    ana.order(&bar, "").await;
    ana.verify(&typed).await.refused(410, "old_proof");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_by_short_message_ends_with_the_line_that_fills_the_form_in() {
    let post = Post::new();
    let https = Some("https://bar.example:8443".to_owned());
    let venue = Config { public_url: https, ..post.venue(SignInKind::Sms) };
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", venue).await;
    let mut ana = Browser::at(&bar);

    let sent = ana.post(route::SESSION, &json!({ "phone": "00351 912-345-678" })).await.granted();
    assert_eq!(sent.text("to"), "+351912345678");
    assert!(sent.set_cookies[0].contains("Secure"), "{sent:?}");
    let letter = post.last();
    assert_eq!(letter.to, "+351912345678");
    let code = letter.code();
    assert!(letter.text.starts_with(&format!("{code} is your code for The test's bar.")));
    assert_eq!(letter.text.lines().last(), Some(format!("@bar.example #{code}").as_str()));
    ana.verify(code).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_ends_after_five_minutes() {
    let (bar, post) = open_bar().await;
    let (mut ana, mut late) = (Browser::at(&bar), Browser::at(&bar));
    ana.ask_code("ana@example.org").await.granted();
    let code = post.last();
    late.ask_code("late@example.org").await.granted();
    let late_code = post.last();

    bar.advance_to("2022-10-14T12:55:59.999Z");
    ana.verify(code.code()).await.granted();
    bar.advance_to("2022-10-14T12:56:00Z");
    late.verify(late_code.code()).await.refused(410, "old_proof");
    late.ask_code("late@example.org").await.granted();
    late.verify(post.last().code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn three_wrong_codes_use_the_right_one_up() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    ana.ask_code("ana@example.org").await.granted();
    let right = post.last();
    let wrong = another(right.code());

    let first = ana.verify(wrong).await.refused(422, "wrong_proof");
    assert!(first.text("detail").contains("2 more tries"), "{}", first.body);
    ana.verify("12345").await.refused(400, "invalid_request");
    let second = ana.verify(wrong).await.refused(422, "wrong_proof");
    assert!(second.text("detail").contains("One more try"), "{}", second.body);
    ana.verify(wrong).await.refused(410, "old_proof");
    ana.verify(right.code()).await.refused(410, "old_proof");

    bar.advance_to("2022-10-14T12:51:30Z");
    ana.ask_code("ana@example.org").await.granted();
    ana.verify(post.last().code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn another_code_takes_the_place_of_the_first_after_half_a_minute() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    ana.ask_code("ana@example.org").await.granted();
    let first = post.last();

    bar.advance_to("2022-10-14T12:51:29.999Z");
    let early = ana.ask_code("ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(early.text("retry_at"), "2022-10-14T12:51:30Z");
    assert_eq!(post.letters().len(), 1);
    bar.advance_to("2022-10-14T12:51:30Z");
    ana.ask_code("ana@example.org").await.granted();
    let second = post.last();
    if first.code() != second.code() {
        ana.verify(first.code()).await.refused(422, "wrong_proof");
    }
    ana.verify(second.code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_was_lost_costs_no_code() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    ana.ask_code("ana@example.org").await.granted();
    let code = post.last();
    // What this phone did, the other does not know of: its answer never came.
    let (mut answered, mut late) = (ana.clone(), ana.clone());
    answered.verify(code.code()).await.granted();

    ana.verify(code.code()).await.granted();
    ana.order(&bar, "").await;
    bar.advance(SignedDuration::from_secs(120));
    late.verify(code.code()).await.refused(410, "old_proof");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_session_cannot_use_the_code() {
    let (bar, post) = open_bar().await;
    let (mut ana, mut eve) = (Browser::at(&bar), Browser::at(&bar));
    ana.ask_code("ana@example.org").await.granted();
    let code = post.last();

    eve.verify(code.code()).await.refused(410, "old_proof");
    eve.ask_code("eve@example.org").await.granted();
    if post.last().code() != code.code() {
        eve.verify(code.code()).await.refused(422, "wrong_proof");
    }
    ana.verify(code.code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_is_one_guest_on_every_phone() {
    let (bar, post) = open_bar().await;
    let mut phone = post.guest(&bar, "ana@example.org").await;
    let id = phone.order(&bar, "").await;

    let mut tablet = post.guest(&bar, "ANA@Example.ORG").await;
    let orders = tablet.get(route::ORDERS).await.granted();
    assert_eq!(orders.body["orders"][0]["id"], json!(id));
    assert_eq!(tablet.drinks_left().await, 2);
    let (first, mut monitor) = (bar.staff.window().await.code, bar.staff.monitor().await);
    bar.advance_to("2022-10-14T12:55:00Z");
    let turned = |board: &Board| board.window.as_ref().is_some_and(|window| window.code != first);
    monitor.board("another code", turned).await;
    let open = tablet.redeem(&bar).await.refused(409, "has_open_order");
    assert_eq!(open.body["order"], json!(id));

    let mut other = post.guest(&bar, "ana@example.com").await;
    assert_eq!(other.drinks_left().await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_signs_in_as_somebody_else_leaves_the_first_session() {
    let (bar, post) = open_bar().await;
    let mut phone = post.guest(&bar, "ana@example.org").await;
    let kept = phone.clone();
    phone.order(&bar, "").await;

    phone.ask_code("ben@example.org").await.granted();
    phone.verify(post.last().code()).await.granted();

    assert_eq!(phone.drinks_left().await, 3, "that is Ben");
    kept.clone().get(route::ORDERS).await.refused(401, "not_signed_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_in_between_changes_nothing() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    ana.ask_code("ana@example.org").await.granted();
    let code = post.last();
    let wrong = another(code.code());
    ana.verify(wrong).await.refused(422, "wrong_proof");

    let bar = bar.restart_at("2022-10-14T12:51:10Z").await;

    let early = ana.ask_code("ana@example.org").await.refused(429, "too_many_tries");
    assert_eq!(early.text("retry_at"), "2022-10-14T12:51:30Z");
    let second = ana.verify(wrong).await.refused(422, "wrong_proof");
    assert!(second.text("detail").contains("One more try"), "{}", second.body);
    ana.verify(code.code()).await.granted();
    ana.order(&bar, "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_cannot_be_sent_costs_nothing() {
    let (bar, post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    ana.ask_code("ana@example.org").await.granted();
    bar.advance_to("2022-10-14T12:51:30Z");

    post.set_broken(true);
    for _ in 0..10 {
        let no = ana.ask_code("ana@example.org").await.refused(503, "unavailable");
        assert!(no.text("detail").contains("Try again"), "{}", no.body);
    }
    let mut ben = Browser::at(&bar);
    ben.ask_code("ben@example.org").await.refused(503, "unavailable");
    assert!(!ben.has("demitasse_pending"), "nobody waits for nothing");
    post.set_broken(false);

    ana.ask_code("ana@example.org").await.granted();
    assert_eq!(post.letters().len(), 2);
    bar.advance_to("2022-10-14T12:52:00Z");
    post.set_broken(true);
    ana.ask_code("ana@example.org").await.refused(503, "unavailable");
    // The code before it is as good as it was.
    ana.verify(post.last().code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_can_find_out_who_has_ordered() {
    let (bar, post) = open_bar().await;
    post.guest(&bar, "ana@example.org").await.order(&bar, "").await;
    let mut answers = Vec::new();
    for email in ["ana@example.org", "new@example.org"] {
        let mut sent = Browser::at(&bar).ask_code(email).await;
        sent.body["to"] = Value::Null;
        let cookie = sent.set_cookies.pop().expect("a cookie");
        let shape = cookie.split_once('.').map(|(token, _)| token.len());
        answers.push((sent.status, sent.body, shape));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_venue_did_not_choose_is_told_what_to_send() {
    let (bar, _post) = open_bar().await;
    let mut ana = Browser::at(&bar);
    let address = json!({ "email": "ana@example.org", "name": "Ana" });
    for body in [json!({ "name": "Ana" }), json!({ "phone": "+351912345678" }), json!({}), address]
    {
        let no = ana.ask(Method::POST, route::SESSION, &body).await.refused(400, "invalid_request");
        assert!(no.text("detail").contains("`email`"), "{}", no.body);
    }
    for bad in ["ana", "ana@example", "-ana@example.org", "ana@example.org\nBcc: e@example.org"] {
        ana.ask_code(bad).await.refused(400, "invalid_request");
    }
    let named = Bar::at("2022-10-14T12:51:00Z").await;
    let no = Browser::at(&named).ask_code("ana@example.org").await.refused(400, "invalid_request");
    assert!(no.text("detail").contains("`name`"), "{}", no.body);
    let no = Browser::at(&named).verify("123456").await.refused(400, "invalid_request");
    assert!(no.text("detail").contains("`name`"), "{}", no.body);
}
