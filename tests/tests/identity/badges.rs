//! A badge from the venue's list signs in.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use demitasse::config::Config;
use demitasse_shared::api::{SignInKind, route};
use demitasse_tests::{Bar, Finished, Server, run, stranger, within};
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

    // A start takes over the first list only: another one waits for `staff badges`.
    fs::write(&list, LIST.replace("DM-2022-0002,Ben\n", "")).expect("written");
    let bar = bar.restart_at("2022-10-14T12:52:00Z").await;
    sign_in(&mut Browser::at(&bar), "DM-2022-0002").await.granted();
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
    // Whoever stands before the monitor is no part of that.
    bar.staff.open().await;
    let code = bar.staff.window().await.code;
    let from_there = json!({ "badge": "DM-2022-0002", "code": code });
    Browser::at(&bar).post(route::SESSION, &from_there).await.granted();
    bar.advance_to("2022-10-14T13:01:00Z");
    sign_in(&mut eve, "DM-2022-0001").await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_taken_over_while_the_bar_serves() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("badges.csv");
    fs::write(&list, LIST).expect("written");
    let venue =
        Config { sign_in: SignInKind::Badge, badges: Some(list.clone()), ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", venue).await;
    let (mut ben, mut cem) = (Browser::at(&bar), Browser::at(&bar));
    sign_in(&mut ben, "DM-2022-0002").await.granted();
    sign_in(&mut cem, "DM-2022-0003").await.refused(404, "unknown_badge");

    fs::write(&list, "Ticket;Attendee\nDM-2022-0001;Ana\nDM-2022-0003;Cem, the third\n")
        .expect("written");
    assert_eq!(told(&bar, &list, &[]).await, "2 badges are on the list: 1 new, 1 gone.\n");
    sign_in(&mut cem, "DM-2022-0003").await.granted();
    sign_in(&mut Browser::at(&bar), "DM-2022-0002").await.refused(404, "unknown_badge");
    ben.drinks_left().await;

    // A spreadsheet's own way, larger than any other body may be.
    let many: Vec<_> = (0..5_000).map(|number| format!("DM-{number:05}\tSomebody")).collect();
    fs::write(&list, many.join("\n")).expect("written");
    let json = told(&bar, &list, &["--json"]).await;
    assert_eq!(json, "{\"badges\":5000,\"added\":5000,\"removed\":2}\n");
    fs::write(&list, "\n").expect("written");
    let no = run_badges(bar.data(), &list, &[]).await;
    assert!(!no.status.success() && no.stderr.contains("first column"), "{no:?}");
    sign_in(&mut Browser::at(&bar), "DM-00042").await.granted();

    // The file of the start has not heard of it, and does not bring the old list back.
    fs::write(&list, LIST).expect("written");
    let bar = bar.restart_at("2022-10-14T12:52:00Z").await;
    sign_in(&mut Browser::at(&bar), "DM-00042").await.granted();
    sign_in(&mut Browser::at(&bar), "DM-2022-0002").await.refused(404, "unknown_badge");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_taken_over_before_the_bar_serves() {
    let data = tempfile::tempdir().expect("a folder");
    let list = data.path().join("badges.csv");
    fs::write(&list, LIST).expect("written");
    let taken = run_badges(data.path(), &list, &[]).await;
    assert_eq!(taken.stdout, "2 badges are on the list: 2 new, 0 gone.\n", "{taken:?}");
    let more = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--sign-in", "badge"];
    let server = Server::serve_with(data.path(), &more).await;
    let body = json!({ "badge": "DM-2022-0001" });
    let url = format!("http://{}{}", server.address, route::SESSION);
    let signed_in = within("an answer", stranger().post(url).json(&body).send()).await;
    assert_eq!(signed_in.expect("it answers").status(), 200);
}

async fn told(bar: &Bar, list: &Path, more: &[&str]) -> String {
    let finished = run_badges(bar.data(), list, more).await;
    assert!(finished.status.success(), "{finished:?}");
    finished.stdout
}

async fn run_badges(data: &Path, list: &Path, more: &[&str]) -> Finished {
    let args = ["staff", "badges", "--data"].map(OsStr::new).into_iter();
    let args = args.chain([data.as_os_str(), list.as_os_str()]);
    run(args.chain(more.iter().map(OsStr::new))).await
}
