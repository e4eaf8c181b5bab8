//! What an order costs late in the day, beside what it costs early: the server's own time on a core,
//! whatever else the machine does meanwhile.
//!
//! The day before, with guests of its own, is laid into the database. Early and late the same is done
//! with the same on the board: what grows is the day, not the queue.

use std::fs;
use std::path::Path;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_tests::Server;
use demitasse_tests::measure::goals::{DAY_BOARD, DAY_PLACE, DAY_REPORT, DAY_STEP};
use tempfile::TempDir;

use crate::children::{SERVER, child};
use crate::counter::Counter;
use crate::effort::Effort;
use crate::figures::{median, ms};
use crate::load::address;
use crate::past::{self, Day};
use crate::rush::{each, sign_in, visit};
use crate::table::Table;
use crate::{disk, orders};

/// Orders that were placed before, and those that are.
const EARLY: u32 = 100;
const LATE: u32 = 100_000;

/// Orders of the day before: what the report of one day costs is that day's.
const YESTERDAY: u32 = 300;

/// What stands on the board while it is read.
const ON_BOARD: usize = 20;

/// How often each thing is done in one look.
const GUESTS: usize = 2_000;
const SERVED: usize = 300;
const BOARDS: usize = 1_000;
const REPORTS: usize = 200;
const LONG_REPORTS: usize = 3;

/// Guests at once.
const AT_ONCE: usize = 64;

/// Looks at each, early and late by turns; the median counts.
const ROUNDS: usize = 3;

/// The time on a core that one of each takes.
struct Costs {
    place: Duration,
    step: Duration,
    board: Duration,
    report: Duration,
    /// The report of today.
    today: Duration,
}

/// One of the costs.
type Cost = fn(&Costs) -> Duration;

pub(crate) async fn measure(table: &mut Table) {
    let [early, late] = [laid(EARLY).await, laid(LATE).await];
    let mut costs = Vec::new();
    for _ in 0..ROUNDS {
        costs.push([look(&early).await, look(&late).await]);
    }
    let goals: [(_, Cost, _); 4] = [
        (&DAY_PLACE, |costs| costs.place, format!("{GUESTS} guests, {AT_ONCE} at once")),
        (&DAY_STEP, |costs| costs.step, format!("{SERVED} orders, one after the other")),
        (&DAY_BOARD, |costs| costs.board, format!("{ON_BOARD} orders on it")),
        (&DAY_REPORT, |costs| costs.report, format!("of the day before, with {YESTERDAY} orders")),
    ];
    for (goal, cost, which) in goals {
        let early = median(costs.iter().map(|[early, _]| cost(early)));
        let late = median(costs.iter().map(|[_, late]| cost(late)));
        let [late_micros, early_micros] = [late, early].map(|cost| cost.as_secs_f64() * 1e6);
        let beside =
            format!("{late_micros:.1} µs and {early_micros:.1} µs on a core each; {which}");
        table.goal(goal, late.div_duration_f64(early), beside, "");
    }
    let today = median(costs.iter().map(|[_, late]| late.today));
    let what = "order 100,000: CPU of the same day's report";
    table.row(what, ms(today), "it reads all of the day's orders, beside everybody's way");
}

/// A bar's data with so many orders today.
async fn laid(orders: u32) -> TempDir {
    past::of_guests(&[Day { back: 1, orders: YESTERDAY }, Day { back: 0, orders }]).await
}

/// Does everything once on a copy of the data.
async fn look(laid: &TempDir) -> Costs {
    let data = disk::folder();
    copy(laid.path(), data.path());
    let server = orders::open(&data, orders::MANY).await;
    let days = server.staff.manager.report_days().await.expect("there are figures").days;
    let [yesterday, today] = days[..] else { panic!("two days are laid: {days:?}") };
    let report = |day| format!("{}?day={day}", route::REPORT);

    let mut counter = Counter::of(data.path(), address(&server.staff.manager)).await;
    let step = step(&mut counter).await;
    for _ in 0..ON_BOARD {
        counter.enter().await;
    }
    let board = ask(&mut counter, route::BOARD, BOARDS).await;
    let long = ask(&mut counter, &report(today), LONG_REPORTS).await;
    let report = ask(&mut counter, &report(yesterday), REPORTS).await;
    let place = place(&server).await;
    server.stop().await;
    Costs { place, step, board, report, today: long }
}

/// Copies a folder of files.
fn copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).expect("a folder") {
        let file = file.expect("a file").path();
        let name = file.file_name().expect("files have names");
        fs::copy(&file, to.join(name)).expect("the disk has room");
    }
}

/// A barista serves orders that were entered before the clock starts.
async fn step(counter: &mut Counter) -> Duration {
    let first = counter.enter().await;
    counter.serve(first).await;
    let mut entered = Vec::new();
    for _ in 0..SERVED {
        entered.push(counter.enter().await);
    }
    let effort = Effort::begin(child(SERVER));
    for id in entered {
        counter.serve(id).await;
    }
    effort.of_each(3 * SERVED)
}

/// Guests redeem and submit.
async fn place(server: &Server) -> Duration {
    let at = address(&server.staff.manager);
    let code = server.staff.window().await.code;
    let guests = sign_in(at, AT_ONCE, GUESTS).await;
    let effort = Effort::begin(child(SERVER));
    each(at, AT_ONCE, GUESTS, async |line, number| visit(line, &guests[number], &code).await).await;
    effort.of_each(2 * GUESTS)
}

/// Asks the same again and again; once before the clock starts.
async fn ask(counter: &mut Counter, path: &str, times: usize) -> Duration {
    counter.ask("GET", path, "").await;
    let effort = Effort::begin(child(SERVER));
    for _ in 0..times {
        counter.ask("GET", path, "").await;
    }
    effort.of_each(times)
}
