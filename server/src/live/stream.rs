//! One reader's stream.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::{
    Beat, GUEST_BEAT_SECONDS, LiveEvent, STAFF_BEAT_SECONDS, Snapshot, event_name,
};
use demitasse_shared::order::Order;
use demitasse_shared::shop::ShopStatus;
use serde::Serialize;
use tokio::sync::{broadcast, watch};
use tokio::time::Interval;

use super::outlook::Place;
use super::{Hub, Item, State, frame};
use crate::clock::Clock;
use crate::domain::order::GuestId;

/// Who reads, and so what may be seen.
#[derive(Clone, Debug)]
pub enum Viewer {
    /// Staff and monitors: everything.
    Screen,
    /// A guest, with what the guest's own orders are as of a place in the journal.
    Guest {
        /// Who.
        guest: GuestId,
        /// The guest's own orders of today.
        orders: Vec<Order>,
        /// The last change that is in them.
        seq: Seq,
    },
    /// Somebody who has not signed in: whether the bar is open.
    Nobody,
}

/// A stream of server-sent events for one reader. It ends where the reader is too slow, or the
/// server is closing; the reader comes back by itself and goes on from its last event.
#[derive(Debug)]
pub struct LiveStream {
    ready: VecDeque<Bytes>,
    items: broadcast::Receiver<Arc<Item>>,
    closing: watch::Receiver<bool>,
    beat: Interval,
    clock: Clock,
    hub: Arc<Mutex<State>>,
    sight: Sight,
    /// The last change that the reader has seen, or that is in what it began with.
    seen: Seq,
    /// The last change that is in what the reader knows of the bar as a whole.
    bar_seen: Seq,
}

/// What a reader may see, and what it was told last.
#[derive(Debug)]
enum Sight {
    Screen,
    /// With the guest's orders under way, and the place that each was told last.
    Guest {
        guest: GuestId,
        told: Vec<(OrderId, Place)>,
    },
    Nobody,
}

impl Hub {
    /// Opens a stream. A screen that has seen some changes gets what it missed; everybody else,
    /// and a screen that was away too long, begins with a snapshot.
    pub fn subscribe(&self, viewer: Viewer, last_seen: Option<Seq>) -> LiveStream {
        // Held until the stream listens: no change can slip in between.
        let state = self.state();
        let now = self.clock.now();
        let board = state.board.snapshot(now);
        let (opening, sight, seen) = match viewer {
            Viewer::Screen => match last_seen.filter(|seen| state.reaches_back_to(*seen)) {
                Some(seen) => (Vec::new(), Sight::Screen, seen),
                None => (vec![snapshot(&board)], Sight::Screen, board.seq),
            },
            Viewer::Guest { guest, orders, seq } => {
                let sight = Sight::Guest { guest, told: places(&orders) };
                let own = Snapshot { seq, orders, window: None, ..board };
                (vec![snapshot(&own), status(&state.board.status(now), seq)], sight, seq)
            }
            Viewer::Nobody => {
                let seq = board.seq;
                let bare = Snapshot { orders: Vec::new(), window: None, ..board };
                (vec![snapshot(&bare), status(&state.board.status(now), seq)], Sight::Nobody, seq)
            }
        };
        let mut stream = LiveStream {
            ready: opening.into(),
            items: self.sender.subscribe(),
            closing: self.closing.subscribe(),
            beat: beats(&sight, &self.clock),
            clock: self.clock.clone(),
            hub: Arc::clone(&self.state),
            sight,
            seen,
            bar_seen: state.board.seq,
        };
        for item in &state.tail {
            stream.take(item);
        }
        stream.ready.push_back(beat(now));
        stream
    }
}

impl State {
    /// Whether the tail holds all that a screen missed which saw `seen` last. A number that is yet
    /// to come is from another journal.
    fn reaches_back_to(&self, seen: Seq) -> bool {
        let first = self.tail.front().map_or(self.board.seq.0 + 1, |item| item.seq.0);
        seen <= self.board.seq && seen.0 + 1 >= first
    }
}

fn places(orders: &[Order]) -> Vec<(OrderId, Place)> {
    orders.iter().filter_map(|order| Some((order.id, Place::of(order)?))).collect()
}

impl LiveStream {
    /// The next bytes; nothing once the stream is over.
    pub async fn next(&mut self) -> Option<Bytes> {
        loop {
            if let Some(bytes) = self.ready.pop_front() {
                return Some(bytes);
            }
            let item = tokio::select! {
                item = self.items.recv() => Some(item),
                _ = self.beat.tick() => None,
                () = closed(&mut self.closing) => return None,
            };
            match item {
                None => self.beat(),
                Some(Ok(item)) => {
                    self.take(&item);
                    // A phone that has just heard something needs no sign of life.
                    if !matches!(self.sight, Sight::Screen) && !self.ready.is_empty() {
                        self.beat.reset();
                    }
                }
                // Too slow, or the hub is gone.
                Some(Err(_)) => return None,
            }
        }
    }

