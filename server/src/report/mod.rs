//! A day's report for people: as text in a terminal, as rows for a spreadsheet, as one page to print
//! or send. All of it is written from the figures alone ([`Report`]), by pure functions.

pub mod csv;
mod html;
mod text;
mod words;

use demitasse_shared::colour::Colour;
use demitasse_shared::report::Report;

pub use html::page;
pub use text::{day_list, text};

/// What is said of a day without figures.
const QUIET: &str = "Nobody ordered on this day, and nobody was turned away.";

/// What is said of days that have none.
const NOTHING: &str = "Nothing happened on these days.";

/// Whose report it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Masthead {
    /// The venue's name.
    pub venue: String,
    /// The venue's colour as it was given.
    pub accent: Option<Colour>,
}

/// Orders that ended without a drink, or have not ended yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Totals {
    orders: u32,
    served: u32,
    cancelled: u32,
    expired: u32,
    turned_away: u32,
}

impl Totals {
    fn of(report: &Report) -> Self {
        Self {
            orders: report.redeemed + report.walk_ups,
            served: report.served,
            cancelled: report.cancelled.iter().map(|cancelled| cancelled.count).sum(),
            expired: report.expired.guest + report.expired.bar,
            turned_away: report.turned_away.iter().map(|reason| reason.count).sum(),
        }
    }

    fn of_all(reports: &[Report]) -> Self {
        reports.iter().map(Self::of).fold(Self::default(), |sum, day| Self {
            orders: sum.orders + day.orders,
            served: sum.served + day.served,
            cancelled: sum.cancelled + day.cancelled,
            expired: sum.expired + day.expired,
            turned_away: sum.turned_away + day.turned_away,
        })
    }
}

/// Whether nothing happened on a day.
fn is_empty(report: &Report) -> bool {
    report.redeemed + report.walk_ups == 0 && report.turned_away.is_empty()
}

#[cfg(test)]
mod tests;
