//! A conference's whole audience on the live feed: what each phone takes, how soon all of them
//! hear, and how they come back.

use std::path::Path;
use std::time::Duration;

use demitasse_shared::api::{NewAnnouncement, Role, route};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_shared::place::Said;
use demitasse_tests::measure::goals;
use demitasse_tests::{Server, Staff, flat_white};

use crate::children::{SERVER, Watch, child};
use crate::clock::{now, pass};
use crate::counter::Counter;
use crate::crowd::{Crowd, Guest};
use crate::figures::{mb, median, percentile, range};
use crate::load::{Line, address, request};
use crate::rush::each;
use crate::stamp::micros;
use crate::table::Table;
use crate::writes::Writes;
use crate::{disk, orders};

/// The audience.
const PHONES: usize = 15_000;

/// As many as others were measured with.
const OTHERS: usize = 10_000;

/// Guests who order at once.
const AT_ONCE: usize = 64;

/// How often everybody is told something, one after the other.
const TIMES: usize = 10;

/// Until what comes at a start, or after a rush, is over.
const SETTLE: Duration = Duration::from_secs(3);

/// Between two of a barista's steps while everybody comes back.
const STEP_EVERY: Duration = Duration::from_millis(25);

pub(crate) async fn measure(table: &mut Table) {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let guests = arrive(&server.staff, PHONES).await;
    pass(SETTLE).await;
    let before = child(SERVER).memory();
    let mut crowd = Crowd::of(&guests[..OTHERS], data.path(), server.address);
    crowd.until("the first crowd", |report| report.standing == OTHERS).await;
    let told = tell(&server.staff, &mut crowd, OTHERS).await;
    table.goal(
        &goals::EVENT_LAST_OF_10_000,
        median(told.lasts.iter().copied()),
        format!("median; {} ms in {TIMES} times", range(told.lasts)),
        "expected: reading it, since the phones are on the same machine",
    );
    drop(crowd);

    let mut crowd = Crowd::of(&guests, data.path(), server.address);
    crowd.until("everybody", |report| report.standing == PHONES).await;
    pass(SETTLE).await;
    memory(table, before.own);
    let told = tell(&server.staff, &mut crowd, PHONES).await;
    places(table, &server, &mut crowd, &guests).await;
    let address = server.address;
    let server = back(table, server, &mut crowd, data.path()).await;
    assert_eq!(server.address, address, "they come back to where they were");
    drop(crowd);
    server.stop().await;
    bare(table, &told, &guests, data.path()).await;
}

/// Signs so many in and has them order.
pub(crate) async fn arrive(staff: &Staff, phones: usize) -> Vec<Guest> {
    let code = staff.window().await.code;
    let scan = format!(r#"{{"code":"{code}"}}"#);
    let choice = serde_json::to_string(&flat_white()).expect("it is JSON");
    let arrived = each(address(&staff.manager), AT_ONCE, phones, async |line, number| {
        let name = format!(r#"{{"name":"Guest {number}"}}"#);
        let cookie = line.ask(&request("POST", route::SESSION, &[], &name)).await.cookie();
        let order = order(line, &cookie, &scan, &choice).await;
        Guest { cookie, order }
    });
    arrived.await
}

async fn order(line: &mut Line, cookie: &str, scan: &str, choice: &str) -> i64 {
    let cookie = format!("cookie: {cookie}");
    let answer = line.ask(&request("POST", route::RESERVATIONS, &[&cookie], scan)).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(answer.body));
    let id = answer.json()["order"]["id"].as_i64().expect("an order has an id");
    let path = route::order_drink(OrderId(id));
    let answer = line.ask(&request("PUT", &path, &[&cookie], choice)).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(answer.body));
    id
}

fn memory(table: &mut Table, before: u64) {
    let after = child(SERVER).memory().own;
    let phones = u32::try_from(PHONES).expect("it is a small number");
    let grown = u32::try_from(after.saturating_sub(before) / 1_000).expect("not terabytes");
    table.goal(
        &goals::PHONE_MEMORY,
        f64::from(grown) / f64::from(phones),
        format!("{} before, {} with all of them", mb(before), mb(after)),
        "expected: what the crowd's way in leaves in the allocator, more than a phone's place",
    );
}

/// What it took to tell everybody something.
struct Told {
    /// In milliseconds, until the last phone had it.
    lasts: Vec<f64>,
    /// The server's processor, for each time.
    busy: Duration,
}

async fn tell(staff: &Staff, crowd: &mut Crowd, phones: usize) -> Told {
    let (mut lasts, mut busy) = (Vec::new(), Duration::ZERO);
    for time in 0..TIMES {
        let text = format!("Time {time} of telling {phones}");
        crowd.look(&text).await;
        let watch = Watch::begin(child(SERVER));
        let began = micros();
        staff.manager.announce(&NewAnnouncement { text, minutes: None }).await.expect("it is said");
        let report = crowd.until("the event", |report| report.heard == phones).await;
        lasts.push(millis(report.heard_at, began));
        busy += watch.busy();
    }
    Told { lasts, busy: busy / u32::try_from(TIMES).expect("few") }
}

