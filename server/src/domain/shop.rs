//! The shop's door.

use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::shop::{Shop, ShopState};

use super::order::after;
use super::refusal::Refusal;

/// The longest pause, in minutes.
pub const LONGEST_PAUSE_MINUTES: u32 = 240;

/// Decides what a change makes of the shop; nothing where it is so already.
///
/// # Errors
/// `invalid_request` where the change says nothing or too much, `shop_closed` where a closed shop
/// should pause.
pub fn change(shop: &Shop, change: ShopChange, now: Timestamp) -> Result<Option<Shop>, Refusal> {
    let (state, paused_until) = match (change.open, change.pause_minutes) {
        (Some(true), None) => (ShopState::Open, None),
        (Some(false), None) => (ShopState::Closed, None),
        (None, Some(minutes)) => (ShopState::Paused, Some(pause_end(shop, minutes, now)?)),
        (None, None) | (Some(_), Some(_)) => {
            return Err(Refusal::invalid("Say either `open` or `pause_minutes`."));
        }
    };
    let next = Shop { state, paused_until, ..shop.clone() };
    Ok((next != *shop).then_some(next))
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
    (now >= until).then(|| Shop { state: ShopState::Open, paused_until: None, ..shop.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shop(state: ShopState) -> Shop {
        Shop { name: "Bar".to_owned(), state, paused_until: None, opens_at: None, since: None }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a time")
    }

    #[test]
    fn a_pause_ends_by_itself() {
        let pause = ShopChange { open: None, pause_minutes: Some(2) };
        let paused = change(&shop(ShopState::Open), pause, at(0)).expect("fine").expect("new");
        assert_eq!(paused.paused_until, Some(at(120)));
        assert_eq!(resume(&paused, at(119)), None);
        assert_eq!(resume(&paused, at(120)), Some(shop(ShopState::Open)));
    }

    #[test]
    fn opening_an_open_shop_changes_nothing() {
        let open = ShopChange { open: Some(true), pause_minutes: None };
        assert_eq!(change(&shop(ShopState::Open), open, at(0)), Ok(None));
    }

    #[test]
    fn a_change_must_say_one_thing() {
        for (open, pause_minutes) in [(None, None), (Some(true), Some(1)), (None, Some(0))] {
            let both = ShopChange { open, pause_minutes };
            let refused = change(&shop(ShopState::Open), both, at(0)).expect_err("refused");
            assert_eq!(refused.code, RefusalCode::InvalidRequest);
        }
    }
}
