//! The shop's door.

use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::shop::{Shop, ShopState};

use super::order::after;
use super::refusal::Refusal;

/// The longest pause, in minutes.
pub const LONGEST_PAUSE_MINUTES: u32 = 240;

const SECONDS_A_DAY: u32 = 24 * 60 * 60;

/// How far ahead a closed bar can say that it opens, in days.
pub const OPENS_WITHIN_DAYS: u32 = 14;

/// Decides what a change makes of the shop; nothing where it is so already. What the change leaves
/// out, such as when a closed bar opens, is taken back.
///
/// # Errors
/// `invalid_request` where the change says nothing, too much or what cannot be, `shop_closed` where
/// a closed shop should pause.
pub fn change(shop: &Shop, change: ShopChange, now: Timestamp) -> Result<Option<Shop>, Refusal> {
    let opens_at = change.opens_at.map(|at| opening(change, at, now)).transpose()?;
    let (state, paused_until) = match (change.open, change.pause_minutes) {
        (Some(true), None) => (ShopState::Open, None),
        (Some(false), None) => (ShopState::Closed, None),
        (None, Some(minutes)) => (ShopState::Paused, Some(pause_end(shop, minutes, now)?)),
        (None, None) | (Some(_), Some(_)) => {
            return Err(Refusal::invalid("Say either `open` or `pause_minutes`."));
        }
    };
    let since = if state == shop.state { shop.since } else { Some(now) };
    let next = Shop { state, paused_until, opens_at, since, ..shop.clone() };
    Ok((next != *shop).then_some(next))
}

/// When a bar that is being closed will open, to the second.
fn opening(change: ShopChange, at: Timestamp, now: Timestamp) -> Result<Timestamp, Refusal> {
    if change.open != Some(false) {
        return Err(Refusal::invalid("`opens_at` goes with `open`: false."));
    }
    if at <= now || at > after(now, OPENS_WITHIN_DAYS * SECONDS_A_DAY) {
        return Err(Refusal::invalid(format!(
            "`opens_at` must be in the future, and within {OPENS_WITHIN_DAYS} days."
        )));
    }
    Ok(Timestamp::from_second(at.as_second()).unwrap_or(at))
}

fn pause_end(shop: &Shop, minutes: u32, now: Timestamp) -> Result<Timestamp, Refusal> {
    if !(1..=LONGEST_PAUSE_MINUTES).contains(&minutes) {
        return Err(Refusal::invalid(format!("A pause is 1 to {LONGEST_PAUSE_MINUTES} minutes.")));
    }
    if shop.state == ShopState::Closed {
        return Err(Refusal::new(RefusalCode::ShopClosed, "The bar is closed: open it first."));
    }
    Ok(after(now, minutes * 60))
}

/// The shop once a pause is over; nothing while it is not.
pub fn resume(shop: &Shop, now: Timestamp) -> Option<Shop> {
    let until = shop.paused_until.filter(|_| shop.state == ShopState::Paused)?;
    let (state, since) = (ShopState::Open, Some(now));
    (now >= until).then(|| Shop { state, paused_until: None, since, ..shop.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop(state: ShopState) -> Shop {
        let name = "Bar".to_owned();
        Shop { name, state, paused_until: None, opens_at: None, since: Some(at(-60)) }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    /// What a change makes of a shop at the second 0, where it changes anything.
    fn made(shop: &Shop, wish: ShopChange) -> Shop {
        change(shop, wish, at(0)).expect("it is allowed").expect("it changes something")
    }

    #[test]
    fn a_pause_ends_by_itself() {
        let paused = made(&shop(ShopState::Open), ShopChange::pause(2));
        assert_eq!((paused.paused_until, paused.since), (Some(at(120)), Some(at(0))));
        assert_eq!(resume(&paused, at(119)), None);
        let open = Shop { since: Some(at(121)), ..shop(ShopState::Open) };
        assert_eq!(resume(&paused, at(121)), Some(open));
    }

    #[test]
    fn opening_an_open_shop_changes_nothing() {
        assert_eq!(change(&shop(ShopState::Open), ShopChange::OPEN, at(0)), Ok(None));
    }

    #[test]
    fn a_longer_pause_is_the_same_pause() {
        let paused = made(&shop(ShopState::Open), ShopChange::pause(2));
        let longer = change(&paused, ShopChange::pause(5), at(60)).expect("fine").expect("new");
        assert_eq!((longer.paused_until, longer.since), (Some(at(360)), Some(at(0))));
    }

    #[test]
    fn a_closed_bar_says_when_it_opens_until_it_does() {
        let closed = made(&shop(ShopState::Open), ShopChange::close_until(at(900)));
        assert_eq!((closed.opens_at, closed.since), (Some(at(900)), Some(at(0))));
        let again = ShopChange::close_until("1970-01-01T00:15:00.7Z".parse().expect("a time"));
        assert_eq!(change(&closed, again, at(60)), Ok(None), "it is the same second");

        let later = change(&closed, ShopChange::close_until(at(1_800)), at(60));
        let later = later.expect("fine").expect("another time");
        assert_eq!((later.opens_at, later.since), (Some(at(1_800)), Some(at(0))));
        assert_eq!(made(&closed, ShopChange::CLOSE).opens_at, None);
        assert_eq!(made(&closed, ShopChange::OPEN).opens_at, None);
    }

    #[test]
    fn a_change_must_say_one_thing() {
        for (open, pause_minutes) in [(None, None), (Some(true), Some(1)), (None, Some(0))] {
            let both = ShopChange { open, pause_minutes, opens_at: None };
            let refused = change(&shop(ShopState::Open), both, at(0)).expect_err("refused");
            assert_eq!(refused.code, RefusalCode::InvalidRequest);
        }
    }

    #[test]
    fn an_opening_is_a_closed_bars_and_within_two_weeks() {
        let refused = |wish| {
            let refused = change(&shop(ShopState::Open), wish, at(0)).expect_err("refused");
            assert_eq!(refused.code, RefusalCode::InvalidRequest);
            refused.detail
        };
        for wish in [ShopChange::OPEN, ShopChange::pause(5), ShopChange::default()] {
            let said = refused(ShopChange { opens_at: Some(at(60)), ..wish });
            assert!(said.contains("`open`: false"), "{said}");
        }
        let two_weeks = 14 * 86_400;
        for second in [-60, 0, two_weeks + 1] {
            let said = refused(ShopChange::close_until(at(second)));
            assert!(said.contains("future") && said.contains("14 days"), "{said}");
        }
        made(&shop(ShopState::Open), ShopChange::close_until(at(two_weeks)));
    }
}
