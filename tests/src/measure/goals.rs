//! What Demitasse must reach, all in one place. A part of the run hands its figure in with
//! [`Table::goal`](super::Table::goal); what no part has measured shows as such.
//!
//! What others reach was measured on the same class of machine (two cores), at the same work: an
//! order in one transaction, durable, over HTTP, by 256 clients at once; one event to 10,000
//! streams; the memory that one stream takes.

use super::goal::Bound::{self, AtLeast, AtMost, Exactly};
use super::goal::{Goal, Other};
use super::unit::Unit::{
    self, Count, Kilobytes, Megabytes, Milliseconds, Minutes, PerSecond, Percent, Seconds, Times,
};

const fn goal(part: &'static str, what: &'static str, bound: Bound, unit: Unit) -> Goal {
    Goal { part, what, bound, unit, others: &[] }
}

impl Goal {
    const fn beside(self, others: &'static [Other]) -> Self {
        Self { others, ..self }
    }
}

const fn other(name: &'static str, value: f64) -> Other {
    Other { name, value }
}

/// How many of a bare endpoint's durable answers orders reach: one INSERT without rules through
/// the same writer, behind the same accept loop.
pub const ORDERS_64_SHARE: Goal =
    goal("orders", "orders, 64 at once: share of a bare endpoint", AtLeast(0.5), Times);
/// The same with more guests at once.
pub const ORDERS_256_SHARE: Goal =
    goal("orders", "orders, 256 at once: share of a bare endpoint", AtLeast(0.5), Times);
/// Answers that are known to be on the disk. The disk must allow as many.
pub const ORDERS_64_ANSWERS: Goal =
    goal("orders", "orders, 64 at once: durable answers", AtLeast(25_000.0), PerSecond);
/// The same with more guests at once.
pub const ORDERS_256_ANSWERS: Goal =
    goal("orders", "orders, 256 at once: durable answers", AtLeast(25_000.0), PerSecond)
        .beside(&[other("Express with better-sqlite3", 1_760.0), other("PocketBase", 510.0)]);
/// The slowest hundredth, against three of the disk's own slowest and 5 ms.
pub const ORDERS_64_SLOWEST: Goal =
    goal("orders", "orders, 64 at once: p99, of 3 × fsync's p99 and 5 ms", AtMost(1.0), Times);
/// The same with more guests at once.
pub const ORDERS_256_SLOWEST: Goal =
    goal("orders", "orders, 256 at once: p99, of 3 × fsync's p99 and 5 ms", AtMost(1.0), Times);
/// The same by the clock, to be ahead of others.
pub const ORDERS_256_P99: Goal =
    goal("orders", "orders, 256 at once: p99 by the clock", AtMost(210.0), Milliseconds)
        .beside(&[other("Express with better-sqlite3", 210.0)]);

/// Reads, each against `pong` behind the same accept loop.
pub const READ_BOARD: Goal = goal("reads", "board, 20 orders: share of pong", AtLeast(0.7), Times);
/// A board in a rush.
pub const READ_FULL_BOARD: Goal =
    goal("reads", "board, 200 orders: share of pong", AtLeast(0.7), Times);
/// The menu.
pub const READ_MENU: Goal = goal("reads", "menu: share of pong", AtLeast(0.7), Times);
/// How an order stands, asked by its guest.
pub const READ_STATUS: Goal =
    goal("reads", "a guest's own order: share of pong", AtLeast(0.7), Times);

/// Ten thousand guests scan one window within a second: nobody too many gets a place.
pub const WINDOW_PLACES: Goal =
    goal("window", "10,000 redeem one window of 10: told yes", Exactly(10.0), Count);
/// How long anybody waits for a yes or a no.
pub const WINDOW_ANSWER: Goal =
    goal("window", "10,000 redeem one window: the slowest answer", AtMost(250.0), Milliseconds);
/// What staff feel of it.
pub const WINDOW_STAFF: Goal =
    goal("window", "10,000 redeem one window: staff's p99, of idle", AtMost(1.2), Times);

/// What a phone on the live feed takes of the server's memory, the kernel's buffers apart.
pub const PHONE_MEMORY: Goal =
    goal("phones", "15,000 phones: memory of each", AtMost(8.0), Kilobytes).beside(&[
        other("durable-streams", 0.8),
        other("nchan", 10.0),
        other("Express", 15.0),
        other("axum's own SSE", 20.0),
        other("PocketBase", 48.0),
    ]);
