//! How fast the bar is just now, and so when an order will likely be ready.
//!
//! **What a drink takes** is learnt from the steps that baristas take anyway: from the moment when
//! its barista was free for it until it stood on the counter. A pause without orders does not
//! count, and of drinks made together each counts only what it added. So the times of any number of
//! drinks add up to the time that their barista needed for them.
//!
//! **When an order will be ready** follows by letting the baristas at work take the queue one after
//! the other, whoever is free first. Means and variances are added along the way, never quantiles:
//! a sum of pessimistic times would be far too pessimistic. Only the sum is turned into a range,
//! and how little is known makes it wider. `simulation` measures how true that is.

mod times;
mod work;

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::{DrinkId, OrderId};
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Estimate, Order, OrderState};

use times::{Kept, Span, Times};
use work::Work;

/// How long a drink's time is remembered. A bar that goes on past midnight keeps what it knows, one
/// that was closed over night begins anew, with another day's people.
pub const MEMORY_SECONDS: i64 = 6 * 3_600;

/// How long after the last step a barista still counts as being at work.
const AT_WORK_SECONDS: f64 = 600.0;

/// How long a barista may leave orders waiting without a step before the queue goes on without:
/// this, or [`ABSENT_AFTER_DRINKS`] usual drinks, if that is longer.
const ABSENT_AFTER_SECONDS: f64 = 120.0;

/// See [`ABSENT_AFTER_SECONDS`].
const ABSENT_AFTER_DRINKS: f64 = 3.0;

/// How much of the time between two drinks counts for the second, while that was waiting: wiping,
/// reading the ticket, calling a name. Whoever is gone for longer is on a break.
const HANDOVER_SECONDS: f64 = 90.0;

/// How many places of the queue are looked at: beyond, nobody can honestly say.
pub const FARTHEST: usize = 200;

/// Baristas and drinks that are remembered, the ones that were seen last.
const REMEMBERED: usize = 128;

/// The bar's pace, folded from its orders.
#[derive(Clone, Debug, Default)]
pub struct Pace {
    all: Times,
    /// What one point of work takes: for drinks that are hardly known.
    points: Times,
    work: Work,
    drinks: BTreeMap<DrinkId, Times>,
    baristas: BTreeMap<String, Seen>,
}

/// When a barista was last seen.
#[derive(Clone, Copy, Debug)]
struct Seen {
    /// The last drink taken in hand, or set on the counter.
    stepped_at: Timestamp,
    /// The last drink set on the counter.
    ready_at: Option<Timestamp>,
}

/// A barista at work, as the queue sees it.
#[derive(Clone, Copy, Debug)]
struct AtWork<'a> {
    name: &'a str,
    /// Until the hands are free.
    busy: Span,
}

impl Pace {
    /// A bar with this menu, where nothing was learnt yet.
    pub fn of(menu: &Menu) -> Self {
        Self { work: Work::of_menu(menu), ..Self::default() }
    }

    /// Takes another menu's points from now on. What drinks took stays known.
    pub fn weigh(&mut self, menu: &Menu) {
        self.work = Work::of_menu(menu);
    }

    /// Learns from an order that a barista has just taken in hand, or set on the counter. Orders in
    /// any other state teach nothing.
    pub fn learn(&mut self, order: &Order) {
        let (Some(name), Some(making_at)) = (&order.barista, order.making_at) else { return };
        match (order.state, order.ready_at) {
            (OrderState::Making, _) => self.see(name, making_at, None),
            (OrderState::Ready | OrderState::Collected, Some(ready_at)) => {
                let taken = seconds(self.free_for(name, order, making_at), ready_at);
                self.see(name, ready_at, Some(ready_at));
                self.all.push(ready_at, taken);
                self.points.push(ready_at, taken / self.work.of(order));
                if let Some(chosen) = &order.chosen {
                    self.drinks.entry(chosen.drink.clone()).or_default().push(ready_at, taken);
                    keep_latest(&mut self.drinks, Times::latest);
                }
            }
            _ => {}
        }
    }

    /// When each order in hand or in the queue will likely be ready; `waiting` is in the queue's
    /// order. Nothing where too little is known, or nobody is at work.
    pub fn outlook(
        &self,
        making: &[&Order],
        waiting: &[&Order],
        now: Timestamp,
    ) -> BTreeMap<OrderId, Estimate> {
        let Some(known) = Known::of(self, now) else { return BTreeMap::new() };
        let crew = self.at_work(&known, making, waiting, now);
        let in_hand = making.iter().filter_map(|order| {
            let barista = crew.iter().find(|one| Some(one.name) == order.barista.as_deref())?;
            // Of drinks that are made together any may be the first, or the last.
            let own = self.left_of(&known, &[*order], now);
            Some((order.id, known.range(now, own, barista.busy)))
        });
        let mut outlook: BTreeMap<_, _> = in_hand.collect();
        outlook.extend(known.queue(crew, waiting, now));
        outlook
    }

