//! One order as it shows: the board's word with what was asked here laid over it.

use demitasse_shared::Timestamp;
use demitasse_shared::order::{Order, OrderState, Step};

use super::asked::OrderAsks;
use super::gone::{self, Struck};
use super::steps::target;

/// A column of the board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Column {
    #[default]
    Waiting,
    Making,
    Ready,
}

impl Column {
    /// From left to right.
    pub(crate) const ALL: [Self; 3] = [Self::Waiting, Self::Making, Self::Ready];

    /// The column that shows a state.
    pub(crate) fn of(state: OrderState) -> Option<Self> {
        match state {
            OrderState::Waiting => Some(Self::Waiting),
            OrderState::Making => Some(Self::Making),
            OrderState::Ready => Some(Self::Ready),
            _ => None,
        }
    }

    /// The neighbour to the left; the first has none but itself.
    pub(crate) fn left(self) -> Self {
        match self {
            Self::Waiting | Self::Making => Self::Waiting,
            Self::Ready => Self::Making,
        }
    }

    /// The neighbour to the right; the last has none but itself.
    pub(crate) fn right(self) -> Self {
        match self {
            Self::Waiting => Self::Making,
            Self::Making | Self::Ready => Self::Ready,
        }
    }
}

/// One order as it shows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ticket<'a> {
    pub(crate) order: &'a Order,
    /// Where it stands, once all that was asked has happened.
    pub(crate) state: OrderState,
    /// Whose hands it is in.
    pub(crate) hands: Option<&'a str>,
    /// From when its age counts.
    pub(crate) since: Timestamp,
    /// Something was asked that the server has not answered yet.
    pub(crate) pending: bool,
    /// It has come to nothing: it stands here, struck through.
    struck: Option<Column>,
    /// It was cancelled on this board.
    pub(crate) by_me: bool,
    /// Why the bar cancelled it.
    pub(crate) reason: Option<&'a str>,
}

impl<'a> Ticket<'a> {
    /// Lays what was asked over the order.
    pub(crate) fn new(order: &'a Order, asks: Option<&'a OrderAsks>, me: &'a str) -> Self {
        let stood = Column::of(order.state);
        let order = asks.and_then(OrderAsks::answered).unwrap_or(order);
        let ask = asks.and_then(OrderAsks::last);
        let hands = match asks.and_then(OrderAsks::last_taking).map(|ask| ask.step) {
            Some(Step::Unmake) => None,
            Some(_) => Some(me),
            None => order.barista.as_deref(),
        };
        let queued = queued(order);
        let state = ask.map_or(order.state, |ask| target(ask.step));
        let since = match (state, ask) {
            (OrderState::Ready, Some(ask)) => ask.at,
            (OrderState::Ready, None) => order.ready_at.unwrap_or(queued),
            _ => queued,
        };
        let struck = stood.filter(|_| state == OrderState::Cancelled);
        let asked = ask.and_then(|ask| ask.reason.as_deref());
        Self {
            order,
            state,
            hands,
            since,
            pending: ask.is_some(),
            struck,
            by_me: struck.is_some(),
            reason: asked.or(order.reason.as_deref()),
        }
    }

    /// A ticket that has come to nothing.
    pub(crate) fn struck(struck: &'a Struck) -> Self {
        let order = &struck.order;
        Self {
            order,
            state: order.state,
            hands: order.barista.as_deref(),
            since: queued(order),
            pending: false,
            struck: Some(gone::stood(order)),
            by_me: struck.by_me,
            reason: order.reason.as_deref(),
        }
    }

    /// Whether it is still to be dealt with; else it is struck through.
    pub(crate) fn is_open(&self) -> bool {
        self.struck.is_none()
    }

    /// The column that it shows in.
    pub(crate) fn column(&self) -> Option<Column> {
        self.struck.or(Column::of(self.state))
    }

    /// The number that people see.
    pub(crate) fn number(&self) -> String {
        number(self.order)
    }
}

/// From when an order's age counts until it is ready.
fn queued(order: &Order) -> Timestamp {
    order.submitted_at.unwrap_or(order.reserved_at)
}

/// An order's number as people see it.
pub(crate) fn number(order: &Order) -> String {
    order.number.map_or_else(|| "–".to_owned(), |number| number.to_string())
}
