//! What the hub knows, behind its lock: the board, the last changes, the outlook.

use std::collections::VecDeque;
use std::sync::Arc;

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::{Face, Window};

use super::hall::Pending;
use super::item::Item;
use super::outlook::{Outlook, Place, is_under_way};
use super::own::Own;
use super::{TAIL, frames};
use crate::domain::order::after;
use crate::domain::pace::{FARTHEST, Pace};
use crate::secret;
use crate::storage::Committed;

#[derive(Debug)]
pub(super) struct State {
    pub(super) board: Board,
    /// The window that showed before the one on the board.
    pub(super) turned: Option<Window>,
    pub(super) own: Own,
    /// The last change of the menu, or of what has run out of it.
    pub(super) stock: Seq,
    pub(super) tail: VecDeque<Arc<Item>>,
    pub(super) pending: Pending,
    pub(super) pace: Pace,
    pub(super) outlook: Outlook,
    pub(super) barista_names: bool,
}

/// What folding a change into the board tells of the queue.
#[derive(Clone, Copy, Debug, Default)]
struct Moved {
    /// Whether orders changed their places.
    places: bool,
    /// Whether it happened so near to the counter that estimates are others now.
    estimates: bool,
}

impl State {
    /// Takes in what one commit has changed. The outlook is reckoned once for all of it.
    pub(super) fn take_in(&mut self, committed: Vec<Committed>) -> Vec<Arc<Item>> {
        let Some(at) = committed.last().map(|change| change.at) else { return Vec::new() };
        let mut stale = false;
        let folded: Vec<_> = committed
            .into_iter()
            .map(|change| {
                let (item, moved) = self.fold(change);
                stale |= moved.estimates;
                item
            })
            .collect();
        if stale {
            self.outlook = Outlook::of(&self.board, &self.pace, at);
        }
        folded.into_iter().map(|item| self.keep(item)).collect()
    }

    /// Folds a change into the board and notes what it means for guests.
    fn fold(&mut self, change: Committed) -> (Item, Moved) {
        let Committed { seq, at, event, data } = change;
        let (before, everybody) =
            (outside(&self.board), frames::for_everybody(seq, at, &event.live));
        self.own.take_in(at, &event);
        if matches!(event.live, LiveEvent::Stock { .. }) {
            self.stock = seq;
        }
        let guest = event.about.and_then(|(_, guest)| guest);
        let order = match &event.live {
            LiveEvent::Order { order, .. } => Some(order.clone()),
            _ => None,
        };
        let was = order.as_ref().and_then(|order| self.standing(order.id));
        let turns = matches!(event.live, LiveEvent::Window { .. });
        let showed = turns.then(|| self.board.window.clone()).flatten();
        self.board.apply(Envelope { seq, at, event: event.live });
        self.note_turned(showed);
        let moved = order.as_ref().map(|order| self.follow(was, order)).unwrap_or_default();
        let status = (before != outside(&self.board)).then(|| self.board.status(at));
        let (frame, own) = (frames::delta(seq, at, &data), guest.zip(order));
        (Item { seq, at, frame, own, moves: moved.places, everybody, status }, moved)
    }

    /// Keeps the window that showed until now, where another one shows or none.
    fn note_turned(&mut self, showed: Option<Window>) {
        let shows = self.board.window.as_ref().map(|window| &window.code);
        if showed.is_some() && showed.as_ref().map(|window| &window.code) != shows {
            self.turned = showed;
        }
    }

    /// Whether a scan of this code may count: it shows, or showed a moment ago.
    pub(super) fn takes_code(&self, code: &str, now: Timestamp) -> bool {
        let grace = self.board.settings.grace_seconds;
        let turned = self.turned.as_ref().filter(|turned| now < after(turned.closes_at, grace));
        let mut good = self.board.window.iter().chain(turned);
        good.any(|window| secret::equal(&window.code, code))
    }

    /// An order's state, and how many are ahead of it.
    fn standing(&self, id: OrderId) -> Option<(OrderState, Option<u32>)> {
        Some((self.board.order(id)?.state, self.board.ahead_of(id)))
    }

    /// Learns from what became of an order, which the board has already.
    fn follow(&mut self, was: Option<(OrderState, Option<u32>)>, order: &Order) -> Moved {
        let (was, was_ahead) = was.unzip();
        if was == Some(order.state) {
            return Moved::default();
        }
        if matches!(order.state, OrderState::Making | OrderState::Ready) {
            self.pace.learn(order);
        }
        let places = is_under_way(order.state) || was.is_some_and(is_under_way);
        let in_hand = [Some(order.state), was].contains(&Some(OrderState::Making));
        let ahead = [self.board.ahead_of(order.id), was_ahead.flatten()];
        Moved { places, estimates: places && (in_hand || ahead.into_iter().flatten().any(is_near)) }
    }

    /// Keeps a change for who comes back, and for the hall. Its guest is told the place that the
    /// order has after the whole commit.
    fn keep(&mut self, mut item: Item) -> Arc<Item> {
        item.own = item.own.map(|(guest, order)| (guest, Box::new(self.for_guest(*order))));
        let item = Arc::new(item);
        if self.tail.len() == TAIL {
            self.tail.pop_front();
        }
        self.tail.push_back(Arc::clone(&item));
        self.pending.push(&item);
        item
    }

    /// Reckons estimates anew where nothing has happened for a while.
    pub(super) fn refresh(&mut self, now: Timestamp) {
        if self.outlook.is_stale(now) {
            self.outlook = Outlook::of(&self.board, &self.pace, now);
        }
    }

    /// Where an order stands, if it waits or is being made.
    pub(super) fn place(&self, id: OrderId) -> Option<Place> {
        self.board.order(id).filter(|order| is_under_way(order.state))?;
        Some(Place { ahead: self.board.ahead_of(id), estimate: self.outlook.estimate(id) })
    }

    /// The one place that decides what a guest reads of the own order: where it stands in the queue,
    /// when it will likely be ready, and who makes it only where the venue shows names.
    pub(super) fn for_guest(&self, order: Order) -> Order {
        // An order that has moved on since reads as it did then.
        let same = self.board.order(order.id).filter(|now| now.state == order.state);
        let place = same.and_then(|now| self.place(now.id));
        Order {
            barista: order.barista.filter(|_| self.barista_names),
            ahead: place.map_or(order.ahead, |place| place.ahead),
            estimate: place.and_then(|place| place.estimate),
            ..order
        }
    }

    /// Whether the tail holds all that a screen missed which saw `seen` last. A number that is yet
    /// to come is from another journal.
    pub(super) fn reaches_back_to(&self, seen: Seq) -> bool {
        let first = self.tail.front().map_or(self.board.seq.0 + 1, |item| item.seq.0);
        seen <= self.board.seq && seen.0 + 1 >= first
    }
}

/// Whether somebody with so many ahead may be told an estimate.
fn is_near(ahead: u32) -> bool {
    usize::try_from(ahead).is_ok_and(|ahead| ahead < FARTHEST)
}

/// What guests are told of the bar as a whole; the number that is left is not for their screens,
/// but whether anything is.
fn outside(board: &Board) -> (Face, bool, [Option<Timestamp>; 3]) {
    let window = board.window.as_ref();
    let (left, closes_at) = (window.is_some_and(|w| w.left > 0), window.map(|w| w.closes_at));
    (board.face(), left, [closes_at, board.shop.paused_until, board.shop.opens_at])
}
