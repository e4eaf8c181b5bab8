//! Starting with a year of journal, beside starting with none.

use std::path::Path;
use std::time::Duration;

use demitasse_shared::api::route;
use demitasse_tests::Server;

use crate::clock::now;
use crate::counter::Counter;
use crate::figures::{median, ms, spread};
use crate::load::address;
use crate::past;
use crate::table::Table;

/// A year that leaves two million rows.
const DAYS: u32 = 365;
const ROWS: u32 = 2_000_000;

/// Starts on each, by turns; the median counts.
const STARTS: usize = 10;

/// How long it took until the server said that it listens, and its first answer: the whole board.
struct Start {
    listens: Duration,
    answers: Duration,
}

pub(crate) async fn measure(table: &mut Table) {
    let used = past::of(ROWS / DAYS / past::ROWS + 1, DAYS).await;
    let empty = past::of(0, 0).await;
    let (mut late, mut early) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        early.push(start(empty.path()).await);
        late.push(start(used.path()).await);
    }
    let middle = |starts: &[Start]| median(starts.iter().map(|start| start.listens));
    let (year, none) = (middle(&late), middle(&early));
    table.row(
        format!("start with {ROWS} rows of journal, of a start with none"),
        format!("{:.2}", year.div_duration_f64(none)),
        format!("{} and {} until it listens", ms(year), ms(none)),
    );
    let answers: Vec<_> = late.iter().map(|start| start.answers).collect();
    table.row(
        "the first answer after it",
        ms(median(answers.iter().copied())),
        format!("the whole board: {}", spread(&answers)),
    );
}

async fn start(data: &Path) -> Start {
    let began = now();
    let server = Server::serve(data).await;
    let listens = began.elapsed();
    let mut counter = Counter::of(data, address(&server.staff.manager)).await;
    let answers = counter.ask("GET", route::BOARD, "").await;
    server.stop().await;
    Start { listens, answers }
}
