//! Connections that say nothing, say half, or never listen: everybody else is served all the same.

use demitasse_shared::api::route;
use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::{Bar, within};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// How many of each kind. The bar's own bound, and what it keeps for staff then, is tried with small
/// houses in the accept loop's own tests.
const EACH: usize = 150;

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_that_says_nothing_is_in_nobodys_way() {
    let bar = Bar::open_at("2022-10-14T12:51:00Z").await;
    let barista = bar.staff.barista("Rui").await;
    let mut monitor = bar.staff.monitor().await;
    let host = bar.staff.manager.base().strip_prefix("http://").expect("a scheme").to_owned();
    let live = format!("GET {} HTTP/1.1\r\nhost: {host}\r\n\r\n", route::LIVE);
    let slow = format!(
        "POST {} HTTP/1.1\r\nhost: {host}\r\ncontent-length: 500\r\n\r\n{{",
        route::SESSION
    );
    let mut crowd = Vec::new();
    for says in ["", "GET / HTTP/1.1\r\nhost:", &slow, &live] {
        for _ in 0..EACH {
            let mut socket = TcpStream::connect(&host).await.expect("there is room");
            socket.write_all(says.as_bytes()).await.expect("it listens");
            crowd.push(socket);
        }
    }

    // From the same address as all of them.
    for guest in ["Ana", "Ben", "Carla"] {
        let (guest, order) = within("an honest order", bar.staff.order(guest)).await;
        for step in [Step::Make, Step::Complete] {
            let done = within("a barista's step", barista.step(order.id, step, None)).await;
            done.expect("it is the next step");
        }
        let found = guest.order(order.id).await.expect("it is the guest's own");
        assert_eq!(found.state, OrderState::Ready);
    }
    let ready = |board: &demitasse_shared::board::Board| {
        board.orders().filter(|order| order.state == OrderState::Ready).count() == 3
    };
    monitor.board("three ready numbers", ready).await;
    assert_eq!(crowd.len(), 4 * EACH, "they were there until now");
}
