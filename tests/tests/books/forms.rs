//! `demitasse report` in each of its forms, from a bar that runs and from one that has closed.

use std::path::Path;
use std::time::Duration;

use demitasse_shared::client::Client;
use demitasse_shared::order::Step;
use demitasse_shared::report::{Report, ReportDays};
use demitasse_tests::{Auditor, Bar, Finished, Server, run};
use jiff::SignedDuration;
use serde_json::{Value, json};

async fn report(data: &Path, words: &[&str]) -> Finished {
    let data = data.to_str().expect("letters");
    run([&["report", "--data", data], words].concat()).await
}

/// What it printed, where it worked.
async fn said(data: &Path, words: &[&str]) -> String {
    let finished = report(data, words).await;
    assert!(finished.status.success(), "{words:?}: {}", finished.stderr);
    finished.stdout
}

async fn json(data: &Path, words: &[&str]) -> Report {
    let text = said(data, &[words, &["--json"]].concat()).await;
    serde_json::from_str(&text).expect("a report")
}

/// Two days: three orders on the first, one of them cancelled, and one on the second.
async fn two_days() -> Bar {
    let bar = Bar::in_zone("2022-10-14T20:00:00Z", "Europe/Lisbon").await;
    bar.staff.open().await;
    let rui = bar.staff.barista("Rui").await;
    for name in ["Ana", "Ben"] {
        let (_, order) = bar.staff.order(name).await;
        make(&rui, &bar, order.id).await;
    }
    let (_, order) = bar.staff.order("Cem").await;
    rui.step(order.id, Step::Cancel, Some("-1 \"oat\"")).await.expect("nobody has begun");
    bar.advance_to("2022-10-15T08:00:00Z");
    let (_, order) = bar.staff.order("Dora").await;
    make(&rui, &bar, order.id).await;
    bar
}