    /// A sign of life; for a guest, also how the own estimates have moved while nothing happened.
    pub fn beat(&mut self) {
        let now = self.clock.now();
        if let Sight::Guest { told, .. } = &mut self.sight
            && !told.is_empty()
        {
            let mut state = self.hub.lock().unwrap_or_else(PoisonError::into_inner);
            state.refresh(now);
            let outlook = Arc::clone(&state.outlook);
            drop(state);
            // The place in the queue comes with its change, which may be on its way.
            let later = |id, told: Place| Some(Place { ahead: told.ahead, ..outlook.place(id)? });
            self.ready.extend(news(told, self.seen, now, later));
        }
        self.ready.push_back(beat(now));
    }

    fn take(&mut self, item: &Item) {
        if item.seq > self.seen {
            self.seen = item.seq;
            match &mut self.sight {
                Sight::Screen => self.ready.push_back(item.frame.clone()),
                Sight::Guest { guest, told } => {
                    self.ready.extend(for_guest(item, *guest, told));
                }
                Sight::Nobody => {}
            }
        }
        if item.seq > self.bar_seen {
            self.bar_seen = item.seq;
            if let Sight::Guest { .. } | Sight::Nobody = self.sight {
                self.ready.extend(item.everybody.clone());
                self.ready.extend(item.status.as_ref().map(|new| status(new, item.seq)));
            }
        }
    }
}

/// Resolves once the server is closing.
pub(super) async fn closed(closing: &mut watch::Receiver<bool>) {
    // It fails only where the hub is gone: then it is closed too.
    drop(closing.wait_for(|closing| *closing).await);
}

/// What a change means for a guest: the own order, or the own places in the queue where they moved.
fn for_guest(item: &Item, guest: GuestId, told: &mut Vec<(OrderId, Place)>) -> Vec<Bytes> {
    let mut frames = Vec::new();
    if let Some((_, order)) = item.own.as_ref().filter(|(owner, _)| *owner == guest) {
        told.retain(|(id, _)| *id != order.id);
        told.extend(Place::of(order).map(|place| (order.id, place)));
        frames.push(delta(item, &LiveEvent::Order { order: order.clone(), left: None }));
    }
    if let Some(outlook) = &item.outlook {
        frames.extend(news(told, item.seq, item.at, |id, _| outlook.place(id)));
    }
    frames
}

/// The own places that have moved enough to be told; they are what was told last from now on.
fn news(
    told: &mut [(OrderId, Place)],
    seq: Seq,
    at: Timestamp,
    place: impl Fn(OrderId, Place) -> Option<Place>,
) -> Vec<Bytes> {
    let mut frames = Vec::new();
    for (order, told) in told {
        let Some(now) = place(*order, *told).filter(|now| now.is_news(*told)) else { continue };
        *told = now;
        let Place { ahead, estimate } = now;
        frames.push(nameless(seq, at, &LiveEvent::Place { order: *order, ahead, estimate }));
    }
    frames
}

/// What has run out and what the bar has to say concerns every guest in the same words.
pub(super) fn for_everybody(seq: Seq, at: Timestamp, event: &LiveEvent) -> Option<Bytes> {
    match event {
        LiveEvent::Stock { .. } | LiveEvent::Announcement { .. } => Some(nameless(seq, at, event)),
        _ => None,
    }
}

/// An event that moves the reader's `Last-Event-ID` on.
fn delta(item: &Item, event: &LiveEvent) -> Bytes {
    frame(item.seq, item.at, &json(event))
}

/// An event that does not: what it says follows from a change that has its own event, or is of no
/// use to who comes back and begins with a snapshot. So an id never comes twice.
fn nameless(seq: Seq, at: Timestamp, event: &LiveEvent) -> Bytes {
    let (name, event) = (event_name::DELTA, json(event));
    Bytes::from(format!(
        "event: {name}\ndata: {{\"seq\":{seq},\"at\":\"{at}\",\"event\":{event}}}\n\n"
    ))
}

fn status(status: &ShopStatus, seq: Seq) -> Bytes {
    nameless(seq, status.at, &LiveEvent::Status { status: status.clone() })
}

fn snapshot(snapshot: &Snapshot) -> Bytes {
    let (seq, name, data) = (snapshot.seq, event_name::SNAPSHOT, json(snapshot));
    Bytes::from(format!("id: {seq}\nevent: {name}\ndata: {data}\n\n"))
}

fn beat(at: Timestamp) -> Bytes {
    let (name, data) = (event_name::BEAT, json(&Beat { at }));
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

/// The live feed's own types always serialise.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn beats(sight: &Sight, clock: &Clock) -> Interval {
    let period = Duration::from_secs(match sight {
        Sight::Screen => STAFF_BEAT_SECONDS,
        Sight::Guest { .. } | Sight::Nobody => GUEST_BEAT_SECONDS,
    });
    let mut beats = tokio::time::interval(clock.span(period));
    beats.reset();
    beats.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    beats
}
