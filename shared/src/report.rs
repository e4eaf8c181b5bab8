//! A day in figures (`GET /api/report`).
//!
//! A report is about the orders of one day in the venue's zone, whatever becomes of them after
//! midnight. Each of them is in one place at a time, so that the figures add up:
//!
//! ```text
//! redeemed + walk_ups = under_way + served + cancelled + expired
//! ```

use serde::{Deserialize, Serialize};

use crate::api::route;
use crate::error::RefusalCode;
use crate::ids::{ChoiceId, DrinkId};
use crate::order::{Order, Party};
use crate::{Date, Timestamp};

/// How long a slot of the rush is, in minutes. It divides every zone's offset, so that slots begin
/// at the venue's full five minutes.
pub const RUSH_MINUTES: u32 = 5;

/// The most orders that one answer of `GET /api/report/orders` lists.
pub const DAY_ORDERS_LIMIT: u32 = 1_000;

/// Which day `GET /api/report` is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct ReportQuery {
    /// The day, such as `2022-10-14`; the venue's today where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
}

/// One day of the bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// The day, in the venue's zone.
    pub day: Date,
    /// The moment that the figures are of.
    pub at: Timestamp,
    /// The venue's zone: its name, such as `Europe/Lisbon`, or its offset where it has none.
    #[serde(default)]
    pub zone: String,
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
    /// How long served drinks were in a barista's hands, from the last time that one took them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub making: Option<Waiting>,
    /// What guests were told when they ordered, held against what came; nothing where no served
    /// drink's guest was told a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promises: Option<Promises>,
    /// The codes that were shown, and how much of them was taken.
    #[serde(default)]
    pub codes: Codes,
    /// When most people waited at once; the first such moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub peak: Option<Peak>,
    /// The rush, in slots of [`RUSH_MINUTES`], from the first with a change to the last, without a
    /// gap.
    #[serde(default)]
    pub rush: Vec<RushSlot>,
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

/// What guests were told when they ordered, held against when their drinks were ready. Only served
/// drinks count; whoever was told no time counts nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Promises {
    /// Served drinks whose guest was told a time: all of the next three together.
    pub told: u32,
    /// Ready within the time that was told, its ends among it.
    pub within: u32,
    /// Ready sooner.
    pub sooner: u32,
    /// Ready later.
    pub later: u32,
    /// By how much those were sooner that were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sooner_by: Option<Waiting>,
    /// By how much those were later that were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later_by: Option<Waiting>,
}

/// The code windows that began on the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Codes {
    /// How many codes were shown.
    pub shown: u32,
    /// The drinks that they had to give.
    pub drinks: u32,
    /// Of those: taken, and not given back while the code showed.
    pub taken: u32,
    /// Codes of which everything was taken.
    pub sold_out: u32,
}

/// The height of the rush.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Peak {
    /// When it was reached.
    pub at: Timestamp,
    /// How many had ordered and had no drink yet.
    pub waiting: u32,
}

/// A few minutes of the rush.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RushSlot {
    /// When it begins.
    pub from: Timestamp,
    /// Orders that entered the queue in it.
    pub submitted: u32,
    /// Drinks that were set on the counter in it.
    pub served: u32,
    /// The most people who, at any moment of it, had ordered and had no drink yet.
    pub waiting: u32,
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
    /// What the guests of those drinks were told, held against what came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promises: Option<Promises>,
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
    /// Of those: taken off the monitor by time alone.
    #[serde(default)]
    pub aged_out: u32,
    /// How long those that were served took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting: Option<Waiting>,
    /// How long they were in a barista's hands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub making: Option<Waiting>,
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

/// `GET /api/report/days`: the days that there are figures of, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportDays {
    /// The days, in the venue's zone.
    pub days: Vec<Date>,
}

/// One order of a day, without anything that a guest has said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayOrder {
    /// The order as it stands.
    #[serde(flatten)]
    pub order: Order,
    /// Whether it was taken off the monitor by time alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aged_out: bool,
}

/// `GET /api/report/orders`: the orders that a day's figures are made of, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DayOrders {
    /// The orders; fewer than [`DAY_ORDERS_LIMIT`] where none follow.
    pub orders: Vec<DayOrder>,
}

/// Which orders `GET /api/report/orders` lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[serde(deny_unknown_fields)]
pub struct DayOrdersQuery {
    /// The day, such as `2022-10-14`; the venue's today where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// Those after this one: the last of the answer before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<i64>,
}

impl DayOrdersQuery {
    /// The address that asks it.
    pub fn address(&self) -> String {
        let fields =
            [self.day.map(|day| format!("day={day}")), self.after.map(|id| format!("after={id}"))];
        let fields: Vec<_> = fields.into_iter().flatten().collect();
        format!("{}?{}", route::REPORT_ORDERS, fields.join("&"))
    }
}
