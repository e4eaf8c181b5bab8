//! Who has watched a screen all evening, and looks back: did anything come twice, or before its
//! time?

use std::collections::{BTreeMap, BTreeSet};

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::order::Order;
use demitasse_shared::shop::Window;
use demitasse_tests::View;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Somebody in the venue's time zone.
#[derive(Debug)]
pub(super) struct Witness {
    zone: TimeZone,
    last: Option<Window>,
    codes: BTreeSet<String>,
    numbers: BTreeMap<Date, Vec<u32>>,
    counted: BTreeSet<OrderId>,
}

impl Witness {
    pub(super) fn new(zone: &str) -> Self {
        let zone = TimeZone::get(zone).expect("the zones are known");
        let (codes, numbers, counted) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        Self { zone, last: None, codes, numbers, counted }
    }

    /// Looks at all that a screen has shown.
    pub(super) fn hears(mut self, view: &View) {
        assert_eq!(view.snapshots, 1, "it went on from its last event each time");
        if let Some(window) = &view.began.window {
            self.sees_window(window, view.began.at);
        }
        let mut before = view.began.at;
        for Envelope { at, event, .. } in &view.changes {
            assert!(*at >= before, "time ran back from {before} to {at}");
            before = *at;
            match event {
                LiveEvent::Window { window: Some(window) } => self.sees_window(window, *at),
                LiveEvent::Order { order, .. } => self.sees_order(order),
                _ => {}
            }
        }
        for (day, numbers) in &self.numbers {
            let counted = (1..).take(numbers.len());
            assert!(numbers.iter().copied().eq(counted), "on {day}: {numbers:?}");
        }
    }

    /// A new window has a new code, and begins no earlier than the last one ended.
    fn sees_window(&mut self, window: &Window, at: Timestamp) {
        assert!(at < window.closes_at, "it was over at {at}: {window:?}");
        let last = self.last.replace(window.clone());
        if last.as_ref().is_some_and(|last| last.code == window.code) {
            return;
        }
        assert!(self.codes.insert(window.code.clone()), "a code comes again: {window:?}");
        let follows = last.as_ref().is_none_or(|last| window.opens_at >= last.closes_at);
        assert!(follows, "{last:?}, then {window:?}");
    }

    /// Numbers run 1, 2, 3 … on each day of the venue.
    fn sees_order(&mut self, order: &Order) {
        let (Some(number), Some(at)) = (order.number, order.submitted_at) else { return };
        if self.counted.insert(order.id) {
            let day = at.to_zoned(self.zone.clone()).date();
            self.numbers.entry(day).or_default().push(number);
        }
    }
}
