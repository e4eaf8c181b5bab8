//! One change, ready to be told.

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::order::Order;
use demitasse_shared::shop::ShopStatus;

use super::frames;
use crate::domain::order::GuestId;

/// One change, ready to be told.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) seq: Seq,
    pub(super) at: Timestamp,
    /// For staff and monitors: the whole server-sent event.
    pub(super) frame: Bytes,
    /// The order that changed, as its guest may see it, and whose it is.
    pub(super) own: Option<(GuestId, Box<Order>)>,
    /// Whether orders in the queue may have moved by it.
    pub(super) moves: bool,
    /// For guests, and who has not signed in: the event, where it is for everybody.
    pub(super) everybody: Option<Bytes>,
    /// The bar as anyone may see it, where that changed.
    pub(super) status: Option<ShopStatus>,
}

impl Item {
    /// The same change, as the journal has it now.
    pub(super) fn retold(&self, at: Timestamp, data: &str) -> Self {
        let mut item = Self { at, frame: frames::delta(self.seq, at, data), ..self.clone() };
        if let Some(chosen) = item.own.as_mut().and_then(|(_, order)| order.chosen.as_mut()) {
            chosen.note = None;
        }
        item
    }

    /// A change from before this start, for staff and monitors that come back.
    pub(super) fn replayed(seq: Seq, at: Timestamp, data: &str) -> Self {
        let frame = frames::delta(seq, at, data);
        Self { seq, at, frame, own: None, moves: false, everybody: None, status: None }
    }
}
