//! Code windows, and what a scan does.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState};

use super::capacity;
use super::order::{OrderRecord, after};
use super::refusal::Refusal;

/// A code window, known to the bar by number; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WindowId(pub i64);

/// A code window as the bar keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowRecord {
    /// Never used twice.
    pub id: WindowId,
    /// The code: 80 random bits.
    pub code: String,
    /// When it began.
    pub opens_at: Timestamp,
    /// When it turns.
    pub closes_at: Timestamp,
    /// How many drinks it gives.
    pub drinks: u32,
    /// How many of them are taken.
    pub taken: u32,
}

impl WindowRecord {
    /// How many drinks are left.
    pub fn left(&self) -> u32 {
        self.drinks.saturating_sub(self.taken)
    }

    /// Whether the monitor shows it.
    pub fn shows(&self, now: Timestamp) -> bool {
        self.opens_at <= now && now < self.closes_at
    }
}

/// When the window that should show now begins and turns; nothing while the last one still shows.
///
/// Windows are aligned to the clock and never overlap: where the length has changed, the first new
/// one begins where the old one ended and turns at the next aligned moment.
pub fn next_window(
    last: Option<&WindowRecord>,
    settings: &Settings,
    now: Timestamp,
) -> Option<(Timestamp, Timestamp)> {
    if last.is_some_and(|last| now < last.closes_at) {
        return None;
    }
    let length = i64::from(settings.window_minutes) * 60;
    let aligned = now.as_second() - now.as_second().rem_euclid(length);
    let start = Timestamp::from_second(aligned).ok()?;
    let opens_at = last.map_or(start, |last| start.max(last.closes_at));
    Some((opens_at, Timestamp::from_second(aligned + length).ok()?))
}

/// What the bar knows when somebody redeems a code.
#[derive(Clone, Debug)]
pub struct RedeemFacts<'a> {
    /// The shop.
    pub shop: &'a Shop,
    /// The window that has this code, if one ever had.
    pub window: Option<&'a WindowRecord>,
    /// The window on show.
    pub on_show: Option<&'a WindowRecord>,
    /// What the guest holds from that window already, ended by neither side nor by time.
    pub held: Option<&'a OrderRecord>,
    /// The guest's orders that are alive, oldest first.
    pub open: &'a [OrderRecord],
    /// Drinks that the guest has had or has under way today.
    pub drinks_today: u32,
    /// Orders alive in the whole bar.
    pub alive: u32,
}

/// What a scan gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redeemed {
    /// What the guest holds from this window already.
    Again(Box<OrderRecord>),
    /// A place in this window.
    Place(WindowRecord),
}

/// Decides what a scan gives. A scan is idempotent: whoever holds something from the window gets
/// that, before any other rule is asked.
///
/// # Errors
/// A [`Refusal`] that names the first rule that says no, and when to come back where that is known.
pub fn redeem(
    facts: &RedeemFacts<'_>,
    settings: &Settings,
    now: Timestamp,
) -> Result<Redeemed, Refusal> {
    let Some(window) = facts.window else {
        return Err(Refusal::new(
            RefusalCode::WrongCode,
            "This code is not one of ours. Scan the one on the monitor.",
        ));
    };
    if let Some(held) = facts.held {
        return Ok(Redeemed::Again(Box::new(held.clone())));
    }
    check_shop(facts.shop, now)?;
    if now >= after(window.closes_at, settings.grace_seconds) {
        return Err(Refusal::new(
            RefusalCode::OldCode,
            "This code's time is over. Scan the one that is on the monitor now.",
        ));
    }
    capacity::check_guest(facts.open, facts.drinks_today, settings)?;
    capacity::check_bar(facts.alive, settings)?;
    if window.left() == 0 {
        return Err(sold_out(window, facts.on_show));
    }
    Ok(Redeemed::Place(window.clone()))
}

fn check_shop(shop: &Shop, now: Timestamp) -> Result<(), Refusal> {
    match shop.state {
        ShopState::Open => Ok(()),
        ShopState::Closed => {
            let opens_at = shop.opens_at.filter(|opens_at| *opens_at > now);
            Err(Refusal::new(RefusalCode::ShopClosed, "The bar is closed just now.")
                .until(opens_at))
        }
        ShopState::Paused => Err(Refusal::new(
            RefusalCode::ShopPaused,
            "The bar is taking a short break. Come back when it is over.",
        )
        .until(shop.paused_until)),
    }
}

/// Sold out: the next code comes when the window on show turns, or is there already.
fn sold_out(window: &WindowRecord, on_show: Option<&WindowRecord>) -> Refusal {
    match on_show {
        Some(showing) if showing.id != window.id && showing.left() > 0 => Refusal::new(
            RefusalCode::SoldOut,
            "That code's drinks are gone. A new code is on the monitor now.",
        ),
        showing => {
            Refusal::new(RefusalCode::SoldOut, "Sold out for now. The next code brings more.")
                .until(Some(showing.unwrap_or(window).closes_at))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    fn window(opens_at: &str, closes_at: &str) -> WindowRecord {
        WindowRecord {
            id: WindowId(1),
            code: "0".repeat(16),
            opens_at: at(opens_at),
            closes_at: at(closes_at),
            drinks: 10,
            taken: 0,
        }
    }

    #[test]
    fn windows_are_aligned_to_the_clock() {
        let next = next_window(None, &Settings::default(), at("2022-10-14T12:53:07Z"));
        assert_eq!(next, Some((at("2022-10-14T12:50:00Z"), at("2022-10-14T12:55:00Z"))));
    }

    #[test]
    fn a_window_that_shows_stays() {
        let last = window("2022-10-14T12:50:00Z", "2022-10-14T12:55:00Z");
        let settings = Settings::default();
        assert_eq!(next_window(Some(&last), &settings, at("2022-10-14T12:54:59.999Z")), None);
        assert_eq!(
            next_window(Some(&last), &settings, at("2022-10-14T12:55:00Z")),
            Some((at("2022-10-14T12:55:00Z"), at("2022-10-14T13:00:00Z")))
        );
    }

    #[test]
    fn a_new_length_begins_where_the_old_window_ended() {
        let last = window("2022-10-14T12:50:00Z", "2022-10-14T12:55:00Z");
        let settings = Settings { window_minutes: 10, ..Settings::default() };
        assert_eq!(
            next_window(Some(&last), &settings, at("2022-10-14T12:56:00Z")),
            Some((at("2022-10-14T12:55:00Z"), at("2022-10-14T13:00:00Z")))
        );
    }
}
