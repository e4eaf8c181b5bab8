//! What an order costs late in the day, beside what it costs early: the server's own time on a core,
//! whatever else the machine does meanwhile.

use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_tests::measure::goals::{DAY_BOARD, DAY_PLACE, DAY_REPORT, DAY_STEP};
use tempfile::TempDir;

use crate::children::{SERVER, busy, child};
use crate::counter::Counter;
use crate::figures::median;
use crate::load::address;
use crate::rush::{each, sign_in, visit};
use crate::table::Table;
use crate::{orders, past};

/// Orders that were placed before, and those that are.
const EARLY: u32 = 100;
const LATE: u32 = 100_000;

/// How often each thing is done in one look: as often as Linux's hundredths of a second need.
const GUESTS: usize = 3_000;
const LOOKS: usize = 600;
const REPORTS: usize = 600;

/// Guests at once.
const AT_ONCE: usize = 64;

/// A day on which nobody came: what the report of one day costs is that day's.
const A_SMALL_DAY: &str = "2020-02-29";

/// Looks at each, early and late by turns; the median counts.
const ROUNDS: usize = 3;

/// The time on a core that each of it takes.
type Costs = [Duration; 4];

pub(crate) async fn measure(table: &mut Table) {
    let mut costs = Vec::new();
    for _ in 0..ROUNDS {
        costs.push([costs_after(EARLY).await, costs_after(LATE).await]);
    }
    let goals = [
        (&DAY_PLACE, ""),
        (&DAY_STEP, ""),
        (&DAY_BOARD, ", with the same orders on it"),
        (&DAY_REPORT, ", of a day on which nobody came"),
    ];
    for (place, (goal, which)) in goals.into_iter().enumerate() {
        let early = median(costs.iter().map(|[early, _]| early[place]));
        let late = median(costs.iter().map(|[_, late]| late[place]));
        let [late_micros, early_micros] = [late, early].map(|cost| cost.as_micros());
        let beside = format!("{late_micros} µs and {early_micros} µs on a core{which}");
        table.goal(goal, late.div_duration_f64(early), beside, "");
    }
}

async fn costs_after(orders: u32) -> Costs {
    let data = past::of(orders, 1).await;
    let place = place(&data).await;
    let server = orders::open(&data, orders::MANY).await;
    let mut counter = Counter::of(data.path(), address(&server.staff.manager)).await;
    let mut entered = Vec::new();
    for _ in 0..LOOKS {
        entered.push(counter.enter().await);
    }
    let before = busy(child(SERVER));
    for id in entered {
        counter.serve(id).await;
    }
    let step = spent(before, 3 * LOOKS);
    let board = ask(&mut counter, route::BOARD, LOOKS).await;
    let path = format!("{}?day={A_SMALL_DAY}", route::REPORT);
    let report = ask(&mut counter, &path, REPORTS).await;
    server.stop().await;
    [place, step, board, report]
}

/// Guests redeem and submit.
async fn place(data: &TempDir) -> Duration {
    let server = orders::open(data, orders::MANY).await;
    let at = address(&server.staff.manager);
    let code = server.staff.window().await.code;
    let guests = sign_in(at, AT_ONCE, GUESTS).await;
    let before = busy(child(SERVER));
    each(at, AT_ONCE, GUESTS, async |line, number| visit(line, &guests[number], &code).await).await;
    let spent = spent(before, 2 * GUESTS);
    server.stop().await;
    spent
}

async fn ask(counter: &mut Counter, path: &str, times: usize) -> Duration {
    let before = busy(child(SERVER));
    for _ in 0..times {
        counter.ask("GET", path, "").await;
    }
    spent(before, times)
}

/// The server's time on a core since, for each of so many.
fn spent(before: Duration, times: usize) -> Duration {
    let times = u32::try_from(times).expect("not that many");
    busy(child(SERVER)).saturating_sub(before) / times
}
