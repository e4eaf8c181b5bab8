//! Connections that say nothing, say half, or never listen: everybody else is served all the same.

use std::future::pending;
use std::net::SocketAddr;

use demitasse_shared::api::route;
use demitasse_shared::board::Board;
use demitasse_shared::order::{OrderState, Step};
use demitasse_tests::{OpenBar, Ordeal, allow_files, within};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;

/// How many of each kind in a usual run, and where somebody asks for this. The bar's own bound, and
/// what it keeps for staff then, is tried with small houses in the accept loop's own tests.
const FEW: usize = 150;
const MANY: usize = 3_750;

/// Kinds of silence.
const KINDS: usize = 4;

/// One connection, which is made anew whenever the bar ends it.
async fn hold(server: SocketAddr, kind: usize, stood: watch::Sender<usize>) {
    let live = format!("GET {} HTTP/1.1\r\nhost: {server}\r\n\r\n", route::LIVE);
    let body = format!(
        "POST {} HTTP/1.1\r\nhost: {server}\r\ncontent-type: application/json\r\n\
         content-length: 500\r\n\r\n{{",
        route::SESSION
    );
    let says = ["", "GET / HTTP/1.1\r\nhost:", &body, &live][kind];
    let mut first = true;
    loop {
        let mut socket = TcpStream::connect(server).await.expect("there is room");
        // Whoever is ended while still speaking comes again.
        if socket.write_all(says.as_bytes()).await.is_err() {
            continue;
        }
        if std::mem::take(&mut first) {
            stood.send_modify(|stood| *stood += 1);
        }
        if says == live {
            pending::<()>().await;
        }
        let mut heard = [0; 1_024];
        while matches!(socket.read(&mut heard).await, Ok(1..)) {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_that_says_nothing_is_in_nobodys_way() {
    allow_files();
    let ordeal = Ordeal::of("guests::crowd", 1);
    let each = if ordeal.is_asked_for() { MANY } else { FEW };
    for _seed in ordeal.seeds() {
        let bar = OpenBar::with_drinks(1_000).await;
        let barista = bar.staff().barista("Rui").await;
        let mut monitor = bar.staff().monitor().await;
        let (stood, mut standing) = watch::channel(0);
        let mut crowd = JoinSet::new();
        for nth in 0..KINDS * each {
            crowd.spawn(hold(bar.server().address, nth % KINDS, stood.clone()));
        }
        let all = standing.wait_for(|standing| *standing == KINDS * each);
        within("the crowd to stand", all).await.expect("it comes");

        // From the same address as all of them.
        for guest in ["Ana", "Ben", "Carla"] {
            let (guest, order) = within("an honest order", bar.staff().order(guest)).await;
            for step in [Step::Make, Step::Complete] {
                let done = within("a barista's step", barista.step(order.id, step, None)).await;
                done.expect("it is the next step");
            }
            let found = guest.order(order.id).await.expect("it is the guest's own");
            assert_eq!(found.state, OrderState::Ready);
        }
        let ready = |board: &Board| {
            board.orders().filter(|order| order.state == OrderState::Ready).count() == 3
        };
        monitor.board("three ready numbers", ready).await;
        assert!(bar.server().sockets() > each, "they were there until now");
        assert_eq!(crowd.len(), KINDS * each, "and nobody has given up");
        crowd.shutdown().await;
    }
}
