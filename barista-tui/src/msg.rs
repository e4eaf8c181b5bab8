//! Everything that can happen to the program, in the one order in which it happened.

mod bar;

use std::time::Duration;

use crossterm::event::KeyEvent;
use demitasse_shared::Timestamp;
use demitasse_shared::client::Update;
use demitasse_shared::ids::OrderId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Order;

pub(crate) use bar::BarAnswer;

use crate::model::{Column, Picture};

/// One thing that happened.
#[derive(Clone, Debug)]
pub(crate) enum Msg {
    /// A key went down.
    Key(KeyEvent),
    /// A finger or the mouse touched something.
    Tap(Target),
    /// The wheel turned by so many tickets; down is positive.
    Scroll(isize),
    /// A picture was painted.
    Painted(Box<Picture>),
    /// The terminal has a new size.
    Resized,
    /// The clocks, read before and behind every batch of messages, and once a second.
    Tick(Tick),
    /// The server cannot be spoken to yet; the program goes on trying.
    NotPaired(String),
    /// The device has its rights, under this name.
    Paired(String),
    /// The live feed said something.
    Live(Update),
    /// The server answered a step.
    StepAnswered(OrderId, Result<Box<Order>, Failed>),
    /// What is on.
    Menu(Box<Menu>),
    /// The orders that were collected last, the latest first.
    Recent(Vec<Order>),
    /// What became of an order that is not on the board any more.
    Looked(Box<Order>),
    /// The server answered a change of the shop.
    ShopAnswered(Result<(), Failed>),
    /// The server answered something else about the bar.
    Bar(BarAnswer),
}

/// What the clocks say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tick {
    /// The server's time; unknown before its first message.
    pub(crate) now: Option<Timestamp>,
    /// How long the server has been silent.
    pub(crate) silence: Option<Duration>,
}

/// What can be touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A ticket.
    Ticket(Column, OrderId),
    /// A column, beside its tickets.
    Column(Column),
    /// A key that the footer names.
    Key(KeyEvent),
    /// A line of a list, counted from zero.
    Line(usize),
    /// The selected ticket's next step.
    Next,
    /// What has just changed under the finger.
    Changed,
}

/// Why something that was asked for did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    /// The server said no, in these words.
    Refused(String),
    /// No answer came: nobody knows whether it happened.
    Unanswered,
}
