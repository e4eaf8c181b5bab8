//! Guests of the rush: they scan, choose, now and then change their mind, and listen.

use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Order;
use demitasse_tests::{Chance, Staff};

use super::ear::Ear;
use super::handset::{Answer, Handset};
use super::told::Told;

/// What a guest does besides ordering.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whim {
    /// Sends the scan by two fingers at once.
    twice: bool,
    /// Changes their mind.
    cancels: bool,
}

impl Whim {
    pub(super) fn draw(chance: &mut Chance) -> Self {
        Self { twice: chance.percent(25), cancels: chance.percent(15) }
    }
}

/// What became of a guest.
#[derive(Debug)]
pub(super) struct Visit {
    phone: Handset,
    /// The order, and the page about it.
    order: Option<(OrderId, Ear)>,
    /// Whether they gave their place back.
    pub(super) cancelled: bool,
}

/// One guest, until the order is in the queue, or there is none for them.
pub(super) async fn visit(
    mut phone: Handset,
    name: String,
    code: String,
    whim: Whim,
    told: Told,
) -> Visit {
    phone.sign_in(&name).await;
    let Some(place) = scan(&phone, &code, whim, &told).await else {
        return Visit { phone, order: None, cancelled: false };
    };
    let ear = Ear::open(phone.clone(), place.id);
    let order = phone.submit(place.id).await.expect("the place is kept, and it is on the menu");
    told.note(&order);
    let mut cancelled = false;
    if whim.cancels {
        match phone.cancel(place.id).await {
            Ok(order) => {
                told.note(&order);
                cancelled = true;
            }
            Err(no) => assert_eq!(no.code, RefusalCode::WrongState, "a barista was faster"),
        }
    }
    Visit { phone, order: Some((place.id, ear)), cancelled }
}

/// The place, where there was one left.
async fn scan(phone: &Handset, code: &str, whim: Whim, told: &Told) -> Option<Order> {
    let first = if whim.twice {
        let (one, other) = tokio::join!(phone.redeem(code), phone.redeem(code));
        is_one_answer(&one, &other);
        one.or(other)
    } else {
        phone.redeem(code).await
    };
    match first {
        Ok(place) => {
            told.note(&place);
            Some(place)
        }
        Err(no) => {
            assert_eq!(no.code, RefusalCode::SoldOut, "{no:?}");
            None
        }
    }
}

/// A double tap is one place. Where one tap was refused, the other may have met a place that came back.
fn is_one_answer(one: &Answer, other: &Answer) {
    if let (Ok(one), Ok(other)) = (one, other) {
        assert_eq!(one.id, other.id, "a scan is idempotent");
    }
}

impl Visit {
    /// Whether there was no drink left for them.
    pub(super) fn is_refused(&self) -> bool {
        self.order.is_none()
    }

    /// Checks that the phone shows what the bar knows, asked and listening. False where nothing more
    /// will come.
    pub(super) async fn agrees(&mut self, staff: &Staff) -> bool {
        let Some((id, ear)) = &mut self.order else {
            assert_eq!(self.phone.orders().await, 0, "what was refused left nothing behind");
            return false;
        };
        let bars = staff.manager.order(*id).await.expect("what was acknowledged is there");
        let own = self.phone.order(*id).await.expect("it is their own");
        assert_eq!((own.state, own.number, own.chosen), (bars.state, bars.number, bars.chosen));
        ear.shows(*id, (bars.state, bars.number)).await;
        assert_eq!(self.phone.orders().await, 1, "one order, however often it was sent");
        bars.state.is_on_board()
    }
}
