//! What will be shown, as plain data: a pure function of the model and one reading of the clocks.
//!
//! The rule above all others is here: a code is shown only while it is known to be good. Painting
//! decides sizes and places, never what is true.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::client::LINE_DEAD_AFTER;
use demitasse_shared::order::Order;
use demitasse_shared::shop::{Face, Window};
use serde::Serialize;

use crate::model::{Line, Model, Moment};
use crate::words;

/// How long a ready number stands out as new.
pub(crate) const FRESH_FOR: Duration = Duration::from_secs(30);

/// All that the panel shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Screen {
    /// The venue's name; empty until the server has said it.
    pub(crate) venue: String,
    /// In words, why what is shown may not be current.
    pub(crate) warning: Option<String>,
    /// The code, or why there is none.
    pub(crate) lead: Lead,
    /// The numbers; nothing where there are none to wait for.
    pub(crate) numbers: Option<Numbers>,
    /// After how long something shown changes by time alone.
    #[serde(skip)]
    pub(crate) wake: Option<Duration>,
}

/// The part of the panel that tells a guest whether to order now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Lead {
    /// A code that is good.
    Code(CodeCard),
    /// Why there is none, and when to come back.
    Notice(Notice),
}

/// A code and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct CodeCard {
    /// What the QR code says, to the letter.
    pub(crate) url: String,
    /// The same for people who type.
    pub(crate) address: String,
    pub(crate) title: &'static str,
    pub(crate) drinks_left: String,
    pub(crate) countdown: String,
    /// How much of the window is left, in seconds.
    pub(crate) seconds_left: u64,
    /// How long the window is, in seconds.
    pub(crate) seconds_whole: u64,
}

/// The faces without a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Why {
    Connecting,
    Unpaired,
    LineLost,
    Turning,
    SoldOut,
    Full,
    Paused,
    Closed,
}

impl Why {
    /// Whether people come back for a code in a moment, so that the numbers keep their places.
    fn is_brief(self) -> bool {
        matches!(self, Self::Turning | Self::SoldOut | Self::Full)
    }
}

/// A few words in the code's place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Notice {
    pub(crate) why: Why,
    pub(crate) title: String,
    pub(crate) line: String,
    /// A second line in quiet letters.
    pub(crate) quiet: Option<String>,
}

/// Both columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Numbers {
    /// Newest first.
    pub(crate) ready: Column,
    /// Those in hand first, then the queue, oldest first.
    pub(crate) preparing: Column,
}

/// A heading and the numbers under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Column {
    pub(crate) title: &'static str,
    /// What stands there while there are no numbers.
    pub(crate) empty: &'static str,
    pub(crate) numbers: Vec<Number>,
}

/// One order, as the crowd may know it: its number and its drink, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Number {
    pub(crate) figures: u32,
    pub(crate) drink: String,
    pub(crate) mark: Mark,
}

/// What stands beside a number, so that its meaning is never in its colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mark {
    Waiting,
    Making,
    Ready,
    /// Ready since less than [`FRESH_FOR`].
    Fresh,
}

impl Screen {
    /// Decides what is shown.
    pub(crate) fn of(model: &Model, moment: Moment) -> Self {
        let mut wake = Wake::default();
        let lead = lead(model, moment, &mut wake);
        let board = model.board.as_ref();
        let stale = board.filter(|_| matches!(model.line, Line::Down | Line::Refused(_)));
        Self {
            venue: board.map(|board| board.shop.name.clone()).unwrap_or_default(),
            warning: stale.map(|_| stale_words(moment, &mut wake)),
            numbers: board.and_then(|board| numbers(board, &lead, moment, &mut wake)),
            lead,
            wake: wake.0,
        }
    }
}

/// The soonest of the times at which something shown changes.
#[derive(Default)]
struct Wake(Option<Duration>);

impl Wake {
    fn after(&mut self, delay: Duration) {
        self.0 = Some(self.0.map_or(delay, |soonest| soonest.min(delay)));
    }

    /// Counts down to a moment in steps of a unit, rounded up as people count; nothing once it
    /// has come.
    fn countdown(&mut self, moment: Moment, until: Timestamp, step: Duration) -> Option<u64> {
        let left = time_until(moment, until)?;
        let steps = left.as_nanos().div_ceil(step.as_nanos());
        let steps = u32::try_from(steps).ok()?;
        self.after(left.saturating_sub(step * (steps - 1)));
        Some(u64::from(steps))
    }
}

/// The time to a moment that has not come yet.
fn time_until(moment: Moment, until: Timestamp) -> Option<Duration> {
    let left = until.duration_since(moment.now?);
    Duration::try_from(left).ok().filter(|left| !left.is_zero())
}

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);

fn lead(model: &Model, moment: Moment, wake: &mut Wake) -> Lead {
    match (&model.line, &model.board) {
        (Line::Refused(why), _) => notice(Why::Unpaired, words::UNPAIRED, &words::sentence(why)),
        (Line::Down, Some(_)) => line_lost(),
        (Line::Up, Some(board)) => shop_lead(board, moment, wake),
        (Line::Waiting(why), _) => connecting(why.as_deref()),
        (_, None) => connecting(None),
    }
}

