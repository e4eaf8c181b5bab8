//! "Forget me": what says who a guest is goes from every file; counts and numbers stay.

use std::fs;
use std::path::Path;

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, stranger};
use reqwest::Method;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::post::open_bar;

const NAME: &str = "Zebulonia";
const NOTE: &str = "extra-hot-for-xanthippe";

/// The files of a data directory that hold this text.
fn holding(data: &Path, text: &str) -> Vec<String> {
    let files = fs::read_dir(data).expect("a folder").map(|entry| entry.expect("a file").path());
    let holds = |path: &std::path::PathBuf| {
        let bytes = fs::read(path).expect("it can be read");
        bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
    };
    files
        .filter(|path| path.is_file())
        .filter(holds)
        .map(|path| path.display().to_string())
        .collect()
}

async fn forget(browser: &mut Browser) -> crate::browser::Answer {
    browser.post(route::SESSION_FORGET, &Value::Null).await
}

/// Takes an order to its end.
async fn serve(bar: &Bar, id: i64) {
    let barista = bar.staff.barista("Rui").await;
    for step in [Step::Make, Step::Complete, Step::Collect] {
        barista.step(OrderId(id), step, None).await.expect("it is his");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_forgotten_guest_is_left_in_any_file() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut ana = Browser::at(&bar);
    ana.post(route::SESSION, &json!({ "name": NAME })).await.granted();
    let id = ana.order(&bar, NOTE).await;
    let mut monitor = bar.staff.monitor().await;
    // Others order meanwhile, so that the words stand on pages that fill and split.
    for number in 0..9 {
        bar.staff.order(&format!("Guest {number}")).await;
    }
    assert!(!holding(bar.data(), NAME).is_empty() && !holding(bar.data(), NOTE).is_empty());

    let open = forget(&mut ana).await.refused(409, "has_open_order");
    assert_eq!(open.body["order"], json!(id));
    serve(&bar, id).await;
    let before = ana.get("/api/orders").await.granted();
    let gone = forget(&mut ana).await;
    assert_eq!(gone.status, 204);

    assert_eq!(holding(bar.data(), NAME), Vec::<String>::new());
    assert_eq!(holding(bar.data(), NOTE), Vec::<String>::new());
    assert!(!ana.has("demitasse_session"));
    let order = bar.staff.manager.order(OrderId(id)).await.expect("the order stays");
    let was = &before.body["orders"][0];
    assert_eq!(was["note"], json!(NOTE), "it was there");
    assert_eq!(
        (json!(order.number), json!(order.state)),
        (was["number"].clone(), was["state"].clone())
    );
    let chosen = order.chosen.expect("so does the drink");
    assert_eq!((chosen.drink.as_str(), chosen.note), ("flat-white", None));
    // A screen goes on as if nothing had been.
    monitor.board("the others", |board| board.waiting().len() == 9).await;
}

/// Rows that grow make pages split, and what stood on a page moves to another.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_many_forgotten_guests_is_left_where_rows_have_moved() {
    let bar = Bar::at("2022-10-14T12:51:00Z").await;
    let roomy = Settings { window_drinks: 100, capacity: 100, ..Settings::default() };
    bar.staff.rule(&roomy).await;
    bar.staff.open().await;
    let mut guests = Vec::new();
    for number in 0..60 {
        let mut guest = Browser::at(&bar);
        let name = format!("{NAME} {number}");
        guest.post(route::SESSION, &json!({ "name": name })).await.granted();
        let place = guest.redeem(&bar).await.granted();
        guests.push((guest, place.body["order"]["id"].as_i64().expect("an id")));
    }
    for (guest, id) in guests.iter_mut().rev() {
        let drink = json!({ "drink": "espresso", "note": format!("{NOTE} {id}").repeat(3) });
        guest.ask(Method::PUT, &format!("/api/orders/{id}/drink"), &drink).await.granted();
    }
    assert!(!holding(bar.data(), NAME).is_empty() && !holding(bar.data(), NOTE).is_empty());
    for (guest, id) in &mut guests {
        guest.post(&format!("/api/orders/{id}/cancel"), &Value::Null).await.granted();
        assert_eq!(forget(guest).await.status, 204);
    }
    assert_eq!(holding(bar.data(), NAME), Vec::<String>::new());
    assert_eq!(holding(bar.data(), NOTE), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn screens_that_come_back_are_not_told_what_was_forgotten() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let start = bar.staff.manager.board().await.expect("a manager sees it").seq;
    let mut ana = Browser::at(&bar);
    ana.post(route::SESSION, &json!({ "name": NAME })).await.granted();
    let id = ana.order(&bar, NOTE).await;
    let barista = bar.staff.barista("Rui").await;
    for step in [Step::Make, Step::Complete] {
        barista.step(OrderId(id), step, None).await.expect("it is his");
    }
    assert!(missed(&bar, start.0).await.contains(NOTE));
    assert_eq!(forget(&mut ana).await.status, 204, "it stands on the counter already");

    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert!(!serde_json::to_string(&board).expect("JSON").contains(NOTE));
    let told = missed(&bar, start.0).await;
    assert!(told.contains("\"state\":\"ready\""), "{told}");
    assert!(!told.contains(NOTE), "{told}");
}

/// What a screen is told that saw `seen` last.
async fn missed(bar: &Bar, seen: i64) -> String {
    let manager = bar.staff.token(demitasse_shared::api::Role::Display, "Back again").await;
    let mut stream = demitasse_tests::within(
        "the stream",
        stranger()
            .get(format!("{}{}", bar.staff.manager.base(), route::LIVE))
            .header("authorization", format!("Bearer {manager}"))
            .header("last-event-id", seen.to_string())
            .send(),
    )
    .await
    .expect("it answers");
    let mut told = String::new();
    while !told.contains("event: beat") {
        let chunk =
            demitasse_tests::within("more of it", stream.chunk()).await.expect("it is open");
        told.push_str(&String::from_utf8_lossy(&chunk.expect("it goes on")));
    }
    assert!(!told.contains("event: snapshot"), "the rows reach back far enough");
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn the_limits_of_the_day_hold_and_end_with_it() {
    let (bar, post) = open_bar().await;
    let mut ana = post.guest(&bar, "ana@example.org").await;
    let id = ana.order(&bar, "").await;
    serve(&bar, id).await;
    assert_eq!(forget(&mut ana).await.status, 204);
    ana.get(route::ORDERS).await.refused(401, "not_signed_in");

    let mut again = post.guest(&bar, "ana@example.org").await;
    assert_eq!(again.drinks_left().await, 2, "the same person, the same day");
    assert_eq!(forget(&mut again).await.status, 204);

    bar.advance_to("2022-10-15T00:00:00Z");
    let mut new = post.guest(&bar, "ana@example.org").await;
    let orders = new.get(route::ORDERS).await.granted();
    assert_eq!(orders.body["drinks_left"], json!(3));
    let back = new.get(&format!("/api/orders/{id}")).await;
    back.refused(404, "not_found");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_stands_in_no_file_at_any_time() {
    let (bar, post) = open_bar().await;
    let mut ana = post.guest(&bar, "zebulonia@example.org").await;
    let mut waiting = Browser::at(&bar);
    waiting.ask_code("xanthippe@example.org").await.granted();
    let code = post.last();
    ana.order(&bar, "").await;
    for text in ["zebulonia", "xanthippe", code.code()] {
        assert_eq!(holding(bar.data(), text), Vec::<String>::new(), "{text}");
    }
}
