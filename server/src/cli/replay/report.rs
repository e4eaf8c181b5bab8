//! The result: every guest accounted for, and how long the served ones waited.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use demitasse_shared::error::RefusalCode;
use demitasse_shared::order::{Order, OrderState};
use serde::Serialize;

use super::guest::Outcome;

/// Counts outcomes as guests leave.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    refused: BTreeMap<RefusalCode, u64>,
    served: u64,
    cancelled: u64,
    expired: u64,
    /// From submit to ready, in real time, of those served.
    waits: Vec<Duration>,
}

impl Tally {
    pub(super) fn count(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::TurnedAway(code) => *self.refused.entry(*code).or_default() += 1,
            Outcome::Left(order) => self.count_order(order),
        }
    }

    fn count_order(&mut self, order: &Order) {
        match order.state {
            OrderState::Cancelled => self.cancelled += 1,
            OrderState::Expired => self.expired += 1,
            _ => {
                self.served += 1;
                self.waits.extend(wait(order));
            }
        }
    }

    fn redeemed(&self) -> u64 {
        self.served + self.cancelled + self.expired
    }

    fn turned_away(&self) -> u64 {
        self.refused.values().sum()
    }

    /// How many guests have left.
    pub(super) fn guests(&self) -> u64 {
        self.redeemed() + self.turned_away()
    }

    /// How things go, in a line.
    pub(super) fn line(&self) -> String {
        let away = self.turned_away();
        format!("{} served, {away} turned away, {} cancelled", self.served, self.cancelled)
    }
}

/// By the server's clock, from the queue to the counter.
fn wait(order: &Order) -> Option<Duration> {
    let wait = order.ready_at?.duration_since(order.submitted_at?);
    Duration::try_from(wait).ok()
}

/// How the replay was run.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Run {
    pub(super) speed: f64,
    pub(super) baristas: u8,
    pub(super) seed: u64,
}

/// The whole result, as `--json` prints it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Report {
    /// Everyone who came: `redeemed` and all of `refused` together.
    guests: u64,
    /// Who got a place: `served`, `cancelled` and `expired` together.
    redeemed: u64,
    /// Who never got one, by the refusal that ended their patience.
    refused: BTreeMap<RefusalCode, u64>,
    served: u64,
    cancelled: u64,
    expired: u64,
    /// Nothing where nobody was served.
    waiting_seconds: Option<Waiting>,
    /// How long the replay really took.
    took_seconds: f64,
    #[serde(flatten)]
    run: Run,
}

/// From submit to ready, in recorded seconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
struct Waiting {
    p50: f64,
    p95: f64,
    max: f64,
}

impl Waiting {
    fn of(waits: &[Duration], speed: f64) -> Option<Self> {
        let mut sorted = waits.to_vec();
        sorted.sort_unstable();
        let recorded = |percent: usize| {
            // The nearest rank: the smallest wait that so many percent did not exceed.
            let rank = (sorted.len() * percent).div_ceil(100).max(1);
            sorted.get(rank - 1).map(|wait| tenths(wait.as_secs_f64() * speed))
        };
        Some(Self { p50: recorded(50)?, p95: recorded(95)?, max: recorded(100)? })
    }
}

fn tenths(seconds: f64) -> f64 {
    (seconds * 10.0).round() / 10.0
}

impl Report {
    pub(super) fn new(tally: &Tally, run: Run, took: Duration) -> Self {
        Self {
            guests: tally.guests(),
            redeemed: tally.redeemed(),
            refused: tally.refused.clone(),
            served: tally.served,
            cancelled: tally.cancelled,
            expired: tally.expired,
            waiting_seconds: Waiting::of(&tally.waits, run.speed),
            took_seconds: tenths(took.as_secs_f64()),
            run,
        }
    }

