//! What is read while the bar is full, beside `pong` behind the same accept loop, and beside as many
//! bytes that are no board: of a long answer most is the kernel's way with it.
//!
//! Rounds are short and take turns, so that a bad second of the machine meets all of them; the
//! median of the rounds counts.

use demitasse_shared::api::{Role, route};
use demitasse_shared::ids::OrderId;
use demitasse_tests::measure::Goal;
use demitasse_tests::measure::goals::{READ_BOARD, READ_FULL_BOARD, READ_MENU, READ_STATUS};
use demitasse_tests::{Server, flat_white};

use crate::bare::Bare;
use crate::children::{SERVER, child};
use crate::disk;
use crate::figures::{median, range};
use crate::load::{Line, address, request};
use crate::orders;
use crate::rush::{Rush, over_and_over};
use crate::table::Table;

/// Lines that ask at once.
const AT_ONCE: usize = 64;

/// How often each read takes its turn, and how many answers it gets then; pages take longer.
const ROUNDS: usize = 7;
const ANSWERS: usize = 4_000;
const PAGES: usize = 500;

/// A browser takes what it gets compressed.
const BROWSER: &str = "accept-encoding: gzip";

/// Something that is read.
struct Read {
    /// What it must reach, or what it is called where nothing is asked of it.
    goal: Result<&'static Goal, &'static str>,
    bytes: Vec<u8>,
    answers: usize,
    /// Where its time goes, as a profile says.
    limit: &'static str,
}

/// One read's turns, each with the turns of `pong` and of as many bytes before it.
#[derive(Default)]
struct Turns {
    own: Vec<Rush>,
    pong: Vec<Rush>,
    bytes: Vec<Rush>,
}

pub(crate) async fn measure(table: &mut Table) {
    let (data, bare_data) = (disk::folder(), disk::folder());
    let server = orders::open(&data, orders::MANY).await;
    let bare = Bare::start(bare_data.path()).await;
    server.staff.queue(19).await;
    let reads = reads(&server).await;
    ask(table, &server, &bare, &reads).await;
    server.staff.queue(180).await;
    let limit = "the kernel, which carries 54 kB";
    let full = [read(Ok(&READ_FULL_BOARD), board(&server).await, limit)];
    ask(table, &server, &bare, &full).await;
    server.stop().await;
}

/// What is read while twenty orders stand on the board, one of them a guest's.
async fn reads(server: &Server) -> Vec<Read> {
    let (cookie, id) = guest(server).await;
    let order = route::order(id);
    let path = format!("/orders/{id}");
    let get = |path: &str, headers: &[&str]| request("GET", path, headers, "");
    let page = |what, path, headers: &[&str]| Read {
        answers: PAGES,
        ..read(Err(what), get(path, headers), "compressing it")
    };
    vec![
        read(Ok(&READ_BOARD), board(server).await, "hashing the token; the kernel carries 6 kB"),
        read(Ok(&READ_MENU), get(route::MENU, &[]), "the kernel, which carries 13 kB"),
        read(Ok(&READ_STATUS), get(&order, &[&cookie]), "who asks, and writing its JSON"),
        read(Err("a guest's orders"), get(route::ORDERS, &[&cookie]), "the same"),
        read(Err("shop"), get(route::SHOP, &[]), "the way to the handler"),
        read(Err("health"), get(route::HEALTH, &[]), "the way to the handler"),
        page("a guest's page", &path, &[&cookie, BROWSER]),
        page("the first page", "/", &[BROWSER]),
    ]
}

fn read(goal: Result<&'static Goal, &'static str>, bytes: Vec<u8>, limit: &'static str) -> Read {
    Read { goal, bytes, answers: ANSWERS, limit }
}

async fn board(server: &Server) -> Vec<u8> {
    let token = server.staff.token(Role::Display, "Monitor").await;
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
    let mut as_long = Vec::new();
    for read in reads {
        let length = Line::to(own).await.ask(&read.bytes).await.body.len();
        as_long.push(request("GET", &format!("/bytes/{length}"), &[], ""));
    }
    for _ in 0..ROUNDS {
        for ((read, turns), bytes) in reads.iter().zip(&mut turns).zip(&as_long) {
            let turn = async |address, server, bytes: &[u8]| {
                over_and_over(address, server, AT_ONCE, read.answers, bytes).await
            };
            turns.pong.push(turn(bare.address, bare.process(), &pong).await);
            turns.bytes.push(turn(bare.address, bare.process(), bytes).await);
            turns.own.push(turn(own, child(SERVER), &read.bytes).await);
        }
    }
    for (read, turns) in reads.iter().zip(&turns) {
        tell(table, read, turns);
    }
}

fn tell(table: &mut Table, read: &Read, turns: &Turns) {
    let ratios = |beside: &[Rush]| -> Vec<f64> {
        let pairs = turns.own.iter().zip(beside);
        pairs.map(|(own, bare)| own.answers_per_second() / bare.answers_per_second()).collect()
    };
    let pong = ratios(&turns.pong);
    let rate = |rushes: &[Rush]| median(rushes.iter().map(Rush::answers_per_second));
    let cost = |rushes: &[Rush]| median(rushes.iter().map(Rush::server_micros));
    let beside = format!(
        "{:.0} of {:.0} /s, {AT_ONCE} at once; {} % in {ROUNDS} rounds; {:.0} % of a bare answer as \
         long; each takes {:.1} µs of the server's cores, pong {:.1}, the bare one {:.1}",
        rate(&turns.own),
        rate(&turns.pong),
        range(pong.iter().map(|ratio| ratio * 100.0)),
        median(ratios(&turns.bytes)) * 100.0,
        cost(&turns.own),
        cost(&turns.pong),
        cost(&turns.bytes),
    );
    let share = median(pong);
    match read.goal {
        Ok(goal) => table.goal(goal, share, beside, read.limit),
        Err(what) => {
            let beside = format!("{beside}; limit: {}", read.limit);
            table.row(format!("{what}: share of pong"), format!("{share:.2} ×"), beside);
        }
    }
}
