//! The rush layout: whether it shows, and which tickets it shows.

use std::num::NonZeroUsize;
use std::str::FromStr;

use super::{Column, Model, Ticket};

/// So many waiting tickets are a rush where nobody says otherwise.
const MANY: NonZeroUsize = NonZeroUsize::new(12).expect("twelve is not zero");

/// So many tickets show: the one in hand and the next two.
pub(crate) const PLACES: usize = 3;

/// When the rush layout shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RushWhen {
    /// From so many waiting tickets on.
    From(NonZeroUsize),
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Default for RushWhen {
    fn default() -> Self {
        Self::From(MANY)
    }
}

/// Why a text does not say when.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} does not say when: write a number of waiting orders such as 12, always, or never")]
pub struct RushWhenError(String);

/// `12`, `always` or `never`.
impl FromStr for RushWhen {
    type Err = RushWhenError;

    fn from_str(text: &str) -> Result<Self, RushWhenError> {
        match text {
            "always" => Ok(Self::Always),
            "never" => Ok(Self::Never),
            many => {
                many.parse().map(Self::From).map_err(|_not_a_number| RushWhenError(many.to_owned()))
            }
        }
    }
}

/// Whether it is a rush.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rush {
    when: RushWhen,
    /// From how many on, where the queue decides.
    many: Option<NonZeroUsize>,
    /// What the queue says.
    busy: bool,
    /// Somebody looks for a ticket that does not show there: the columns show for now.
    left: bool,
}

impl Rush {
    /// As the settings have it.
    pub(crate) fn new(when: RushWhen) -> Self {
        let many = match when {
            RushWhen::From(many) => Some(many),
            RushWhen::Always | RushWhen::Never => None,
        };
        Self { when, many, busy: false, left: false }
    }

    /// When the layout shows.
    pub(crate) fn when(&self) -> RushWhen {
        self.when
    }

    /// Leaves the layout for the columns, or comes back.
    pub(crate) fn leave(&mut self, left: bool) {
        self.left = left;
    }

    /// Whether it would show, had nobody left it.
    pub(crate) fn is_left(&self) -> bool {
        self.left
    }

    /// Back to it where somebody had left it; or by the queue, always, never, and from the
    /// beginning.
    pub(crate) fn turn(&mut self) {
        if std::mem::take(&mut self.left) {
            return;
        }
        self.when = match self.when {
            RushWhen::From(_) => RushWhen::Always,
            RushWhen::Always => RushWhen::Never,
            RushWhen::Never => RushWhen::From(self.many.unwrap_or(MANY)),
        };
    }

    /// Whether the layout shows.
    pub(crate) fn is_on(&self) -> bool {
        !self.left && self.is_due()
    }

    /// Whether queue or settings ask for it.
    fn is_due(&self) -> bool {
        match self.when {
            RushWhen::From(_) => self.busy,
            RushWhen::Always => true,
            RushWhen::Never => false,
        }
    }

    /// Takes note of the queue. A rush that has begun ends at two thirds of what began it, so that
    /// a queue around the limit does not turn the screen over with every order.
    pub(crate) fn settle(&mut self, waiting: usize) {
        let many = self.many.unwrap_or(MANY).get();
        let still = self.busy && waiting * 3 > many * 2;
        self.busy = waiting >= many || still;
        self.left &= self.is_due();
    }
}

impl Model {
    /// Takes note of the queue, but never under a hand that is pressing keys. Where the layout comes
    /// on, keys speak to the ticket in hand, unless the selected one shows there too.
    pub(super) fn settle_rush(&mut self) {
        if self.hand.is_busy(self.now) {
            return;
        }
        self.turn_rush();
    }

    /// Whether the layout has waited for a hand that rests now.
    pub(crate) fn rush_is_due(&self) -> bool {
        let mut rush = self.rush;
        rush.settle(self.here(Column::Waiting).count());
        rush.is_on() != self.rush.is_on() && !self.hand.is_busy(self.now)
    }

    /// Shows the layout that the queue asks for.
    pub(crate) fn turn_rush(&mut self) {
        let (was_on, waiting) = (self.rush.is_on(), self.here(Column::Waiting).count());
        self.rush.settle(waiting);
        if self.rush.is_on() && !was_on {
            self.cursor.place = 0;
        }
    }

    /// The tickets that keys speak to, by their places: those of the rush, or the column's.
    pub(crate) fn places(&self) -> Vec<Ticket<'_>> {
        if self.rush.is_on() { self.rush_tickets() } else { self.shown(self.cursor.column) }
    }

    /// What this barista has in hand, then the queue: as many as the rush layout shows.
    pub(crate) fn rush_tickets(&self) -> Vec<Ticket<'_>> {
        let mut tickets = self.column(Column::Making);
        tickets.retain(|ticket| ticket.hands == Some(self.me.as_str()));
        if tickets.len() < PLACES {
            tickets.extend(self.column(Column::Waiting));
        }
        tickets.truncate(PLACES);
        tickets
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rush_begins_at_the_limit_and_ends_well_below_it() {
        let mut rush = Rush::default();
        let mut seen = |waiting| {
            rush.settle(waiting);
            rush.is_on()
        };
        assert!(!seen(11));
        assert!(seen(12));
        assert!(seen(9));
        assert!(!seen(8));
        assert!(!seen(11));
        assert!(seen(40));
        assert!(!seen(0));
    }

    #[test]
    fn one_key_turns_through_the_three_and_keeps_the_limit() {
        let five = RushWhen::From(NonZeroUsize::new(5).expect("five"));
        let mut rush = Rush::new(five);
        rush.settle(5);
        let mut seen = Vec::new();
        for _ in 0..4 {
            seen.push((rush.when(), rush.is_on()));
            rush.turn();
        }
        let (always, never) = ((RushWhen::Always, true), (RushWhen::Never, false));
        assert_eq!(seen, [(five, true), always, never, (five, true)]);
    }

    #[track_caller]
    fn check(text: &str, expected: Option<RushWhen>) {
        assert_eq!(text.parse().ok(), expected, "{text:?}");
    }

    #[test]
    fn a_setting_says_when() {
        check("12", Some(RushWhen::default()));
        check("always", Some(RushWhen::Always));
        check("never", Some(RushWhen::Never));
        check("0", None);
        check("-3", None);
        check("", None);
    }
}
