//! One screen's stream.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::STAFF_BEAT_SECONDS;
use tokio::sync::{broadcast, watch};
use tokio::time::{Interval, MissedTickBehavior};

use super::item::Item;
use super::{Hub, frames};
use crate::clock::Clock;

/// A stream of server-sent events for a screen of staff's or a monitor, which sees everything. It
/// ends where the reader is too slow, or the server is closing; the reader comes back by itself and
/// goes on from its last event.
#[derive(Debug)]
pub struct LiveStream {
    ready: VecDeque<Bytes>,
    items: broadcast::Receiver<Arc<Item>>,
    closing: watch::Receiver<bool>,
    beat: Interval,
    clock: Clock,
    /// The last change that the reader has seen, or that is in what it began with.
    seen: Seq,
}

impl Hub {
    /// Opens a stream. A screen that has seen some changes gets what it missed; one that has not,
    /// or was away too long, begins with a snapshot.
    pub fn subscribe(&self, last_seen: Option<Seq>) -> LiveStream {
        // Held until the stream listens: no change can slip in between. A whole board is made into
        // text after that, so that nobody else waits for it.
        let state = self.state();
        let now = self.clock.now();
        let seen = last_seen.filter(|seen| state.reaches_back_to(*seen));
        let board = seen.is_none().then(|| state.board.snapshot(now));
        let missed = seen.map(|_| state.tail.clone()).unwrap_or_default();
        let (items, closing) = (self.sender.subscribe(), self.closing.subscribe());
        let seen = seen.unwrap_or(state.board.seq);
        drop(state);
        let mut stream = LiveStream {
            ready: board.iter().map(frames::snapshot).collect(),
            items,
            closing,
            beat: beats(&self.clock),
            clock: self.clock.clone(),
            seen,
        };
        for item in &missed {
            stream.take(item);
        }
        stream.beat();
        stream
    }
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
                Some(Ok(item)) => self.take(&item),
                // Too slow, or the hub is gone.
                Some(Err(_)) => return None,
            }
        }
    }

    /// A sign of life.
    pub fn beat(&mut self) {
        self.ready.push_back(frames::beat(self.clock.now()));
    }

    fn take(&mut self, item: &Item) {
        if item.seq > self.seen {
            self.seen = item.seq;
            self.ready.push_back(item.frame.clone());
        }
    }
}

/// Resolves once the server is closing.
pub(super) async fn closed(closing: &mut watch::Receiver<bool>) {
    // It fails only where the hub is gone: then it is closed too.
    drop(closing.wait_for(|closing| *closing).await);
}

fn beats(clock: &Clock) -> Interval {
    let mut beats = tokio::time::interval(clock.span(Duration::from_secs(STAFF_BEAT_SECONDS)));
    beats.reset();
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beats
}
