//! A window's ten drinks and ten thousand guests who want them within a second, while somebody
//! behind the counter goes on with the work.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use demitasse_shared::api::route;
use demitasse_tests::measure::goals::{WINDOW_ANSWER, WINDOW_PLACES, WINDOW_STAFF};
use futures_util::future::join;

use crate::clock::{now, pass};
use crate::counter::Counter;
use crate::figures::{percentile, spread};
use crate::load::{address, request};
use crate::rush::{each, sign_in};
use crate::table::Table;
use crate::{disk, orders};

/// Who comes, and for how much.
const GUESTS: usize = 10_000;
const DRINKS: u32 = 10;

/// Connections over which they come: each guest's request leaves at its moment, answered or not the
/// one before it on the same line.
const LINES: usize = 1_000;

/// Within which time all of them come.
const SECOND: Duration = Duration::from_secs(1);

/// How many drinks are served while nobody else is there.
const ALONE: usize = 300;

/// What one guest was told, and how long after the moment of coming.
type Told = (u16, Duration);

pub(crate) async fn measure(table: &mut Table) {
    let data = disk::folder();
    let server = orders::open(&data, DRINKS).await;
    let at = address(&server.staff.manager);
    let code = server.staff.window().await.code;
    let guests = sign_in(at, 64, GUESTS).await;
    let mut counter = Counter::of(data.path(), at).await;
    let mut alone = Vec::new();
    for _ in 0..ALONE {
        let order = counter.enter().await;
        alone.extend(counter.serve(order).await);
    }
    let began = now();
    let rush = come(at, &guests, &code, began);
    let (told, meanwhile) = join(rush, work(&mut counter, began)).await;
    tell(table, &told, &alone, &meanwhile);
    server.stop().await;
}

/// All come, evenly over the second.
async fn come(at: SocketAddr, guests: &[String], code: &str, began: Instant) -> Vec<Told> {
    let body = format!(r#"{{"code":"{code}"}}"#);
    let told = each(at, LINES, guests.len(), async |line, number| {
        let [before, all] = [number, GUESTS].map(|n| u32::try_from(n).expect("few"));
        let moment = began + SECOND * before / all;
        pass(moment.saturating_duration_since(now())).await;
        let scan = request("POST", route::RESERVATIONS, &[&guests[number]], &body);
        let status = line.ask(&scan).await.status;
        (status, moment.elapsed())
    });
    told.await
}

/// One order after the other is served while they come.
async fn work(counter: &mut Counter, began: Instant) -> Vec<Duration> {
    let mut spans = Vec::new();
    while began.elapsed() < SECOND {
        let order = counter.enter().await;
        spans.extend(counter.serve(order).await);
    }
    spans
}

fn tell(table: &mut Table, told: &[Told], alone: &[Duration], meanwhile: &[Duration]) {
    let yes = told.iter().filter(|(status, _)| *status == 200).count();
    let no = told.iter().filter(|(status, _)| *status == 409).count();
    assert_eq!(yes + no, told.len(), "there is no third answer");
    let spans: Vec<_> = told.iter().map(|(_, span)| *span).collect();
    let longest = spans.iter().max().copied().unwrap_or_default();
    let yes = f64::from(u32::try_from(yes).expect("few"));
    table.goal(&WINDOW_PLACES, yes, format!("{no} heard that it is sold out"), "");
    let beside = format!("{} after the moment of coming", spread(&spans));
    table.goal(&WINDOW_ANSWER, longest.as_secs_f64() * 1_000.0, beside, "");
    let (idle, busy) = (percentile(alone, 99), percentile(meanwhile, 99));
    let beside =
        format!("{} of {} steps; alone {}", spread(meanwhile), meanwhile.len(), spread(alone));
    table.goal(&WINDOW_STAFF, busy.div_duration_f64(idle), beside, "");
}
