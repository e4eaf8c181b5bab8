//! What a restore makes of it: the bar is what it was when it was copied, and nothing that people or
//! screens have seen since means something else.

use std::collections::BTreeMap;

use demitasse_shared::{Date, Timestamp};

use super::Oracle;
use super::time::take_note;

/// How far orders' ids leap, so that none that was given out since the backup comes again.
const LEAP: i64 = 100_000;

/// The last number of each day, as far as it was given out or left out.
pub(in crate::simulation) type Numbers = BTreeMap<Date, u32>;

impl Oracle {
    /// What a copy of the bar's data knows: all but what the running server only remembers.
    pub(in crate::simulation) fn copy(&self) -> Self {
        Self { away: self.written.clone(), ..self.clone() }
    }

    /// The bar goes back to a copy of it.
    pub(in crate::simulation) fn restore(&mut self, copy: &Self, now: Timestamp) {
        let mut new = Self { now, ..copy.clone() };
        let last = self.last_order.max(copy.last_order);
        // Where none was ever given out, none can come again.
        new.last_order = if last == 0 { 0 } else { last + LEAP };
        new.floors = self.numbers();
        new.restored.push(new.floors.clone());
        new.lost = std::mem::take(&mut self.lost);
        let was_shown = |code: &String| copy.windows.iter().any(|window| window.code == *code);
        let codes = self.windows.iter().map(|window| window.code.clone());
        new.lost.extend(codes.filter(|code| !was_shown(code)));
        // Who was forgotten since stays so.
        for guest in self.guests.forgotten().clone() {
            if new.guests.has_been(guest) {
                new.guests.forget(guest, now);
                let own = new.orders.values_mut().filter(|life| life.guest == Some(guest));
                own.for_each(|life| take_note(&mut life.order));
            }
        }
        *self = new;
    }

    fn numbers(&self) -> Numbers {
        let mut numbers = self.floors.clone();
        for life in self.orders.values() {
            let last = numbers.entry(life.day).or_default();
            *last = life.order.number.unwrap_or(0).max(*last);
        }
        numbers.retain(|_, last| *last > 0);
        numbers
    }
}
