//! The live hub: hears of every change once it is on the disk and tells everybody who listens.
//!
//! It keeps the board as it stands and the last changes, so that a reader who comes back goes on
//! where it was. An event is serialised once, when the journal is written; staff and monitors all
//! get the same bytes. Guests get what concerns them.

mod stream;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::{LiveEvent, Snapshot, event_name};
use demitasse_shared::order::OrderState;
use demitasse_shared::shop::{Face, ShopStatus};
use tokio::sync::{broadcast, watch};

use crate::clock::Clock;
use crate::domain::order::GuestId;
use crate::secret;
use crate::storage::{Committed, Publish};

pub use stream::{LiveStream, Viewer};

/// Changes that a reader may lag behind before it is cut off, and that one who returns may have
/// missed before it gets a fresh snapshot instead.
pub const TAIL: usize = 1_024;

/// One change, ready to be sent.
#[derive(Debug)]
struct Item {
    seq: Seq,
    at: Timestamp,
    /// For staff and monitors: the whole server-sent event.
    frame: Bytes,
    /// The order that changed, and whose it is.
    own: Option<(GuestId, Box<demitasse_shared::order::Order>)>,
    /// The queue after this change, where it changed.
    queue: Option<Arc<[OrderId]>>,
    /// The bar as anyone may see it, where that changed.
    status: Option<ShopStatus>,
}

#[derive(Debug)]
struct State {
    board: Board,
    tail: VecDeque<Arc<Item>>,
}

/// The hub. Clones are the same hub.
#[derive(Clone, Debug)]
pub struct Hub {
    state: Arc<Mutex<State>>,
    sender: broadcast::Sender<Arc<Item>>,
    closing: watch::Sender<bool>,
    clock: Clock,
}

impl Hub {
    /// A hub for the board as it stands, with the journal's last rows as they are stored.
    pub fn new(
        snapshot: Snapshot,
        tail: impl IntoIterator<Item = (Seq, Timestamp, String)>,
        clock: Clock,
    ) -> Self {
        let board = Board::new(snapshot);
        let tail = tail.into_iter().map(|(seq, at, data)| Arc::new(Item::replayed(seq, at, &data)));
        let state = State { board, tail: tail.collect() };
        Self {
            state: Arc::new(Mutex::new(state)),
            sender: broadcast::Sender::new(TAIL),
            closing: watch::Sender::new(false),
            clock,
        }
    }

    /// All that a screen shows, now.
    pub fn snapshot(&self) -> Snapshot {
        self.state().board.snapshot(self.clock.now())
    }

    /// The bar as anyone may see it, now.
    pub fn status(&self) -> ShopStatus {
        self.state().board.status(self.clock.now())
    }

    /// Whether this is the code on show.
    pub fn shows_code(&self, code: &str) -> bool {
        let state = self.state();
        state.board.window.as_ref().is_some_and(|window| secret::equal(&window.code, code))
    }

    /// Replaces what screens that come back are told, for rows of the journal that have changed: a
    /// guest's words were wiped from them.
    pub fn retell(&self, rows: impl IntoIterator<Item = (Seq, Timestamp, String)>) {
        let mut state = self.state();
        for (seq, at, data) in rows {
            if let Ok(index) = state.tail.binary_search_by_key(&seq, |item| item.seq) {
                state.tail[index] = Arc::new(state.tail[index].retold(at, &data));
            }
        }
    }

    /// Ends every stream, and every one that is opened from now on.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Publish for Hub {
    fn publish(&mut self, committed: Vec<Committed>) {
        let mut state = self.state();
        for change in committed {
            let item = Arc::new(state.take_in(change));
            if state.tail.len() == TAIL {
                state.tail.pop_front();
            }
            state.tail.push_back(Arc::clone(&item));
            // Nobody may be listening.
            drop(self.sender.send(item));
        }
    }
}

impl State {
    /// Folds a change into the board and notes what it means for guests.
    fn take_in(&mut self, change: Committed) -> Item {
        let before = outside(&self.board);
        let own = match (&change.event.live, change.event.about) {
            (LiveEvent::Order { order, .. }, Some((_, Some(guest)))) => {
                Some((guest, order.clone()))
            }
            _ => None,
        };
        let frame = frame(change.seq, change.at, &change.data);
        let (seq, at) = (change.seq, change.at);
        let waited = |board: &Board, id| {
            board.order(id).is_some_and(|order| order.state == OrderState::Waiting)
        };
        let about = change.event.about.map(|(id, _)| id);
        let was_waiting = about.is_some_and(|id| waited(&self.board, id));
        self.board.apply(demitasse_shared::live::Envelope { seq, at, event: change.event.live });
        let is_waiting = about.is_some_and(|id| waited(&self.board, id));
        let queue = (was_waiting != is_waiting).then(|| queue(&self.board));
        let status = (before != outside(&self.board)).then(|| self.board.status(at));
        Item { seq, at, frame, own, queue, status }
    }
}

impl Item {
    /// The same change, as the journal has it now.
    fn retold(&self, at: Timestamp, data: &str) -> Self {
        let mut own = self.own.clone();
        if let Some(chosen) = own.as_mut().and_then(|(_, order)| order.chosen.as_mut()) {
            chosen.note = None;
        }
        let (queue, status) = (self.queue.clone(), self.status.clone());
        Self { seq: self.seq, at, frame: frame(self.seq, at, data), own, queue, status }
    }

    /// A change from before this start, for staff and monitors that come back.
    fn replayed(seq: Seq, at: Timestamp, data: &str) -> Self {
        Self { seq, at, frame: frame(seq, at, data), own: None, queue: None, status: None }
    }
}

/// What guests are told of the bar as a whole; the number that is left is not for their screens,
/// but whether anything is.
fn outside(board: &Board) -> (Face, bool, Option<Timestamp>, Option<Timestamp>) {
    let window = board.window.as_ref();
    let (left, closes_at) = (window.is_some_and(|w| w.left > 0), window.map(|w| w.closes_at));
    (board.face(), left, closes_at, board.shop.paused_until)
}

fn queue(board: &Board) -> Arc<[OrderId]> {
    board.waiting().iter().map(|order| order.id).collect()
}

/// A change as a server-sent event: an envelope around the event as the journal has it.
fn frame(seq: Seq, at: Timestamp, data: &str) -> Bytes {
    let name = event_name::DELTA;
    Bytes::from(format!(
        "id: {seq}\nevent: {name}\ndata: {{\"seq\":{seq},\"at\":\"{at}\",\"event\":{data}}}\n\n"
    ))
}

#[cfg(test)]
mod tests;
