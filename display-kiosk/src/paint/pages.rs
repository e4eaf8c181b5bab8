//! Pages of numbers. They turn with the server's clock, whatever comes in meanwhile.
//!
//! What has just become ready stands on every page; only the rest turns. It turns in rounds: a
//! round begins with all numbers that are to have their turn and ends when each has had it. So
//! neither a rush that keeps shifting the column nor pages that hold more now and less then can
//! keep a number from being seen.

use std::collections::{HashSet, VecDeque};
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::monitor::{Column, Mark, Number};

/// How long a page stays before the next one takes its place.
const PAGE: Duration = Duration::from_secs(8);
const PAGE_MILLIS: i64 = 8_000;

/// Where a column's pages are.
#[derive(Debug, Default)]
pub(super) struct Pages {
    now: Option<Timestamp>,
    /// How many pages had been turned, ever, when this one was.
    turned: Option<i64>,
    /// The numbers on this page, but for those on every page.
    shown: Vec<u32>,
    /// The numbers that are still to have their turn in this round.
    waiting: VecDeque<u32>,
    /// How many pages of this round came before.
    before: usize,
}

/// What stands there at a time.
#[derive(Debug, PartialEq)]
pub(super) struct Page<'a> {
    pub(super) numbers: Vec<&'a Number>,
    /// Which page this is, and of how many.
    pub(super) nth: usize,
    pub(super) of: usize,
}

impl Pages {
    /// Takes in the time.
    pub(super) fn hear(&mut self, now: Option<Timestamp>) {
        self.now = now;
    }

    /// The page that is on show, where one holds so many numbers.
    pub(super) fn page<'a>(&mut self, column: &'a Column, size: usize) -> Page<'a> {
        if column.numbers.len() <= size {
            *self = Self { now: self.now, ..Self::default() };
            return Page { numbers: column.numbers.iter().collect(), nth: 0, of: 1 };
        }
        let fresh = column.numbers.iter().take_while(|number| number.mark == Mark::Fresh).count();
        let (pinned, rest) = column.numbers.split_at(fresh.min(size.saturating_sub(1)));
        let room = size.saturating_sub(pinned.len()).max(1);
        self.forget_all_but(rest);
        self.turn(rest);
        self.fill(room);
        let turned = rest.iter().filter(|number| self.shown.contains(&number.figures));
        let numbers = pinned.iter().chain(turned).collect();
        Page { numbers, nth: self.before, of: self.before + 1 + self.waiting.len().div_ceil(room) }
    }

    /// When the next page comes.
    pub(super) fn next(&self) -> Duration {
        let millis = self.now.map_or(0, |now| now.as_millisecond().rem_euclid(PAGE_MILLIS));
        PAGE.saturating_sub(Duration::from_millis(millis.unsigned_abs()))
    }

    fn forget_all_but(&mut self, rest: &[Number]) {
        // Looked up and not looked for: a bar may carry 100,000 orders.
        let there: HashSet<u32> = rest.iter().map(|number| number.figures).collect();
        self.shown.retain(|figures| there.contains(figures));
        self.waiting.retain(|figures| there.contains(figures));
    }

    /// Begins the next page where its time has come, or where this one has nothing left, and the
    /// next round after the last page.
    fn turn(&mut self, rest: &[Number]) {
        let turned = self.now.map(|now| now.as_millisecond().div_euclid(PAGE_MILLIS));
        let has_more = !self.shown.is_empty() || !self.waiting.is_empty();
        if turned == self.turned && has_more {
            return;
        }
        self.turned = turned;
        self.shown.clear();
        self.before += 1;
        if self.waiting.is_empty() {
            self.before = 0;
            self.waiting = rest.iter().map(|number| number.figures).collect();
        }
    }

    /// Gives the page as many numbers as it has room for. What must leave it for something new
    /// comes first on the next page.
    fn fill(&mut self, room: usize) {
        for crowded_out in self.shown.drain(room.min(self.shown.len())..).rev() {
            self.waiting.push_front(crowded_out);
        }
        let free = room.saturating_sub(self.shown.len());
        self.shown.extend(self.waiting.drain(..free.min(self.waiting.len())));
    }
}

#[cfg(test)]
mod tests;
