//! The day in figures.

use std::sync::{Arc, PoisonError};

use demitasse_shared::report::Report;

use super::Bar;
use crate::domain::order::Day;
use crate::domain::report::Reckoning;
use crate::storage::{StorageError, orders, turned_away};

impl Bar {
    /// The figures of a day, or of today, up to this moment. Who was turned away just now is
    /// counted, too, written or not.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn report(&self, day: Option<Day>) -> Result<Report, StorageError> {
        let now = self.now();
        let day = day.unwrap_or_else(|| self.day(now));
        let mut reckoning = Reckoning::new(day, self.venue.zone.clone());
        let tally = Arc::clone(&self.turned_away);
        let read = self.readers.read(move |db| {
            let together = db.unchecked_transaction()?;
            orders::each_of_day(&together, day, |record| reckoning.count(record))?;
            let kept = turned_away::of_day(&together, day)?;
            let tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(reckoning.report(now, tally.of_day(day, kept)))
        });
        read.await
    }
}
