//! Orders of one busy day.

use demitasse::domain::order::{Day, OrderRecord, walk_up};
use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Chosen, Order, OrderState};
use demitasse_shared::settings::Settings;
use jiff::ToSpan as _;

/// When the day begins.
const MORNING: i64 = 1_790_000_000;

/// A moment of the day.
pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(MORNING + second).expect("a time")
}

pub(crate) const TODAY: Day = jiff::civil::date(2026, 9, 21);

/// The order of this number, in the queue since as many seconds of the day.
pub(crate) fn record(number: u32) -> OrderRecord {
    let id = OrderId(number.into());
    walk_up(id, flat_white(), number, TODAY, &Settings::default(), at(number.into()))
}

pub(crate) fn waiting(number: u32) -> Order {
    record(number).order
}

/// An order through its life: in the queue, in hand, on the counter, in its guest's hands.
pub(crate) fn life(number: u32) -> [Order; 4] {
    let order = waiting(number);
    let began = order.reserved_at;
    let making = Order {
        state: OrderState::Making,
        barista: Some("Ana".to_owned()),
        making_at: Some(began + 60.seconds()),
        ..order.clone()
    };
    let ready_at = Some(began + 120.seconds());
    let ready = Order { state: OrderState::Ready, ready_at, ..making.clone() };
    let ended_at = Some(began + 150.seconds());
    let collected = Order { state: OrderState::Collected, ended_at, ..ready.clone() };
    [order, making, ready, collected]
}

pub(crate) fn flat_white() -> Chosen {
    Chosen {
        drink: "flat-white".into(),
        drink_name: "Flat white".to_owned(),
        options: vec!["oat".into()],
        option_names: vec!["Oat milk".to_owned()],
        note: None,
    }
}
