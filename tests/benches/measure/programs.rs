//! The programs themselves: how big they are, how soon they answer, what they take while idle.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use demitasse_tests::{Server, program};

use crate::clock::{now, pass};
use crate::disk;
use crate::figures::{mb, median, ms, range, spread};
use crate::monitor::{self, Display};
use crate::processes::{BARISTA, KIOSK, Process, SERVER};
use crate::table::Table;
use crate::terminal::Terminal;

/// The three programs.
const PROGRAMS: [&str; 3] = ["demitasse", "demitasse-barista", "demitasse-kiosk"];

/// Starts on the same data.
const STARTS: usize = 10;

/// Guests who wait while nothing happens.
const GUESTS: [&str; 5] = ["Ana", "Ben", "Cem", "Dina", "Eli"];

/// Until what comes at a start is over.
const SETTLE: Duration = Duration::from_secs(5);

/// How long nothing happens.
const IDLE: Duration = Duration::from_secs(20);

/// The program's path, where it was built.
fn built(name: &str) -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let path = own.parent()?.parent()?.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    path.exists().then_some(path)
}

/// Whether all programs are there.
pub(crate) fn are_built() -> bool {
    PROGRAMS.iter().all(|name| built(name).is_some())
}

pub(crate) fn sizes(table: &mut Table) {
    for name in PROGRAMS {
        let bytes = fs::metadata(program(name)).expect("it is there").len();
        table.row(format!("size of {name}"), mb(bytes), format!("{bytes} bytes"));
    }
}

/// From the start to the first answer, many times: on data that is used already, or on none.
pub(crate) async fn starts(table: &mut Table, what: &str, used: Option<&Path>) {
    let (mut heard, mut answered) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let empty = disk::folder();
        let began = now();
        let server = Server::serve(used.unwrap_or(empty.path())).await;
        heard.push(began.elapsed());
        server.staff.manager.health().await.expect("it lives");
        answered.push(began.elapsed());
        server.stop().await;
    }
    let spans = range(answered.iter().map(|span| span.as_secs_f64() * 1_000.0));
    table.row(
        format!("start to first answer, {what}"),
        ms(median(answered)),
        format!(
            "{spans} ms in {STARTS} starts; it says where it listens after {}",
            ms(median(heard))
        ),
    );
}

/// A server with one monitor and one barista's board: what all of them take while idle, and how
/// soon the board answers a key.
pub(crate) async fn together(table: &mut Table) {
    let data = disk::folder();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    for guest in GUESTS {
        server.staff.order(guest).await;
    }
    let mut board = Terminal::open(data.path());
    let display = Display::find().await;
    let monitor = match &display {
        Some(display) => Some(monitor::open(data.path(), display).await),
        None => None,
    };
    pass(SETTLE).await;

    let mut programs = vec![(SERVER, "server, with monitor and board".to_owned())];
    programs.push((BARISTA, "barista's board, in a pseudo-terminal".to_owned()));
    match &display {
        Some(display) => programs.push((KIOSK, format!("monitor, 1920×1080, {}", display.about))),
        None => table.row("monitor", "not measured", "no display here, and no Xvfb"),
    }
    idle(table, &programs).await;
    let spans = board.key_to_paint();
    table.row("key to paint in the terminal", spread(&spans), format!("{} keys", spans.len()));
    drop(monitor);
}

async fn idle(table: &mut Table, programs: &[(&str, String)]) {
    let processes: Vec<_> = programs.iter().map(|(name, _)| Process::child(name)).collect();
    let watches: Vec<_> = processes.iter().map(|process| process.watch()).collect();
    pass(IDLE).await;
    for ((watch, process), (_, what)) in watches.iter().zip(processes).zip(programs) {
        let (cpu, memory) = (watch.cores() * 100.0, process.memory());
        table.row(
            format!("idle {what}"),
            format!("{} resident, CPU {cpu:.2} %", mb(memory.resident)),
            format!("{} of it anonymous; over {} s", mb(memory.own), IDLE.as_secs()),
        );
    }
}