/// One event to all of them, against a loop of nothing but `write()`.
pub const EVENT_CPU: Goal =
    goal("phones", "15,000 phones: one event to all, CPU of bare writes", AtMost(1.5), Times);
/// When the last of them has it.
pub const EVENT_LAST: Goal =
    goal("phones", "15,000 phones: one event to all, the last has it", AtMost(300.0), Milliseconds);
/// The same with as many phones as others were measured with: ahead of the best.
pub const EVENT_LAST_OF_10_000: Goal =
    goal("phones", "10,000 phones: one event to all, the last has it", AtMost(154.0), Milliseconds)
        .beside(&[
            other("nchan", 154.0),
            other("durable-streams", 202.0),
            other("Express", 236.0),
            other("PocketBase", 488.0),
        ]);
/// After one order is served, phones that were told though nothing that they show has changed.
pub const PLACES_NEEDLESS: Goal =
    goal("phones", "15,000 phones: told a place that shows the same", Exactly(0.0), Count);
/// When the last of the others has it.
pub const PLACES_LAST: Goal =
    goal("phones", "15,000 phones: places after one is served", AtMost(150.0), Milliseconds);
/// After a kill, until all are back with the right state.
pub const BACK_ALL: Goal =
    goal("phones", "15,000 phones: all back after a kill", AtMost(10.0), Seconds);
/// What they missed or heard twice.
pub const BACK_FAULTS: Goal =
    goal("phones", "15,000 phones: events lost or repeated by a kill", Exactly(0.0), Count);
/// What a barista feels of their coming back.
pub const BACK_STEP: Goal =
    goal("phones", "15,000 phones come back: a step's p99", AtMost(100.0), Milliseconds);

/// What a barista feels of a crowd that says nothing: a step's slowest hundredth, against that of the
/// same minute without anybody.
pub const HOSTILE_SILENT: Goal =
    goal("hostile", "15,000 silent connections: a step's p99, of idle", AtMost(1.2), Times);
/// The same of requests that come byte by byte.
pub const HOSTILE_SLOW_SENDERS: Goal =
    goal("hostile", "2,000 slow senders: a step's p99, of idle", AtMost(1.2), Times);
/// The same of live feeds that are read byte by byte.
pub const HOSTILE_SLOW_READERS: Goal =
    goal("hostile", "2,000 slow readers of the feed: a step's p99, of idle", AtMost(1.2), Times);
/// The same of codes that are tried out, the monitor's and staff's.
pub const HOSTILE_GUESSERS: Goal =
    goal("hostile", "codes tried out, 64 at once: a step's p99, of idle", AtMost(1.2), Times);
/// The same of one-time codes.
pub const HOSTILE_FORCERS: Goal = goal(
    "hostile",
    "one-time codes tried out, 64 at once: a step's p99, of idle",
    AtMost(1.2),
    Times,
);
/// The same of places that are taken and given back.
pub const HOSTILE_HOARDERS: Goal =
    goal("hostile", "places hoarded, 64 at once: a step's p99, of idle", AtMost(1.2), Times);
/// Honest guests who come meanwhile, from the attackers' own address, and get no order.
pub const HOSTILE_TURNED_AWAY: Goal =
    goal("hostile", "honest guests turned away meanwhile", Exactly(0.0), Count);

/// A phone's whole life, scan to collected: everything that crosses the air.
pub const LIFE_BYTES: Goal =
    goal("wire", "a phone's whole life: bytes on the wire", AtMost(25.0), Kilobytes);
/// Radio time is what a venue runs out of.
pub const LIFE_PACKETS: Goal =
    goal("wire", "a phone's whole life: packets on the wire", AtMost(60.0), Count);

/// A start with a year's journal, against one with an empty one.
pub const JOURNAL_START: Goal =
    goal("journal", "start with 2 million rows, of an empty journal", AtMost(1.5), Times);
/// By the clock.
pub const JOURNAL_ANSWER: Goal =
    goal("journal", "start with 2 million rows: first answer", AtMost(50.0), Milliseconds);
/// A start in an empty folder.
pub const START_EMPTY: Goal =
    goal("start", "start in an empty folder: first answer", AtMost(50.0), Milliseconds);
/// A start with a day's orders.
pub const START_USED: Goal =
    goal("start", "start with a day's data: first answer", AtMost(50.0), Milliseconds);

/// What order 100,000 of a day costs in CPU, against order 100.
pub const DAY_PLACE: Goal =
    goal("day", "order 100,000, of order 100: CPU to redeem and submit", AtMost(1.1), Times);
