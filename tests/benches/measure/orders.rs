//! Orders placed, every answer durable, beside what the disk and bare HTTP do in the same minute.

use demitasse_shared::settings::Settings;
use demitasse_tests::Server;
use tempfile::TempDir;

use crate::disk;
use crate::figures::{median, per_second, range, spread};
use crate::rush::{Rush, reads_per_second, rush};
use crate::table::Table;

/// Guests at once, and guests in all. One at a time is slow, and needs no more to be steady.
const CROWDS: [(usize, usize); 3] = [(1, 500), (64, 2_000), (256, 2_000)];

/// Each crowd comes so often, each time to a new bar; the median counts.
const ROUNDS: usize = 3;

/// A day's guests.
const DAY: usize = 1_000;

/// What one crowd came to, and what the machine could do in that minute.
struct Round {
    rush: Rush,
    reads_per_second: f64,
    syncs_per_second: f64,
}

impl Round {
    fn answers_per_second(&self) -> f64 {
        per_second(self.rush.spans.len(), self.rush.took)
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
async fn open(data: &TempDir) -> Server {
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
    let reads_per_second = reads_per_second(&server.staff.nobody(), at_once).await;
    let syncs_before = disk::syncs_per_second();
    let rush = rush(&server.staff, at_once, guests).await;
    let syncs_after = disk::syncs_per_second();
    server.stop().await;
    Round { rush, reads_per_second, syncs_per_second: f64::midpoint(syncs_before, syncs_after) }
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
        what("answers per bare fdatasync"),
        format!("{:.2}", middle(|round| round.answers_per_second() / round.syncs_per_second)),
        format!("the disk's own: {:.0} /s", middle(|round| round.syncs_per_second)),
    );
    table.row(
        what("answers per bare read"),
        format!("{:.2}", middle(|round| round.answers_per_second() / round.reads_per_second)),
        format!("GET /health: {:.0} /s", middle(|round| round.reads_per_second)),
    );
    table.row(
        what("busy cores"),
        format!("server {:.2}", middle(|round| round.rush.cores[0])),
        format!("and {:.2} the client that measures", middle(|round| round.rush.cores[1])),
    );
}
