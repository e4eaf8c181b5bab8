//! One line that tells what just happened, for a few seconds.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;

/// How long a notice stays, in seconds.
const SHOWN_SECONDS: i64 = 8;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Good to know.
    Told,
    /// Something that was asked did not happen.
    Refused,
}

/// Something that people should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    pub(crate) words: String,
    pub(crate) tone: Tone,
    /// The order that it is about: its ticket has a sign as well.
    pub(crate) about: Option<OrderId>,
    at: Option<Timestamp>,
}

impl Notice {
    /// Good to know.
    pub(crate) fn told(words: impl Into<String>, at: Option<Timestamp>) -> Self {
        Self { words: words.into(), tone: Tone::Told, about: None, at }
    }

    /// Something did not happen.
    pub(crate) fn refused(words: impl Into<String>, at: Option<Timestamp>) -> Self {
        Self { words: words.into(), tone: Tone::Refused, about: None, at }
    }

    /// The same, with a sign on an order's ticket.
    pub(crate) fn about(self, order: OrderId) -> Self {
        Self { about: Some(order), ..self }
    }

    /// Whether it has been there long enough. Without a clock it stays.
    pub(crate) fn is_over(&self, now: Option<Timestamp>) -> bool {
        let (Some(at), Some(now)) = (self.at, now) else { return false };
        now.duration_since(at).as_secs() >= SHOWN_SECONDS
    }
}
