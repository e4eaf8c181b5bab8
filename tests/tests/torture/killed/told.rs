//! What people were told: each of these answers is a promise.

use std::sync::{Arc, Mutex};

use demitasse_shared::order::Order;

/// Every order as somebody was told of it, in the order in which they heard.
#[derive(Clone, Debug, Default)]
pub(super) struct Told(Arc<Mutex<Vec<Order>>>);

impl Told {
    pub(super) fn note(&self, order: &Order) {
        self.0.lock().expect("no panic").push(lasting(order));
    }

    /// What came in after the first so many.
    pub(super) fn after(&self, count: usize) -> Vec<Order> {
        self.0.lock().expect("no panic")[count..].to_vec()
    }
}

/// What the journal says of an order as well: not whose hands it is in, which guests are not told, nor
/// what only its guest is told.
pub(super) fn lasting(order: &Order) -> Order {
    Order { ahead: None, estimate: None, barista: None, ..order.clone() }
}
