//! A badge from the venue's list signs in.

use std::fs;

use demitasse::config::Config;
use demitasse_shared::api::{SignInKind, route};
use demitasse_tests::Bar;
use serde_json::json;

use crate::browser::Browser;

const LIST: &str = "Ticket,Attendee\nDM-2022-0001,Ana\nDM-2022-0002,Ben\n";

async fn sign_in(browser: &mut Browser, badge: &str) -> crate::browser::Answer {
    browser.post(route::SESSION, &json!({ "badge": badge })).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_badge_on_the_list_is_one_guest_on_every_phone() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("badges.csv");
    fs::write(&list, LIST).expect("written");
    let venue =
        Config { sign_in: SignInKind::Badge, badges: Some(list.clone()), ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", venue).await;
    bar.staff.open().await;
    let (mut ana, mut tablet) = (Browser::at(&bar), Browser::at(&bar));

    sign_in(&mut ana, "DM-2022-0003").await.refused(404, "unknown_badge");
    sign_in(&mut ana, "Ticket").await.refused(404, "unknown_badge");
    sign_in(&mut ana, " - ").await.refused(400, "invalid_request");
    sign_in(&mut ana, "DM-2022-0001").await.granted();
    ana.order(&bar, "").await;
    sign_in(&mut tablet, "dm 2022 0001").await.granted();
    assert_eq!(tablet.drinks_left().await, 2);

    // Somebody's registration was taken back meanwhile.
    fs::write(&list, LIST.replace("DM-2022-0002,Ben\n", "")).expect("written");
    let bar = bar.restart_at("2022-10-14T12:52:00Z").await;
    sign_in(&mut Browser::at(&bar), "DM-2022-0002").await.refused(404, "unknown_badge");
    let mut again = Browser::at(&bar);
    sign_in(&mut again, "DM20220001").await.granted();
    assert_eq!(again.drinks_left().await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_badges_ends_and_begins_anew_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("badges.csv");
    fs::write(&list, LIST).expect("written");
    let venue = Config { sign_in: SignInKind::Badge, badges: Some(list), ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", venue).await;
    let mut eve = Browser::at(&bar);
    for guess in 0..1_000 {
        sign_in(&mut eve, &format!("guess {guess}")).await.refused(404, "unknown_badge");
    }
    let no = sign_in(&mut eve, "DM-2022-0001").await.refused(429, "too_many_tries");
    assert_eq!(no.text("retry_at"), "2022-10-14T13:01:00Z");
    bar.advance_to("2022-10-14T13:01:00Z");
    sign_in(&mut eve, "DM-2022-0001").await.granted();
}
