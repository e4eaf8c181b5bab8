//! What building a frame takes: deciding what is shown, laying it out, making triangles of it. Only
//! painting them is left to the graphics card.

use std::time::Duration;

use demitasse_kiosk::Panel;
use demitasse_shared::client::{Steady, Update};
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::Snapshot;
use demitasse_shared::monitor::sample::{Sample, venue};
use demitasse_shared::order::OrderState;

use crate::clock::now;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::{ms, percentile};

/// Orders on the board.
const ORDERS: u32 = 100;

/// Frames before the first that counts: letters are drawn the first time that they are needed.
const WARM: usize = 50;

pub(crate) fn measure(table: &mut Table, frames: usize) {
    let steady = Steady::manual();
    let mut panel = Panel::new(steady.clone());
    panel.set_venue(venue(&[]));
    panel.take(Update::Snapshot(Box::new(full())));
    let mut triangles = 0;
    let mut build = || {
        // The countdown goes on with each, as on the wall.
        steady.advance(Duration::from_millis(20));
        let began = now();
        triangles = panel.build(&panel.screen(), 1920.0, 1080.0).triangles;
        began.elapsed()
    };
    for _ in 0..WARM {
        build();
    }
    let spans: Vec<_> = (0..frames).map(|_| build()).collect();
    table.row(
        format!("building a frame, {ORDERS} orders"),
        ms(percentile(&spans, 50)),
        format!(
            "p99 {}, {frames} frames of {triangles} triangles; goal: 1 ms at most",
            ms(percentile(&spans, 99))
        ),
    );
}

/// A bar with its hands full.
fn full() -> Snapshot {
    let mut snapshot = Sample::Rush.snapshot().expect("the bar is open");
    let orders = std::mem::take(&mut snapshot.orders);
    let shown = orders.iter().filter(|order| order.number.is_some()).cycle();
    for (number, order) in (1..=ORDERS).zip(shown) {
        let mut order = order.clone();
        (order.id, order.number) = (OrderId(number.into()), Some(number));
        snapshot.orders.push(order);
    }
    let ready = |snapshot: &Snapshot| {
        snapshot.orders.iter().filter(|order| order.state == OrderState::Ready).count()
    };
    assert!(ready(&snapshot) > 0, "some are ready");
    snapshot.settings.capacity = 10 * ORDERS;
    snapshot
}
