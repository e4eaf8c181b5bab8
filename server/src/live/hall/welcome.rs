//! What a phone hears first.

use std::sync::Arc;

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::Snapshot;

use super::told::Told;
use super::wire::Said;
use super::{Viewer, comeback};
use crate::live::item::Item;
use crate::live::outlook::Place;
use crate::live::state::State;
use crate::live::{Hub, frames};

/// What has happened since somebody was told something.
#[derive(Debug)]
pub(in crate::live) struct Missed {
    seq: Seq,
    at: Timestamp,
    items: Vec<Arc<Item>>,
    places: Vec<(OrderId, Place)>,
}

impl Hub {
    /// A snapshot, what has happened since it was read, and a first beat; as bytes, with what it
    /// tells. Nothing where the hub does not remember all that has happened since.
    pub(in crate::live) fn welcome(&self, viewer: Viewer, crowd: usize) -> Option<(Told, Said)> {
        let now = self.clock.now();
        let mut state = self.state();
        state.refresh(now);
        let board_seq = state.board.seq;
        let (guest, orders, seq) = match viewer {
            // Orders may be read of a change that the hub is about to hear of: it comes again.
            Viewer::Guest { guest, orders, seq } => (Some(guest), orders, seq.min(board_seq)),
            Viewer::Nobody => (None, Vec::new(), board_seq),
        };
        let mut told = Told::new(guest, &orders, seq, board_seq);
        let missed = state.missed_by(&told, now)?;
        let bar = state.board.without_orders(now);
        let status = state.board.status(now);
        drop(state);

        let snapshot = Snapshot { seq, orders, window: None, ..bar };
        let mut events =
            vec![Bytes::from(comeback::retry(crowd)), frames::guests_snapshot(&snapshot)];
        events.push(frames::status(seq, &status));
        events.extend(told.catch_up(&missed));
        events.push(frames::beat(now));
        Some((told, Said::of(&events)))
    }

    /// What somebody has missed who comes into the hall now; it hears of all that happens from now
    /// on. Nothing where the hub does not remember.
    pub(in crate::live) fn let_in(&self, told: &Told) -> Option<Missed> {
        let mut state = self.state();
        state.pending.is_wanted = true;
        state.missed_by(told, self.clock.now())
    }
}

impl State {
    fn missed_by(&self, told: &Told, at: Timestamp) -> Option<Missed> {
        if !self.reaches_back_to(told.seen()) {
            return None;
        }
        let missed = self.tail.iter().rev().take_while(|item| item.seq > told.seen());
        let mut items: Vec<_> = missed.cloned().collect();
        items.reverse();
        let place = |(id, _): &(OrderId, Place)| Some((*id, self.place(*id)?));
        let places = told.places().iter().filter_map(place).collect();
        Some(Missed { seq: self.board.seq, at, items, places })
    }
}

impl Told {
    /// What it takes to know all that was missed.
    pub(in crate::live) fn catch_up(&mut self, missed: &Missed) -> Vec<Bytes> {
        let mut events = Vec::new();
        for item in &missed.items {
            events.extend(self.own(item));
            if self.has_yet_to_hear(item.seq) {
                events.extend(item.everybody.clone());
                events.extend(item.status.as_ref().map(|status| frames::status(item.seq, status)));
            }
        }
        for (id, place) in &missed.places {
            events.extend(self.place(*id, *place, missed.seq, missed.at));
        }
        self.knows(missed.seq);
        events
    }
}
