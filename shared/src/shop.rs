//! The shop's door, the code window behind it, and the face that both show to the crowd.

use serde::{Deserialize, Serialize};

use crate::{Date, Timestamp};

/// Whether the bar takes orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ShopState {
    /// Codes are shown, orders come in.
    Open,
    /// Nothing comes in.
    Closed,
    /// Nothing comes in for a while.
    Paused,
}

/// The shop as staff set it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Shop {
    /// The venue's name.
    pub name: String,
    /// Open, closed or paused.
    pub state: ShopState,
    /// While paused: when it opens again by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Timestamp>,
    /// While closed: when it will open, where staff said so. It does not open by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Timestamp>,
    /// When it became what it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
}

/// A line that the bar has for everybody, such as "Last orders at five."
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Announcement {
    /// The line, as the bar wrote it.
    pub text: String,
    /// When it was said.
    pub at: Timestamp,
    /// When it is taken down.
    pub until: Timestamp,
}

/// A code window: while it shows, one code is good for so many drinks.
///
/// Only paired displays and staff ever see one: it holds the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Window {
    /// What the QR code says: an address in QR's alphanumeric character set.
    pub url: String,
    /// The code inside the address.
    pub code: String,
    /// How many drinks the window gives.
    pub drinks: u32,
    /// How many of them are left.
    pub left: u32,
    /// When it began.
    pub opens_at: Timestamp,
    /// When it turns.
    pub closes_at: Timestamp,
}

/// What the bar shows to the crowd just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// A code is good: scan it.
    Open,
    /// The window's drinks are gone; the next code brings more.
    SoldOut,
    /// As many orders are alive as the bar can carry.
    Full,
    /// Closed for a while.
    Paused,
    /// Closed.
    Closed,
}

/// The bar as anyone may see it: open or not, why, and when to come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ShopStatus {
    /// The server's clock.
    pub at: Timestamp,
    /// The venue's name.
    pub name: String,
    /// What the bar shows just now.
    pub face: Face,
    /// How many drinks the code on show still gives.
    pub left: u32,
    /// When the next code comes, where one will.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_code_at: Option<Timestamp>,
    /// While paused: until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<Timestamp>,
    /// While closed: when it will open, where staff said so and that is still to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at: Option<Timestamp>,
}

/// By which word texts tell the day on which a bar opens: `today`, `tomorrow`, or the weekday, `mon`
/// to `sun`. Nothing where a weekday would be taken for a nearer one, or the day is over.
pub fn opening_day(today: Date, day: Date) -> Option<&'static str> {
    const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    match today.until(day).ok()?.get_days() {
        0 => Some("today"),
        1 => Some("tomorrow"),
        2..=6 => {
            WEEKDAYS.get(usize::try_from(day.weekday().to_monday_zero_offset()).ok()?).copied()
        }
        _ => None,
    }
}

/// Decides what the crowd sees; one rule for the monitor, the phones and the server.
pub fn face(state: ShopState, left: u32, alive: u32, capacity: u32) -> Face {
    match state {
        ShopState::Closed => Face::Closed,
        ShopState::Paused => Face::Paused,
        ShopState::Open if alive >= capacity => Face::Full,
        ShopState::Open if left == 0 => Face::SoldOut,
        ShopState::Open => Face::Open,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_day_is_told_by_the_word_that_people_use() {
        let sunday = date(2026, 11, 22);
        let check = |day: Date, expected| assert_eq!(opening_day(sunday, day), expected, "{day}");
        check(date(2026, 11, 21), None);
        check(date(2026, 11, 22), Some("today"));
        check(date(2026, 11, 23), Some("tomorrow"));
        check(date(2026, 11, 24), Some("tue"));
        check(date(2026, 11, 28), Some("sat"));
        check(date(2026, 11, 29), None);
        check(date(2026, 12, 6), None);
    }
}