    /// The baristas who are at work, with what they have in hand.
    fn at_work<'a>(
        &'a self,
        known: &Known<'_>,
        making: &[&Order],
        waiting: &[&Order],
        now: Timestamp,
    ) -> Vec<AtWork<'a>> {
        let queue_since = waiting.iter().filter_map(|order| order.submitted_at).min();
        let lately = |seen: &Seen| seconds(seen.stepped_at, now) <= AT_WORK_SECONDS;
        let around = self.baristas.iter().filter(|(_, seen)| lately(seen)).map(|(name, seen)| {
            let holds = |order: &&&Order| order.barista.as_ref() == Some(name);
            let in_hand: Vec<&Order> = making.iter().filter(holds).copied().collect();
            let usual = known.all.mean.max(known.sum(&in_hand).mean);
            let patience = ABSENT_AFTER_SECONDS.max(ABSENT_AFTER_DRINKS * usual);
            let idle = queue_since.map_or(0.0, |since| seconds(since.max(seen.stepped_at), now));
            let busy = self.left_of(known, &in_hand, now);
            (idle > patience, seen.stepped_at, AtWork { name, busy })
        });
        let around: Vec<_> = around.collect();
        // Where all seem to be gone, the one who was there last will come back first.
        let last = around.iter().map(|(_, at, _)| *at).max();
        let here = around.into_iter().filter(|(absent, at, _)| !absent || Some(*at) == last);
        here.map(|(_, _, barista)| barista).collect()
    }

    /// What is left of the drinks that one barista has in hand.
    fn left_of(&self, known: &Known<'_>, in_hand: &[&Order], now: Timestamp) -> Span {
        let all = known.sum(in_hand);
        let begun = in_hand.iter().filter_map(|order| {
            Some(self.free_for(order.barista.as_ref()?, order, order.making_at?))
        });
        let Some(begun) = begun.min() else { return Span::default() };
        all.after(seconds(begun, now))
    }

    /// From when on a barista could see to this order: since it was taken in hand, or since a
    /// little before, if it was waiting and the last drink was done; drinks in hand together follow
    /// each other.
    fn free_for(&self, name: &str, order: &Order, making_at: Timestamp) -> Timestamp {
        let last = self.baristas.get(name).and_then(|seen| seen.ready_at);
        let handover = jiff::SignedDuration::from_secs_f64(HANDOVER_SECONDS);
        let earliest = making_at.checked_sub(handover).unwrap_or(making_at);
        let there = order.submitted_at.unwrap_or(making_at).max(earliest).min(making_at);
        last.map_or(there, |last| last.max(there))
    }

    fn see(&mut self, name: &str, at: Timestamp, ready_at: Option<Timestamp>) {
        let seen = Seen { stepped_at: at, ready_at };
        let seen = self.baristas.get(name).map_or(seen, |before| Seen {
            stepped_at: at.max(before.stepped_at),
            ready_at: ready_at.max(before.ready_at),
        });
        self.baristas.insert(name.to_owned(), seen);
        keep_latest(&mut self.baristas, |seen| Some(seen.stepped_at));
    }
}

/// What is known at one moment: each drink's time, reckoned once.
struct Known<'a> {
    all: Kept,
    point: Kept,
    work: &'a Work,
    drinks: BTreeMap<&'a DrinkId, Kept>,
}

impl<'a> Known<'a> {
    /// Nothing where too few drinks were made lately.
    fn of(pace: &'a Pace, now: Timestamp) -> Option<Self> {
        let (all, point) = (pace.all.lately(now)?, pace.points.lately(now)?);
        let drinks = pace.drinks.iter();
        let drinks = drinks.filter_map(|(id, times)| Some((id, times.lately(now)?))).collect();
        Some(Self { all, point, work: &pace.work, drinks })
    }

    /// When each order of the queue will likely be ready, if whoever is free first takes the next.
    fn queue(
        &self,
        mut crew: Vec<AtWork<'_>>,
        waiting: &[&Order],
        now: Timestamp,
    ) -> Vec<(OrderId, Estimate)> {
        // Because of that, chance evens out over all hands: what is before an order varies as if
        // all of them worked at one drink after the other.
        let hands = crew.iter().map(|_| 1.0).sum::<f64>();
        let mut before = crew.iter().fold(Span::default(), |sum, barista| sum + barista.busy);
        let mut queue = Vec::new();
        for order in waiting.iter().take(FARTHEST) {
            let free = crew.iter_mut().min_by(|a, b| a.busy.mean.total_cmp(&b.busy.mean));
            let Some(barista) = free else { break };
            let own = self.drink(order);
            let start = Span { variance: before.variance / (hands * hands), ..barista.busy };
            queue.push((order.id, self.range(now, start + own, start + own)));
            barista.busy = barista.busy + own;
            before = before + own;
        }
        queue
    }

    /// What an order's drink takes; one that was made too rarely takes what its points take here.
    fn drink(&self, order: &Order) -> Span {
        let own = order.chosen.as_ref().and_then(|chosen| self.drinks.get(&chosen.drink));
        own.map_or_else(|| self.point.span().times(self.work.of(order)), |own| own.span())
    }

    fn sum(&self, orders: &[&Order]) -> Span {
        orders.iter().fold(Span::default(), |sum, order| sum + self.drink(order))
    }

    /// The range between a low quantile of the one and a high quantile of the other time.
    fn range(&self, now: Timestamp, sooner: Span, later: Span) -> Estimate {
        let (from, to) = (self.all.doubt(sooner).early(), self.all.doubt(later).late());
        Estimate { from: times::down(now, from), to: times::up(now, to) }
    }
}

/// The time between two moments; none where the second is not later.
fn seconds(from: Timestamp, to: Timestamp) -> f64 {
    to.duration_since(from).as_secs_f64().max(0.0)
}

/// Forgets what was seen longest ago where too much is remembered.
fn keep_latest<K: Ord + Clone, V>(
    map: &mut BTreeMap<K, V>,
    seen: impl Fn(&V) -> Option<Timestamp>,
) {
    if map.len() <= REMEMBERED {
        return;
    }
    let oldest = map.iter().min_by_key(|(_, value)| seen(value)).map(|(key, _)| key.clone());
    oldest.map(|key| map.remove(&key));
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