async fn make(barista: &Client, bar: &Bar, order: demitasse_shared::ids::OrderId) {
    barista.step(order, Step::Make, None).await.expect("it waits");
    bar.advance(SignedDuration::from_secs(40));
    for step in [Step::Complete, Step::Collect] {
        barista.step(order, step, None).await.expect("it is in hand");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_form_tells_what_the_server_tells() {
    let bar = two_days().await;
    let (data, manager) = (bar.data(), &bar.staff.manager);
    let friday = Some("2022-10-14".parse().expect("a day"));
    assert_eq!(json(data, &[]).await, manager.report(None).await.expect("a manager may"));
    let yesterday = json(data, &["--day", "yesterday"]).await;
    assert_eq!(yesterday, manager.report(friday).await.expect("a manager may"));
    assert_eq!(json(data, &["--day", "2022-10-14"]).await, yesterday);
    assert_eq!((yesterday.served, yesterday.cancelled.len()), (2, 1));

    let days: ReportDays =
        serde_json::from_str(&said(data, &["--list", "--json"]).await).expect("the days");
    assert_eq!(days, manager.report_days().await.expect("a manager may"));
    assert_eq!(said(data, &["--list"]).await.lines().count(), 2);

    let several = said(data, &["--from", "2022-10-01", "--json"]).await;
    let several: Vec<Report> = serde_json::from_str(&several).expect("a list");
    let one = said(data, &["--from", "today", "--json"]).await;
    assert!(one.starts_with('['), "several days are a list: {one}");
    assert_eq!(several.iter().map(|day| day.served).collect::<Vec<_>>(), [2, 1]);

    let text = said(data, &["--from", "2022-10-14"]).await;
    assert!(text.starts_with("The test's bar: 14 to 15 October 2022\n"), "{text}");
    assert!(text.contains("By the bar: -1 \"oat\"") && text.contains("So far, at 9:00."), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spreadsheet_gets_a_row_for_each_order_and_no_guest() {
    let bar = two_days().await;
    let rows = said(bar.data(), &["--from", "2022-10-14", "--csv"]).await;
    let lines: Vec<_> = rows.lines().collect();
    assert_eq!(lines.len(), 1 + 4, "{rows}");
    assert!(lines[0].starts_with("\u{feff}day,number,drink,"), "{rows}");
    let first = "2022-10-14,1,Flat white,Oat,no,collected,,,2022-10-14 21:00:00";
    assert!(lines[1].starts_with(first), "{rows}");
    assert!(lines[1].ends_with(",40,40,Rui,60"), "Lisbon is an hour ahead: {rows}");
    assert!(lines[3].contains(r#"cancelled,bar,"'-1 ""oat""""#), "{rows}");
    for guest in ["Ana", "Ben", "Cem", "Dora"] {
        assert!(!rows.contains(guest), "{rows}");
    }
    let figures = said(bar.data(), &["--day", "yesterday", "--csv=figures"]).await;
    assert!(figures.contains("\r\n2022-10-14,drink,Flat white,served,2\r\n"), "{figures}");
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_can_use_the_page() {
    let bar = two_days().await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut addresses = Vec::new();
    for (name, words) in [("day", &["--day", "yesterday"]), ("days", &["--from", "2022-10-14"])] {
        let file = folder.path().join(name).with_extension("html");
        let path = file.to_str().expect("letters");
        let told = said(bar.data(), &[&words[..], &["--html", "--out", path]].concat()).await;
        assert_eq!(told, format!("The report is in {path}.\n"));
        addresses.push(format!("file://{path}"));
    }
    let mut auditor = Auditor::new(Duration::from_mins(5)).await;
    let audit: Value = auditor.ask("axe", json!({ "addresses": addresses })).await;
    auditor.close().await;
    assert_eq!(audit["found"], json!([]), "{audit:#}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_bar_tells_the_same() {
    let data = tempfile::tempdir().expect("a folder");
    let more = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0", "--venue", "Corner Cup"];
    let server = Server::serve_with(data.path(), &more).await;
    server.staff.open().await;
    server.staff.queue(3).await;
    server.staff.complete(&[1, 3]).await;
    demitasse_tests::refusal(server.staff.guest("Ana").await.redeem("0000000000000000").await);
    let open = json(data.path(), &[]).await;
    let rows = said(data.path(), &["--csv"]).await;
    assert!(server.stop().await.success());

    let closed = json(data.path(), &[]).await;
    assert_eq!((closed.served, closed.walk_ups, closed.turned_away.len()), (2, 3, 1));
    assert_eq!(Report { at: open.at, ..closed }, open);
    assert_eq!(said(data.path(), &["--csv"]).await, rows);
    assert!(said(data.path(), &[]).await.starts_with("Corner Cup: "));
    assert_eq!(said(data.path(), &["--list"]).await.lines().count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_no_sense_is_refused_in_words() {
    let data = tempfile::tempdir().expect("a folder");
    let check = async |words: &[&str], code, expected: &str| {
        let finished = report(data.path(), words).await;
        assert_eq!(finished.status.code(), Some(code), "{words:?}: {}", finished.stderr);
        assert!(finished.stderr.contains(expected), "{words:?}: {}", finished.stderr);
        assert_eq!(finished.stdout, "", "{words:?}");
    };
    check(&[], 1, "has never been open").await;
    check(&["--day", "tomorrow"], 2, "say today, yesterday, or a day like 2022-10-14").await;
    check(&["--day", "2022-02-30"], 2, "say today").await;
    check(&["--csv", "--html"], 2, "cannot be used with").await;
    check(&["--to", "today"], 2, "--from").await;
    check(&["--csv=colours"], 2, "orders, figures").await;
    let bar = two_days().await;
    let data = bar.data();
    let backwards = report(data, &["--from", "2022-10-15", "--to", "2022-10-14"]).await;
    assert!(backwards.stderr.contains("is after"), "{}", backwards.stderr);
    let nothing = said(data, &["--from", "2021-01-01", "--to", "2021-01-02"]).await;
    assert_eq!(nothing, "Nothing happened on these days.\n");
}
