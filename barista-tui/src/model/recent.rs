//! Orders that were collected a short while ago: a recall can bring them back.

use std::collections::VecDeque;

use demitasse_shared::Timestamp;
use demitasse_shared::order::{Order, OrderState};

use super::minutes_between;

/// How many are remembered: as many as digits can choose from.
pub(crate) const RECENT_ORDERS: u32 = 10;

/// How long after it was ready an order can be recalled, in minutes.
const RECALL_MINUTES: i64 = 30;

/// The last collected orders, the latest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    orders: VecDeque<Order>,
}

impl Recent {
    /// Takes note of an order that has changed.
    pub(crate) fn heard(&mut self, order: &Order) {
        self.orders.retain(|known| known.id != order.id);
        if order.state == OrderState::Collected {
            self.orders.push_front(order.clone());
            self.orders.truncate(RECENT_ORDERS as usize);
        }
    }

    /// Takes in what the server remembers, the latest first: this screen may have been away.
    pub(crate) fn heard_all(&mut self, orders: Vec<Order>) {
        self.orders = orders.into();
        self.orders.truncate(RECENT_ORDERS as usize);
    }

    /// The orders, the latest first.
    pub(crate) fn orders(&self) -> impl Iterator<Item = &Order> {
        self.orders.iter()
    }
}

/// Whether the server would still take it back.
pub(super) fn is_recallable(order: &Order, now: Option<Timestamp>) -> bool {
    match (order.ready_at, now) {
        (Some(ready), Some(now)) => minutes_between(ready, now) < RECALL_MINUTES,
        _ => true,
    }
}
