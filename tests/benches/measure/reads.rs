//! What is read while the bar is full, beside `pong` behind the same accept loop.
//!
//! Rounds are short and take turns, so that a bad second of the machine meets all of them; the
//! median of the rounds counts.

use std::net::SocketAddr;

use demitasse_shared::api::route;
use demitasse_shared::ids::OrderId;
use demitasse_tests::{Server, flat_white};

use crate::bare::Bare;
use crate::children::{SERVER, child};
use crate::disk;
use crate::figures::{median, range};
use crate::load::{Line, address, request};
use crate::orders;
use crate::processes::Process;
use crate::rush::{Rush, over_and_over};
use crate::table::Table;

/// Lines that ask at once.
const AT_ONCE: usize = 64;

/// How often each read takes its turn, and how many answers it gets then.
const ROUNDS: usize = 7;
const ANSWERS: usize = 4_000;

/// A browser takes what it gets compressed.
const BROWSER: &str = "accept-encoding: gzip";

/// Something that is read.
struct Read {
    what: &'static str,
    bytes: Vec<u8>,
    /// Where its time goes, as a profile says.
    limit: &'static str,
}

/// One read's turns, each with the turn of `pong` before it.
#[derive(Default)]
struct Turns {
    own: Vec<Rush>,
    pong: Vec<Rush>,
}

pub(crate) async fn measure(table: &mut Table) {
    let (data, bare_data) = (disk::folder(), disk::folder());
    let server = orders::open(&data, orders::MANY).await;
    let bare = Bare::start(bare_data.path()).await;
    server.staff.queue(19).await;
    let reads = reads(&server).await;
    ask(table, &server, &bare, &reads).await;
    server.staff.queue(180).await;
    let full = [Read {
        what: "board of 200 orders",
        bytes: board(&server).await,
        limit: "the kernel, which carries 54 kB",
    }];
    ask(table, &server, &bare, &full).await;
    server.stop().await;
}

/// What is read while twenty orders stand on the board, one of them a guest's.
async fn reads(server: &Server) -> Vec<Read> {
    let (cookie, id) = guest(server).await;
    let order = route::order(id);
    let page = format!("/orders/{id}");
    let read = |what, bytes, limit| Read { what, bytes, limit };
    let get = |path: &str, headers: &[&str]| request("GET", path, headers, "");
    vec![
        read("health", get(route::HEALTH, &[]), "the way to the handler"),
        read("shop", get(route::SHOP, &[]), "the way to the handler"),
        read("menu", get(route::MENU, &[]), "the kernel, which carries 13 kB"),
        read("board of 20 orders", board(server).await, "hashing the token, and 6 kB"),
        read("a guest's order", get(&order, &[&cookie]), "writing its JSON"),
        read("a guest's orders", get(route::ORDERS, &[&cookie]), "writing their JSON"),
        read("a guest's page", get(&page, &[&cookie, BROWSER]), "compressing it"),
        read("first page", get("/", &[BROWSER]), "compressing it"),
    ]
}

async fn board(server: &Server) -> Vec<u8> {
    let token = server.staff.token(demitasse_shared::api::Role::Display, "Monitor").await;
    request("GET", route::BOARD, &[&format!("authorization: Bearer {token}")], "")
}

/// A guest who has ordered: the session's cookie, and the order.
async fn guest(server: &Server) -> (String, OrderId) {
    let code = server.staff.window().await.code;
    let mut line = Line::to(address(&server.staff.manager)).await;
    let name = r#"{"name":"Ana"}"#;
    let cookie = line.ask(&request("POST", route::SESSION, &[], name)).await.cookie();
    let cookie = format!("cookie: {cookie}");
    let scan = format!(r#"{{"code":"{code}"}}"#);
    let place = line.ask(&request("POST", route::RESERVATIONS, &[&cookie], &scan)).await.json();
    let id = OrderId(place["order"]["id"].as_i64().expect("an order has an id"));
    let choice = serde_json::to_string(&flat_white()).expect("it is JSON");
    line.ask(&request("PUT", &route::order_drink(id), &[&cookie], &choice)).await.json();
    (cookie, id)
}

async fn ask(table: &mut Table, server: &Server, bare: &Bare, reads: &[Read]) {
    let pong = request("GET", "/pong", &[], "");
    let own = address(&server.staff.manager);
    let mut turns: Vec<_> = reads.iter().map(|_| Turns::default()).collect();
    for _ in 0..ROUNDS {
        for (read, turns) in reads.iter().zip(&mut turns) {
            turns.pong.push(turn(bare.address, bare.process(), &pong).await);
            turns.own.push(turn(own, child(SERVER), &read.bytes).await);
        }
    }
    for (read, turns) in reads.iter().zip(&turns) {
        tell(table, read, turns);
    }
}

async fn turn(address: SocketAddr, server: Process, bytes: &[u8]) -> Rush {
    over_and_over(address, server, AT_ONCE, ANSWERS, bytes).await
}

fn tell(table: &mut Table, read: &Read, turns: &Turns) {
    let ratios = || {
        let pairs = turns.own.iter().zip(&turns.pong);
        pairs.map(|(own, pong)| own.answers_per_second() / pong.answers_per_second())
    };
    let rate = |rushes: &[Rush]| median(rushes.iter().map(Rush::answers_per_second));
    let cost = |rushes: &[Rush]| median(rushes.iter().map(Rush::server_micros));
    table.row(
        format!("{}: share of pong's answers", read.what),
        format!("{:.2}", median(ratios())),
        format!(
            "{:.0} of {:.0} /s, {AT_ONCE} at once; {} % in {ROUNDS} rounds; each takes {:.1} µs of \
             the server's cores, pong {:.1}; limit: {}",
            rate(&turns.own),
            rate(&turns.pong),
            range(ratios().map(|ratio| ratio * 100.0)),
            cost(&turns.own),
            cost(&turns.pong),
            read.limit,
        ),
    );
}
