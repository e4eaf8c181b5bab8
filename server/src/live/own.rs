//! Whose the orders are: what a guest reads of the own orders comes from the board in memory.
//!
//! In a rush every phone looks at its order, and every one that comes back begins with its orders of
//! today. As long as they stand on the board, nobody has to ask the database for them.

use std::collections::HashMap;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::Order;
use demitasse_shared::settings::Settings;

use super::Hub;
use crate::domain::event::Event;
use crate::domain::order::GuestId;

/// Guests of whom it is remembered when an order of theirs left the board. Beyond that all are
/// forgotten, and for the rest of the day the database is asked for everybody.
const LEFT: usize = 100_000;

/// Whose the orders on the board are, and who has had others.
#[derive(Debug, Default)]
pub(super) struct Own {
    on_board: HashMap<GuestId, Vec<OrderId>>,
    guests: HashMap<OrderId, GuestId>,
    left: HashMap<GuestId, Timestamp>,
    /// When those who stood in `left` were forgotten last.
    forgotten_at: Option<Timestamp>,
}

/// Whose the orders are with which a hub begins.
#[derive(Clone, Debug, Default)]
pub struct Owners {
    /// Those on the board.
    pub on_board: Vec<(OrderId, GuestId)>,
    /// Guests who have had others today.
    pub left: Vec<GuestId>,
}

/// What the board has of one guest.
#[derive(Clone, Debug)]
pub struct Owned {
    /// The orders on the board, newest first, as their guest may see them.
    pub orders: Vec<Order>,
    /// When the last of those that are not on the board any more left it, if any did.
    pub left_at: Option<Timestamp>,
    /// The last change that is in this.
    pub seq: Seq,
    /// The rules.
    pub settings: Settings,
}

impl Own {
    pub(super) fn new(owners: Owners, now: Timestamp) -> Self {
        let mut on_board: HashMap<_, Vec<_>> = HashMap::new();
        for (order, guest) in owners.on_board {
            on_board.entry(guest).or_default().push(order);
        }
        let guests = on_board.iter().flat_map(|(guest, orders): (&GuestId, &Vec<OrderId>)| {
            orders.iter().map(|order| (*order, *guest))
        });
        let guests = guests.collect();
        let left = owners.left.into_iter().map(|guest| (guest, now)).collect();
        Self { on_board, guests, left, forgotten_at: None }
    }

    /// Notes where a guest's order stands.
    pub(super) fn take_in(&mut self, at: Timestamp, event: &Event) {
        let LiveEvent::Order { order, .. } = &event.live else { return };
        let Some((id, Some(guest))) = event.about else { return };
        let orders = self.on_board.entry(guest).or_default();
        orders.retain(|known| *known != id);
        if order.state.is_on_board() {
            orders.push(id);
            self.guests.insert(id, guest);
            return;
        }
        self.guests.remove(&id);
        if orders.is_empty() {
            self.on_board.remove(&guest);
        }
        self.leave(guest, at);
    }

    fn leave(&mut self, guest: GuestId, at: Timestamp) {
        if self.left.len() >= LEFT && !self.left.contains_key(&guest) {
            self.left.clear();
            self.forgotten_at = Some(at);
        }
        self.left.insert(guest, at);
    }

    /// A guest's orders on the board.
    fn of(&self, guest: GuestId) -> &[OrderId] {
        self.on_board.get(&guest).map_or(&[], Vec::as_slice)
    }

    /// Whose an order on the board is, where it is a guest's.
    pub(super) fn whose(&self, id: OrderId) -> Option<GuestId> {
        self.guests.get(&id).copied()
    }

    /// When an order of the guest's left the board last, as far as that can be known.
    fn left_at(&self, guest: GuestId) -> Option<Timestamp> {
        self.left.get(&guest).copied().max(self.forgotten_at)
    }
}

impl Hub {
    /// A guest's own order, if it is on the board.
    pub fn own_order(&self, guest: GuestId, id: OrderId) -> Option<Order> {
        let order = {
            let state = self.state();
            let is_own = state.own.of(guest).contains(&id);
            state.board.order(id).filter(|_| is_own).cloned()
        };
        order.map(|order| self.for_guest(order))
    }

    /// What the board has of one guest.
    pub fn owned(&self, guest: GuestId) -> Owned {
        let mut owned = {
            let state = self.state();
            let board = &state.board;
            let orders = state.own.of(guest).iter().filter_map(|id| board.order(*id).cloned());
            let (orders, left_at) = (orders.collect(), state.own.left_at(guest));
            Owned { orders, left_at, seq: board.seq, settings: board.settings }
        };
        owned.orders.sort_by_key(|order| std::cmp::Reverse(order.id));
        owned.orders = owned.orders.into_iter().map(|order| self.for_guest(order)).collect();
        owned
    }
}

#[cfg(test)]
mod tests;
