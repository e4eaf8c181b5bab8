//! The rush: how many people waited at once, a few minutes after the other.
//!
//! Whoever has ordered waits until the drink stands on the counter for good, or the order ends. From
//! the first of these moments to, and without, the last: who orders in the instant in which another
//! one is served does not wait together with them.

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::report::{Peak, RUSH_MINUTES, RushSlot};

const SLOT_MILLIS: i64 = RUSH_MINUTES as i64 * 60_000;

/// The most slots that a day is told in: a day and a half. A drink that was forgotten in somebody's
/// hands and completed a week later makes no longer chart.
const SLOTS: usize = 36 * 60 / RUSH_MINUTES as usize;

/// What happened in one instant.
#[derive(Clone, Copy, Debug, Default)]
struct Instant {
    submitted: u32,
    served: u32,
    /// Orders that ended without a drink.
    gone: u32,
}

/// The day's instants at which something changed, in milliseconds.
#[derive(Clone, Debug, Default)]
pub(super) struct Rush(BTreeMap<i64, Instant>);

impl Rush {
    pub(super) fn submitted(&mut self, at: Timestamp) {
        self.instant(at).submitted += 1;
    }

    pub(super) fn served(&mut self, at: Timestamp) {
        self.instant(at).served += 1;
    }

    pub(super) fn gone(&mut self, at: Timestamp) {
        self.instant(at).gone += 1;
    }

    fn instant(&mut self, at: Timestamp) -> &mut Instant {
        self.0.entry(at.as_millisecond()).or_default()
    }

    /// The height of the rush, and its slots.
    pub(super) fn figures(&self) -> (Option<Peak>, Vec<RushSlot>) {
        let levels = self.levels();
        let mut peak: Option<Peak> = None;
        for (&at, &(_, waiting)) in &levels {
            let higher = waiting > peak.map_or(0, |peak| peak.waiting);
            if let (true, Ok(at)) = (higher, Timestamp::from_millisecond(at)) {
                peak = Some(Peak { at, waiting });
            }
        }
        (peak, slots(&levels))
    }

    /// What happened in each instant, and how many waited from it on.
    fn levels(&self) -> BTreeMap<i64, (Instant, u32)> {
        let mut waiting = 0_u32;
        let level = |(&at, &instant): (&i64, &Instant)| {
            let Instant { submitted, served, gone } = instant;
            waiting = (waiting + submitted).saturating_sub(served + gone);
            (at, (instant, waiting))
        };
        self.0.iter().map(level).collect()
    }
}

fn slots(levels: &BTreeMap<i64, (Instant, u32)>) -> Vec<RushSlot> {
    let (Some((first, _)), Some((last, _))) = (levels.first_key_value(), levels.last_key_value())
    else {
        return Vec::new();
    };
    let (first, last) = (first.div_euclid(SLOT_MILLIS), last.div_euclid(SLOT_MILLIS));
    let mut before = 0;
    let mut slot = |index: i64| {
        let from = index * SLOT_MILLIS;
        let inside = levels.range(from..from + SLOT_MILLIS);
        // Where something changes right at its beginning, what was before is not of this slot.
        let carried = if levels.contains_key(&from) { 0 } else { before };
        let mut slot = RushSlot {
            from: Timestamp::from_millisecond(from).ok()?,
            submitted: 0,
            served: 0,
            waiting: carried,
        };
        for (instant, waiting) in inside.map(|(_, level)| level) {
            slot.submitted += instant.submitted;
            slot.served += instant.served;
            slot.waiting = slot.waiting.max(*waiting);
            before = *waiting;
        }
        Some(slot)
    };
    (first..=last).take(SLOTS).filter_map(&mut slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    fn told(slots: &[RushSlot]) -> Vec<(i64, u32, u32, u32)> {
        let row =
            |slot: &RushSlot| (slot.from.as_second(), slot.submitted, slot.served, slot.waiting);
        slots.iter().map(row).collect()
    }

    #[test]
    fn whoever_waits_is_counted_in_every_slot_until_the_cup_is_there() {
        let mut rush = Rush::default();
        for second in [610, 620, 630] {
            rush.submitted(at(second));
        }
        rush.gone(at(640));
        rush.served(at(1_000));
        rush.submitted(at(1_000));
        rush.served(at(1_800));
        let (peak, slots) = rush.figures();
        assert_eq!(peak, Some(Peak { at: at(630), waiting: 3 }), "the first such moment");
        // One is left waiting to the end; the one who came at 1,000 s took the other's place.
        let expected =
            [(600, 3, 0, 3), (900, 1, 1, 2), (1_200, 0, 0, 2), (1_500, 0, 0, 2), (1_800, 0, 1, 1)];
        assert_eq!(told(&slots), expected);
    }

    #[test]
    fn who_leaves_right_at_a_slots_beginning_is_not_of_it() {
        let mut rush = Rush::default();
        rush.submitted(at(0));
        rush.served(at(300));
        assert_eq!(told(&rush.figures().1), [(0, 1, 0, 1), (300, 0, 1, 0)]);
    }

    #[test]
    fn a_forgotten_cup_makes_no_endless_chart() {
        let mut rush = Rush::default();
        rush.submitted(at(0));
        rush.served(at(7 * 86_400));
        let (peak, slots) = rush.figures();
        assert_eq!((peak.expect("one waited").waiting, slots.len()), (1, SLOTS));
        assert_eq!(Rush::default().figures(), (None, vec![]));
    }

    #[test]
    fn who_orders_and_leaves_in_the_same_instant_has_not_waited() {
        let mut rush = Rush::default();
        rush.submitted(at(60));
        rush.gone(at(60));
        let (peak, slots) = rush.figures();
        assert_eq!((peak, told(&slots)), (None, vec![(0, 1, 0, 0)]));
    }
}
