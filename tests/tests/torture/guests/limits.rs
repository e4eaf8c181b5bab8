//! Who wants more than the others.

use std::collections::BTreeSet;

use demitasse_shared::api::{Submit, route};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::order::OrderState;
use demitasse_tests::{Bar, flat_white, refusal, stranger, within};
use futures_util::future::join_all;
use reqwest::header::{COOKIE, SET_COOKIE};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_choices_at_once_are_one_order() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let eve = bar.staff.guest("Eve").await;
    let place = eve.redeem(&bar.staff.window().await.code).await.expect("there is room");
    let espresso = Submit { drink: "espresso".into(), options: Vec::new(), note: None };
    let choices = (0..100).map(|number| {
        let choice = if number % 2 == 0 { flat_white() } else { espresso.clone() };
        let eve = eve.clone();
        tokio::spawn(async move { eve.submit(place.id, &choice).await })
    });

    let answers = within("an answer to every choice", join_all(choices)).await;

    let taken = answers.into_iter().filter_map(|answer| answer.expect("no panic").ok());
    let drinks: BTreeSet<_> =
        taken.map(|order| (order.number, json!(order.chosen).to_string())).collect();
    assert_eq!(drinks.len(), 1, "one number, one drink: {drinks:?}");
    let board = bar.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(board.orders.iter().filter(|order| order.state == OrderState::Waiting).count(), 1);
    let more = eve.redeem(&bar.staff.window().await.code).await;
    assert!(more.is_ok_and(|order| order.id == place.id), "the code gives the same order again");
}

#[tokio::test(flavor = "multi_thread")]
async fn places_that_nobody_uses_come_back() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let mut monitor = bar.staff.monitor().await;
    let code = bar.staff.window().await.code;
    for number in 0..10 {
        let made_up = bar.staff.guest(&format!("Eve {number}")).await;
        made_up.redeem(&code).await.expect("a place");
    }
    let ana = bar.staff.guest("Ana").await;
    let no = refusal(ana.redeem(&code).await);
    assert_eq!(no.code, RefusalCode::SoldOut);

    let next = no.retry_at.expect("it says when");
    bar.advance_to(&next.to_string());
    let turned = |board: &demitasse_shared::board::Board| {
        board.window.as_ref().is_some_and(|window| window.code != code)
    };
    monitor.board("the next code", turned).await;
    let code = bar.staff.window().await.code;
    let place = ana.redeem(&code).await.expect("when it was told, there is a place");
    ana.submit(place.id, &flat_white()).await.expect("it is kept");
    bar.advance_to("2022-10-14T12:56:00Z");
    let hoarders_are_gone = |board: &demitasse_shared::board::Board| board.orders().count() == 1;
    monitor.board("the hoarded places to lapse", hoarders_are_gone).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planted_session_is_never_taken_up() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let address = |path: &str| format!("{}{path}", bar.staff.manager.base());
    let planted = "demitasse_session=0123456789abcdef0123456789abcdef";
    let ask = stranger().post(address(route::SESSION)).header(COOKIE, planted);
    let answer = within("an answer", ask.json(&json!({ "name": "Ana" })).send()).await;
    let answer = answer.expect("an answer");
    let given = answer.headers()[SET_COOKIE].to_str().expect("text").to_owned();
    assert!(given.starts_with("demitasse_session=") && !given.starts_with(planted), "{given}");
    let eve = stranger().get(address(route::ORDERS)).header(COOKIE, planted).send();
    let eve = within("an answer", eve).await.expect("an answer");
    assert_eq!(eve.status(), 401, "whoever planted it knows nothing");
}
