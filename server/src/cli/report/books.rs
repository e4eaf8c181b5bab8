//! Where the figures come from: the server that runs, or the data of one that does not.

use demitasse_shared::Timestamp;
use demitasse_shared::client::Client;
use demitasse_shared::report::{
    DAY_ORDERS_LIMIT, DayOrder, DayOrders, DayOrdersQuery, Report, ReportDays,
};
use demitasse_shared::{Date, ids::OrderId};

use super::ReportError;
use crate::app::ClosedBooks;
use crate::cli::reach::{Place, Reached, reach};
use crate::clock::Clock;
use crate::report::Masthead;

/// A bar's figures.
#[derive(Debug)]
pub(super) struct Books {
    masthead: Masthead,
    source: Source,
}

#[derive(Debug)]
enum Source {
    Server(Client),
    Closed(Box<ClosedBooks>),
}

impl Books {
    pub(super) async fn open(place: &Place) -> Result<Self, ReportError> {
        match reach(&place.data).await? {
            Reached::Server(server) => {
                let venue = server.venue().await?;
                let masthead = Masthead { venue: venue.name, accent: venue.accent };
                Ok(Self { masthead, source: Source::Server(server) })
            }
            Reached::Data(storage) => {
                let clock = Clock::system(Timestamp::UNIX_EPOCH);
                let books = ClosedBooks::open(*storage, &clock)?.ok_or(ReportError::NeverOpen)?;
                let venue = books.venue();
                let accent = venue.accent.as_deref().and_then(|accent| accent.parse().ok());
                let masthead = Masthead { venue: venue.name.clone(), accent };
                Ok(Self { masthead, source: Source::Closed(Box::new(books)) })
            }
        }
    }

    pub(super) fn masthead(&self) -> &Masthead {
        &self.masthead
    }

    /// A day's figures, or today's.
    pub(super) async fn report(&mut self, day: Option<Date>) -> Result<Report, ReportError> {
        match &mut self.source {
            Source::Server(server) => Ok(server.report(day).await?),
            Source::Closed(books) => Ok(books.report(day)?),
        }
    }

    /// The days that there are figures of.
    pub(super) async fn days(&mut self) -> Result<ReportDays, ReportError> {
        match &mut self.source {
            Source::Server(server) => Ok(server.report_days().await?),
            Source::Closed(books) => Ok(books.days()?),
        }
    }

    /// All orders of a day, asked for a few at a time.
    pub(super) async fn orders(&mut self, day: Date) -> Result<Vec<DayOrder>, ReportError> {
        let most = usize::try_from(DAY_ORDERS_LIMIT).unwrap_or(usize::MAX);
        let mut all: Vec<DayOrder> = Vec::new();
        loop {
            let after = all.last().map(|line| line.order.id);
            let mut some = self.some_orders(day, after).await?.orders;
            let is_last = some.len() < most;
            all.append(&mut some);
            if is_last {
                return Ok(all);
            }
        }
    }

    async fn some_orders(
        &mut self,
        day: Date,
        after: Option<OrderId>,
    ) -> Result<DayOrders, ReportError> {
        match &mut self.source {
            Source::Server(server) => {
                let asked = DayOrdersQuery { day: Some(day), after: after.map(|id| id.0) };
                Ok(server.report_orders(&asked).await?)
            }
            Source::Closed(books) => Ok(books.orders(day, after)?),
        }
    }
}