/// The same bytes over a bare loop, and how the bar compares.
async fn bare(table: &mut Table, told: &Told, guests: &[Guest], folder: &Path) {
    let mut writes = Writes::start().await;
    let nobody = Guest { cookie: "none=at-all".to_owned(), order: 0 };
    let mut crowd = Crowd::of(&vec![nobody; guests.len()], folder, writes.address);
    crowd.until("the bare crowd", |report| report.standing == PHONES).await;
    pass(SETTLE).await;
    let (mut lasts, mut busy) = (Vec::new(), Duration::ZERO);
    for time in 0..TIMES {
        let text =
            format!("Time {time} of writing, and so many bytes more as an event has: {:120}", "");
        crowd.look(text.trim_end()).await;
        let watch = Watch::begin(writes.process());
        let began = micros();
        writes.write(&text).await;
        let report = crowd.until("the writes", |report| report.heard == PHONES).await;
        lasts.push(millis(report.heard_at, began));
        busy += watch.busy();
    }
    let bare = busy / u32::try_from(TIMES).expect("few");
    table.goal(
        &goals::EVENT_CPU,
        told.busy.div_duration_f64(bare),
        format!("{:.1} ms of processor; bare writes {:.1} ms", ms(told.busy), ms(bare)),
        "expected: write(), within which the kernel carries it to the phone's end",
    );
    table.goal(
        &goals::EVENT_LAST,
        median(told.lasts.iter().copied()),
        format!(
            "median; {} ms in {TIMES} times; bare writes {} ms",
            range(told.lasts.iter().copied()),
            range(lasts)
        ),
        "expected: reading it, since the phones are on the same machine",
    );
}

/// One order is taken from the front of the queue: everybody moves up.
async fn places(table: &mut Table, server: &Server, crowd: &mut Crowd, guests: &[Guest]) {
    let barista = server.staff.device(Role::Barista, "Ana").await;
    let board = barista.board().await.expect("the board");
    let waiting = board.orders.iter().filter(|order| order.submitted_at.is_some()).count();
    assert_eq!(waiting, guests.len(), "nobody has been served yet");
    let mut queue: Vec<_> = board.orders.iter().collect();
    queue.sort_by_key(|order| (order.submitted_at, order.number, order.id));
    let last = u32::try_from(waiting).expect("it is a small number");
    let moved = (1..last).filter(|ahead| Said::of(*ahead) != Said::of(ahead - 1)).count();
    crowd.look(r#""type":"place""#).await;
    let began = micros();
    barista.step(queue[0].id, Step::Make, None).await.expect("it waits");
    let report = crowd.until("the places", |report| report.heard >= moved).await;
    pass(SETTLE).await;
    let told = crowd.look("").await.heard;
    barista.step(queue[0].id, Step::Unmake, None).await.expect("it is in hand");
    let needless = u32::try_from(told - moved).expect("few");
    let beside = format!("{moved} of {waiting} read something else");
    table.goal(&goals::PLACES_NEEDLESS, f64::from(needless), beside.clone(), "");
    table.goal(&goals::PLACES_LAST, millis(report.heard_at, began), beside, "");
}

/// Kills the server and starts it again.
async fn back(table: &mut Table, server: Server, crowd: &mut Crowd, data: &Path) -> Server {
    let barista = server.staff.device(Role::Barista, "Ben").await;
    // An order of nobody's phone: whoever comes back finds the own one as it was.
    let last = Counter::of(data, server.address).await.enter().await;
    let address = server.address;
    let before = crowd.look("").await.faults;
    server.kill().await;
    crowd.until("the kill", |report| report.standing == 0).await;
    let server = Server::serve_on(data, address).await;
    let began = micros();
    let mut spans = Vec::new();
    let mut step = Step::Make;
    let report = loop {
        let asked = now();
        barista.step(last, step, None).await.expect("it waits, or is in hand");
        spans.push(asked.elapsed());
        step = if step == Step::Make { Step::Unmake } else { Step::Make };
        pass(STEP_EVERY).await;
        let report = crowd.look("").await;
        if report.standing == PHONES && step == Step::Make {
            break report;
        }
        assert!(spans.len() < 4_000, "they do not come back: {report:?}");
    };
    let seconds = millis(report.stood_at, began) / 1_000.0;
    table.goal(
        &goals::BACK_ALL,
        seconds,
        "from the server's first word on; each phone waits as long as it was told",
        "the delays that the server has chosen: 2,000 phones a second",
    );
    let faults = u32::try_from(report.faults - before).expect("few");
    let beside = "snapshots with the own order in its state; no number twice";
    table.goal(&goals::BACK_FAULTS, f64::from(faults), beside, "");
    let beside =
        format!("p50 {:.1} ms of {} steps", ms(median(spans.iter().copied())), spans.len());
    table.goal(&goals::BACK_STEP, ms(percentile(&spans, 99)), beside, "");
    server
}

fn ms(span: Duration) -> f64 {
    span.as_secs_f64() * 1_000.0
}

fn millis(at: u64, began: u64) -> f64 {
    ms(Duration::from_micros(at.saturating_sub(began)))
}
