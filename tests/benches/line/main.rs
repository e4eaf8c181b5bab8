//! An order on a slow line, by the clock: `cargo bench -p demitasse-tests --bench line`.
//!
//! A Chromium of 390 × 844 that computes four times slower than this machine, on 400 kbit/s with a
//! round trip of 400 ms and a cold cache, orders several times. Beside what the clock says stands
//! what the line alone takes, which `cargo xtask test` holds to its limits (`tests/audit/line.rs`).

use std::time::Duration;

use demitasse_tests::{Auditor, OpenBar, SlowLine, SlowOrder, Stretch};

const ORDERS: usize = 9;

const PATIENCE: Duration = Duration::from_mins(2);

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
async fn main() {
    let bar = OpenBar::with_drinks(100).await;
    let mut auditor = Auditor::new(PATIENCE).await;
    let mut orders = Vec::new();
    for _ in 0..ORDERS {
        let code = bar.staff().window().await.url;
        orders.push(SlowOrder::from(&mut auditor, &code, SlowLine::BAD_MINUTE).await);
    }
    auditor.close().await;
    println!("median of {ORDERS} (least to most), in ms");
    tell("from the scan to the choice", orders.iter().map(|order| order.choice));
    tell("from the tap to the number", orders.iter().map(|order| order.order));
    let bytes = orders.iter().map(SlowOrder::bytes).max().unwrap_or_default();
    println!("bytes from the scan to the number, at most: {bytes}");
}

#[expect(clippy::print_stdout, reason = "the figures are what it is for")]
fn tell(what: &str, stretches: impl Iterator<Item = Stretch>) {
    let (mut walls, mut lines) = (Vec::new(), Vec::new());
    for stretch in stretches {
        walls.push(stretch.wall_ms);
        lines.push(stretch.network_time(SlowLine::BAD_MINUTE).as_millis());
    }
    walls.sort_by(f64::total_cmp);
    lines.sort_unstable();
    let (first, median, last) = (walls[0], walls[ORDERS / 2], walls[ORDERS - 1]);
    let line = lines[ORDERS / 2];
    println!(
        "{what}: {median:.0} by the clock ({first:.0} to {last:.0}), {line} of the line alone"
    );
}
