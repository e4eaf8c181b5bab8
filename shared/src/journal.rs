//! The journal as managers read it: everything that happened, in order.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::ids::{DeviceId, OrderId, Seq};
use crate::live::LiveEvent;

/// The most entries that one answer lists.
pub const JOURNAL_LIMIT: u32 = 500;

/// How many entries an answer lists where nothing is said.
pub const JOURNAL_USUAL: u32 = 100;

/// Who did it. Guests have no names here, nor anything else that tells one from the other.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Doer {
    /// A guest.
    Guest,
    /// A paired device.
    Device {
        /// Which one.
        id: DeviceId,
        /// Whose it is, or where it stands; nothing where the bar has forgotten it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// A person at the server's own machine.
    Local,
    /// Time, and what follows from it.
    Bar,
}

/// One row of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JournalEntry {
    /// Its place.
    pub seq: Seq,
    /// When it happened.
    pub at: Timestamp,
    /// The stable word for what happened, such as `order_submitted`.
    pub kind: String,
    /// Who did it.
    pub by: Doer,
    /// The order that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<OrderId>,
    /// That order's number, where it has come to one by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The name of the device that it is about, as it is called by now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// The live event itself, as screens received it.
    pub event: LiveEvent,
}

/// `GET /api/journal`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JournalPage {
    /// The rows: oldest first after a place, newest first before one.
    pub entries: Vec<JournalEntry>,
    /// By how many seconds the venue's clocks are ahead of UTC at this moment, so that a screen
    /// anywhere can tell the venue's time of day.
    #[serde(default)]
    pub utc_offset_seconds: i32,
}

/// Which rows `GET /api/journal` is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct JournalQuery {
    /// The rows after this place, oldest first. From the beginning where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<i64>,
    /// The rows before this place, newest first: a log begins with its end and pages back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// How many rows at most: 1 to 500, 100 where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

impl JournalQuery {
    /// The rows after a place, oldest first.
    pub fn after(seq: Seq, limit: u32) -> Self {
        Self { after: Some(seq.0), before: None, limit: Some(limit) }
    }

    /// The rows before a place, newest first.
    pub fn before(seq: Seq, limit: u32) -> Self {
        Self { after: None, before: Some(seq.0), limit: Some(limit) }
    }

    /// The last rows, newest first.
    pub fn latest(limit: u32) -> Self {
        Self::before(Seq(i64::MAX), limit)
    }
}
