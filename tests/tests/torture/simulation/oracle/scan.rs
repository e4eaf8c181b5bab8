//! A scan: product.md's rules 1 and 2, and who may have how much.

use demitasse::domain::order::GuestId;
use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::{Shop, ShopState};

use super::door::Turning;
use super::{Foreseen, Life, No, Oracle, is_alive, later};

impl Oracle {
    /// A guest scans a code.
    pub(super) fn redeem(&mut self, guest: GuestId, code: &str) -> Foreseen {
        if let Some(until) = self.guests.is_guessing(guest, self.now) {
            return Foreseen::refused((RefusalCode::TooManyTries, Some(until)));
        }
        let on_wall = self.shown.is_some_and(|(window, _)| self.windows[window].code == code);
        if let Some(until) = self.guests.are_guessing(self.now).filter(|_| !on_wall) {
            return Foreseen::refused((RefusalCode::TooManyTries, Some(until)));
        }
        let turning = self.turning();
        // A window that opens with this very scan has a code that nobody knows.
        let Some(window) = self.windows.iter().position(|w| w.code == code && !code.is_empty())
        else {
            self.guests.guessed_wrong(guest, self.now);
            return Foreseen::no(RefusalCode::WrongCode);
        };
        let held = self.standing(guest).rfind(|life| life.window == Some(window));
        if let Some(held) = held.map(|life| self.for_guest(&life.order)) {
            return Foreseen::order(&held, self.turn(turning));
        }
        if let Err(no) = self.may_have(guest, window, &turning) {
            return Foreseen::refused(no);
        }
        let mut rows = self.turn(turning);
        let id = self.reserve(guest, window);
        rows.push(("order_reserved", Some(id)));
        Foreseen::order(&self.orders[&id].order, rows)
    }

    /// The guest's orders that neither a side nor time has ended.
    fn standing(&self, guest: GuestId) -> impl DoubleEndedIterator<Item = &Life> {
        let ended = [OrderState::Cancelled, OrderState::Expired];
        let own = self.orders.values().filter(move |life| life.guest == Some(guest));
        own.filter(move |life| !ended.contains(&life.order.state))
    }

    fn may_have(&self, guest: GuestId, window: usize, turning: &Turning) -> Result<(), No> {
        self.is_open(turning.shop())?;
        if self.now >= later(self.windows[window].closes_at, self.rules.grace_seconds) {
            return Err((RefusalCode::OldCode, None));
        }
        let today = self.day(self.now);
        let count = |lives: usize| u32::try_from(lives).expect("few");
        let open = count(self.standing(guest).filter(|life| is_alive(life.order.state)).count());
        if open >= self.rules.open_orders_per_guest {
            return Err((RefusalCode::HasOpenOrder, None));
        }
        if count(self.standing(guest).filter(|life| life.day == today).count())
            >= self.rules.drinks_per_day
        {
            return Err((RefusalCode::DailyLimit, None));
        }
        if self.alive() >= self.rules.capacity {
            return Err((RefusalCode::BarFull, None));
        }
        if self.windows[window].left() == 0 {
            return Err((RefusalCode::SoldOut, self.sold_out_until(window, turning)));
        }
        Ok(())
    }

    fn is_open(&self, shop: &Shop) -> Result<(), No> {
        match shop.state {
            ShopState::Open => Ok(()),
            ShopState::Paused => Err((RefusalCode::ShopPaused, shop.paused_until)),
            ShopState::Closed => {
                let until = shop.opens_at.filter(|opens_at| *opens_at > self.now);
                Err((RefusalCode::ShopClosed, until))
            }
        }
    }

    /// When there is more: at once where another code shows that has drinks, else with the next.
    fn sold_out_until(&self, window: usize, turning: &Turning) -> Option<Timestamp> {
        if turning.opens.is_some() {
            return None;
        }
        let last = self.windows.len() - 1;
        let is_there = last != window && self.windows[last].left() > 0;
        (!is_there).then_some(self.windows[last].closes_at)
    }

    fn reserve(&mut self, guest: GuestId, window: usize) -> OrderId {
        let id = self.next_order();
        let taken_from = &mut self.windows[window];
        taken_from.taken += 1;
        let left = taken_from.shows(self.now).then(|| taken_from.left());
        self.tell_left(left);
        let order = Order {
            submit_by: Some(later(self.now, self.rules.submit_within_seconds)),
            ..blank(id, OrderState::Reserved, self.now)
        };
        let day = self.day(self.now);
        let (guest, window) = (Some(guest), Some(window));
        let life = Life { order, guest, window, day, last: None, aged_out: false };
        self.orders.insert(id, life);
        id
    }

    /// Orders are numbered one after the other, those of all days.
    pub(super) fn next_order(&mut self) -> OrderId {
        self.last_order += 1;
        OrderId(self.last_order)
    }

    /// Screens hear how many drinks are left where that has changed.
    pub(super) fn tell_left(&mut self, left: Option<u32>) {
        if let (Some(left), Some((_, shown))) = (left, &mut self.shown) {
            *shown = left;
        }
    }
}

/// An order of which only the beginning is known.
pub(super) fn blank(id: OrderId, state: OrderState, at: Timestamp) -> Order {
    Order {
        id,
        state,
        number: None,
        chosen: None,
        walk_up: false,
        reserved_at: at,
        submit_by: None,
        submitted_at: None,
        expires_at: None,
        making_at: None,
        ready_at: None,
        ended_at: None,
        barista: None,
        ended_by: None,
        reason: None,
        promised: None,
        ahead: None,
        estimate: None,
    }
}
