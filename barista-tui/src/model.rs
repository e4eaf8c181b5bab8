//! All that the program knows. Plain data: only `update` changes it, `view` only reads it.

mod age;
mod asked;
mod batch;
mod cursor;
mod dialog;
mod line;
mod notice;
mod recent;
mod rush;
mod shows;
mod sound;
mod station;
mod steps;
mod ticket;
mod totals;

use std::collections::BTreeSet;

use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::board::Board;
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Order;

pub(crate) use age::{Age, Lateness, minutes_between};
pub(crate) use asked::{Ask, AskedSteps, Verdict};
pub(crate) use batch::{Likeness, likeness, unusual};
pub(crate) use cursor::Cursor;
pub(crate) use dialog::{CancelDialog, Mode, REASONS, RecallDialog};
pub(crate) use line::Line;
pub(crate) use notice::{Notice, Tone};
pub(crate) use recent::Recent;
pub(crate) use rush::Rush;
pub use rush::{RushWhen, RushWhenError};
pub(crate) use shows::Batch;
pub use sound::Sound;
pub(crate) use sound::{SOUND_LINES, SoundLine, Voice};
pub use station::{Share, Station, StationError};
pub(crate) use steps::{fits, natural, offered, step_name};
pub(crate) use ticket::{Column, Ticket, number};
pub(crate) use totals::{Total, totals};

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
    /// A change of the shop that was asked for and is not answered yet.
    pub(crate) shop_asked: Option<ShopChange>,
    /// Orders that were collected a short while ago.
    pub(crate) recent: Recent,
    /// What is on, once the server has told.
    pub(crate) menu: Option<Menu>,
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
            shop_asked: None,
            recent: Recent::default(),
            menu: None,
            rush: Rush::default(),
            station: Station::default(),
            station_only: false,
            station_checked: false,
            cursor: Cursor::default(),
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
            Leaving::AfterSteps => self.asked.is_quiet(),
            Leaving::Now => true,
        }
    }

    /// One column's tickets, oldest first, as they will be once all that was asked has happened.
    pub(crate) fn column(&self, column: Column) -> Vec<Ticket<'_>> {
        let mut tickets: Vec<_> = self.here(column).collect();
        tickets.sort_by_key(|ticket| (ticket.since, ticket.order.number, ticket.order.id));
        tickets
    }

    /// One order's ticket, if it shows in a column.
    pub(crate) fn ticket(&self, id: OrderId) -> Option<Ticket<'_>> {
        let asks = self.asked.of(id);
        let on_board = self.board.as_ref().and_then(|board| board.order(id));
        let order = on_board.or_else(|| asks?.away())?;
        Some(Ticket::new(order, asks, &self.me)).filter(|ticket| ticket.column().is_some())
    }

    /// The ticket under the cursor.
    pub(crate) fn selected(&self) -> Option<Ticket<'_>> {
        let ticket = self.ticket(self.cursor.order?)?;
        (ticket.column() == Some(self.cursor.column)).then_some(ticket)
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

    /// Keeps cursor and dialogs true to the board after something changed.
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
        let waits = |ticket: &Ticket<'_>| ticket.column() == Some(Column::Waiting);
        self.tickets().any(|ticket| waits(&ticket) && self.is_here(&ticket))
    }

    fn tickets(&self) -> impl Iterator<Item = Ticket<'_>> {
        let on_board = self.board.iter().flat_map(Board::orders);
        let away = self.asked.orders_off(self.board.as_ref());
        on_board.chain(away).map(|order| Ticket::new(order, self.asked.of(order.id), &self.me))
    }

    /// A dialog about a ticket that is gone closes, and says so.
    fn settle_dialog(&mut self) {
        let Mode::Cancel(dialog) = &self.mode else { return };
        let stands = self
            .ticket(dialog.order)
            .is_some_and(|ticket| fits(ticket.state, demitasse_shared::order::Step::Cancel));
        if !stands {
            let number = dialog.number.as_str().into();
            let words = self.words.say("notice-nothing-cancelled", &[("number", number)]);
            self.mode = Mode::Board;
            self.notice = Some(Notice::told(words, self.now));
        }
    }
}
