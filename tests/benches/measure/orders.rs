//! Orders placed, every answer durable, beside what the disk and bare HTTP do in the same minute.

use std::time::Duration;

use demitasse_shared::settings::Settings;
use demitasse_tests::Server;
use demitasse_tests::measure::Goal;
use demitasse_tests::measure::goals::{
    ORDERS_64_ANSWERS, ORDERS_64_SHARE, ORDERS_64_SLOWEST, ORDERS_256_ANSWERS, ORDERS_256_P99,
    ORDERS_256_SHARE, ORDERS_256_SLOWEST,
};
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

/// Drinks for everybody who comes.
pub(crate) const MANY: u32 = 100_000;

/// A day's guests.
const DAY: usize = 1_000;

/// What a profile of the bar's writer says: there, all orders stand in one line.
const WRITER: &str = "the one writer: about half of its time are SQLite's statements, a fifth the commit and \
                      its sync, an eighth the hub";

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
    let server = open(&data, MANY).await;
    rush(&server.staff, 64, DAY).await;
    server.stop().await;
    data
}

/// A bar whose rules let a crowd in.
pub(crate) async fn open(data: &TempDir, window_drinks: u32) -> Server {
    let rules = Settings {
        window_minutes: 60,
        window_drinks,
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
    let server = open(&data, MANY).await;
    let mut syncs = disk::syncs();
    let rush = rush(&server.staff, at_once, guests).await;
    syncs.extend(disk::syncs());
    server.stop().await;
    let data = disk::folder();
    let bare = Bare::start(data.path()).await;
    let row = request("POST", "/row", &[], "");
    // As many as the bar's guests who have signed in: neither log is empty when the clock starts.
    over_and_over(bare.address, bare.process(), at_once, guests, &row).await;
    let bare = over_and_over(bare.address, bare.process(), at_once, 2 * guests, &row).await;
    Round { rush, bare, syncs }
}

/// What a crowd must reach: answers a second, their share of a bare endpoint's, and the slowest
/// ones. One guest at a time is told, and held to nothing.
fn goals(at_once: usize) -> Option<[&'static Goal; 3]> {
    match at_once {
        64 => Some([&ORDERS_64_ANSWERS, &ORDERS_64_SHARE, &ORDERS_64_SLOWEST]),
        256 => Some([&ORDERS_256_ANSWERS, &ORDERS_256_SHARE, &ORDERS_256_SLOWEST]),
        _ => None,
    }
}

fn tell(table: &mut Table, at_once: usize, guests: usize, rounds: &[Round]) {
    let middle = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure));
    let spans: Vec<_> = rounds.iter().flat_map(|round| round.rush.spans.iter().copied()).collect();
    let syncs: Vec<_> = rounds.iter().flat_map(|round| round.syncs.iter().copied()).collect();
    let bound = percentile(&syncs, 99) * 3 + Duration::from_millis(5);
    let answers = middle(Round::answers_per_second);
    let share = middle(|round| round.answers_per_second() / round.bare.answers_per_second());
    let slowest = percentile(&spans, 99).div_duration_f64(bound);
    let [server, client] = [middle(|round| round.rush.cores[0]), middle(|r| r.rush.cores[1])];
    let busy = format!("busy cores: server {server:.2}, the client that measures {client:.2}");

    let answered = format!(
        "{} /s in {ROUNDS} rounds; {guests} guests redeem and submit, all alive at the end",
        range(rounds.iter().map(Round::answers_per_second)),
    );
    let bare = middle(|round| round.bare.answers_per_second());
    let bare = format!("one INSERT, no rules: {bare:.0} /s");
    let synced = format!("4 kB known to be on the disk: {}", spread(&syncs));
    if let Some([answers_goal, share_goal, slowest_goal]) = goals(at_once) {
        table.goal(answers_goal, answers, answered, &busy);
        table.goal(share_goal, share, bare, WRITER);
        // Who stands in a line of so many waits as long as they take (Little, 1961).
        #[expect(clippy::cast_precision_loss, reason = "hundreds")]
        let mean = at_once as f64 / answers * 1_000.0;
        let mean =
            format!("{at_once} at once, {answers:.0} answers a second: {mean:.1} ms on average");
        table.goal(slowest_goal, slowest, synced, mean);
    } else {
        let what = |part: &str| format!("orders, {at_once} at once: {part}");
        table.row(what("durable answers"), format!("{answers:.0} /s"), answered);
        table.row(what("share of a bare endpoint"), format!("{share:.2} ×"), bare);
        table.row(what("p99, of 3 × fsync's p99 and 5 ms"), format!("{slowest:.2} ×"), synced);
    }
    if at_once == 256 {
        let p99 = percentile(&spans, 99).as_secs_f64() * 1_000.0;
        table.goal(&ORDERS_256_P99, p99, format!("{} of {}", spread(&spans), spans.len()), busy);
    }
}
