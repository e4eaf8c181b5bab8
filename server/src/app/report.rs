//! The day in figures, and the orders that they are made of.
//!
//! Both are read the same way by a bar that runs and from the data of one that does not.

use std::sync::{Arc, PoisonError};

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::report::{
    DAY_ORDERS_LIMIT, DayOrder, DayOrders, DayOrdersQuery, Report, ReportDays, TurnedAway,
};
use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::Bar;
use crate::clock::Clock;
use crate::domain::order::{Day, OrderRecord};
use crate::domain::report::{Reckoning, aged_out};
use crate::domain::turned_away::{DayCount, Tally};
use crate::storage::venue::{self, KeptVenue};
use crate::storage::{Storage, StorageError, orders, turned_away, windows};

impl Bar {
    /// The figures of a day, or of today, up to this moment. Who was turned away just now is
    /// counted, too, written or not.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn report(&self, day: Option<Day>) -> Result<Report, StorageError> {
        let now = self.now();
        let day = day.unwrap_or_else(|| self.day(now));
        let (zone, tally) = (self.venue.zone.clone(), Arc::clone(&self.turned_away));
        let read = self.readers.read(move |db| {
            let together = db.unchecked_transaction()?;
            reckon(&together, day, &zone, now, |kept| {
                tally.lock().unwrap_or_else(PoisonError::into_inner).of_day(day, kept)
            })
        });
        read.await
    }

    /// The days that there are figures of.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn report_days(&self) -> Result<ReportDays, StorageError> {
        self.readers.read(|db| Ok(ReportDays { days: orders::days(db)? })).await
    }

    /// Some of the orders that a day's figures are made of.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub async fn report_orders(&self, asked: DayOrdersQuery) -> Result<DayOrders, StorageError> {
        let day = asked.day.unwrap_or_else(|| self.day(self.now()));
        self.readers.read(move |db| day_orders(db, day, asked.after.map(OrderId))).await
    }
}

/// Reckons a day; `unwritten` adds to the counts of who was turned away what is not on the disk yet.
fn reckon(
    db: &Connection,
    day: Day,
    zone: &TimeZone,
    now: Timestamp,
    unwritten: impl FnOnce(Vec<DayCount>) -> Vec<TurnedAway>,
) -> Result<Report, StorageError> {
    let begins = |day: Day| {
        let there = day.to_zoned(zone.clone());
        there.map_or(Timestamp::MAX, |midnight| midnight.timestamp())
    };
    let span = (begins(day), day.tomorrow().map_or(Timestamp::MAX, begins));
    let mut reckoning = Reckoning::new(day, zone.clone());
    orders::each_of_day(db, day, |record| reckoning.count(record))?;
    for window in windows::began(db, span.0, span.1)? {
        reckoning.count_window(&window);
    }
    let away = unwritten(turned_away::of_day(db, day)?);
    Ok(reckoning.report(now, away))
}

fn day_orders(
    db: &Connection,
    day: Day,
    after: Option<OrderId>,
) -> Result<DayOrders, StorageError> {
    let after = after.unwrap_or(OrderId(0));
    let records = orders::of_day_after(db, day, after, DAY_ORDERS_LIMIT)?;
    Ok(DayOrders { orders: records.into_iter().map(of_day).collect() })
}

/// An order without its guest's words.
fn of_day(record: OrderRecord) -> DayOrder {
    let aged_out = aged_out(&record);
    let mut order = record.order;
    if let Some(chosen) = &mut order.chosen {
        chosen.note = None;
    }
    DayOrder { order, aged_out }
}

/// The figures of a bar whose server does not run.
#[derive(Debug)]
pub struct ClosedBooks {
    storage: Storage,
    venue: KeptVenue,
    now: Timestamp,
}

impl ClosedBooks {
    /// Opens them. A bar that never opened has none.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn open(mut storage: Storage, clock: &Clock) -> Result<Option<Self>, StorageError> {
        if let Some(last) = storage.last_moment()? {
            clock.not_before(last);
        }
        let venue = venue::get(storage.connection())?;
        Ok(venue.map(|venue| Self { storage, venue, now: clock.now() }))
    }

    /// Whose they are.
    pub fn venue(&self) -> &KeptVenue {
        &self.venue
    }

    /// The figures of a day, or of today in the venue's zone.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn report(&mut self, day: Option<Day>) -> Result<Report, StorageError> {
        let zone = self.venue.zone.clone();
        let day = day.unwrap_or_else(|| self.now.to_zoned(zone.clone()).date());
        let none_unwritten = |kept| Tally::default().of_day(day, kept);
        reckon(self.storage.connection(), day, &zone, self.now, none_unwritten)
    }

    /// The days that there are figures of.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn days(&mut self) -> Result<ReportDays, StorageError> {
        Ok(ReportDays { days: orders::days(self.storage.connection())? })
    }

    /// Some of the orders that a day's figures are made of.
    ///
    /// # Errors
    /// Where the database cannot be read.
    pub fn orders(&mut self, day: Day, after: Option<OrderId>) -> Result<DayOrders, StorageError> {
        day_orders(self.storage.connection(), day, after)
    }
}
