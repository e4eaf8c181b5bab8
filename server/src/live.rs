//! The live hub: hears of every change once it is on the disk and tells everybody who listens.
//!
//! It keeps the board as it stands and the last changes, so that a screen that comes back goes on
//! where it was. An event is serialised once, when the journal is written; staff and monitors all
//! get the same bytes, each over a [`LiveStream`] of its own. Guests get what concerns them, and
//! there are thousands of them: they stand together in the [`Hall`].

mod changes;
mod frames;
mod hall;
mod item;
mod outlook;
mod own;
mod state;
mod stream;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::Snapshot;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Estimate, Order};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Announcement, ShopStatus};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};
use tokio::time::timeout;

use crate::clock::Clock;
use crate::domain::pace::{FARTHEST, Pace};
use crate::secret;
use crate::storage::{Committed, Publish};

pub use changes::Changes;
pub use hall::{Hall, Phone, Viewer};
use hall::{Pending, Rouser};
use item::Item;
use outlook::Outlook;
use own::Own;
pub use own::{Owned, Owners};
use state::State;
pub use stream::LiveStream;

/// Changes that a reader may lag behind before it is cut off, and that one who returns may have
/// missed before it gets a fresh snapshot instead.
pub const TAIL: usize = 1_024;

/// How long a read that is ahead of the hub waits for it at most.
const CATCHING_UP: Duration = Duration::from_secs(5);

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
    hall: Rouser,
    clock: Clock,
}

impl Hub {
    /// A hub for the bar as it stands.
    pub fn new(opening: Opening, clock: Clock) -> Self {
        let Opening { snapshot, tail, pace, barista_names, owners } = opening;
        let (own, stock) = (Own::new(owners, clock.now()), snapshot.seq);
        let board = Board::new(snapshot);
        let tail = tail.into_iter().map(|(seq, at, data)| Arc::new(Item::replayed(seq, at, &data)));
        let outlook = Outlook::of(&board, &pace, clock.now());
        let (tail, pending) = (tail.collect(), Pending::default());
        let state = State { board, own, stock, tail, pending, pace, outlook, barista_names };
        Self {
            state: Arc::new(Mutex::new(state)),
            sender: broadcast::Sender::new(TAIL),
            closing: watch::Sender::new(false),
            hall: Rouser::default(),
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

    /// Waits until a change is known here that the database has already: whoever is told of it before
    /// might be told something older after it. That is a matter of microseconds; more than
    /// `CATCHING_UP` nobody waits.
    pub async fn reach(&self, seq: Seq) {
        let mut items = self.sender.subscribe();
        let caught_up = async {
            while self.state().board.seq < seq {
                // Whoever lags behind looks again as well.
                if matches!(items.recv().await, Err(RecvError::Closed)) {
                    return;
                }
            }
        };
        if timeout(CATCHING_UP, caught_up).await.is_err() {
            tracing::warn!(%seq, "the database has a change that nobody heard of");
        }
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
        state.for_guest(order)
    }

    /// How many orders stand before one in the queue, while it waits there.
    pub fn ahead(&self, order: &Order) -> Option<u32> {
        self.state().board.ahead_of(order.id)
    }

    /// When an order that enters the queue now will likely be ready: what its guest is about to be
    /// told. Orders that share its commit are not before it yet: in a rush it is a little early, and
    /// the estimate that follows the commit is right.
    pub fn foresee(&self, order: &Order, now: Timestamp) -> Option<Estimate> {
        let state = self.state();
        if state.board.waiting_len() >= FARTHEST {
            return None;
        }
        let (making, mut waiting) = (state.board.making(), state.board.next_waiting(FARTHEST));
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
        state.outlook = Outlook::of(&state.board, &state.pace, self.clock.now());
    }

    /// How many screens of staff, and monitors, listen.
    pub fn screens(&self) -> usize {
        self.sender.receiver_count()
    }

    /// Whether phones hear nothing just now, because the hall where they stand broke off and has yet
    /// to begin anew.
    pub fn is_deaf(&self) -> bool {
        self.hall.is_broken()
    }

    /// Ends every stream, and every one that is opened from now on.
    pub fn close(&self) {
        self.closing.send_replace(true);
        self.hall.rouse();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Publish for Hub {
    fn publish(&mut self, committed: Vec<Committed>) {
        let mut state = self.state();
        for item in state.take_in(committed) {
            // Nobody may be listening.
            drop(self.sender.send(item));
        }
        let has_news_for_phones = state.pending.is_some();
        drop(state);
        if has_news_for_phones {
            self.hall.rouse();
        }
    }
}

#[cfg(test)]
mod tests;
