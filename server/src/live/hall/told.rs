//! What one guest was told, and so what is news.

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::Order;

use crate::domain::order::GuestId;
use crate::live::frames;
use crate::live::item::Item;
use crate::live::outlook::Place;

/// What a phone was told, by its guest's orders. It is what a phone in the hall takes in memory, so
/// there is little in it.
#[derive(Debug)]
pub(in crate::live) struct Told {
    guest: Option<GuestId>,
    /// The last change of the own orders that the guest knows.
    own_seen: Seq,
    /// The last change that is in what the guest knows of the bar as a whole.
    bar_seen: Seq,
    /// The orders under way, and the place that was told last of each.
    places: Vec<(OrderId, Place)>,
    /// The order with whose end the phone stops to listen, and whether that has come.
    until: Option<OrderId>,
    is_over: bool,
}

impl Told {
    /// Somebody who begins with these orders, and the bar as it stands.
    pub(in crate::live) fn new(
        guest: Option<GuestId>,
        orders: &[Order],
        own_seen: Seq,
        bar_seen: Seq,
    ) -> Self {
        let places = orders.iter().filter_map(|order| Some((order.id, Place::of(order)?)));
        let mut places: Vec<_> = places.collect();
        places.shrink_to_fit();
        Self { guest, own_seen, bar_seen, places, until: None, is_over: false }
    }

    /// It listens until this order is over.
    pub(in crate::live) fn listens_until(&mut self, order: Option<OrderId>) {
        self.until = order;
    }

    /// Whether it has been told all that it listens for.
    pub(in crate::live) fn is_over(&self) -> bool {
        self.is_over
    }

    pub(in crate::live) fn guest(&self) -> Option<GuestId> {
        self.guest
    }

    /// The last change after which nothing was missed.
    pub(in crate::live) fn seen(&self) -> Seq {
        self.own_seen.min(self.bar_seen)
    }

    /// The orders under way, with their places as they were told.
    pub(in crate::live) fn places(&self) -> &[(OrderId, Place)] {
        &self.places
    }

    /// Whether this is for everybody and not known yet.
    pub(in crate::live) fn has_yet_to_hear(&self, seq: Seq) -> bool {
        seq > self.bar_seen
    }

    /// All up to here is known.
    pub(in crate::live) fn knows(&mut self, seq: Seq) {
        self.own_seen = self.own_seen.max(seq);
        self.bar_seen = self.bar_seen.max(seq);
    }

    /// A change, if it is of an own order and not known yet.
    pub(in crate::live) fn own(&mut self, item: &Item) -> Option<Bytes> {
        let (owner, order) = item.own.as_ref()?;
        if self.guest != Some(*owner) || item.seq <= self.own_seen {
            return None;
        }
        self.own_seen = item.seq;
        self.places.retain(|(id, _)| *id != order.id);
        if let Some(place) = Place::of(order) {
            self.places.reserve_exact(1);
            self.places.push((order.id, place));
        }
        if self.until == Some(order.id) {
            self.is_over = !order.state.is_on_board();
        }
        Some(frames::own(item.seq, item.at, order))
    }

    /// An own order's place as it is now, where the guest reads something else of it.
    pub(in crate::live) fn place(
        &mut self,
        id: OrderId,
        now: Place,
        seq: Seq,
        at: Timestamp,
    ) -> Option<Bytes> {
        let (order, told) = self.places.iter_mut().find(|(order, _)| *order == id)?;
        if !now.is_news(*told) {
            return None;
        }
        *told = now;
        let (order, Place { ahead, estimate }) = (*order, now);
        let seq = seq.max(self.own_seen);
        Some(frames::nameless(seq, at, &LiveEvent::Place { order, ahead, estimate }))
    }
}
