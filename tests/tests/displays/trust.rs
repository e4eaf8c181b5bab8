//! The promise: no code is shown that is not known to be good.

use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, Line, Tablets};

use crate::{hang_up, scan, shown};

/// A line that was silent for ten seconds counts as dead; the page looks five times a second, and
/// has so much time left on a machine that does much else.
const DEAD_MS: u32 = 13_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_falls_silent_takes_its_code_along_and_brings_it_back() {
    let (bar, mut monitors) = shown().await;
    bar.queue(1).await;
    monitors.does(0, "shows", "preparing 1").await;

    bar.freeze(async || {
        let took: u32 = monitors.does(0, "codeless", "").await.parse().expect("milliseconds");
        assert!(took <= DEAD_MS, "the code stood there for {took} ms");
        monitors.does(0, "says", "No code just now").await;
        monitors.does(0, "says", "The line is down.").await;
        monitors.does(0, "shows", "preparing 1").await;
    })
    .await;

    monitors.does(0, "code", "").await;
    let said = scan(&mut monitors).await;
    assert!(bar.has_shown(&said).await, "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_dies_takes_its_code_along_and_the_next_one_shows_its_own() {
    let (mut bar, mut monitors) = shown().await;
    bar.pull_the_plug(async || {
        monitors.does(0, "codeless", "").await;
        monitors.does(0, "says", "No code just now").await;
    })
    .await;
    bar.queue(3).await;
    monitors.does(0, "code", "").await;
    monitors.does(0, "shows", "preparing 3").await;
    let said = scan(&mut monitors).await;
    assert!(bar.has_shown(&said).await, "{said}");
    assert_eq!(monitors.does(0, "faults", "").await, "[]");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_goes_with_its_window_although_nobody_says_so() {
    let bar = Bar::at("2022-10-14T12:00:00Z").await;
    let settings = Settings { window_minutes: 5, ..Settings::default() };
    bar.staff.rule(&settings).await;
    bar.staff.open().await;
    bar.advance_to("2022-10-14T12:04:00Z");
    let line = Line::to(&bar.staff.manager).await;
    let mut monitors = Tablets::monitors().await;
    hang_up(&mut monitors, &line.url("http://bar/"), &bar.staff).await;
    monitors.does(0, "code", "").await;

    // The last that it hears is how late it is.
    bar.advance_to("2022-10-14T12:04:55Z");
    bar.staff.queue(1).await;
    monitors.does(0, "shows", "preparing 1").await;
    line.fall_silent();

    // Long before the line counts as dead.
    let took: u32 = monitors.does(0, "codeless", "").await.parse().expect("milliseconds");
    assert!(took <= 5_500, "the code stood there for {took} ms");
    monitors.does(0, "says", "One moment").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_that_was_dark_shows_no_code_before_the_server_has_spoken() {
    let (bar, mut monitors) = shown().await;
    monitors.does(0, "dark", "").await;
    assert_eq!(monitors.does(0, "has", "").await, "false");
    bar.freeze(async || {
        monitors.does(0, "bright", "").await;
        assert_eq!(monitors.does(0, "has", "").await, "false");
    })
    .await;
    monitors.does(0, "code", "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_that_was_put_aside_goes_on_by_itself() {
    let (_bar, mut monitors) = shown().await;
    monitors.does(0, "freeze", "").await;
    assert_eq!(monitors.does(0, "has", "").await, "false");
    monitors.does(0, "resume", "").await;
    monitors.does(0, "code", "").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panel_stays_until_the_server_has_a_page_for_it() {
    let (_bar, mut monitors) = shown().await;
    monitors.does(0, "full", "").await;
    monitors.does(0, "freeze", "").await;
    monitors.does(0, "forget", "").await;
    monitors.does(0, "resume", "").await;
    monitors.does(0, "refused", "").await;
    monitors.does(0, "says", "One moment").await;
    monitors.does(0, "roomy", "").await;
    monitors.does(0, "says", "Pairing code").await;
}
