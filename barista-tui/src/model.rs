//! All that the program knows. Plain data: only `update` changes it, `view` only reads it.

mod age;
mod asked;
mod batch;
mod cursor;
mod dialog;
mod gone;
mod hand;
mod jump;
mod line;
mod marks;
mod notice;
mod recent;
mod rush;
mod seen;
mod shop;
mod shows;
mod sound;
mod station;
mod steps;
mod ticket;
mod totals;
mod undo;

use std::collections::BTreeSet;

use demitasse_shared::Timestamp;
use demitasse_shared::api::{Role, ShopChange};
use demitasse_shared::board::Board;
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Order, Step};

pub(crate) use age::{Age, Lateness, minutes_between};
pub(crate) use asked::{Ask, AskedSteps, Verdict};
pub(crate) use batch::{Alike, Likeness, likeness, unusual};
pub(crate) use cursor::Cursor;
pub(crate) use dialog::{CancelDialog, Mode, REASONS, RecallDialog};
pub(crate) use gone::Gone;
pub(crate) use hand::Hand;
pub(crate) use jump::{Jump, meant};
pub(crate) use line::Line;
pub(crate) use marks::Marks;
pub(crate) use notice::{Notice, Tone};
pub(crate) use recent::{RECENT_ORDERS, Recent};
pub(crate) use rush::Rush;
pub use rush::{RushWhen, RushWhenError};
#[cfg(test)]
pub(crate) use seen::Stand;
pub(crate) use seen::{Aim, Missed, Picture, Seen};
pub(crate) use shop::{
    Announcing, Desk, Draft, FIGURES_EVERY_SECONDS, LOG_EVERY_SECONDS, LOG_ROWS, Mark, Panel,
    PauseLine, Pick, READY_MADE, RULES, Rule, RuleChange, STANDING_MINUTES, Sheet, StockItem,
    StockLine,
};
pub(crate) use shows::Batch;
pub use sound::Sound;
pub(crate) use sound::{SOUND_LINES, SoundLine, Voice};
pub use station::{Share, Station, StationError};
pub(crate) use steps::{fits, natural, offered, step_name};
pub(crate) use ticket::{Column, Ticket, number};
pub(crate) use totals::{Total, totals};
pub(crate) use undo::{Done, UNDO_SECONDS, Undo};

use crate::keymap::Keymap;
use crate::words::Words;

/// Whether somebody wants to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    No,
    /// Once the steps that are under way are answered.
    AfterSteps,
    /// At once.
    Now,
}

/// The whole state of the program.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each tells of a thing of its own")]
pub(crate) struct Model {
    /// Whose hands these are, as the server knows them.
    pub(crate) me: String,
    /// The barista's language.
    pub(crate) words: Words,
    /// What keys mean.
    pub(crate) keymap: Keymap,
    /// How the line to the server is.
    pub(crate) line: Line,
    /// The server's time, once it has spoken.
    pub(crate) now: Option<Timestamp>,
    /// What the server told, untouched by what was asked here.
    pub(crate) board: Option<Board>,
    /// What was asked here and is not in the board yet.
    pub(crate) asked: AskedSteps,
    /// What is on, once it was fetched.
    pub(crate) menu: Option<Menu>,
    /// A change of the shop that was asked for and is not answered yet.
    pub(crate) shop_asked: Option<ShopChange>,
    /// What this device may do; unknown until the server has said it.
    pub(crate) role: Option<Role>,
    /// What was asked about the bar itself, and heard of its day.
    pub(crate) desk: Desk,
    /// Orders that were collected a short while ago.
    pub(crate) recent: Recent,
    /// Struck-through tickets.
    pub(crate) gone: Gone,
    /// Whether it is a rush.
    pub(crate) rush: Rush,
    /// Which part of the queue is made here.
    pub(crate) station: Station,
    /// Only that part shows.
    pub(crate) station_only: bool,
    /// Its drinks were looked up on the menu.
    station_checked: bool,
    /// The selected ticket.
    pub(crate) cursor: Cursor,
    /// What people have seen.
    pub(crate) seen: Seen,
    /// What this barista's hand did last.
    pub(crate) hand: Hand,
    /// Tickets to which the next step is done together.
    pub(crate) marks: Marks,
    /// Drinks in this barista's hands.
    in_hand: Vec<OrderId>,
    /// What can be taken back.
    pub(crate) undo: Undo,
    /// What keys speak to.
    pub(crate) mode: Mode,
    /// The last thing that people should know.
    pub(crate) notice: Option<Notice>,
    /// How the board calls.
    pub(crate) voice: Voice,
    /// Whether somebody wants to leave.
    pub(crate) leaving: Leaving,
    /// The board has changed since cursor and dialogs were made true to it.
    pub(crate) unsettled: bool,
    /// Something that shows has changed since the last paint.
    pub(crate) repaint: bool,
}

