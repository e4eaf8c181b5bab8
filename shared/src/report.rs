//! A day in figures (`GET /api/report`).
//!
//! A report is about the orders of one day in the venue's zone, whatever becomes of them after
//! midnight. Each of them is in one place at a time, so that the figures add up:
//!
//! ```text
//! redeemed + walk_ups = under_way + served + cancelled + expired
//! ```

use serde::{Deserialize, Serialize};

use crate::error::RefusalCode;
use crate::ids::{ChoiceId, DrinkId};
use crate::order::Party;
use crate::{Date, Timestamp};

/// One day of the bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// The day, in the venue's zone.
    pub day: Date,
    /// The moment that the figures are of.
    pub at: Timestamp,
    /// Places that guests took with a code, whatever became of them.
    pub redeemed: u32,
    /// Orders that staff entered for somebody without a phone.
    pub walk_ups: u32,
    /// Orders that entered the queue, walk-ups among them.
    pub submitted: u32,
    /// Orders that are reserved, waiting or being made; a recalled one is, too.
    pub under_way: u32,
    /// Drinks that were set on the counter. One that was recalled and made again counts once.
    pub served: u32,
    /// Of those: fetched, or taken off the monitor after a while.
    pub collected: u32,
    /// Of those: taken off the monitor by time alone, so that nobody knows who fetched them.
    pub aged_out: u32,
    /// What was cancelled, by whom and why; the most frequent first.
    pub cancelled: Vec<Cancelled>,
    /// What ran out of time.
    pub expired: Expired,
    /// How often a scan or an order was answered with no; the most frequent first. It counts
    /// answers, not people: whoever tries three times is counted three times.
    pub turned_away: Vec<TurnedAway>,
    /// How long served drinks took; nothing where there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
    /// By the hour of the venue's day: from the first with an order to the last, without a gap.
    pub hours: Vec<HourFigures>,
    /// By drink; the most ordered first.
    pub drinks: Vec<DrinkFigures>,
    /// By barista; whoever served most first.
    pub baristas: Vec<BaristaFigures>,
    /// The options of all orders that entered the queue; the most frequent first.
    pub options: Vec<OptionFigures>,
}

/// Orders that were cancelled by the same side for the same reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Cancelled {
    /// By whom.
    pub by: Party,
    /// Why, in the bar's words; guests give no reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// How many.
    pub count: u32,
}

/// Orders whose time ran out, by whose fault it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Expired {
    /// The guest did not choose in time.
    pub guest: u32,
    /// No barista took it in time.
    pub bar: u32,
}

/// How often the bar said no for one reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TurnedAway {
    /// The reason.
    pub code: RefusalCode,
    /// How often.
    pub count: u32,
}

/// How long drinks took from the queue to the counter, in whole seconds. Percentiles are nearest
/// ranks: each is a time that somebody really waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// Half of them took no longer.
    pub p50: u32,
    /// Nineteen in twenty took no longer.
    pub p95: u32,
    /// None took longer.
    pub max: u32,
}

/// One hour of the day. Where clocks are set back, the hour that comes twice is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HourFigures {
    /// 0 to 23.
    pub hour: u8,
    /// Orders that entered the queue in it.
    pub submitted: u32,
    /// Drinks that were set on the counter in it; those of after midnight count for hour 23.
    pub served: u32,
    /// How long those drinks took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
}

/// One drink of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DrinkFigures {
    /// The drink.
    pub drink: DrinkId,
    /// Its name as it was last ordered.
    pub name: String,
    /// Orders of it that entered the queue.
    pub count: u32,
    /// Of those: set on the counter.
    pub served: u32,
    /// How long those took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
}

/// One barista's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BaristaFigures {
    /// The name on the device.
    pub name: String,
    /// Drinks that were last in these hands when they were set on the counter.
    pub served: u32,
}

/// One option of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OptionFigures {
    /// The option.
    pub option: ChoiceId,
    /// Its name as it was last ordered.
    pub name: String,
    /// How often.
    pub count: u32,
}
