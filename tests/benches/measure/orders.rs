//! Orders placed, every answer durable, beside what the disk and bare HTTP do in the same minute.

use std::time::Duration;

use demitasse_shared::settings::Settings;
use demitasse_tests::Server;
use tempfile::TempDir;

use crate::bare::Bare;
use crate::disk;
use crate::figures::{median, percentile, range, spread};
use crate::load::request;
use crate::rush::{Rush, over_and_over, rush};
use crate::table::Table;

/// Guests at once, and guests in all. One at a time is slow, and needs no more to be steady.
const CROWDS: [(usize, usize); 3] = [(1, 500), (64, 4_000), (256, 8_000)];

/// Each crowd comes so often, each time to a new bar; the median counts.
const ROUNDS: usize = 3;

/// A day's guests.
const DAY: usize = 1_000;

/// What one crowd came to, and what the machine could do in that minute.
struct Round {
    rush: Rush,
    bare: Rush,
    syncs: Vec<Duration>,
}

impl Round {
    fn answers_per_second(&self) -> f64 {
        self.rush.answers_per_second()
    }
}

pub(crate) async fn measure(table: &mut Table) {
    for (at_once, guests) in CROWDS {
        let mut rounds = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push(round(at_once, guests).await);
        }
        tell(table, at_once, guests, &rounds);
    }
}

/// The data of a bar that has had a day's orders.
pub(crate) async fn used() -> TempDir {
    let data = disk::folder();
    let server = open(&data).await;
    rush(&server.staff, 64, DAY).await;
    server.stop().await;
    data
}

/// A bar whose rules let a crowd in.
pub(crate) async fn open(data: &TempDir) -> Server {
    let rules = Settings {
        window_minutes: 60,
        window_drinks: 100_000,
        grace_seconds: 300,
        submit_within_seconds: 3_600,
        unclaimed_after_seconds: 86_400,
        capacity: 100_000,
        ..Settings::default()
    };
    let server = Server::serve(data.path()).await;
    server.staff.rule(&rules).await;
    server.staff.open().await;
    server
}

async fn round(at_once: usize, guests: usize) -> Round {
    let data = disk::folder();
    let server = open(&data).await;
    let mut syncs = disk::syncs();
    let rush = rush(&server.staff, at_once, guests).await;
    syncs.extend(disk::syncs());
    server.stop().await;
    let data = disk::folder();
    let bare = Bare::start(data.path()).await;
    let row = request("POST", "/row", &[], "");
    let bare = over_and_over(bare.address, bare.process(), at_once, 2 * guests, &row).await;
    Round { rush, bare, syncs }
}

fn tell(table: &mut Table, at_once: usize, guests: usize, rounds: &[Round]) {
    let what = |part: &str| format!("orders, {at_once} at once: {part}");
    let middle = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure));
    let spans: Vec<_> = rounds.iter().flat_map(|round| round.rush.spans.iter().copied()).collect();
    table.row(
        what("durable answers"),
        format!("{:.0} /s", middle(Round::answers_per_second)),
        format!(
            "{} in {ROUNDS} rounds; {guests} guests redeem and submit, all alive at the end",
            range(rounds.iter().map(Round::answers_per_second)),
        ),
    );
    table.row(what("one answer"), spread(&spans), format!("of {}", spans.len()));
    table.row(
        what("share of a bare endpoint's answers"),
        format!(
            "{:.2}",
            middle(|round| round.answers_per_second() / round.bare.answers_per_second())
        ),
        format!("one INSERT, no rules: {:.0} /s", middle(|round| round.bare.answers_per_second())),
    );
    let syncs: Vec<_> = rounds.iter().flat_map(|round| round.syncs.iter().copied()).collect();
    let bound = percentile(&syncs, 99) * 3 + Duration::from_millis(5);
    table.row(
        what("p99, of three of the disk's own and 5 ms"),
        format!("{:.2}", percentile(&spans, 99).div_duration_f64(bound)),
        format!("4 kB known to be on the disk: {}", spread(&syncs)),
    );
    table.row(
        what("busy cores"),
        format!("server {:.2}", middle(|round| round.rush.cores[0])),
        format!("and {:.2} the client that measures", middle(|round| round.rush.cores[1])),
    );
}
