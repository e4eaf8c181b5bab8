//! Going to a ticket by its number.

use demitasse_shared::ids::OrderId;

use super::{Column, Cursor, Ticket};

/// The most digits of a number that anybody types.
const DIGITS: usize = 6;

/// What was typed so far, and the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Jump {
    /// The digits.
    pub(crate) typed: String,
    /// What was selected before.
    pub(crate) from: Cursor,
    /// The rush had been left for the columns already.
    pub(crate) left_rush: bool,
    /// Whether a ticket has such a number.
    pub(crate) found: bool,
}

impl Jump {
    /// Nothing is typed yet.
    pub(crate) fn new(from: Cursor, left_rush: bool) -> Self {
        Self { typed: String::new(), from, left_rush, found: true }
    }

    /// Takes in a digit; other keys are slips.
    pub(crate) fn digit(&mut self, c: char) {
        if c.is_ascii_digit() && self.typed.len() < DIGITS {
            self.typed.push(c);
        }
    }
}

/// The ticket that digits mean: the one with just this number, or else the oldest one whose number
/// begins with them.
pub(crate) fn meant<'a>(
    tickets: impl Iterator<Item = Ticket<'a>>,
    typed: &str,
) -> Option<(Column, OrderId)> {
    let begins = |ticket: &Ticket<'_>| ticket.number().starts_with(typed);
    let rank = |ticket: &Ticket<'_>| (ticket.number() != typed, ticket.since, ticket.order.id);
    let best = tickets.filter(begins).min_by_key(rank)?;
    Some((best.column()?, best.order.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{making, waiting};

    #[test]
    fn a_whole_number_wins_over_the_oldest_that_begins_like_it() {
        // Their numbers are 110, 101 and 1100.
        let orders = [waiting(10, 30), making(1, 20, "Bo"), waiting(1000, 0)];
        let check = |typed: &str, expected: Option<(Column, i64)>| {
            let tickets = orders.iter().map(|order| Ticket::new(order, None, "Ana"));
            let expected = expected.map(|(column, id)| (column, OrderId(id)));
            assert_eq!(meant(tickets, typed), expected, "{typed}");
        };
        check("1", Some((Column::Waiting, 1000)));
        check("10", Some((Column::Making, 1)));
        check("110", Some((Column::Waiting, 10)));
        check("1100", Some((Column::Waiting, 1000)));
        check("2", None);
    }
}
