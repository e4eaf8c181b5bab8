//! What the server answers about the bar as a whole.

use demitasse_shared::api::{DeviceAnswer, Submit};
use demitasse_shared::journal::{JournalPage, JournalQuery};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::Order;
use demitasse_shared::report::Report;
use demitasse_shared::settings::Settings;

use super::Failed;
use crate::model::StockItem;

/// The answer to a `BarAsk`.
#[derive(Clone, Debug)]
pub(crate) enum BarAnswer {
    /// Who this device is to the bar.
    Device(Result<DeviceAnswer, Failed>),
    /// All that has run out now.
    Mark {
        /// What was marked.
        item: StockItem,
        /// As what.
        there: bool,
        /// The answer.
        answer: Result<SoldOut, Failed>,
    },
    /// A walk-up order.
    WalkUp {
        /// What was asked for.
        submit: Box<Submit>,
        /// The key that it was sent with, so that another try is no other order.
        key: Option<String>,
        /// The answer.
        answer: Result<Box<Order>, Failed>,
    },
    /// The line was said, or taken down.
    Announce(Result<(), Failed>),
    /// The rules as they are now.
    Settings(Result<Settings, Failed>),
    /// Today in figures.
    Report(Result<Box<Report>, Failed>),
    /// Rows of the journal, and which were asked for.
    Journal(JournalQuery, Result<JournalPage, Failed>),
}
