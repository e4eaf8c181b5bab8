//! The live hub: hears of every change once it is on the disk and tells everybody who listens.
//!
//! It keeps the board as it stands and the last changes, so that a reader who comes back goes on
//! where it was. An event is serialised once, when the journal is written; staff and monitors all
//! get the same bytes. Guests get what concerns them.

mod changes;
mod outlook;
mod own;
mod stream;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{LiveEvent, Snapshot, event_name};
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Estimate, Order, OrderState};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Announcement, Face, ShopStatus};
use tokio::sync::{broadcast, watch};

use crate::clock::Clock;
use crate::domain::order::GuestId;
use crate::domain::pace::Pace;
use crate::secret;
use crate::storage::{Committed, Publish};

pub use changes::Changes;
use outlook::{Outlook, is_under_way};
use own::Own;
pub use own::{Owned, Owners};
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
    /// The order that changed, as its guest may see it, and whose it is.
    own: Option<(GuestId, Box<Order>)>,
    /// The queue after this change, where it changed.
    outlook: Option<Arc<Outlook>>,
    /// For guests, and who has not signed in: the event, where it is for everybody.
    everybody: Option<Bytes>,
    /// The bar as anyone may see it, where that changed.
    status: Option<ShopStatus>,
}

#[derive(Debug)]
struct State {
    board: Board,
    tail: VecDeque<Arc<Item>>,
    pace: Pace,
    outlook: Arc<Outlook>,
    barista_names: bool,
    own: Own,
    /// The last change of the menu, or of what has run out of it.
    stock: Seq,
}

