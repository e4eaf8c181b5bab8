//! The journal, page by page.

use demitasse_shared::ids::Seq;
use demitasse_shared::journal::{JOURNAL_LIMIT, JOURNAL_USUAL, JournalPage, JournalQuery};

use super::Bar;
use crate::domain::{Refusal, limits};
use crate::storage::{Answer, journal};

impl Bar {
    /// Rows of the journal, without anything that tells one guest from the other.
    ///
    /// # Errors
    /// `invalid_request` where both ends are named, or the limit is out of its bounds.
    pub async fn journal(&self, asked: JournalQuery) -> Answer<JournalPage> {
        let limit = limits::rows(asked.limit, JOURNAL_USUAL, JOURNAL_LIMIT)?;
        if asked.after.is_some() && asked.before.is_some() {
            return Err(Refusal::invalid("Say either `after` or `before`.").into());
        }
        let read = self.readers.read(move |db| match asked.before {
            Some(seq) => journal::before(db, Seq(seq), limit),
            None => journal::after(db, Seq(asked.after.unwrap_or_default()), limit),
        });
        let entries = read.await?;
        let offset = self.venue.zone.to_offset(self.now());
        Ok(JournalPage { entries, utc_offset_seconds: offset.seconds() })
    }
}
