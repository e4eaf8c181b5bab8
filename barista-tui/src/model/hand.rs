//! What this barista's hand did last, so that a finger that bounces does nothing twice.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;

use super::seen::is_moment;

/// For how long after a key the screen does not turn itself over, in milliseconds.
const BUSY_MILLIS: i128 = 1_000;

/// The last doings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Hand {
    /// When a key went down, or a finger.
    pressed: Option<Timestamp>,
    /// The orders of the last steps.
    stepped: Vec<OrderId>,
    /// When those were asked for, or asked for once more.
    stepped_at: Option<Timestamp>,
}

impl Hand {
    /// A key went down, or a finger.
    pub(crate) fn press(&mut self, now: Option<Timestamp>) {
        self.pressed = now;
    }

    /// Whether somebody is pressing keys just now.
    pub(crate) fn is_busy(&self, now: Option<Timestamp>) -> bool {
        let since = |(pressed, now): (Timestamp, Timestamp)| now.duration_since(pressed);
        self.pressed.zip(now).is_some_and(|times| since(times).as_millis().abs() < BUSY_MILLIS)
    }

    /// A step of an order was asked for.
    pub(crate) fn step(&mut self, order: OrderId, now: Option<Timestamp>) {
        if self.stepped_at != now {
            self.stepped.clear();
        }
        self.stepped.push(order);
        self.stepped_at = now;
    }

    /// Whether the same order's step was asked for but a moment ago: then this is the same press
    /// once more. A key that is held down stays one press.
    pub(crate) fn bounces(&mut self, order: OrderId, now: Option<Timestamp>) -> bool {
        let just_now = self.stepped_at.is_some_and(|at| is_moment(at, now));
        let bounces = just_now && self.stepped.contains(&order);
        if bounces {
            self.stepped_at = now;
        }
        bounces
    }
}
