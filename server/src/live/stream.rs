//! One reader's stream.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::{
    Beat, GUEST_BEAT_SECONDS, LiveEvent, STAFF_BEAT_SECONDS, Snapshot, event_name,
};
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::ShopStatus;
use serde::Serialize;
use tokio::sync::{broadcast, watch};
use tokio::time::Interval;

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
    sight: Sight,
    /// The last change that the reader has seen, or that is in what it began with.
    seen: Seq,
    /// The last change that is in the bar's face as the reader knows it.
    face_seen: Seq,
}

/// What a reader may see, and what it was told last.
#[derive(Debug)]
enum Sight {
    Screen,
    /// With the guest's waiting orders, and the place that each was told last.
    Guest {
        guest: GuestId,
        waiting: Vec<(OrderId, Option<u32>)>,
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
                let sight = Sight::Guest { guest, waiting: waiting(&orders) };
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
            beat: beats(&sight),
            clock: self.clock.clone(),
            sight,
            seen,
            face_seen: state.board.seq,
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

fn waiting(orders: &[Order]) -> Vec<(OrderId, Option<u32>)> {
    let waiting = orders.iter().filter(|order| order.state == OrderState::Waiting);
    waiting.map(|order| (order.id, order.ahead)).collect()
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
                None => self.ready.push_back(beat(self.clock.now())),
                Some(Ok(item)) => self.take(&item),
                // Too slow, or the hub is gone.
                Some(Err(_)) => return None,
            }
        }
    }

    fn take(&mut self, item: &Item) {
        if item.seq > self.seen {
            self.seen = item.seq;
            match &mut self.sight {
                Sight::Screen => self.ready.push_back(item.frame.clone()),
                Sight::Guest { guest, waiting } => {
                    self.ready.extend(for_guest(item, *guest, waiting));
                }
                Sight::Nobody => {}
            }
        }
        if item.seq > self.face_seen {
            self.face_seen = item.seq;
            if let (Some(status), Sight::Guest { .. } | Sight::Nobody) = (&item.status, &self.sight)
            {
                self.ready.push_back(self::status(status, item.seq));
            }
        }
    }
}

/// Resolves once the server is closing.
async fn closed(closing: &mut watch::Receiver<bool>) {
    // It fails only where the hub is gone: then it is closed too.
    drop(closing.wait_for(|closing| *closing).await);
}

/// What a change means for a guest: the own order, or the own places in the queue where they moved.
fn for_guest(item: &Item, guest: GuestId, waiting: &mut Vec<(OrderId, Option<u32>)>) -> Vec<Bytes> {
    let mut frames = Vec::new();
    if let Some((_, order)) = item.own.as_ref().filter(|(owner, _)| *owner == guest) {
        let ahead = item.queue.as_ref().and_then(|queue| place(queue, order.id));
        waiting.retain(|(id, _)| *id != order.id);
        if order.state == OrderState::Waiting {
            waiting.push((order.id, ahead));
        }
        let order = Box::new(Order { ahead, ..(**order).clone() });
        frames.push(delta(item, &LiveEvent::Order { order, left: None }));
    }
    for (order, told) in waiting {
        let ahead = item.queue.as_ref().and_then(|queue| place(queue, *order));
        if let Some(ahead) = ahead.filter(|ahead| *told != Some(*ahead)) {
            *told = Some(ahead);
            frames.push(nameless(
                item.seq,
                item.at,
                &LiveEvent::Place { order: *order, ahead: Some(ahead), estimate: None },
            ));
        }
    }
    frames
}

fn place(queue: &[OrderId], order: OrderId) -> Option<u32> {
    queue.iter().position(|id| *id == order).and_then(|place| u32::try_from(place).ok())
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

fn beats(sight: &Sight) -> Interval {
    let period = Duration::from_secs(match sight {
        Sight::Screen => STAFF_BEAT_SECONDS,
        Sight::Guest { .. } | Sight::Nobody => GUEST_BEAT_SECONDS,
    });
    let mut beats = tokio::time::interval(period);
    beats.reset();
    beats.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    beats
}
