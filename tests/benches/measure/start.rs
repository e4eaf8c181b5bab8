//! How soon the server answers, in an empty folder and on a day's data.

use std::path::Path;
use std::time::Duration;

use demitasse_tests::Server;
use demitasse_tests::measure::Goal;
use demitasse_tests::measure::goals::{START_EMPTY, START_USED};

use crate::clock::now;
use crate::figures::{median, ms, range};
use crate::table::Table;
use crate::{disk, orders};

/// Starts, each in a folder of its own or all on the same data.
const STARTS: usize = 20;

pub(crate) async fn measure(table: &mut Table) {
    let limit = "expected: the disk's syncs, where it makes the file";
    starts(table, &START_EMPTY, None, limit).await;
    let used = orders::used().await;
    starts(table, &START_USED, Some(used.path()), "").await;
}

/// From the start to the first answer, many times: on data that is used already, or on none.
async fn starts(table: &mut Table, goal: &Goal, used: Option<&Path>, limit: &str) {
    let (mut heard, mut answered) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let empty = disk::folder();
        let began = now();
        let server = Server::serve(used.unwrap_or(empty.path())).await;
        heard.push(began.elapsed());
        server.staff.manager.health().await.expect("it lives");
        answered.push(began.elapsed());
        server.stop().await;
    }
    let as_ms = |span: &Duration| span.as_secs_f64() * 1_000.0;
    let beside = format!(
        "median; {} ms in {STARTS} starts; it says where it listens after {}",
        range(answered.iter().map(as_ms)),
        ms(median(heard))
    );
    table.goal(goal, median(answered.iter().map(as_ms)), beside, limit);
}