/// A barista's step.
pub const DAY_STEP: Goal =
    goal("day", "order 100,000, of order 100: CPU of a step", AtMost(1.1), Times);
/// The board is read.
pub const DAY_BOARD: Goal =
    goal("day", "order 100,000, of order 100: CPU of the board", AtMost(1.1), Times);
/// The report of one day among many.
pub const DAY_REPORT: Goal =
    goal("day", "order 100,000, of order 100: CPU of a day's report", AtMost(1.1), Times);

/// A server with 1,000 phones, a monitor and terminals, and nothing to do.
pub const IDLE_CPU: Goal = goal("idle", "idle with 1,000 phones: of a core", AtMost(1.0), Percent);
/// All that is resident, shared files included.
pub const IDLE_MEMORY: Goal =
    goal("idle", "idle with 1,000 phones: memory", AtMost(40.0), Megabytes);

/// The server's program.
pub const SIZE_SERVER: Goal = goal("sizes", "size of demitasse", AtMost(12.0), Megabytes);
/// The baristas' board.
pub const SIZE_BARISTA: Goal = goal("sizes", "size of demitasse-barista", AtMost(12.0), Megabytes);
/// The monitor.
pub const SIZE_KIOSK: Goal = goal("sizes", "size of demitasse-kiosk", AtMost(12.0), Megabytes);
/// Everything built in release from nothing.
pub const COLD_BUILD: Goal = goal("cold", "cold release build of everything", AtMost(9.0), Minutes);

/// All goals, in the order in which they are told.
pub const ALL: &[Goal] = &[
    ORDERS_64_SHARE,
    ORDERS_64_ANSWERS,
    ORDERS_64_SLOWEST,
    ORDERS_256_SHARE,
    ORDERS_256_ANSWERS,
    ORDERS_256_SLOWEST,
    ORDERS_256_P99,
    READ_BOARD,
    READ_FULL_BOARD,
    READ_MENU,
    READ_STATUS,
    WINDOW_PLACES,
    WINDOW_ANSWER,
    WINDOW_STAFF,
    PHONE_MEMORY,
    EVENT_CPU,
    EVENT_LAST,
    EVENT_LAST_OF_10_000,
    PLACES_NEEDLESS,
    PLACES_LAST,
    BACK_ALL,
    BACK_FAULTS,
    BACK_STEP,
    HOSTILE_SILENT,
    HOSTILE_SLOW_SENDERS,
    HOSTILE_SLOW_READERS,
    HOSTILE_GUESSERS,
    HOSTILE_HOARDERS,
    HOSTILE_FORCERS,
    HOSTILE_TURNED_AWAY,
    LIFE_BYTES,
    LIFE_PACKETS,
    JOURNAL_START,
    JOURNAL_ANSWER,
    START_EMPTY,
    START_USED,
    DAY_PLACE,
    DAY_STEP,
    DAY_BOARD,
    DAY_REPORT,
    IDLE_CPU,
    IDLE_MEMORY,
    SIZE_SERVER,
    SIZE_BARISTA,
    SIZE_KIOSK,
    COLD_BUILD,
];

/// The goal of this name.
pub fn named(what: &str) -> Option<&'static Goal> {
    ALL.iter().find(|goal| goal.what == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_means_one_goal() {
        for (place, goal) in ALL.iter().enumerate() {
            let first = ALL.iter().position(|other| other.what == goal.what);
            assert_eq!(first, Some(place), "{}", goal.what);
            assert_eq!(named(goal.what), Some(goal));
        }
    }

    #[test]
    fn goals_of_one_part_stand_together() {
        let mut parts: Vec<_> = ALL.iter().map(|goal| goal.part).collect();
        parts.dedup();
        let mut once = parts.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(parts.len(), once.len(), "{parts:?}");
    }

    /// Only durable-streams' memory, which keeps nothing but sockets, is not asked for.
    #[test]
    fn whoever_reaches_a_goal_is_ahead_of_all_others() {
        for goal in ALL {
            let ahead = goal.others.iter().filter(|other| goal.is_met_by(other.value));
            let names: Vec<_> = ahead.map(|other| (goal.what, other.name)).collect();
            let expected: &[_] = match goal.what {
                what if what == PHONE_MEMORY.what => &[(PHONE_MEMORY.what, "durable-streams")],
                what if what == EVENT_LAST_OF_10_000.what => &[(what, "nchan")],
                what if what == ORDERS_256_P99.what => &[(what, "Express with better-sqlite3")],
                _ => &[],
            };
            assert_eq!(names, expected);
        }
    }
}
