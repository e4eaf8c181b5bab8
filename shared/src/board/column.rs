//! One column of the board, kept in order: with thousands waiting nobody sorts or counts them anew
//! for each cup.

use std::collections::VecDeque;

use crate::Timestamp;
use crate::ids::OrderId;
use crate::order::{Order, OrderState};

/// What orders are sorted by: since when they stand in the column, their number, their id.
type Key = (Option<Timestamp>, Option<u32>, OrderId);

/// Orders of one state, oldest first. Orders come at its end and go from its front, where a deque
/// moves next to nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column(VecDeque<Key>);

impl Column {
    pub(super) fn put(&mut self, order: &Order) {
        let key = key(order);
        if let Err(place) = self.0.binary_search(&key) {
            self.0.insert(place, key);
        }
    }

    pub(super) fn take(&mut self, order: &Order) {
        if let Some(place) = self.place(order) {
            self.0.remove(place);
        }
    }

    /// How many orders stand before this one, if it is here.
    pub(super) fn place(&self, order: &Order) -> Option<usize> {
        self.0.binary_search(&key(order)).ok()
    }

    /// Who stands there.
    pub(super) fn at(&self, place: usize) -> Option<OrderId> {
        self.0.get(place).map(|(_, _, id)| *id)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = OrderId> {
        self.0.iter().map(|(_, _, id)| *id)
    }
}

fn key(order: &Order) -> Key {
    let since = match order.state {
        OrderState::Ready => order.ready_at,
        _ => order.submitted_at,
    };
    (since, order.number, order.id)
}
