//! What guests do with their orders, and walk-ups.

use std::collections::BTreeSet;

use demitasse::domain::order::GuestId;
use demitasse_shared::Date;
use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Party};

use super::scan::blank;
use super::{Foreseen, Life, Oracle, Verdict, is_alive, later, menu};

impl Oracle {
    /// A guest has chosen.
    pub(super) fn submit(&mut self, guest: GuestId, id: OrderId, submit: &Submit) -> Foreseen {
        let Some(order) = self.own(guest, id).cloned() else {
            return Foreseen::no(RefusalCode::NotFound);
        };
        let is_over = matches!(order.state, OrderState::Cancelled | OrderState::Expired);
        if !is_over && is_same(&order, submit) {
            return Foreseen::order(&self.for_guest(&order), Vec::new());
        }
        let chosen = match menu::choose(&self.menu, submit) {
            Ok(chosen) => chosen,
            Err(code) => return Foreseen::no(code),
        };
        let in_time = order.submit_by.is_some_and(|by| self.now < by);
        if order.state != OrderState::Reserved || !in_time {
            return Foreseen::no(RefusalCode::WrongState);
        }
        let (now, day) = (self.now, self.day(self.now));
        let (number, expires_at) =
            (self.next_number(day), later(now, self.rules.unclaimed_after_seconds));
        let life = self.orders.get_mut(&id).expect("it is the guest's");
        life.day = day;
        life.order = Order {
            state: OrderState::Waiting,
            number: Some(number),
            chosen: Some(chosen),
            submit_by: None,
            submitted_at: Some(now),
            expires_at: Some(expires_at),
            ..order
        };
        let order = self.for_guest(&self.orders[&id].order);
        Foreseen::order(&order, vec![("order_submitted", Some(id))])
    }

    /// Numbers run 1, 2, 3 … within a venue day.
    pub(super) fn next_number(&self, day: Date) -> u32 {
        let of_day = self.orders.values().filter(|life| life.day == day);
        let left_out = self.floors.get(&day).copied();
        1 + of_day.filter_map(|life| life.order.number).chain(left_out).max().unwrap_or(0)
    }

    fn own(&self, guest: GuestId, id: OrderId) -> Option<&Order> {
        self.orders.get(&id).filter(|life| life.guest == Some(guest)).map(|life| &life.order)
    }

    /// A guest cancels.
    pub(super) fn withdraw(&mut self, guest: GuestId, id: OrderId) -> Foreseen {
        let Some(order) = self.own(guest, id) else {
            return Foreseen::no(RefusalCode::NotFound);
        };
        match order.state {
            OrderState::Cancelled if order.ended_by == Some(Party::Guest) => {
                Foreseen::order(&self.for_guest(order), Vec::new())
            }
            OrderState::Reserved | OrderState::Waiting => {
                self.end(id, OrderState::Cancelled, Party::Guest);
                let order = self.for_guest(&self.orders[&id].order);
                Foreseen::order(&order, vec![("order_withdrawn", Some(id))])
            }
            _ => Foreseen::no(RefusalCode::WrongState),
        }
    }

    /// An order ends. A place that nobody has begun on goes back to its window while that shows.
    pub(super) fn end(&mut self, id: OrderId, state: OrderState, by: Party) {
        let (now, life) = (self.now, self.orders.get_mut(&id).expect("there is one"));
        let comes_back = matches!(life.order.state, OrderState::Reserved | OrderState::Waiting);
        let order = &mut life.order;
        (order.state, order.ended_at, order.ended_by) = (state, Some(now), Some(by));
        (order.submit_by, order.expires_at) = (None, None);
        let Some(window) = life.window.filter(|_| comes_back) else { return };
        let window = &mut self.windows[window];
        if window.shows(now) {
            window.taken -= 1;
            let left = window.left();
            self.tell_left(Some(left));
        }
    }

    /// A guest looks at one order.
    pub(super) fn look(&self, guest: GuestId, id: OrderId) -> Foreseen {
        match self.own(guest, id) {
            Some(order) => Foreseen::order(&self.for_guest(order), Vec::new()),
            None => Foreseen::no(RefusalCode::NotFound),
        }
    }

    /// A guest looks at all of today's, and those still under way from before midnight.
    pub(super) fn list(&self, guest: GuestId) -> Foreseen {
        let today = self.day(self.now);
        let ended = [OrderState::Cancelled, OrderState::Expired];
        let own = || self.orders.values().rev().filter(|life| life.guest == Some(guest));
        let is_listed = |life: &&Life| {
            let state = life.order.state;
            life.day == today || is_alive(state) || state == OrderState::Ready
        };
        let had = own().filter(|life| life.day == today && !ended.contains(&life.order.state));
        let had = u32::try_from(had.count()).expect("few");
        let orders = own().filter(is_listed).map(|life| self.for_guest(&life.order)).collect();
        let left = self.rules.drinks_per_day.saturating_sub(had);
        Foreseen { answer: Verdict::Orders(orders, left), rows: Vec::new() }
    }

    /// Staff enter an order for somebody without a phone: outside the code's count.
    pub(super) fn walk_up(&mut self, barista: i64, submit: &Submit, key: &str) -> Foreseen {
        let entry = (barista, key.to_owned());
        if let Some(known) = self.entries.get(&entry) {
            let order = &self.orders[known].order;
            return if is_same(order, submit) {
                Foreseen::order(order, Vec::new())
            } else {
                Foreseen::no(RefusalCode::InvalidRequest)
            };
        }
        let chosen = match menu::choose(&self.menu, submit) {
            Ok(chosen) => chosen,
            Err(code) => return Foreseen::no(code),
        };
        let (id, day) = (self.next_order(), self.day(self.now));
        let order = Order {
            walk_up: true,
            number: Some(self.next_number(day)),
            chosen: Some(chosen),
            submitted_at: Some(self.now),
            expires_at: Some(later(self.now, self.rules.unclaimed_after_seconds)),
            ..blank(id, OrderState::Waiting, self.now)
        };
        let foreseen = Foreseen::order(&order, vec![("order_walked_up", Some(id))]);
        let life = Life { order, guest: None, window: None, day, last: None, aged_out: false };
        self.orders.insert(id, life);
        self.entries.insert(entry, id);
        foreseen
    }
}

/// Whether a choice is what the order says already.
fn is_same(order: &Order, submit: &Submit) -> bool {
    let options =
        |of: &[demitasse_shared::ids::ChoiceId]| of.iter().cloned().collect::<BTreeSet<_>>();
    order.chosen.as_ref().is_some_and(|chosen| {
        chosen.drink == submit.drink && options(&chosen.options) == options(&submit.options)
    })
}
