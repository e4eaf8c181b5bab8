//! Which ticket is selected: by its order, so that it stays selected when others come and go.

use demitasse_shared::ids::OrderId;

use super::Column;

/// The selected ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// The column that keys speak to.
    pub(crate) column: Column,
    /// The ticket's place in it, counted from zero.
    pub(crate) place: usize,
    /// The ticket's order; nothing in an empty column.
    pub(crate) order: Option<OrderId>,
    /// Somebody went to this very ticket. Else it was taken because another one had gone, or had
    /// just come where somebody went to.
    pub(crate) by_hand: bool,
}

impl Cursor {
    /// Finds the order again; where it has left the column, the one that took its place.
    pub(crate) fn settle(&mut self, ids: &[OrderId]) {
        let found = self.order.and_then(|order| ids.iter().position(|id| *id == order));
        self.by_hand &= found.is_some() || self.order.is_none();
        self.place = found.unwrap_or(self.place).min(ids.len().saturating_sub(1));
        self.order = ids.get(self.place).copied();
    }

    /// Goes to another column, to its oldest ticket.
    pub(crate) fn enter(&mut self, column: Column) {
        if column != self.column {
            *self = Self { column, place: 0, order: None, by_hand: true };
        }
    }

    /// Goes to a place of the column; `settle` finds the order there.
    pub(crate) fn go(&mut self, place: usize) {
        (self.place, self.order, self.by_hand) = (place, None, true);
    }

    /// Goes to a ticket, wherever it stands.
    pub(crate) fn point(&mut self, column: Column, order: OrderId) {
        (self.column, self.order, self.by_hand) = (column, Some(order), true);
    }
}
