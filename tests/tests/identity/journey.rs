//! What became of an order, for its own guest and for whoever has the link.

use demitasse::app::Reader;
use demitasse::clock::Clock;
use demitasse::config::Config;
use demitasse_shared::api::{Role, route};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_tests::{Bar, at, flat_white, stranger, within};
use reqwest::Method;
use serde_json::{Value, json};

use crate::browser::Browser;

async fn named(bar: &Bar, name: &str) -> Browser {
    let mut browser = Browser::at(bar);
    browser.post("/api/session", &json!({ "name": name })).await.granted();
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn a_journey_names_each_step_with_its_time() {
    let venue = Config { barista_names: true, ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", venue).await;
    bar.staff.open().await;
    let mut ana = named(&bar, "Ana").await;
    let place = ana.redeem(&bar).await.granted();
    let id = place.body["order"]["id"].as_i64().expect("an id");
    bar.advance_to("2022-10-14T12:51:20Z");
    let drink = json!({ "drink": "flat-white", "options": ["oat"], "note": "hot" });
    ana.ask(Method::PUT, &format!("/api/orders/{id}/drink"), &drink).await.granted();
    let (rui, eva) = (bar.staff.barista("Rui").await, bar.staff.barista("Eva").await);
    for (time, hands, step) in [
        ("2022-10-14T12:52:00Z", &rui, Step::Make),
        ("2022-10-14T12:52:10Z", &rui, Step::Unmake),
        ("2022-10-14T12:53:00Z", &eva, Step::Make),
        ("2022-10-14T12:54:30Z", &eva, Step::Complete),
        ("2022-10-14T12:55:00Z", &eva, Step::Collect),
    ] {
        bar.advance_to(time);
        hands.step(OrderId(id), step, None).await.expect("it is theirs");
    }

    let mut journey = ana.get(&format!("/api/orders/{id}/journey")).await.granted().body;
    let share = journey["share"].take();
    let share = share.as_str().expect("it can be shared").to_owned();
    assert_eq!(
        journey,
        json!({
            "number": 1, "state": "collected", "share": null,
            "drink": "flat-white", "drink_name": "Flat white",
            "options": ["oat"], "option_names": ["Oat"],
            "steps": [
                { "kind": "reserved", "at": "2022-10-14T12:51:00Z" },
                { "kind": "submitted", "at": "2022-10-14T12:51:20Z" },
                { "kind": "making", "at": "2022-10-14T12:52:00Z", "by": "Rui" },
                { "kind": "unmade", "at": "2022-10-14T12:52:10Z" },
                { "kind": "making", "at": "2022-10-14T12:53:00Z", "by": "Eva" },
                { "kind": "ready", "at": "2022-10-14T12:54:30Z" },
                { "kind": "collected", "at": "2022-10-14T12:55:00Z" },
            ],
        })
    );
    assert!(share.starts_with(&format!("/j/{id}-")) && share.len() < 30, "{share}");
    let path = format!("/api/orders/{id}/journey");
    named(&bar, "Ben").await.get(&path).await.refused(404, "not_found");
    Browser::at(&bar).get(&path).await.refused(401, "not_signed_in");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_the_link_sees_number_drink_and_times() {
    let venue = Config { barista_names: true, ..Config::default() };
    let data = tempfile::tempdir().expect("a folder");
    let config = Config { data: data.path().to_owned(), zone: Some("UTC".to_owned()), ..venue };
    let clock = Clock::manual(at("2022-10-14T12:51:00Z"));
    let address = "127.0.0.1:80".parse().expect("an address");
    let bar = demitasse::open(&config, &clock, address).expect("a fresh bar");
    let guest = bar.sign_in(None, "Zebulonia", None).await.expect("a name").guest.id;
    let open = demitasse_shared::api::ShopChange::OPEN;
    bar.set_shop(demitasse::domain::event::Actor::Local, open).await.expect("it opens");
    let code = bar.hub().snapshot().window.expect("a code").code;
    let place = bar.redeem(guest, &code).await.expect("a place");
    let submit = demitasse_shared::api::Submit {
        note: Some("for Xanthippe".to_owned()),
        ..demitasse_tests::flat_white()
    };
    bar.submit(guest, place.id, submit).await.expect("it is on the menu");

    let path = bar.share_path(place.id);
    let word = path.strip_prefix("/j/").expect("its address");
    let shared = bar.shared_journey(word).await.expect("the link is good while it waits");
    let text = serde_json::to_value(&shared).expect("JSON");
    assert_eq!((&text["number"], &text["drink"]), (&json!(1), &json!("flat-white")));
    assert_eq!(text["steps"].as_array().map(Vec::len), Some(2));
    assert_eq!((&text["share"], &text["note"]), (&Value::Null, &Value::Null));
    for personal in ["Zebulonia", "Xanthippe"] {
        assert!(!text.to_string().contains(personal), "{text}");
    }
    let own = bar.journey(Reader::Guest(guest), place.id).await.expect("her own");
    assert_eq!((own.share.as_deref(), own.steps), (Some(path.as_str()), shared.steps));

    let other = bar.share_path(OrderId(place.id.0 + 1));
    let (_, others) = other.split_once('-').expect("a word");
    let guessed = format!("{}-{others}", place.id);
    for no in [&guessed, "", "1", "1-", "x-y", &word[..word.len() - 1], &format!("{word}0")] {
        assert!(bar.shared_journey(no).await.is_err(), "{no}");
    }
}

/// The words of an order's journey, as a manager reads them.
async fn kinds(bar: &Bar, id: OrderId) -> Vec<String> {
    let token = bar.staff.token(Role::Manager, "Eva").await;
    let journey = stranger()
        .get(format!("{}{}", bar.staff.manager.base(), route::order_journey(id)))
        .header("authorization", format!("Bearer {token}"))
        .send();
    let journey = within("the journey", journey).await.expect("it answers");
    let journey: Value = journey.json().await.expect("it is JSON");
    let steps = journey["steps"].as_array().expect("steps").iter();
    steps.map(|step| step["kind"].as_str().expect("a word").to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_that_an_order_can_go_is_told() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let rui = bar.staff.barista("Rui").await;
    let (ana, withdrawn) = bar.staff.order("Ana").await;
    ana.step(withdrawn.id, Step::Cancel, None).await.expect("nobody has begun");
    let (_, cancelled) = bar.staff.order("Ben").await;
    rui.step(cancelled.id, Step::Cancel, Some("Out of milk")).await.expect("with a reason");
    let (_, fetched) = bar.staff.order("Cem").await;
    for step in [Step::Make, Step::Complete, Step::Recall, Step::Complete] {
        rui.step(fetched.id, step, None).await.expect("it is his");
    }
    let walked_up = rui.walk_up(&flat_white(), "once").await.expect("it is on the menu");
    bar.advance_to("2022-10-14T13:06:00Z");
    monitor.board("nothing left", |board| board.orders().next().is_none()).await;

    for (id, path) in [
        (withdrawn.id, "reserved submitted withdrawn"),
        (cancelled.id, "reserved submitted cancelled"),
        (fetched.id, "reserved submitted making ready recalled ready aged_out"),
        (walked_up.id, "walked_up expired"),
    ] {
        assert_eq!(kinds(&bar, id).await.join(" "), path);
    }
}
