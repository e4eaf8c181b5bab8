//! What comes when.

use std::collections::BTreeMap;
use std::time::Duration;

use demitasse::domain::order::GuestId;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;

use demitasse_tests::Chance;

/// What somebody does, or what happens to the line.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Act {
    /// Somebody comes in; more come after the first, until this moment, so many seconds apart.
    Arrive { until: Timestamp, apart: u64 },
    /// A guest has chosen.
    Submit(GuestId, OrderId),
    /// A guest gives the place back.
    Withdraw(GuestId, OrderId),
    /// A barista does the next thing.
    Work(i64),
    /// A guest fetches a drink.
    Collect(OrderId),
    /// The bar opens.
    Open,
    /// The bar pauses for so many minutes.
    Pause(u32),
    /// The bar closes.
    Close,
    /// The bar says something.
    Announce,
    /// A drink has run out, or is there again.
    Stock,
    /// The rules change.
    Rule,
    /// The line breaks.
    Break,
    /// The line comes back.
    Mend,
    /// The server stops.
    Stop,
    /// The server starts.
    Start,
}

/// All that is to come, soonest first; of what comes at once, what was planned first.
#[derive(Default)]
pub(crate) struct Plan {
    acts: BTreeMap<(Timestamp, u64), Act>,
    planned: u64,
}

impl Plan {
    /// Plans an act.
    pub(crate) fn at(&mut self, at: Timestamp, act: Act) {
        self.planned += 1;
        self.acts.insert((at, self.planned), act);
    }

    /// When the next act comes.
    pub(crate) fn next(&self) -> Option<Timestamp> {
        self.acts.keys().next().map(|(at, _)| *at)
    }

    /// The next act.
    pub(crate) fn take(&mut self) -> Option<Act> {
        self.acts.pop_first().map(|(_, act)| act)
    }

    /// A day's doors, rushes and whims, from its midnight on.
    pub(crate) fn day(&mut self, midnight: Timestamp, chance: &mut Chance) {
        let hours = |hours: u64| midnight + Duration::from_secs(hours * 3_600);
        let (opens, closes) = (hours(8) + chance.seconds(0, 1_800), hours(17));
        self.at(opens, Act::Open);
        self.at(closes + chance.seconds(0, 3_600), Act::Close);
        self.at(opens, Act::Arrive { until: closes, apart: 330 });
        for rush in [hours(10), hours(13)] {
            let from = rush + chance.seconds(0, 3_600);
            self.at(from, Act::Arrive { until: from + chance.seconds(600, 1_200), apart: 16 });
        }
        let open_seconds = 9 * 3_600 - 1_800;
        let mut whim = |act: Act, times: u64| {
            for _ in 0..times {
                self.at(opens + chance.seconds(0, open_seconds), act);
            }
        };
        whim(Act::Pause(7), 1);
        whim(Act::Announce, 3);
        whim(Act::Stock, 2);
        whim(Act::Rule, 2);
        // Once in the day, and in the night while nobody looks.
        whim(Act::Stop, 1);
        self.at(hours(3) + chance.seconds(0, 3_600), Act::Stop);
    }

    /// So many broken lines between two moments, most of them while the bar is open.
    pub(crate) fn breaks(&mut self, times: u32, from: Timestamp, days: u64, chance: &mut Chance) {
        for _ in 0..times {
            let midnight = from + Duration::from_secs(chance.below(days) * 86_400);
            let awake = chance.percent(85);
            let (least, most) = if awake { (9, 17) } else { (0, 24) };
            self.at(midnight + chance.seconds(least * 3_600, most * 3_600), Act::Break);
        }
    }
}
