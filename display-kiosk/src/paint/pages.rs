//! Pages of numbers: they turn with the server's clock, and go back to the first one as soon as
//! something new is on it.

use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::monitor::{Column, Mark};

/// How long a page stays before the next one takes its place.
const PAGE: Duration = Duration::from_secs(8);

/// Where a column's pages are.
#[derive(Debug, Default)]
pub(super) struct Pages {
    /// Whence pages are counted.
    since: Option<Timestamp>,
    now: Option<Timestamp>,
    newest: Option<u32>,
}

impl Pages {
    /// Takes in a column at a moment. Numbers that have just become ready stand first on the first
    /// page, which shows at once.
    pub(super) fn hear(&mut self, column: &Column, now: Option<Timestamp>) {
        self.now = now;
        let fresh = column.numbers.first().filter(|number| number.mark == Mark::Fresh);
        let newest = fresh.map(|number| number.figures);
        let is_new = newest.is_some() && newest != self.newest;
        if is_new || self.since.is_none() {
            self.since = now;
        }
        self.newest = newest.or(self.newest);
    }

    /// How many pages have been turned.
    pub(super) fn turned(&self) -> usize {
        usize::try_from(self.elapsed().as_secs() / PAGE.as_secs()).unwrap_or_default()
    }

    /// When the next page comes.
    pub(super) fn next(&self) -> Duration {
        let millis = PAGE.as_millis();
        let into_page = self.elapsed().as_millis() % millis;
        PAGE.saturating_sub(Duration::from_millis(u64::try_from(into_page).unwrap_or_default()))
    }

    fn elapsed(&self) -> Duration {
        let Some((now, since)) = self.now.zip(self.since) else { return Duration::ZERO };
        Duration::try_from(now.duration_since(since)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::monitor::{Number, Said};

    use super::*;

    fn column(numbers: &[(u32, Mark)]) -> Column {
        let number =
            |&(figures, mark): &(u32, Mark)| Number { figures, drink: "Filter".to_owned(), mark };
        let numbers = numbers.iter().map(number).collect();
        Column { title: Said::default(), empty: Said::default(), numbers }
    }

    fn at(second: i64) -> Option<Timestamp> {
        Timestamp::from_second(1_000 + second).ok()
    }

    #[test]
    fn pages_turn_until_something_new_is_on_the_first() {
        let mut pages = Pages::default();
        let old = column(&[(7, Mark::Ready), (6, Mark::Ready)]);
        let new = column(&[(8, Mark::Fresh), (7, Mark::Ready), (6, Mark::Ready)]);
        let steps = [
            (0, &old, 0),
            (7, &old, 0),
            (8, &old, 1),
            (20, &old, 2),
            (21, &new, 0),
            (28, &new, 0),
            (29, &new, 1),
            // It ages out, and nothing new has come.
            (51, &old, 3),
        ];
        for (second, column, turned) in steps {
            pages.hear(column, at(second));
            assert_eq!(pages.turned(), turned, "after {second} seconds");
        }
        assert_eq!(pages.next(), Duration::from_secs(2));
    }

    #[test]
    fn without_a_clock_the_first_page_stays() {
        let mut pages = Pages::default();
        pages.hear(&column(&[(7, Mark::Ready)]), None);
        assert_eq!((pages.turned(), pages.next()), (0, PAGE));
    }
}
