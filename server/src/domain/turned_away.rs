//! How often guests heard no.
//!
//! A no is no change that the bar has promised to keep, and a flood of wrong codes must not keep the
//! disk busy. So they are counted in memory and written now and then; a killed process forgets
//! those of the last seconds. What is kept and what is written is always the whole count of a day:
//! to write it twice is the same as once.

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::report::TurnedAway;

use super::order::{Day, after};

/// How long a no may wait until it is written, in seconds.
pub const WRITE_WITHIN_SECONDS: u32 = 10;

/// One day's count of one reason.
pub type DayCount = (Day, RefusalCode, u32);

/// What was counted, and how much of it is not written yet. There is a count for each code and day
/// at most, and days that are over go once they are written.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    counts: BTreeMap<(Day, RefusalCode), Count>,
    due: Option<Timestamp>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    all: u32,
    written: u32,
}

impl Tally {
    /// Goes on from what was written.
    pub fn new(kept: impl IntoIterator<Item = DayCount>) -> Self {
        let counts = kept
            .into_iter()
            .map(|(day, code, count)| ((day, code), Count { all: count, written: count }));
        Self { counts: counts.collect(), due: None }
    }

    /// Counts a no, and says by when it should be written.
    pub fn note(&mut self, day: Day, code: RefusalCode, now: Timestamp) -> Timestamp {
        let count = self.counts.entry((day, code)).or_default();
        count.all = count.all.saturating_add(1);
        *self.due.get_or_insert_with(|| after(now, WRITE_WITHIN_SECONDS))
    }

    /// By when something should be written, if something should.
    pub fn due(&self) -> Option<Timestamp> {
        self.due
    }

    /// What is to be written now. It stays so until it is on the disk.
    pub fn unwritten(&mut self, today: Day) -> Vec<DayCount> {
        self.due = None;
        self.counts.retain(|(day, _), count| *day >= today || count.all > count.written);
        let unwritten = self.counts.iter().filter(|(_, count)| count.all > count.written);
        unwritten.map(|((day, code), count)| (*day, *code, count.all)).collect()
    }

    /// These are on the disk.
    pub fn are_written(&mut self, counts: &[DayCount]) {
        for (day, code, written) in counts {
            if let Some(count) = self.counts.get_mut(&(*day, *code)) {
                count.written = *written;
            }
        }
    }

    /// A day's counts, those on the disk and those that are not there yet.
    pub fn of_day(&self, day: Day, kept: impl IntoIterator<Item = DayCount>) -> Vec<TurnedAway> {
        let kept = kept.into_iter().map(|(day, code, count)| ((day, code), count));
        let counted = self.counts.iter().map(|(key, count)| (*key, count.all));
        let mut day_counts = BTreeMap::<RefusalCode, u32>::new();
        for ((_, code), count) in kept.chain(counted).filter(|((of, _), _)| *of == day) {
            let most = day_counts.entry(code).or_default();
            *most = count.max(*most);
        }
        day_counts.into_iter().map(|(code, count)| TurnedAway { code, count }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRIDAY: Day = jiff::civil::date(2022, 10, 14);
    const SATURDAY: Day = jiff::civil::date(2022, 10, 15);
    use RefusalCode::{ShopClosed, WrongCode};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn the_first_no_sets_the_time_and_writing_ends_it() {
        let mut tally = Tally::default();
        assert_eq!(tally.due(), None);
        assert_eq!(tally.note(FRIDAY, WrongCode, at(3)), at(13));
        assert_eq!(tally.note(FRIDAY, ShopClosed, at(9)), at(13));
        assert_eq!(tally.note(FRIDAY, WrongCode, at(9)), at(13));
        let unwritten = tally.unwritten(FRIDAY);
        assert_eq!(unwritten, [(FRIDAY, WrongCode, 2), (FRIDAY, ShopClosed, 1)]);
        tally.are_written(&unwritten);
        assert_eq!((tally.due(), tally.unwritten(FRIDAY)), (None, vec![]));
        assert_eq!(tally.note(FRIDAY, WrongCode, at(20)), at(30));
        assert_eq!(tally.unwritten(FRIDAY), [(FRIDAY, WrongCode, 3)], "the day's so far");
    }

    #[test]
    fn what_could_not_be_written_is_written_again() {
        let mut tally = Tally::new([(FRIDAY, ShopClosed, 5)]);
        tally.note(FRIDAY, WrongCode, at(0));
        let unwritten = tally.unwritten(FRIDAY);
        assert_eq!(unwritten, [(FRIDAY, WrongCode, 1)]);
        assert_eq!(tally.unwritten(FRIDAY), unwritten, "the disk may have said no");
        tally.note(FRIDAY, WrongCode, at(1));
        tally.are_written(&unwritten);
        assert_eq!(tally.unwritten(FRIDAY), [(FRIDAY, WrongCode, 2)], "one came meanwhile");
    }

    #[test]
    fn a_day_that_is_over_goes_once_it_is_written() {
        let mut tally = Tally::default();
        tally.note(FRIDAY, WrongCode, at(0));
        tally.note(SATURDAY, WrongCode, at(1));
        let unwritten = tally.unwritten(SATURDAY);
        assert_eq!((unwritten.len(), tally.counts.len()), (2, 2), "it may be needed again");
        tally.are_written(&unwritten);
        tally.unwritten(SATURDAY);
        assert_eq!(tally.counts.keys().collect::<Vec<_>>(), [&(SATURDAY, WrongCode)]);
    }

    #[test]
    fn a_day_is_read_from_disk_and_memory_and_nothing_is_counted_twice() {
        let mut tally = Tally::new([(SATURDAY, ShopClosed, 5)]);
        tally.note(SATURDAY, ShopClosed, at(0));
        tally.note(FRIDAY, WrongCode, at(0));
        let kept = [(SATURDAY, ShopClosed, 5), (SATURDAY, WrongCode, 2)];
        let away = |code, count| TurnedAway { code, count };
        assert_eq!(tally.of_day(SATURDAY, kept), [away(WrongCode, 2), away(ShopClosed, 6)]);
        assert_eq!(tally.of_day(FRIDAY, []), [away(WrongCode, 1)]);
    }
}
