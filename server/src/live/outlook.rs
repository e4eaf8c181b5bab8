//! The queue and how it will likely go on: reckoned once for everybody, told to each guest for the
//! own orders.
//!
//! Places are the board's own, which keeps the queue in order. Estimates are reckoned for those who
//! are near enough to be told one, so neither grows with the crowd behind them.

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Estimate, Order, OrderState};
use demitasse_shared::place::Said;

use crate::domain::pace::{FARTHEST, Pace};

/// How far a bound of an estimate must move before a phone hears of it: air time is scarce, and a
/// guest does not walk differently for less.
const NEWS_SECONDS: i64 = 60;

/// After how long without a change the estimates are reckoned anew where somebody asks: while
/// nothing happens, drinks come later than was thought.
const STALE_SECONDS: i64 = 10;

/// When the orders in baristas' hands and next in the queue will likely be ready, at one moment.
#[derive(Debug)]
pub(super) struct Outlook {
    at: Timestamp,
    estimates: BTreeMap<OrderId, Estimate>,
}

/// Where one order stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// How many orders stand before it in the queue; nothing once it is being made.
    pub(super) ahead: Option<u32>,
    /// When it will likely be ready, where the bar knows enough to say.
    pub(super) estimate: Option<Estimate>,
}

impl Outlook {
    pub(super) fn of(board: &Board, pace: &Pace, at: Timestamp) -> Self {
        let estimates = pace.outlook(&board.making(), &board.next_waiting(FARTHEST), at);
        Self { at, estimates }
    }

    /// Whether it is too old for who asks now.
    pub(super) fn is_stale(&self, now: Timestamp) -> bool {
        now.duration_since(self.at).as_secs() >= STALE_SECONDS
    }

    /// When an order will likely be ready, if it is in hand or near enough.
    pub(super) fn estimate(&self, id: OrderId) -> Option<Estimate> {
        self.estimates.get(&id).copied()
    }
}

impl Place {
    /// Where an order stands as it says itself; nothing where it neither waits nor is being made.
    pub(super) fn of(order: &Order) -> Option<Self> {
        let Order { ahead, estimate, .. } = *order;
        is_under_way(order.state).then_some(Self { ahead, estimate })
    }

    /// Whether a guest who was told `told` reads something else now.
    pub(super) fn is_news(self, told: Self) -> bool {
        self.ahead.map(Said::of) != told.ahead.map(Said::of)
            || match (self.estimate, told.estimate) {
                (Some(now), Some(told)) => moved(now.from, told.from) || moved(now.to, told.to),
                (now, told) => now != told,
            }
    }
}

/// Whether an order has a place: it is in the queue, or in somebody's hands.
pub(super) fn is_under_way(state: OrderState) -> bool {
    matches!(state, OrderState::Waiting | OrderState::Making)
}

fn moved(now: Timestamp, told: Timestamp) -> bool {
    now.duration_since(told).as_secs().abs() >= NEWS_SECONDS
}
