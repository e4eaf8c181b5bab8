//! The use-cases, through HTTP and down to the disk: nothing is turned off.

use demitasse_shared::settings::Settings;
use demitasse_tests::{Bar, fetch, flat_white};
use divan::Bencher;
use tokio::runtime::Runtime;

/// Guests and drinks beyond what a bench comes to.
const MANY: u32 = 100_000;

/// A guest's two answers, each known to be on the disk.
#[divan::bench]
fn scan_and_submit(bencher: Bencher<'_, '_>) {
    let (runtime, bar) = open();
    let code = runtime.block_on(bar.staff.window()).code;
    let guest = || runtime.block_on(bar.staff.guest("Ana"));
    bencher.with_inputs(guest).bench_local_values(|guest| {
        runtime.block_on(async {
            let place = guest.redeem(&code).await.expect("there is a drink");
            guest.submit(place.id, &flat_white()).await.expect("it is on the menu")
        })
    });
}

/// The board as staff read it, with a rush on it.
#[divan::bench]
fn board(bencher: Bencher<'_, '_>) {
    let (runtime, bar) = open();
    runtime.block_on(bar.staff.queue(20));
    bencher.bench_local(|| runtime.block_on(bar.staff.manager.board()).expect("staff see it"));
}

/// The guests' first page.
#[divan::bench]
fn page(bencher: Bencher<'_, '_>) {
    let (runtime, bar) = open();
    let base = bar.staff.manager.base().trim_start_matches("http://").trim_end_matches('/');
    let address = base.parse().expect("an address on this machine");
    bencher.bench_local(|| runtime.block_on(fetch(address, "/", &[])));
}

/// An open bar that has room for everybody, in a folder of its own.
fn open() -> (Runtime, Bar) {
    let runtime = Runtime::new().expect("threads");
    let bar = runtime.block_on(async {
        let bar = Bar::at("2026-09-21T08:00:00Z").await;
        let rules = Settings { window_drinks: MANY, capacity: MANY, ..Settings::default() };
        bar.staff.rule(&rules).await;
        bar.staff.open().await;
        bar
    });
    (runtime, bar)
}