/// What a hub begins with.
#[derive(Debug)]
pub struct Opening {
    /// The board as it stands.
    pub snapshot: Snapshot,
    /// The journal's last rows as they are stored.
    pub tail: Vec<(Seq, Timestamp, String)>,
    /// What was learnt from the drinks that were made lately.
    pub pace: Pace,
    /// Whether guests read who makes their drink.
    pub barista_names: bool,
    /// Whose the orders are.
    pub owners: Owners,
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
    /// A hub for the bar as it stands.
    pub fn new(opening: Opening, clock: Clock) -> Self {
        let Opening { snapshot, tail, pace, barista_names, owners } = opening;
        let (own, stock) = (Own::new(owners, clock.now()), snapshot.seq);
        let board = Board::new(snapshot);
        let tail = tail.into_iter().map(|(seq, at, data)| Arc::new(Item::replayed(seq, at, &data)));
        let outlook = Arc::new(Outlook::of(&board, &pace, clock.now()));
        let tail = tail.collect();
        let state = State { board, tail, pace, outlook, barista_names, own, stock };
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

    /// The last change, and the bar's time after it.
    pub fn moment(&self) -> (Seq, Timestamp) {
        let state = self.state();
        (state.board.seq, self.clock.now())
    }

    /// The last change of the menu, or of what has run out of it.
    pub fn stock_changed(&self) -> Seq {
        self.state().stock
    }

    /// The rules, now.
    pub fn settings(&self) -> Settings {
        self.state().board.settings
    }

    /// The line that the bar has for everybody, while it has one.
    pub fn announcement(&self) -> Option<Announcement> {
        self.state().board.announcement.clone()
    }

    /// Whether this is the code on show.
    pub fn shows_code(&self, code: &str) -> bool {
        let state = self.state();
        state.board.window.as_ref().is_some_and(|window| secret::equal(&window.code, code))
    }

    /// An order as its own guest may see it, with its place in the queue and when it will likely be
    /// ready.
    pub fn for_guest(&self, order: Order) -> Order {
        let mut state = self.state();
        state.refresh(self.clock.now());
        state.own(order)
    }

    /// When an order that enters the queue now will likely be ready: what its guest is about to be
    /// told. Orders that share its commit are not before it yet; in a rush that is one drink.
    pub fn foresee(&self, order: &Order, now: Timestamp) -> Option<Estimate> {
        let state = self.state();
        let (making, mut waiting) = (state.board.making(), state.board.waiting());
        waiting.push(order);
        state.pace.outlook(&making, &waiting, now).remove(&order.id)
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

    /// Reckons with another menu's points from now on.
    pub fn weigh(&self, menu: &Menu) {
        let mut state = self.state();
        state.pace.weigh(menu);
        state.outlook = Arc::new(Outlook::of(&state.board, &state.pace, self.clock.now()));
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
        let Committed { seq, at, event, data } = change;
        let before = outside(&self.board);
        self.own.take_in(at, &event);
        if matches!(event.live, LiveEvent::Stock { .. }) {
            self.stock = seq;
        }
        let everybody = stream::for_everybody(seq, at, &event.live);
        let order = match &event.live {
            LiveEvent::Order { order, .. } => Some(order.clone()),
            _ => None,
        };
        let was = order.as_ref().and_then(|order| Some(self.board.order(order.id)?.state));
        self.board.apply(demitasse_shared::live::Envelope { seq, at, event: event.live });
        let moved = order.as_ref().is_some_and(|order| self.learn(was, order));
        if moved {
            self.outlook = Arc::new(Outlook::of(&self.board, &self.pace, at));
        }
        let guest = event.about.and_then(|(_, guest)| guest);
        let own = order.zip(guest).map(|(order, guest)| (guest, Box::new(self.own(*order))));
        Item {
            seq,
            at,
            frame: frame(seq, at, &data),
            own,
            outlook: moved.then(|| Arc::clone(&self.outlook)),
            everybody,
            status: (before != outside(&self.board)).then(|| self.board.status(at)),
        }
    }

    /// Learns from what became of an order that was in another state. Says whether the queue, or
    /// what is in baristas' hands, changed by it.
    fn learn(&mut self, was: Option<OrderState>, order: &Order) -> bool {
        if was == Some(order.state) {
            return false;
        }
        if matches!(order.state, OrderState::Making | OrderState::Ready) {
            self.pace.learn(order);
        }
        is_under_way(order.state) || was.is_some_and(is_under_way)
    }

    /// Reckons estimates anew where nothing has happened for a while.
    fn refresh(&mut self, now: Timestamp) {
        if self.outlook.is_stale(now) {
            self.outlook = Arc::new(Outlook::of(&self.board, &self.pace, now));
        }
    }

    /// An order as its own guest may see it, with its place in the queue.
    fn own(&self, order: Order) -> Order {
        self.for_guest(order)
    }

    /// The one place that decides what a guest reads of the own order: how many stand before it,
    /// when it will likely be ready, and who makes it only where the venue shows names.
    fn for_guest(&self, order: Order) -> Order {
        let place = self.outlook.place(order.id).filter(|_| is_under_way(order.state));
        Order {
            barista: order.barista.filter(|_| self.barista_names),
            ahead: place.and_then(|place| place.ahead),
            estimate: place.and_then(|place| place.estimate),
            ..order
        }
    }
}

impl Item {
    /// The same change, as the journal has it now.
    fn retold(&self, at: Timestamp, data: &str) -> Self {
        let mut own = self.own.clone();
        if let Some(chosen) = own.as_mut().and_then(|(_, order)| order.chosen.as_mut()) {
            chosen.note = None;
        }
        let (outlook, everybody) = (self.outlook.clone(), self.everybody.clone());
        let (frame, status) = (frame(self.seq, at, data), self.status.clone());
        Self { seq: self.seq, at, frame, own, outlook, everybody, status }
    }

    /// A change from before this start, for staff and monitors that come back.
    fn replayed(seq: Seq, at: Timestamp, data: &str) -> Self {
        let frame = frame(seq, at, data);
        Self { seq, at, frame, own: None, outlook: None, everybody: None, status: None }
    }
}

/// What guests are told of the bar as a whole; the number that is left is not for their screens,
/// but whether anything is.
fn outside(board: &Board) -> (Face, bool, [Option<Timestamp>; 3]) {
    let window = board.window.as_ref();
    let (left, closes_at) = (window.is_some_and(|w| w.left > 0), window.map(|w| w.closes_at));
    (board.face(), left, [closes_at, board.shop.paused_until, board.shop.opens_at])
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
