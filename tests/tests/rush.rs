//! The rush: the recorded ten minutes of 2022-10-14, through the real programs, in seconds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use demitasse_shared::board::Board;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Feed, Server, View, run};
use serde_json::Value;

const RECORDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/recordings/2022-10-14.csv");

/// Guests in the recording.
const GUESTS: u64 = 85;

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_lets_most_of_it_in() {
    let roomy = Settings { window_drinks: 1_000, capacity: 1_000, ..Settings::default() };
    let (report, view) = rush(&roomy).await;

    assert_eq!(report.redeemed, GUESTS, "there is room for everybody");
    assert_eq!(report.expired, 0);
    // Two of the recorded guests changed their minds.
    assert_eq!((report.served, report.cancelled), (GUESTS - 2, 2));
    assert_eq!(ids(&view).len() as u64, GUESTS, "an order each");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_with_the_usual_settings() {
    let (report, view) = rush(&Settings::default()).await;

    let windows = windows(&view);
    let most = u64::from(Settings::default().window_drinks) * windows.len() as u64;
    assert!(report.served <= most, "{} windows gave {} drinks", windows.len(), report.served);
    assert!(report.served > 0 && report.refused > 0, "it serves some and refuses many");
}

/// What the replay says became of its guests.
#[derive(Debug)]
struct Report {
    redeemed: u64,
    refused: u64,
    served: u64,
    cancelled: u64,
    expired: u64,
}

/// Plays the rush through a bar with these rules, and checks what must hold whatever they are.
async fn rush(settings: &Settings) -> (Report, View) {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    server.staff.rule(settings).await;
    server.staff.open().await;
    let mut monitor = server.staff.monitor().await;
    let mut board = Feed::follow("the barista's board", &server.staff.barista("Ana").await).await;

    let report = replay(data.path()).await;

    assert_eq!(report.served + report.cancelled + report.expired, report.redeemed);
    assert_eq!(report.redeemed + report.refused, GUESTS, "every guest is accounted for");
    let shown = monitor.agrees().await;
    board.agrees().await;
    let view = monitor.view();
    assert_eq!((view.snapshots, view.downs), (1, 0), "one line, from the first scan to the last");
    every_order_has_ended(&view, &shown);
    numbers_have_no_gap(&view);
    (report, view)
}

async fn replay(data: &Path) -> Report {
    let data = data.to_str().expect("a path in letters");
    let played = run(["replay", RECORDING, "--speed", "120", "--json", "--data", data]).await;
    assert!(played.status.success(), "{played:?}");
    let said: Value = serde_json::from_str(&played.stdout).expect("it is JSON");
    let count = |name: &str| said[name].as_u64().unwrap_or_else(|| panic!("{name} in {said}"));
    assert_eq!(count("guests"), GUESTS);
    let refused = said["refused"].as_object().expect("refusals by code").values();
    Report {
        redeemed: count("redeemed"),
        refused: refused.map(|count| count.as_u64().expect("a count")).sum(),
        served: count("served"),
        cancelled: count("cancelled"),
        expired: count("expired"),
    }
}

fn ids(view: &View) -> BTreeSet<i64> {
    view.orders().map(|order| order.id.0).collect()
}

/// The codes that were shown: the one at the beginning, and those that came by a turn.
fn windows(view: &View) -> BTreeSet<String> {
    let later = view.changes.iter().filter_map(|change| match &change.event {
        LiveEvent::Window { window } => window.as_ref(),
        _ => None,
    });
    view.began.window.iter().chain(later).map(|window| window.code.clone()).collect()
}

fn every_order_has_ended(view: &View, shown: &Board) {
    assert_eq!(shown.orders().count(), 0, "nobody waits any more: {shown:?}");
    let last: BTreeMap<_, _> = view.orders().map(|order| (order.id, order.state)).collect();
    for (id, state) in last {
        assert!(!state.is_on_board(), "order {id} was left {state}");
    }
}

/// Numbers run 1, 2, 3 … within each venue day, one order each.
fn numbers_have_no_gap(view: &View) {
    let mut days: BTreeMap<String, BTreeMap<u32, i64>> = BTreeMap::new();
    for order in view.orders() {
        let (Some(number), Some(at)) = (order.number, order.submitted_at) else { continue };
        let day = at.strftime("%F").to_string();
        let whose = *days.entry(day).or_default().entry(number).or_insert(order.id.0);
        assert_eq!(whose, order.id.0, "number {number} was given twice");
    }
    for (day, numbers) in days {
        let expected: Vec<u32> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers.into_keys().collect::<Vec<_>>(), expected, "on {day}");
    }
}
