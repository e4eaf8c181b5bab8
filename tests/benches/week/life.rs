//! The bar's people, in a hurry.

use std::time::Duration;

use demitasse_shared::api::{NewAnnouncement, ShopChange};
use demitasse_shared::live::Snapshot;
use demitasse_shared::order::{OrderState, Step};
use demitasse_shared::shop::ShopState;
use demitasse_tests::{Staff, flat_white};
use jiff::tz::TimeZone;

use crate::clock::pass;

/// When the bar opens and closes, and when everybody comes at once.
const OPEN: std::ops::Range<i8> = 8..22;
const RUSHES: [i8; 3] = [10, 13, 18];

/// Between two looks around, of the bar's time, calm and in a rush.
const CALM: Duration = Duration::from_secs(90);
const RUSH: Duration = Duration::from_secs(20);

/// Lives on until nobody waits for it. What is refused meanwhile is the bar's own business.
pub(crate) async fn live(staff: Staff, pace: u32) {
    let mut round: u32 = 0;
    loop {
        let Ok(board) = staff.manager.board().await else { continue };
        let hour = board.at.to_zoned(TimeZone::UTC).hour();
        door(&staff, &board, hour, round).await;
        if OPEN.contains(&hour) {
            order(&staff, &board).await;
            work(&staff, &board).await;
        }
        let pause = if RUSHES.contains(&hour) { RUSH } else { CALM };
        pass(pause / pace).await;
        round = round.wrapping_add(1);
    }
}

/// The doors, a pause now and then, and a word for everybody.
async fn door(staff: &Staff, board: &Snapshot, hour: i8, round: u32) {
    let is_open = board.shop.state != ShopState::Closed;
    let change = match (OPEN.contains(&hour), is_open) {
        (true, false) => ShopChange::OPEN,
        (false, true) => ShopChange::CLOSE,
        (true, true) if round.is_multiple_of(211) => ShopChange::pause(6),
        _ => return,
    };
    drop(staff.manager.set_shop(&change).await);
    let new = NewAnnouncement { text: "Last orders at ten".to_owned(), minutes: Some(20) };
    drop(staff.manager.announce(&new).await);
}

/// A guest scans the code and orders.
async fn order(staff: &Staff, board: &Snapshot) -> Option<()> {
    let code = &board.window.as_ref()?.code;
    let guest = staff.nobody().sign_in("Ana").await.ok()?;
    let place = guest.redeem(code).await.ok()?;
    guest.submit(place.id, &flat_white()).await.ok().map(drop)
}

/// A barista takes one order a step further: what is ready is fetched, in the end.
async fn work(staff: &Staff, board: &Snapshot) -> Option<()> {
    let in_state = |state| board.orders.iter().filter(move |order| order.state == state);
    let making = in_state(OrderState::Making).next().map(|order| (order, Step::Complete));
    let waiting = in_state(OrderState::Waiting).next().map(|order| (order, Step::Make));
    let ready = in_state(OrderState::Ready).nth(4).map(|order| (order, Step::Collect));
    for (order, step) in [making, waiting, ready].into_iter().flatten() {
        staff.manager.step(order.id, step, None).await.ok()?;
    }
    Some(())
}
