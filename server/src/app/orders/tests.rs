//! What a guest reads of the own orders is the same from memory and from the database.

use demitasse_shared::api::ShopChange;
use demitasse_shared::ids::DeviceId;
use demitasse_shared::order::OrderState;

use super::*;
use crate::clock::Clock;
use crate::config::Config;

fn open_bar() -> (tempfile::TempDir, Bar) {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, zone) = (folder.path().to_owned(), Some("UTC".to_owned()));
    let config = Config { data, zone, ..Config::default() };
    let clock = Clock::manual("2022-10-14T12:51:00Z".parse().expect("a time"));
    let address = "127.0.0.1:80".parse().expect("an address");
    (folder, crate::open(&config, &clock, address).expect("a fresh bar"))
}

/// Reads the guest's orders both ways, and says whether memory alone had the answer.
async fn check(bar: &Bar, guest: GuestId, states: &[OrderState]) -> bool {
    let read = bar.orders_as_of(guest).await.expect("it can be read");
    let stored = bar.stored_as_of(guest, bar.day(bar.now())).await.expect("it can be read");
    assert_eq!(read, stored, "{states:?}");
    assert_eq!(read.0.orders.iter().map(|order| order.state).collect::<Vec<_>>(), states);
    for order in read.0.orders {
        let one = bar.order(Reader::Guest(guest), order.id).await.expect("it is an own one");
        assert_eq!(one, order);
    }
    bar.hub.owned(guest).left_at.is_none()
}

async fn step(bar: &Bar, id: OrderId, step: Step) {
    let rui = Barista { device: DeviceId(1), name: "Rui".to_owned() };
    bar.step(rui, Actor::Local, id, step, None).await.expect("it is the next step");
}

async fn redeem(bar: &Bar, guest: GuestId) -> OrderId {
    let code = bar.hub.snapshot().window.expect("a code").code;
    bar.redeem(guest, &code).await.expect("a place").id
}

#[tokio::test]
async fn it_is_the_same_through_a_guests_day() {
    use OrderState::{Collected, Making, Ready, Reserved, Waiting};
    let (_folder, bar) = open_bar();
    bar.set_shop(Actor::Local, ShopChange::OPEN).await.expect("it opens");
    let guest = bar.sign_in(None, "Ana", None).await.expect("a name").guest.id;
    let other = bar.sign_in(None, "Ben", None).await.expect("a name").guest.id;
    assert!(check(&bar, guest, &[]).await);

    let id = redeem(&bar, guest).await;
    assert!(check(&bar, guest, &[Reserved]).await);
    let espresso = || Submit { drink: "espresso".into(), options: Vec::new(), note: None };
    bar.submit(guest, id, espresso()).await.expect("it is on");
    assert!(check(&bar, guest, &[Waiting]).await);
    for (taken, state) in [(Step::Make, Making), (Step::Complete, Ready)] {
        step(&bar, id, taken).await;
        assert!(check(&bar, guest, &[state]).await);
    }
    let others = bar.order(Reader::Guest(other), id).await;
    assert!(others.is_err(), "{others:?} is somebody else's");

    step(&bar, id, Step::Collect).await;
    assert!(!check(&bar, guest, &[Collected]).await, "memory has no more than the board");
    redeem(&bar, guest).await;
    assert!(!check(&bar, guest, &[Reserved, Collected]).await);
    bar.clock.advance(jiff::SignedDuration::from_hours(24));
    assert!(bar.orders_of(other).await.expect("it can be read").orders.is_empty());
}
