//! What time does, and what a start makes of it; and what goes for good.

use demitasse::domain::order::GuestId;
use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Party};
use demitasse_shared::shop::ShopState;

use super::{Foreseen, Life, Oracle, Row, is_alive, later};

impl Oracle {
    /// All that is due by now has happened.
    pub(super) fn tick_rows(&mut self) -> Vec<Row> {
        let turning = self.turning();
        let mut rows = self.turn(turning);
        let now = self.now;
        let mut due: Vec<_> = self.orders.values().filter_map(|life| self.due(life)).collect();
        due.retain(|(at, _)| *at <= now);
        due.sort_unstable();
        for (_, id) in due {
            rows.push((self.lapse(id), Some(id)));
        }
        if self.announcement.take_if(|line| now >= line.until).is_some() {
            rows.push(("announcement_over", None));
        }
        self.guests.forget_due(now);
        self.written.clone_from(&self.away);
        rows
    }

    /// Time has come this far, and the bar has looked.
    pub(in crate::simulation) fn tick(&mut self, now: Timestamp) -> Vec<Row> {
        self.now = now;
        self.tick_rows()
    }

    /// When time alone changes an order.
    pub(super) fn due(&self, life: &Life) -> Option<(Timestamp, OrderId)> {
        let order = &life.order;
        let at = match order.state {
            OrderState::Reserved => order.submit_by,
            OrderState::Waiting => order.expires_at,
            OrderState::Ready => order.ready_at.map(|at| later(at, self.rules.ready_for_seconds)),
            _ => None,
        };
        Some((at?, order.id))
    }

    fn lapse(&mut self, id: OrderId) -> &'static str {
        let life = self.orders.get_mut(&id).expect("it is due");
        match life.order.state {
            OrderState::Ready => {
                life.order.state = OrderState::Collected;
                life.order.ended_at = Some(self.now);
                life.aged_out = true;
                return "order_aged_out";
            }
            // Whose fault it was decides what the guest is told.
            OrderState::Reserved => self.end(id, OrderState::Expired, Party::Guest),
            _ => self.end(id, OrderState::Expired, Party::Bar),
        }
        "order_expired"
    }

    /// The server starts anew: what screens show is read from the disk.
    pub(in crate::simulation) fn restart(&mut self, now: Timestamp) {
        self.now = now;
        let last = self.windows.len().wrapping_sub(1);
        let shows = self.windows.last().filter(|window| window.shows(now));
        let shows = shows.filter(|_| self.shop.state == ShopState::Open);
        self.shown = shows.map(|window| (last, window.left()));
        self.guests.forget_guesses();
    }

    /// A server that stops writes down how often it said no; one that is killed has forgotten it.
    pub(in crate::simulation) fn stop(&mut self, is_killed: bool) {
        if is_killed {
            self.away.clone_from(&self.written);
        } else {
            self.written.clone_from(&self.away);
        }
    }

    /// "Forget me": words and sessions go, counts and numbers stay.
    pub(super) fn forget(&mut self, guest: GuestId) -> Foreseen {
        let own = |life: &&mut Life| life.guest == Some(guest);
        if self.orders.values().any(|l| l.guest == Some(guest) && is_alive(l.order.state)) {
            return Foreseen::no(RefusalCode::HasOpenOrder);
        }
        let mut rows = Vec::new();
        for life in self.orders.values_mut().rev().filter(own) {
            take_note(&mut life.order);
            if life.order.state == OrderState::Ready {
                rows.push(("order_note_wiped", Some(life.order.id)));
            }
        }
        let tomorrow = self.day(self.now).tomorrow().expect("there is one");
        let midnight = tomorrow.to_zoned(self.zone.clone()).expect("it comes").timestamp();
        self.guests.forget(guest, midnight);
        rows.push(("guest_forgotten", None));
        Foreseen::done(rows)
    }

    /// After the event everything personal goes; who made what reads otherwise from then on.
    pub(in crate::simulation) fn wipe(&mut self) -> Vec<Row> {
        self.guests.wipe();
        self.proofs = super::Proofs::default();
        self.announcement = None;
        self.orders.values_mut().for_each(|life| take_note(&mut life.order));
        vec![("wiped", None)]
    }
}

pub(super) fn take_note(order: &mut Order) {
    if let Some(chosen) = &mut order.chosen {
        chosen.note = None;
    }
}
