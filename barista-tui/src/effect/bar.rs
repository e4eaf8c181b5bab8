//! What is asked about the bar as a whole: its menu, its rules, its day.

use demitasse_shared::api::{NewAnnouncement, Submit};
use demitasse_shared::journal::JournalQuery;
use demitasse_shared::settings::Settings;

use crate::model::StockItem;

/// One request; the answer comes back as a `BarAnswer`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BarAsk {
    /// Who this device is to the bar.
    Device,
    /// Mark something as sold out, or as there again.
    Mark {
        /// What.
        item: StockItem,
        /// Whether it is there.
        there: bool,
    },
    /// Enter an order for somebody without a phone.
    WalkUp {
        /// The order.
        submit: Box<Submit>,
        /// The key of an earlier try to which no answer came; a fresh one is made where there is
        /// none, because chance is no part of the core.
        key: Option<String>,
    },
    /// Say a line to everybody.
    Announce(NewAnnouncement),
    /// Take that line down.
    TakeDown,
    /// Change the rules.
    Settings(Settings),
    /// Today in figures.
    Report,
    /// Some rows of the journal.
    Journal(JournalQuery),
}