/// What the shop says on a line that is up.
fn shop_lead(board: &Board, moment: Moment, wake: &mut Wake) -> Lead {
    match (board.face(), &board.window) {
        (Face::Closed, _) => notice(Why::Closed, words::CLOSED, words::CLOSED_UNTIL),
        (Face::Paused, _) => paused(board, moment, wake),
        (Face::Full, _) => notice(Why::Full, words::FULL, words::FULL_UNTIL),
        (Face::Open, _) if moment.silence > LINE_DEAD_AFTER => line_lost(),
        (Face::Open, Some(window)) => code(window, moment, wake).unwrap_or_else(turning),
        (Face::SoldOut, Some(window)) => sold_out(window, moment, wake).unwrap_or_else(turning),
        (Face::Open | Face::SoldOut, None) => turning(),
    }
}

/// The code, while its window is known to show.
fn code(window: &Window, moment: Moment, wake: &mut Wake) -> Option<Lead> {
    let seconds_left = wake.countdown(moment, window.closes_at, SECOND)?;
    let whole = window.closes_at.duration_since(window.opens_at).as_secs();
    Some(Lead::Code(CodeCard {
        url: window.url.clone(),
        address: words::address(&window.url),
        title: words::SCAN,
        drinks_left: words::drinks_left(window.left),
        countdown: words::new_code_in(seconds_left),
        seconds_left,
        seconds_whole: u64::try_from(whole).unwrap_or_default(),
    }))
}

fn sold_out(window: &Window, moment: Moment, wake: &mut Wake) -> Option<Lead> {
    let seconds = wake.countdown(moment, window.closes_at, SECOND)?;
    Some(Lead::Notice(Notice {
        why: Why::SoldOut,
        title: words::SOLD_OUT.to_owned(),
        line: words::next_code_in(seconds),
        quiet: Some(words::MAKING_DRINKS.to_owned()),
    }))
}

fn paused(board: &Board, moment: Moment, wake: &mut Wake) -> Lead {
    let minutes = board.shop.paused_until.and_then(|until| wake.countdown(moment, until, MINUTE));
    let line = minutes.map_or_else(|| words::PAUSED_OPENLY.to_owned(), words::back_in);
    notice(Why::Paused, words::PAUSED, &line)
}

fn turning() -> Lead {
    notice(Why::Turning, words::TURNING, words::NEXT_CODE_COMING)
}

fn line_lost() -> Lead {
    notice(Why::LineLost, words::LINE_LOST, words::LINE_LOST_SELF)
}

fn connecting(why: Option<&str>) -> Lead {
    Lead::Notice(Notice {
        why: Why::Connecting,
        title: words::CONNECTING.to_owned(),
        line: words::CONNECTING_SELF.to_owned(),
        quiet: why.map(words::sentence),
    })
}

fn notice(why: Why, title: &str, line: &str) -> Lead {
    Lead::Notice(Notice { why, title: title.to_owned(), line: line.to_owned(), quiet: None })
}

/// Says how old the numbers are.
fn stale_words(moment: Moment, wake: &mut Wake) -> String {
    let into_minute = Duration::from_secs(moment.silence.as_secs() % 60)
        + Duration::from_nanos(moment.silence.subsec_nanos().into());
    wake.after(MINUTE.saturating_sub(into_minute));
    words::stale(moment.silence)
}

/// The columns. Where the bar rests and nobody waits, a quiet face needs none.
fn numbers(board: &Board, lead: &Lead, moment: Moment, wake: &mut Wake) -> Option<Numbers> {
    let mut fresh = |order: &Order| match fresh_for(order, moment) {
        Some(rest) => {
            wake.after(rest);
            Mark::Fresh
        }
        None => Mark::Ready,
    };
    let ready: Vec<_> =
        board.ready().into_iter().rev().filter_map(|order| number(order, fresh(order))).collect();
    let making = board.making().into_iter().filter_map(|order| number(order, Mark::Making));
    let waiting = board.waiting().into_iter().filter_map(|order| number(order, Mark::Waiting));
    let preparing: Vec<_> = making.chain(waiting).collect();

    let resting = matches!(lead, Lead::Notice(notice) if !notice.why.is_brief());
    if resting && ready.is_empty() && preparing.is_empty() {
        return None;
    }
    Some(Numbers {
        ready: Column { title: words::READY, empty: words::NONE_READY, numbers: ready },
        preparing: Column {
            title: words::PREPARING,
            empty: words::NONE_PREPARING,
            numbers: preparing,
        },
    })
}

/// How much longer a ready order counts as new.
fn fresh_for(order: &Order, moment: Moment) -> Option<Duration> {
    let until = order.ready_at?.checked_add(FRESH_FOR).ok()?;
    time_until(moment, until)
}

fn number(order: &Order, mark: Mark) -> Option<Number> {
    Some(Number { figures: order.number?, drink: order.label(), mark })
}

#[cfg(test)]
mod tests;
