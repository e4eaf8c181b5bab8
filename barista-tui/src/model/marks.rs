//! Tickets that are marked: what comes next is done to all of them.

use std::collections::BTreeSet;

use demitasse_shared::ids::OrderId;

/// The marked tickets, by their orders: a mark stays on its ticket whatever others do around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    orders: BTreeSet<OrderId>,
}

impl Marks {
    /// Marks a ticket, or takes its mark away.
    pub(crate) fn toggle(&mut self, id: OrderId) {
        if !self.orders.remove(&id) {
            self.orders.insert(id);
        }
    }

    /// Marks just these.
    pub(crate) fn set(&mut self, ids: BTreeSet<OrderId>) {
        self.orders = ids;
    }

    /// Takes all marks away.
    pub(crate) fn clear(&mut self) {
        self.orders.clear();
    }

    /// Takes a mark away: the ticket's step is done.
    pub(crate) fn remove(&mut self, id: OrderId) {
        self.orders.remove(&id);
    }

    /// Takes the marks of all tickets away that do not stand any more.
    pub(crate) fn settle(&mut self, stands: impl Fn(OrderId) -> bool) {
        self.orders.retain(|id| stands(*id));
    }

    /// Whether a ticket is marked.
    pub(crate) fn has(&self, id: OrderId) -> bool {
        self.orders.contains(&id)
    }

    /// Whether just these are marked.
    pub(crate) fn are(&self, ids: &BTreeSet<OrderId>) -> bool {
        self.orders == *ids
    }

    /// Whether none is.
    pub(crate) fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    /// How many are.
    pub(crate) fn len(&self) -> usize {
        self.orders.len()
    }
}
