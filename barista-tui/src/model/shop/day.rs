//! The day in figures, and who did what.

use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::journal::{JournalEntry, JournalPage, JournalQuery};
use demitasse_shared::report::Report;

/// How often open figures are fetched again, in seconds.
pub(crate) const FIGURES_EVERY_SECONDS: i64 = 30;

/// How often an open log looks for what is new, in seconds.
pub(crate) const LOG_EVERY_SECONDS: i64 = 3;

/// How many rows of the log are fetched at once.
pub(crate) const LOG_ROWS: u32 = 100;

/// How many rows of the log are kept: whoever looks further back reads the journal itself.
const LOG_KEPT: usize = 5_000;

/// One part of the figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Panel {
    /// Drinks by the hour.
    #[default]
    Hours,
    /// Waiting times by the hour.
    Waiting,
    /// By drink.
    Drinks,
    /// What was served, and what was not: last, because beside a chart it always shows.
    Sums,
}

impl Panel {
    /// From left to right.
    pub(crate) const ALL: [Self; 4] = [Self::Hours, Self::Waiting, Self::Drinks, Self::Sums];

    /// The neighbour, so many places to the right; the last ones have none.
    pub(crate) fn beside(self, by: isize) -> Self {
        let place = Self::ALL.iter().position(|panel| *panel == self).unwrap_or_default();
        let last = Self::ALL.len() - 1;
        Self::ALL[place.saturating_add_signed(by).min(last)]
    }
}

/// What was heard of the day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Day {
    /// The figures, as they were last told.
    pub(crate) report: Option<Box<Report>>,
    /// When they were last asked for.
    pub(crate) report_asked: Option<Timestamp>,
    /// Rows of the journal, newest first.
    pub(crate) log: Vec<JournalEntry>,
    /// By how many seconds the venue's clocks are ahead of UTC.
    pub(crate) utc_offset: i32,
    /// Rows are asked for and have not come yet.
    pub(crate) log_asked: bool,
    /// When new rows were last looked for.
    pub(crate) log_looked: Option<Timestamp>,
    /// There is nothing before the last row.
    pub(crate) log_whole: bool,
}

impl Day {
    /// The newest row that is known.
    pub(crate) fn newest(&self) -> Option<Seq> {
        self.log.first().map(|entry| entry.seq)
    }

    /// Which rows come after the last one, on the way back; none where there are none.
    pub(crate) fn older(&self) -> Option<JournalQuery> {
        let last = self.log.last().filter(|_| !self.log_whole && !self.log_asked)?;
        Some(JournalQuery::before(last.seq, LOG_ROWS))
    }

    /// Takes rows in, whichever end they belong to. Rows that are known already change nothing.
    pub(crate) fn take(&mut self, query: &JournalQuery, page: JournalPage) {
        self.utc_offset = page.utc_offset_seconds;
        if query.after.is_some() {
            let newest = self.newest();
            let fresh = page.entries.into_iter().filter(|entry| Some(entry.seq) > newest);
            let fresh: Vec<_> = fresh.collect();
            self.log.splice(0..0, fresh.into_iter().rev());
        } else {
            let last = self.log.last().map_or(i64::MAX, |entry| entry.seq.0);
            self.log_whole = page.entries.is_empty();
            self.log.extend(page.entries.into_iter().filter(|entry| entry.seq.0 < last));
        }
        self.log.truncate(LOG_KEPT);
        self.log_whole |= self.log.len() >= LOG_KEPT;
    }
}
