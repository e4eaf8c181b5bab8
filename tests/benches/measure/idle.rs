//! A bar in which nothing happens, with everybody there: what the server takes of the machine.

use std::time::Duration;

use demitasse_shared::live::GUEST_BEAT_SECONDS;
use demitasse_tests::measure::goals::{IDLE_CPU, IDLE_MEMORY};

use crate::children::{SERVER, Watch, child};
use crate::clock::pass;
use crate::crowd::Crowd;
use crate::figures::mb;
use crate::monitor::{self, Display};
use crate::phones::arrive;
use crate::programs::{TABLET, barista};
use crate::table::Table;
use crate::terminal::Terminal;
use crate::{disk, orders};

/// Guests who wait with a page on show.
const PHONES: usize = 1_000;

/// Baristas with a terminal each.
const BARISTAS: [&str; 3] = ["Ana", "Ben", "Cem"];

/// Until what comes at a start, or after a rush, is over.
const SETTLE: Duration = Duration::from_secs(5);

/// How long nothing happens: two signs of life to every phone.
const IDLE: Duration = Duration::from_secs(2 * GUEST_BEAT_SECONDS);

pub(crate) async fn measure(table: &mut Table) {
    let data = disk::folder();
    let server = orders::open(&data, orders::MANY).await;
    let guests = arrive(&server.staff, PHONES).await;
    let mut crowd = Crowd::of(&guests, data.path(), server.address);
    crowd.until("everybody", |report| report.standing == PHONES).await;
    let boards = BARISTAS.map(|name| Terminal::open(barista(data.path(), name), TABLET));
    let display = Display::find().await;
    let monitor = match &display {
        Some(display) => Some(monitor::open(data.path(), display).await),
        None => None,
    };
    pass(SETTLE).await;

    let watch = Watch::begin(child(SERVER));
    pass(IDLE).await;
    let (cores, memory) = (watch.cores(), child(SERVER).memory());
    let screens = if monitor.is_some() { "a monitor" } else { "no monitor: no display here" };
    let beside = format!("{screens}, {} terminals; over {} s", boards.len(), IDLE.as_secs());
    table.goal(&IDLE_CPU, cores * 100.0, beside, "expected: the signs of life");
    let resident = u32::try_from(memory.resident / 1_000).expect("not terabytes");
    let beside = format!("{} of it anonymous, the rest is the program's file", mb(memory.own));
    table.goal(
        &IDLE_MEMORY,
        f64::from(resident) / 1_000.0,
        beside,
        "expected: the program's pages",
    );
}
