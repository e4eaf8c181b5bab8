//! A conference's whole audience on the live feed: what each phone takes, how soon all of them
//! hear, and how they come back.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use demitasse_shared::api::{NewAnnouncement, Role, route};
use demitasse_shared::client::Client;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{OrderState, Step};
use demitasse_shared::place::Said;
use demitasse_tests::measure::goals;
use demitasse_tests::{Server, Staff, flat_white};

use crate::children::{SERVER, child};
use crate::clock::{now, pass};
use crate::counter::Counter;
use crate::crowd::{Crowd, Guest};
use crate::effort::Effort;
use crate::figures::{mb, median, percentile, range};
use crate::kernel::Kernel;
use crate::load::{Line, address, request};
use crate::rush::each;
use crate::stamp::micros;
use crate::table::Table;
use crate::writes::Writes;
use crate::{disk, orders, tls};

/// The audience.
const PHONES: usize = 15_000;

/// As many as others were measured with.
const OTHERS: usize = 10_000;

/// Guests who order at once.
const AT_ONCE: usize = 64;

/// How often everybody is told something, one after the other.
pub(crate) const TIMES: usize = 10;

/// Until what comes at a start, or after a rush, is over.
pub(crate) const SETTLE: Duration = Duration::from_secs(3);

/// Orders that a barista takes in hand right before the server is killed, and as many that are served
/// on while everybody comes back.
const CHANGED: usize = 50;

/// How often it is looked at most whether every phone shows what is true, once all are back.
const LOOKS: usize = 250;

/// Between two of a barista's steps while everybody comes back.
const STEP_EVERY: Duration = Duration::from_millis(25);

pub(crate) async fn measure(table: &mut Table) {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let guests = arrive(&server.staff, PHONES).await;
    pass(SETTLE).await;
    let (before, kernel) = (child(SERVER).memory(), Kernel::now());
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
    kernel_memory(table, kernel);
    let told = tell(&server.staff, &mut crowd, PHONES).await;
    places(table, &server, &mut crowd, &guests).await;
    let address = server.address;
    let server = back(table, server, &mut crowd, (&guests, data.path())).await;
    assert_eq!(server.address, address, "they come back to where they were");
    drop(crowd);
    server.stop().await;
    bare(table, &told, &guests, data.path()).await;
    tls::measure(table).await;
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

/// The kernel's part: both ends of each line are on this machine.
fn kernel_memory(table: &mut Table, before: Kernel) {
    let [objects, buffers] = Kernel::now().since(before);
    let phones = u32::try_from(PHONES).expect("it is a small number");
    let kilobytes = u32::try_from((objects + buffers) / 1_000).expect("not terabytes");
    table.row(
        "15,000 phones: the kernel's memory for each end of a line",
        format!("{:.1} kB", f64::from(kilobytes) / f64::from(2 * phones)),
        format!("{} of objects and {} of buffers for both ends", mb(objects), mb(buffers)),
    );
}

/// What it took to tell everybody something.
pub(crate) struct Told {
    /// In milliseconds, until the last phone had it.
    pub(crate) lasts: Vec<f64>,
    /// The server's processor, for each time.
    pub(crate) busy: Duration,
}

pub(crate) async fn tell(staff: &Staff, crowd: &mut Crowd, phones: usize) -> Told {
    let (mut lasts, mut busy) = (Vec::new(), Duration::ZERO);
    for time in 0..TIMES {
        let text = format!("Time {time} of telling {phones}");
        crowd.look(&text).await;
        let effort = Effort::begin(child(SERVER));
        let began = micros();
        staff.manager.announce(&NewAnnouncement { text, minutes: None }).await.expect("it is said");
        let report = crowd.until("the event", |report| report.heard == phones).await;
        lasts.push(millis(report.heard_at, began));
        busy += effort.spent();
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
        let effort = Effort::begin(writes.process());
        let began = micros();
        writes.write(&text).await;
        let report = crowd.until("the writes", |report| report.heard == PHONES).await;
        lasts.push(millis(report.heard_at, began));
        busy += effort.spent();
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

/// Kills the server and starts it again. Orders change right before it, and while all come back.
async fn back(
    table: &mut Table,
    server: Server,
    crowd: &mut Crowd,
    (guests, data): (&[Guest], &Path),
) -> Server {
    let barista = server.staff.device(Role::Barista, "Ben").await;
    let last = Counter::of(data, server.address).await.enter().await;
    let address = server.address;
    let before = crowd.look("").await.faults;
    let mut changed = guests.iter().map(|guest| OrderId(guest.order)).take(2 * CHANGED);
    let in_hand: Vec<_> = changed.by_ref().take(CHANGED).collect();
    for id in &in_hand {
        barista.step(*id, Step::Make, None).await.expect("it waits");
    }
    server.kill().await;
    crowd.until("the kill", |report| report.standing == 0).await;
    let server = Server::serve_on(data, address).await;
    let began = micros();
    let mut pairs = in_hand.into_iter().zip(changed);
    let mut spans = Vec::new();
    let mut step = Step::Make;
    let report = loop {
        spans.push(timed(&barista, last, step).await);
        if let Some((in_hand, next)) = pairs.next() {
            spans.push(timed(&barista, in_hand, Step::Complete).await);
            spans.push(timed(&barista, next, Step::Make).await);
        }
        step = if step == Step::Make { Step::Unmake } else { Step::Make };
        pass(STEP_EVERY).await;
        let report = crowd.look("").await;
        if report.standing == PHONES && step == Step::Make && pairs.len() == 0 {
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
    faults(table, crowd, before, &truth(&server.staff.manager, guests).await).await;
    let beside =
        format!("p50 {:.1} ms of {} steps", ms(median(spans.iter().copied())), spans.len());
    table.goal(&goals::BACK_STEP, ms(percentile(&spans, 99)), beside, "");
    server
}

async fn timed(barista: &Client, id: OrderId, step: Step) -> Duration {
    let asked = now();
    barista.step(id, step, None).await.expect("it is the next step");
    asked.elapsed()
}

/// How the guests' orders stand, by the bar itself.
async fn truth(manager: &Client, guests: &[Guest]) -> HashMap<i64, OrderState> {
    let board = manager.board().await.expect("the board");
    let truth: HashMap<_, _> = board.orders.iter().map(|order| (order.id.0, order.state)).collect();
    let own = guests.iter().map(|guest| (guest.order, truth[&guest.order]));
    own.collect()
}

/// What phones heard twice, or show wrongly in the end, when all that was said has come.
async fn faults(
    table: &mut Table,
    crowd: &mut Crowd,
    before: usize,
    truth: &HashMap<i64, OrderState>,
) {
    let mut report = crowd.compare(truth).await;
    for _ in 0..LOOKS {
        if report.wrong == 0 {
            break;
        }
        pass(STEP_EVERY).await;
        report = crowd.compare(truth).await;
    }
    let repeated = report.faults - before;
    let faults = u32::try_from(repeated + report.wrong).expect("few");
    let beside = format!(
        "{} orders changed right before the kill and while all came back; {} phones show another \
         state than their order has, {repeated} events came twice or without the own order",
        3 * CHANGED,
        report.wrong
    );
    table.goal(&goals::BACK_FAULTS, f64::from(faults), beside, "");
}

fn ms(span: Duration) -> f64 {
    span.as_secs_f64() * 1_000.0
}

fn millis(at: u64, began: u64) -> f64 {
    ms(Duration::from_micros(at.saturating_sub(began)))
}