    pub(super) fn json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self)
    }

    /// The result for people.
    pub(super) fn table(&self) -> String {
        let mut table = String::new();
        row(&mut table, 0, "Guests", &self.guests, "");
        row(&mut table, 0, "Refused", &(self.guests - self.redeemed), "");
        for (code, count) in &self.refused {
            row(&mut table, 1, code.title(), count, code.as_str());
        }
        row(&mut table, 0, "Redeemed", &self.redeemed, "");
        row(&mut table, 1, "Served", &self.served, "");
        row(&mut table, 1, "Cancelled", &self.cancelled, "");
        row(&mut table, 1, "Expired", &self.expired, "");
        if let Some(Waiting { p50, p95, max }) = self.waiting_seconds {
            row(&mut table, 0, "Waiting time", &"", "from ordered to ready, in recorded time");
            row(&mut table, 1, "half waited at most", &minutes(p50), "p50");
            row(&mut table, 1, "95 of 100 at most", &minutes(p95), "p95");
            row(&mut table, 1, "the longest", &minutes(max), "max");
        }
        table.push_str(&self.footer());
        table
    }

    fn footer(&self) -> String {
        let Run { speed, baristas, seed } = self.run;
        let hands =
            if baristas == 1 { "1 barista".to_owned() } else { format!("{baristas} baristas") };
        let took = minutes(self.took_seconds);
        format!("\nPlayed {speed} times as fast by {hands}, seed {seed}: {took} of real time.")
    }
}

fn row(table: &mut String, depth: usize, name: &str, value: &dyn ToString, note: &str) {
    let name = format!("{:indent$}{name}", "", indent = depth * 2);
    let line = format!("{name:<28}{:>9}   {note}", value.to_string());
    // Writing into a string cannot fail.
    writeln!(table, "{}", line.trim_end()).unwrap_or_default();
}

/// As a stopwatch shows it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hours at most")]
fn minutes(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use demitasse_shared::Timestamp;
    use demitasse_shared::ids::OrderId;

    use super::*;

    fn order(state: OrderState, waited_seconds: i64) -> Outcome {
        let at = |second| Some(Timestamp::from_second(second).expect("small"));
        Outcome::Left(Box::new(Order {
            id: OrderId(1),
            state,
            number: Some(1),
            chosen: None,
            walk_up: false,
            reserved_at: Timestamp::UNIX_EPOCH,
            submit_by: None,
            submitted_at: at(100),
            expires_at: None,
            making_at: at(100),
            ready_at: at(100 + waited_seconds),
            ended_at: at(1_000),
            barista: None,
            ended_by: None,
            reason: None,
            promised: None,
            ahead: None,
            estimate: None,
        }))
    }

    fn report() -> Report {
        let mut tally = Tally::default();
        for waited in 1..=20 {
            tally.count(&order(OrderState::Collected, waited));
        }
        tally.count(&order(OrderState::Cancelled, 900));
        tally.count(&order(OrderState::Expired, 900));
        for _ in 0..3 {
            tally.count(&Outcome::TurnedAway(RefusalCode::SoldOut));
        }
        tally.count(&Outcome::TurnedAway(RefusalCode::BarFull));
        let run = Run { speed: 10.0, baristas: 4, seed: 7 };
        Report::new(&tally, run, Duration::from_millis(61_040))
    }

    #[test]
    fn everyone_is_accounted_for() {
        let report = report();
        assert_eq!((report.guests, report.redeemed), (26, 22));
        assert_eq!(report.refused.values().sum::<u64>(), report.guests - report.redeemed);
        assert_eq!(report.served + report.cancelled + report.expired, report.redeemed);
    }

    #[test]
    fn waits_are_told_in_recorded_time() {
        let waiting = report().waiting_seconds.expect("twenty were served");
        assert_eq!(waiting, Waiting { p50: 100.0, p95: 190.0, max: 200.0 });
        assert_eq!(Waiting::of(&[], 1.0), None);
    }

    #[test]
    fn the_table() {
        insta::assert_snapshot!(report().table(), @r"
        Guests                             26
        Refused                             4
          Sold out for now                  3   sold_out
          The bar is full                   1   bar_full
        Redeemed                           22
          Served                           20
          Cancelled                         1
          Expired                           1
        Waiting time                            from ordered to ready, in recorded time
          half waited at most            1:40   p50
          95 of 100 at most              3:10   p95
          the longest                    3:20   max

        Played 10 times as fast by 4 baristas, seed 7: 1:01 of real time.
        ");
    }

    #[test]
    fn the_json() {
        insta::assert_snapshot!(report().json().expect("plain numbers and words"), @r#"
        {
          "guests": 26,
          "redeemed": 22,
          "refused": {
            "sold_out": 3,
            "bar_full": 1
          },
          "served": 20,
          "cancelled": 1,
          "expired": 1,
          "waiting_seconds": {
            "p50": 100.0,
            "p95": 190.0,
            "max": 200.0
          },
          "took_seconds": 61.0,
          "speed": 10.0,
          "baristas": 4,
          "seed": 7
        }
        "#);
    }
}
