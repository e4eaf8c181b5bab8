//! What people have seen: the last pictures that were really painted.
//!
//! A key that names a place, and a finger, mean what stood there when the eye saw it, not what a
//! change has put there since. So a picture says which ticket stood where, and each one is
//! remembered for as long as a person needs to see that it has gone.

use std::collections::VecDeque;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{OrderState, Step};
use ratatui::layout::{Position, Rect};

use super::{Column, Ticket};
use crate::msg::Target;

/// How long it takes to see a picture and to stop a finger that is on its way, in milliseconds.
pub(crate) const MOMENT_MILLIS: i128 = 400;

/// So many pictures fit into that moment, at one in 16 ms.
const PICTURES: usize = 32;

/// One order as it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Aim {
    pub(crate) order: OrderId,
    pub(crate) state: OrderState,
}

impl Aim {
    /// A ticket as it stands.
    pub(crate) fn at(ticket: &Ticket<'_>) -> Self {
        Self { order: ticket.order.id, state: ticket.state }
    }
}

/// Where a ticket stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    pub(crate) aim: Aim,
    /// Its column.
    pub(crate) column: Column,
    /// Its place in the column, or in the row of the rush, counted from zero.
    pub(crate) place: usize,
}

/// What one picture showed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Picture {
    /// The layout was that of the rush.
    pub(crate) rush: bool,
    /// The column to which digits spoke.
    pub(crate) focus: Column,
    /// Every ticket that showed. One that hid behind “n more” did not.
    pub(crate) tickets: Vec<Stand>,
    /// The selected ticket.
    pub(crate) selected: Option<Aim>,
    /// What the natural step of all marked tickets was.
    pub(crate) next: Option<Step>,
    /// What stood where, for fingers; what lies on top comes first.
    pub(crate) targets: Vec<(Rect, Target)>,
}

impl Picture {
    /// Takes note of a ticket.
    pub(crate) fn put(&mut self, ticket: &Ticket<'_>, place: usize, area: Rect) {
        let Some(column) = ticket.column() else { return };
        self.tickets.push(Stand { aim: Aim::at(ticket), column, place });
        self.targets.push((area, Target::Ticket(column, ticket.order.id)));
    }

    /// The ticket at a place of a column; in the rush all places stand in one row.
    fn at(&self, column: Column, place: usize) -> Option<Aim> {
        let here = |stand: &&Stand| stand.place == place && (self.rush || stand.column == column);
        self.tickets.iter().find(here).map(|stand| stand.aim)
    }

    /// One order, if it showed.
    fn of(&self, order: OrderId) -> Option<Aim> {
        let tickets = self.tickets.iter().map(|stand| stand.aim);
        tickets.chain(self.selected).find(|aim| aim.order == order)
    }

    /// What stood at a position.
    pub(crate) fn target(&self, position: Position) -> Option<Target> {
        let hit = self.targets.iter().find(|(area, _)| area.contains(position));
        hit.map(|(_, target)| *target)
    }
}

/// Why a key or a touch means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missed {
    /// Nothing stood there.
    Nothing,
    /// It means something else than a moment ago.
    Moved,
}

/// The last pictures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// The one that shows.
    last: Option<Picture>,
    /// Those before it, the oldest first, each with when it gave way.
    past: VecDeque<(Picture, Timestamp)>,
}

impl Seen {
    /// Takes note of a picture that was painted.
    pub(crate) fn painted(&mut self, picture: Picture, now: Option<Timestamp>) {
        if self.last.as_ref() == Some(&picture) {
            return;
        }
        let before = self.last.replace(picture);
        self.past.retain(|(_, until)| is_moment(*until, now));
        self.past.extend(before.zip(now));
        if self.past.len() > PICTURES {
            self.past.pop_front();
        }
    }

    /// This barista turned to another column: digits speak to that one, on older pictures too.
    pub(crate) fn turn_to(&mut self, column: Column) {
        self.pictures().for_each(|picture| picture.focus = column);
    }

    /// This barista asked for a step of an order: that it goes on is no surprise.
    pub(crate) fn asked(&mut self, aim: Aim) {
        let aims = self.pictures().flat_map(|picture| {
            let tickets = picture.tickets.iter_mut().map(|stand| &mut stand.aim);
            tickets.chain(&mut picture.selected)
        });
        aims.filter(|seen| seen.order == aim.order).for_each(|seen| *seen = aim);
    }

    fn pictures(&mut self) -> impl Iterator<Item = &mut Picture> {
        self.past.iter_mut().map(|(picture, _)| picture).chain(&mut self.last)
    }

    /// The ticket that a digit means.
    pub(crate) fn place(&self, place: usize, now: Option<Timestamp>) -> Result<Aim, Missed> {
        self.meant(now, |picture| picture.at(picture.focus, place))
    }

