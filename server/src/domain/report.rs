//! A day in figures, reckoned from its orders one by one.
//!
//! It looks at each order as it stands, not at the steps that led there: what was recalled and made
//! again is one drink, and its time is the one after which it stood on the counter for good.

mod group;
mod promises;
mod rush;
mod waiting;
mod zone;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::order::{Chosen, Order, OrderState, Party};
use demitasse_shared::report::{
    BaristaFigures, Cancelled, Codes, DrinkFigures, Expired, HourFigures, OptionFigures, Report,
    TurnedAway,
};
use jiff::tz::TimeZone;

use super::code::WindowRecord;
use super::order::{Day, OrderRecord};
use group::{Group, Served};
use rush::Rush;

pub use group::aged_out;
pub use zone::{zone_name, zone_named};

/// The last hour of a day: what is served after midnight counts for it.
const LAST_HOUR: u8 = 23;

/// Counts a day's orders.
#[derive(Debug)]
pub struct Reckoning {
    day: Day,
    zone: TimeZone,
    totals: Totals,
    cancelled: BTreeMap<(bool, Option<String>), u32>,
    all: Group,
    rush: Rush,
    codes: Codes,
    hours: BTreeMap<u8, Group>,
    drinks: BTreeMap<DrinkId, Group>,
    baristas: BTreeMap<String, u32>,
    options: BTreeMap<ChoiceId, (String, u32)>,
}

/// What is only counted.
#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    redeemed: u32,
    walk_ups: u32,
    submitted: u32,
    under_way: u32,
    collected: u32,
    expired: Expired,
}

impl Reckoning {
    /// Begins a day in the venue's zone.
    pub fn new(day: Day, zone: TimeZone) -> Self {
        Self {
            day,
            zone,
            totals: Totals::default(),
            cancelled: BTreeMap::new(),
            all: Group::default(),
            rush: Rush::default(),
            codes: Codes::default(),
            hours: BTreeMap::new(),
            drinks: BTreeMap::new(),
            baristas: BTreeMap::new(),
            options: BTreeMap::new(),
        }
    }

    /// Counts one of the day's orders. Of names that changed, the last one counted stays, so
    /// orders come oldest first.
    pub fn count(&mut self, record: &OrderRecord) {
        let order = &record.order;
        if order.walk_up {
            self.totals.walk_ups += 1;
        } else {
            self.totals.redeemed += 1;
        }
        self.count_state(record);
        let (Some(chosen), Some(submitted_at)) = (&order.chosen, order.submitted_at) else {
            return;
        };
        self.count_submitted(chosen, submitted_at);
        match (Served::of(record), order.ended_at) {
            (Some(served), _) => self.count_served(&chosen.drink, order, &served),
            (None, Some(ended_at)) => self.rush.gone(ended_at),
            (None, None) => {}
        }
    }

    /// Counts a code window that began on the day.
    pub fn count_window(&mut self, window: &WindowRecord) {
        let Codes { shown, drinks, taken, sold_out } = &mut self.codes;
        *shown += 1;
        *drinks += window.drinks;
        *taken += window.taken;
        *sold_out += u32::from(window.taken >= window.drinks);
    }

    fn count_state(&mut self, record: &OrderRecord) {
        let (order, totals) = (&record.order, &mut self.totals);
        match order.state {
            OrderState::Reserved | OrderState::Waiting | OrderState::Making => {
                totals.under_way += 1;
            }
            OrderState::Ready => {}
            OrderState::Collected => {
                totals.collected += 1;
            }
            OrderState::Cancelled => {
                let by_guest = order.ended_by == Some(Party::Guest);
                *self.cancelled.entry((by_guest, order.reason.clone())).or_default() += 1;
            }
            OrderState::Expired if order.ended_by == Some(Party::Bar) => totals.expired.bar += 1,
            OrderState::Expired => totals.expired.guest += 1,
        }
    }

    fn count_submitted(&mut self, chosen: &Chosen, at: Timestamp) {
        self.totals.submitted += 1;
        self.rush.submitted(at);
        self.hours.entry(self.hour(at)).or_default().submitted += 1;
        let drink = self.drinks.entry(chosen.drink.clone()).or_default();
        drink.name.clone_from(&chosen.drink_name);
        drink.submitted += 1;
        for (id, name) in chosen.options.iter().zip(&chosen.option_names) {
            let (last_name, count) = self.options.entry(id.clone()).or_default();
            last_name.clone_from(name);
            *count += 1;
        }
    }

