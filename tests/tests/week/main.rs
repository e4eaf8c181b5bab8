//! A week at the bar, in seconds: the real bar on a clock that only the test moves, the bytes of
//! its live hub, read as every screen reads them, and the monitor's own model and painting.
//!
//! Windows turn, rushes come, drinks run out, the house is full, the bar pauses, closes and sleeps,
//! the line breaks two hundred times. Time goes from event to event, and after each of them the
//! panel is held to what the bar knows: see [`witness`]. Chance is seeded; `cargo xtask torture`
//! takes other seeds, or as many weeks as one likes.

mod bar;
mod counter;
mod guests;
mod line;
mod plan;
mod story;
mod witness;

use demitasse_tests::Ordeal;
use story::Story;

/// How often the line breaks in the week.
const BREAKS: u32 = 200;

#[tokio::test]
async fn a_week_on_the_wall() {
    for seed in Ordeal::of("week", 1).seeds() {
        a_week(seed).await;
    }
}

#[expect(clippy::print_stdout, reason = "the test's own output, shown where it fails")]
async fn a_week(seed: u64) {
    let week = Story::begin(seed).await.live(BREAKS).await;
    println!("{week:#?}");
    assert!(week.breaks >= BREAKS, "the line broke {} times", week.breaks);
    assert!(week.restarts >= 7, "every night the server starts anew");
    assert!(week.codes > 500 && week.scans > 500, "guests saw a code and got what it promised");
    assert!(week.readies > 300, "drinks came onto the counter");
    for (face, times) in [
        ("sold out", week.sold_out),
        ("full", week.full),
        ("paused", week.paused),
        ("closed", week.closed),
        ("at rest", week.night),
        ("turning", week.turning),
        ("line lost", week.line_lost),
    ] {
        assert!(times > 0, "the monitor was never {face}: the week proves nothing of it");
    }
}
