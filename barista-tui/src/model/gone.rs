//! Tickets that ended without reaching the counter. They stay where they stood, struck through,
//! until somebody has seen it and lets them go: nobody looks for a ticket that is not there.

use std::collections::VecDeque;

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState};

use super::Column;

/// How many struck-through tickets are kept; beyond that the oldest go by themselves.
const KEPT: usize = 40;

/// A ticket that was struck through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Struck {
    /// The order as it ended.
    pub(crate) order: Order,
    /// Whether it was cancelled on this very board.
    pub(crate) by_me: bool,
}

/// All struck-through tickets, the first to end first. They belong to this screen alone, so they
/// outlast a broken line and a fresh board.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gone {
    struck: VecDeque<Struck>,
}

/// Whether an order's ticket is to be struck through: it had one, and it came to nothing.
pub(super) fn is_gone(order: &Order) -> bool {
    let ended = matches!(order.state, OrderState::Cancelled | OrderState::Expired);
    ended && order.number.is_some()
}

/// Where an order's ticket stood when it ended.
pub(super) fn stood(order: &Order) -> Column {
    if order.making_at.is_some() { Column::Making } else { Column::Waiting }
}

impl Gone {
    /// Takes note of an order that has changed.
    pub(crate) fn heard(&mut self, order: &Order, by_me: bool) {
        if !is_gone(order) || self.get(order.id).is_some() {
            return;
        }
        self.struck.push_back(Struck { order: order.clone(), by_me });
        if self.struck.len() > KEPT {
            self.struck.pop_front();
        }
    }

    /// One order's struck-through ticket.
    pub(crate) fn get(&self, id: OrderId) -> Option<&Struck> {
        self.struck.iter().find(|struck| struck.order.id == id)
    }

    /// All of them, the first to end first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Struck> {
        self.struck.iter()
    }

    /// The one that has been there longest.
    pub(crate) fn oldest(&self) -> Option<OrderId> {
        self.struck.front().map(|struck| struck.order.id)
    }

    /// Lets one go.
    pub(crate) fn dismiss(&mut self, id: OrderId) {
        self.struck.retain(|struck| struck.order.id != id);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.struck.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{making, waiting};

    fn cancelled(order: Order) -> Order {
        Order { state: OrderState::Cancelled, ..order }
    }

    #[test]
    fn a_ticket_stays_where_it_stood() {
        assert_eq!(stood(&cancelled(waiting(1, 0))), Column::Waiting);
        assert_eq!(stood(&cancelled(making(1, 0, "Bo"))), Column::Making);
    }

    #[test]
    fn only_what_had_a_ticket_is_kept_once_and_so_many_at_most() {
        let mut gone = Gone::default();
        gone.heard(&waiting(1, 0), false);
        gone.heard(&Order { number: None, ..cancelled(waiting(2, 0)) }, false);
        assert_eq!(gone.len(), 0);
        for id in (1..=50).chain(1..=50) {
            gone.heard(&cancelled(waiting(id, 0)), false);
        }
        assert_eq!(gone.len(), KEPT);
    }
}
