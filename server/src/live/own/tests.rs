use demitasse_shared::order::OrderState::{self, Collected, Making, Ready, Waiting};
use serde_json::json;

use super::*;
use crate::domain::event::Actor;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

fn change(id: i64, guest: Option<i64>, state: OrderState) -> Event {
    let order = json!({ "id": id, "state": state, "reserved_at": "2022-10-14T12:00:00Z" });
    let order = serde_json::from_value(order).expect("an order");
    let about = Some((OrderId(id), guest.map(GuestId)));
    Event { kind: "test", actor: Actor::Bar, about, live: LiveEvent::Order { order, left: None } }
}

#[test]
fn an_order_is_its_guests_while_it_is_on_the_board() {
    let owners = Owners { on_board: vec![(OrderId(1), GuestId(7))], left: vec![GuestId(8)] };
    let mut own = Own::new(owners, at(50));
    assert_eq!(own.of(GuestId(7)), [OrderId(1)]);
    assert_eq!([7, 8].map(|guest| own.left_at(GuestId(guest))), [None, Some(at(50))]);

    for (id, guest, state) in
        [(2, Some(7), Waiting), (3, None, Waiting), (1, Some(7), Making), (2, Some(7), Making)]
    {
        own.take_in(at(60), &change(id, guest, state));
    }
    assert_eq!(own.of(GuestId(7)), [OrderId(1), OrderId(2)]);
    assert_eq!(
        [1, 2, 3].map(|id| own.whose(OrderId(id))),
        [Some(GuestId(7)), Some(GuestId(7)), None]
    );
    own.take_in(at(70), &change(1, Some(7), Ready));
    assert_eq!(own.left_at(GuestId(7)), None, "all that it had is there");

    own.take_in(at(80), &change(1, Some(7), Collected));
    assert_eq!((own.of(GuestId(7)), own.left_at(GuestId(7))), (&[OrderId(2)][..], Some(at(80))));
    own.take_in(at(90), &change(2, Some(7), Collected));
    assert!(own.on_board.is_empty(), "it keeps nobody who has nothing");
    assert_eq!(own.whose(OrderId(2)), None);
}

#[test]
fn who_is_forgotten_may_have_had_anything() {
    let mut own = Own::default();
    for guest in (0..).take(LEFT) {
        own.leave(GuestId(guest), at(10));
    }
    own.leave(GuestId(0), at(20));
    assert_eq!(own.left_at(GuestId(-1)), None);
    own.leave(GuestId(-1), at(30));
    assert_eq!(own.left.len(), 1, "it has its bound");
    assert_eq!([-1, 0, -2].map(|guest| own.left_at(GuestId(guest))), [Some(at(30)); 3]);

    let found = Owners { on_board: Vec::new(), left: (0..).map(GuestId).take(LEFT + 1).collect() };
    let mut own = Own::new(found, at(40));
    own.leave(GuestId(-1), at(50));
    assert_eq!(own.left.len(), 1, "also where a start has found more");
}