    fn count_served(&mut self, drink: &DrinkId, order: &Order, served: &Served) {
        self.rush.served(served.ready_at);
        self.all.serve(served);
        self.hours.entry(self.hour(served.ready_at)).or_default().serve(served);
        self.drinks.entry(drink.clone()).or_default().serve(served);
        if let Some(name) = &order.barista {
            *self.baristas.entry(name.clone()).or_default() += 1;
        }
    }

    /// The hour of the venue's day that a moment belongs to.
    fn hour(&self, at: Timestamp) -> u8 {
        let there = at.to_zoned(self.zone.clone());
        if there.date() > self.day {
            return LAST_HOUR;
        }
        u8::try_from(there.hour()).unwrap_or(LAST_HOUR)
    }

    /// The figures, as they are at a moment; how often guests were turned away is counted elsewhere.
    pub fn report(self, at: Timestamp, turned_away: Vec<TurnedAway>) -> Report {
        let Totals { redeemed, walk_ups, submitted, under_way, collected, expired } = self.totals;
        let (peak, rush) = self.rush.figures();
        Report {
            day: self.day,
            at,
            zone: zone_name(&self.zone, at),
            redeemed,
            walk_ups,
            submitted,
            under_way,
            served: count(&self.all.waits),
            collected,
            aged_out: self.all.aged_out,
            cancelled: cancelled(self.cancelled),
            expired,
            turned_away: most_first(turned_away, |reason| reason.count),
            waiting: waiting::figures(self.all.waits),
            making: waiting::figures(self.all.in_hand),
            promises: self.all.promises.figures(),
            codes: self.codes,
            peak,
            rush,
            hours: hours(&self.hours),
            drinks: drinks(self.drinks),
            baristas: baristas(self.baristas),
            options: options(self.options),
        }
    }
}

fn cancelled(by_reason: BTreeMap<(bool, Option<String>), u32>) -> Vec<Cancelled> {
    let list = by_reason.into_iter().map(|((by_guest, reason), count)| {
        let by = if by_guest { Party::Guest } else { Party::Bar };
        Cancelled { by, reason, count }
    });
    most_first(list.collect(), |cancelled| cancelled.count)
}

/// Every hour from the first with an order to the last: a chart needs the quiet ones, too.
fn hours(by_hour: &BTreeMap<u8, Group>) -> Vec<HourFigures> {
    let (Some((&first, _)), Some((&last, _))) =
        (by_hour.first_key_value(), by_hour.last_key_value())
    else {
        return Vec::new();
    };
    let figures = |hour| {
        let group = by_hour.get(&hour).cloned().unwrap_or_default();
        HourFigures {
            hour,
            submitted: group.submitted,
            served: count(&group.waits),
            waiting: waiting::figures(group.waits),
            promises: group.promises.figures(),
        }
    };
    (first..=last).map(figures).collect()
}

fn drinks(by_drink: BTreeMap<DrinkId, Group>) -> Vec<DrinkFigures> {
    let list = by_drink.into_iter().map(|(drink, group)| DrinkFigures {
        drink,
        name: group.name,
        count: group.submitted,
        served: count(&group.waits),
        aged_out: group.aged_out,
        waiting: waiting::figures(group.waits),
        making: waiting::figures(group.in_hand),
    });
    most_first(list.collect(), |drink| drink.count)
}

fn baristas(by_name: BTreeMap<String, u32>) -> Vec<BaristaFigures> {
    let list = by_name.into_iter().map(|(name, served)| BaristaFigures { name, served });
    most_first(list.collect(), |barista| barista.served)
}

fn options(by_option: BTreeMap<ChoiceId, (String, u32)>) -> Vec<OptionFigures> {
    let list =
        by_option.into_iter().map(|(option, (name, count))| OptionFigures { option, name, count });
    most_first(list.collect(), |option| option.count)
}

/// Sorts by a count, the largest first; what is equal stays in its order.
fn most_first<T>(mut list: Vec<T>, count: impl Fn(&T) -> u32) -> Vec<T> {
    list.sort_by_key(|item| Reverse(count(item)));
    list
}

fn count<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