    /// The ticket at a place to which somebody moved the selection.
    pub(crate) fn spot(
        &self,
        column: Column,
        place: usize,
        now: Option<Timestamp>,
    ) -> Result<Aim, Missed> {
        self.meant(now, |picture| picture.at(column, place))
    }

    /// The selected ticket.
    pub(crate) fn selected(&self, now: Option<Timestamp>) -> Result<Aim, Missed> {
        self.meant(now, |picture| picture.selected)
    }

    /// What a finger touches.
    pub(crate) fn touched(
        &self,
        position: Position,
        now: Option<Timestamp>,
    ) -> Result<Target, Missed> {
        self.meant(now, |picture| picture.target(position))
    }

    /// What the natural step of all marked tickets was said to be.
    pub(crate) fn next(&self) -> Option<Step> {
        self.last.as_ref()?.next
    }

    /// Whether an order stands as it was last seen. One that did not show was not seen otherwise.
    pub(crate) fn is_true(&self, aim: Aim) -> bool {
        let seen = self.last.as_ref().and_then(|picture| picture.of(aim.order));
        seen.is_none_or(|seen| seen == aim)
    }

    /// What the last picture says, unless one of a moment ago said something else.
    fn meant<T: PartialEq>(
        &self,
        now: Option<Timestamp>,
        say: impl Fn(&Picture) -> Option<T>,
    ) -> Result<T, Missed> {
        let last = self.last.as_ref().and_then(&say);
        let recent = self.past.iter().filter(|(_, until)| is_moment(*until, now));
        let mut before = recent.filter_map(|(picture, _)| say(picture));
        if before.any(|said| last.as_ref() != Some(&said)) {
            return Err(Missed::Moved);
        }
        last.ok_or(Missed::Nothing)
    }
}

/// Whether something was less than a moment ago. The clock is the server's: it may be set back.
pub(crate) fn is_moment(then: Timestamp, now: Option<Timestamp>) -> bool {
    now.is_none_or(|now| now.duration_since(then).as_millis().abs() < MOMENT_MILLIS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{after_millis, making, waiting};
    use demitasse_shared::order::Order;

    /// A picture of a waiting column.
    fn picture(orders: &[Order]) -> Picture {
        let mut picture = Picture::default();
        for (place, order) in orders.iter().enumerate() {
            let row = u16::try_from(place).unwrap_or(u16::MAX);
            picture.put(&Ticket::new(order, None, "Ana"), place, Rect::new(0, row, 9, 1));
        }
        picture
    }

    /// What the first place means at a time, after pictures that were painted at theirs.
    #[track_caller]
    fn check(painted: &[(i64, &[Order])], at: i64, expected: Result<i64, Missed>) {
        let mut seen = Seen::default();
        for (at, orders) in painted {
            seen.painted(picture(orders), Some(after_millis(*at)));
        }
        let now = Some(after_millis(at));
        assert_eq!(seen.place(0, now).map(|aim| aim.order.0), expected);
        let touched = seen.touched(Position::new(3, 0), now);
        let id = |target| match target {
            Target::Ticket(_, id) => id.0,
            other => panic!("a ticket, not {other:?}"),
        };
        assert_eq!(touched.map(id), expected);
    }

    #[test]
    fn a_place_means_what_has_stood_there_for_a_moment() {
        let orders = [waiting(1, 0), waiting(2, 0)];
        let (both, second) = (&orders[..], &orders[1..]);
        check(&[], 0, Err(Missed::Nothing));
        check(&[(0, both)], 1, Ok(1));
        check(&[(0, both), (100, second)], 499, Err(Missed::Moved));
        check(&[(0, both), (100, second)], 500, Ok(2));
        // Nothing stood there before: nobody can have meant another one.
        check(&[(0, &[]), (100, second)], 101, Ok(2));
        // It was away for a blink.
        check(&[(0, both), (100, &[]), (110, second)], 300, Err(Missed::Moved));
        check(&[(0, both), (100, &[])], 300, Err(Missed::Moved));
        check(&[(0, both), (100, &[])], 600, Err(Missed::Nothing));
        // The same picture once more is no other one.
        check(&[(0, both), (100, both)], 101, Ok(1));
    }

    #[test]
    fn an_order_in_another_state_is_not_as_it_was_seen() {
        let mut seen = Seen::default();
        seen.painted(picture(&[waiting(1, 0)]), Some(after_millis(0)));
        let aim = Aim::at(&Ticket::new(&making(1, 0, "Bo"), None, "Ana"));
        assert!(!seen.is_true(aim));
        seen.asked(aim);
        assert!(seen.is_true(aim));
    }
}
