//! Where a guest's order stands is read from the board in memory: it must be there again after a
//! restart, for its own guest and nobody else.

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use serde_json::Value;

use crate::wire::{Asked, Caller, Wire, open_bar};

/// The own orders, and the one of them, as they are read.
async fn read(wire: &Wire, guest: &Caller, id: i64) -> [Value; 2] {
    let order = route::order(OrderId(id));
    let paths = [route::ORDERS, order.as_str()];
    let [orders, order] = paths.map(|path| Asked::new("GET", path, guest));
    [wire.json(&orders).await, wire.json(&order).await]
}

#[tokio::test(flavor = "multi_thread")]
async fn it_reads_the_same_after_a_restart() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    let (ana, ben) = (wire.guest("Ana").await, wire.guest("Ben").await);
    let code = bar.staff.window().await.code;
    let (first, second) = (wire.place(&ana, &code).await, wire.place(&ben, &code).await);
    for (id, guest) in [(first, &ana), (second, &ben)] {
        let path = route::order_drink(OrderId(id));
        wire.json(&Asked::new("PUT", &path, guest).body(r#"{"drink":"espresso"}"#)).await;
    }
    let before = [read(&wire, &ana, first).await, read(&wire, &ben, second).await];
    assert_eq!(before[1][1]["order"]["ahead"], 1, "Ana is before Ben");

    let bar = bar.restart_at("2022-10-14T12:51:01Z").await;
    let wire = Wire::to(&bar);
    assert_eq!([read(&wire, &ana, first).await, read(&wire, &ben, second).await], before);
    let anas = route::order(OrderId(first));
    assert_eq!(wire.send(&Asked::new("GET", &anas, &ben)).await.status(), 404);
}