impl Model {
    /// The state before anything was heard.
    pub(crate) fn new(me: String, words: Words) -> Self {
        Self {
            me,
            words,
            keymap: Keymap::default(),
            line: Line::Connecting { words: String::new() },
            now: None,
            board: None,
            asked: AskedSteps::default(),
            menu: None,
            shop_asked: None,
            role: None,
            desk: Desk::default(),
            recent: Recent::default(),
            gone: Gone::default(),
            rush: Rush::default(),
            station: Station::default(),
            station_only: false,
            station_checked: false,
            cursor: Cursor::default(),
            seen: Seen::default(),
            hand: Hand::default(),
            marks: Marks::default(),
            in_hand: Vec::new(),
            undo: Undo::default(),
            mode: Mode::Board,
            notice: None,
            voice: Voice::default(),
            leaving: Leaving::No,
            unsettled: false,
            repaint: true,
        }
    }

    /// Whether the program may end.
    pub(crate) fn may_leave(&self) -> bool {
        match self.leaving {
            Leaving::No => false,
            Leaving::AfterSteps => {
                self.asked.is_quiet() && self.desk.under_way == 0 && self.shop_asked.is_none()
            }
            Leaving::Now => true,
        }
    }

    /// One column's open tickets, oldest first, as they will be once all that was asked has
    /// happened.
    pub(crate) fn column(&self, column: Column) -> Vec<Ticket<'_>> {
        let mut tickets = self.shown(column);
        tickets.retain(Ticket::is_open);
        tickets
    }

    /// All of a column's tickets, oldest first: the struck-through ones stand among the open ones,
    /// so that nothing moves under a finger when an order is cancelled.
    pub(crate) fn shown(&self, column: Column) -> Vec<Ticket<'_>> {
        let shows = |ticket: &Ticket<'_>| ticket.column() == Some(column) && self.is_here(ticket);
        let mut tickets: Vec<_> = self.tickets().filter(shows).collect();
        tickets.sort_by_key(|ticket| (ticket.since, ticket.order.number, ticket.order.id));
        tickets
    }

    /// Every ticket that the cursor can go to: those that the rush does not show, too.
    pub(crate) fn reachable(&self) -> Vec<Ticket<'_>> {
        Column::ALL.into_iter().flat_map(|column| self.shown(column)).collect()
    }

    /// One order's ticket, if it shows in a column.
    pub(crate) fn ticket(&self, id: OrderId) -> Option<Ticket<'_>> {
        self.standing(id).filter(|ticket| ticket.column().is_some())
    }

    /// One order as it stands, also where it has no ticket any more.
    pub(crate) fn standing(&self, id: OrderId) -> Option<Ticket<'_>> {
        if let Some(struck) = self.gone.get(id) {
            return Some(Ticket::struck(struck));
        }
        let asks = self.asked.of(id);
        let on_board = self.board.as_ref().and_then(|board| board.order(id));
        let away = || asks.and_then(|asks| asks.away());
        let recent = || self.recent.orders().find(|order| order.id == id);
        let order = on_board.or_else(away).or_else(recent)?;
        Some(Ticket::new(order, asks, &self.me))
    }

    /// The ticket under the cursor.
    pub(crate) fn selected(&self) -> Option<Ticket<'_>> {
        let ticket = self.ticket(self.cursor.order?)?;
        (ticket.column() == Some(self.cursor.column)).then_some(ticket)
    }

    /// The marked tickets in the order of the queue.
    pub(crate) fn marked(&self) -> Vec<Ticket<'_>> {
        if self.marks.is_empty() {
            return Vec::new();
        }
        let all = Column::ALL.into_iter().flat_map(|column| self.column(column));
        all.filter(|ticket| self.marks.has(ticket.order.id)).collect()
    }

    /// What the natural next step is done to, where several tickets are marked: the step of the
    /// selected one if it is marked, or else of the oldest one.
    pub(crate) fn next_of_marked(&self) -> Option<Step> {
        let selected = self.selected().filter(|ticket| self.marks.has(ticket.order.id));
        natural(selected.or_else(|| self.marked().first().copied())?.state)
    }

    /// How a waiting ticket is alike to what this barista has in hand, if it is.
    pub(crate) fn alike_in_hand(&self, ticket: &Ticket<'_>) -> Option<Likeness> {
        let waits = ticket.column() == Some(Column::Waiting) && ticket.is_open();
        let chosen = ticket.order.chosen.as_ref().filter(|_| waits)?;
        let hand = self.in_hand.iter().filter_map(|id| self.ticket(*id)?.order.chosen.as_ref());
        hand.filter_map(|in_hand| batch::likeness(chosen, in_hand, self.menu.as_ref())).max()
    }

    /// What the batch key marks next: the batch after the one that is marked, or the first one.
    pub(crate) fn next_batch(&self) -> Option<Alike> {
        let batches = self.alike();
        let marked = batches.iter().position(|batch| self.marks.are(&batch.orders));
        batches.into_iter().nth(marked.map_or(0, |place| place + 1))
    }

    /// What waits and can be made together with the selected ticket, in growing batches.
    fn alike(&self) -> Vec<Alike> {
        let selected = self.selected().filter(Ticket::is_open).map(|ticket| ticket.order);
        let Some((own, chosen)) =
            selected.and_then(|order| Some((order.id, order.chosen.as_ref()?)))
        else {
            return Vec::new();
        };
        let waiting = self.here(Column::Waiting);
        batch::alike(own, chosen, waiting.map(|ticket| ticket.order), self.menu.as_ref())
    }

    /// Orders that a recall can bring back, the latest first.
    pub(crate) fn recallable(&self) -> Vec<&Order> {
        let mut orders: Vec<&Order> = self.column(Column::Ready).iter().map(|t| t.order).collect();
        orders.reverse();
        let away = self.recent.orders().filter(|order| self.ticket(order.id).is_none());
        orders.extend(away);
        orders.retain(|order| recent::is_recallable(order, self.now));
        orders
    }

    /// The last key's steps, if they can be taken back: there is a way, and at least one order is
    /// as it was left.
    pub(crate) fn undoable(&self) -> Option<&[Done]> {
        let last = self.undo.last()?;
        last.iter().any(|done| !done.way_back().is_empty() && self.is_as_left(done)).then_some(last)
    }

    /// Whether nobody has changed an order since a step of this barista.
    pub(crate) fn is_as_left(&self, done: &Done) -> bool {
        self.standing(done.order).is_some_and(|ticket| {
            ticket.state == steps::target(done.step) && ticket.hands == done.hands.as_deref()
        })
    }

    /// Keeps cursor, marks and dialogs true to the board after something changed.
    pub(crate) fn settle(&mut self) {
        self.unsettled = false;
        self.settle_station();
        self.settle_rush();
        let places: Vec<_> = self.places().iter().map(|t| (t.order.id, t.column())).collect();
        let ids: Vec<_> = places.iter().map(|(id, _)| *id).collect();
        self.cursor.settle(&ids);
        if let Some((_, Some(column))) = places.get(self.cursor.place) {
            self.cursor.column = *column;
        }
        let stands = |ticket: Ticket<'_>| ticket.is_open() && self.is_here(&ticket);
        let mut marks = self.marks.clone();
        marks.settle(|id| self.ticket(id).is_some_and(stands));
        self.marks = marks;
        let making = self.column(Column::Making).into_iter();
        let mine = making.filter(|ticket| ticket.hands == Some(self.me.as_str()));
        self.in_hand = mine.map(|ticket| ticket.order.id).collect();
        self.settle_dialog();
    }

    /// Everything that shows and changes by time alone; a new paint is due when this does.
    pub(crate) fn clock_faces(&self) -> Vec<(OrderId, Age, Option<i64>)> {
        self.tickets()
            .filter(|ticket| ticket.column().is_some())
            .map(|ticket| (ticket.order.id, self.age(&ticket), self.leaves_in(&ticket)))
            .collect()
    }

    /// The minutes that count down in the header: until the bar opens again by itself, and until
    /// the code turns. Rounded up, as a person would say them; nothing once they are over.
    pub(crate) fn shop_minutes(&self) -> (Option<i64>, Option<i64>) {
        let until = |then: Timestamp| self.now.and_then(|now| age::minutes_until(now, then));
        let Some(board) = &self.board else { return (None, None) };
        let window = board.window.as_ref().map(|window| window.closes_at);
        (board.shop.paused_until.and_then(until), window.and_then(until))
    }

    /// How old a ticket is, by the server's clock.
    pub(crate) fn age(&self, ticket: &Ticket<'_>) -> Age {
        let settings = self.board.as_ref().map(|board| board.settings).unwrap_or_default();
        Age::of(ticket, self.now.unwrap_or(ticket.since), &settings)
    }

    /// In how many minutes a waiting ticket expires, from two thirds of its time on.
    pub(crate) fn leaves_in(&self, ticket: &Ticket<'_>) -> Option<i64> {
        age::leaves_in(ticket, self.now?)
    }

    /// Orders that are made here and will expire soon.
    pub(crate) fn near_expiry(&self) -> BTreeSet<OrderId> {
        let here = self.tickets().filter(|ticket| self.is_here(ticket));
        let near = here.filter(|ticket| self.leaves_in(ticket).is_some());
        near.map(|ticket| ticket.order.id).collect()
    }

    /// Whether anybody waits for what is made here.
    pub(crate) fn has_waiting(&self) -> bool {
        self.here(Column::Waiting).next().is_some()
    }

    /// Every order's ticket once. What was struck through has ended, whatever was asked of it.
    pub(crate) fn tickets(&self) -> impl Iterator<Item = Ticket<'_>> {
        let on_board = self.board.iter().flat_map(Board::orders);
        let away = self.asked.orders_off(self.board.as_ref());
        let away = away.filter(|order| self.gone.get(order.id).is_none());
        let open = on_board.chain(away);
        let open = open.map(|order| Ticket::new(order, self.asked.of(order.id), &self.me));
        open.chain(self.gone.all().map(Ticket::struck))
    }

    /// Keeps what is open over the board true to it: no line of a list comes to stand where another
    /// one stood, and new ones come behind the others.
    fn settle_dialog(&mut self) {
        match &self.mode {
            Mode::Cancel(_) => self.settle_cancel(),
            Mode::Recall(_) => self.settle_recall(),
            Mode::Shop(Sheet::Pause { .. }) => self.settle_pause(),
            Mode::Whole { order, .. } if self.standing(*order).is_none() => {
                self.notice = Some(Notice::told(self.words.plain("notice-moved-on"), self.now));
                self.mode = Mode::Board;
            }
            _ => {}
        }
    }

    fn settle_recall(&mut self) {
        let orders: Vec<_> = self.recallable().into_iter().cloned().collect();
        let Mode::Recall(dialog) = &mut self.mode else { return };
        for order in orders {
            match dialog.orders.iter_mut().find(|known| known.id == order.id) {
                Some(known) => *known = order,
                None => dialog.orders.push(order),
            }
        }
    }

    fn settle_pause(&mut self) {
        let now = self.pause_lines();
        let Mode::Shop(Sheet::Pause { lines, .. }) = &mut self.mode else { return };
        let fresh: Vec<_> = now.into_iter().filter(|line| !lines.contains(line)).collect();
        lines.extend(fresh);
    }

    /// A dialog about tickets that are gone says so. It stays: what is being typed into it must not
    /// become keys of the board.
    fn settle_cancel(&mut self) {
        let Mode::Cancel(dialog) = &self.mode else { return };
        let stands =
            |id: &OrderId| self.ticket(*id).is_some_and(|ticket| fits(ticket.state, Step::Cancel));
        let orders: Vec<_> = dialog.orders.iter().copied().filter(stands).collect();
        if orders.is_empty() && !dialog.orders.is_empty() {
            let number = dialog.number.as_str().into();
            let words = self.words.say("notice-nothing-cancelled", &[("number", number)]);
            self.notice = Some(Notice::told(words, self.now));
        }
        if let Mode::Cancel(dialog) = &mut self.mode {
            dialog.orders = orders;
        }
    }
}
