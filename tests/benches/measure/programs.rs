//! The programs themselves: how big they are, how soon they answer, what they take while idle.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use demitasse_tests::{Server, program};
use portable_pty::{CommandBuilder, PtySize};

use crate::children::{KIOSK, SERVER, Watch, child};
use crate::clock::{now, pass};
use crate::disk;
use crate::figures::{mb, median, ms, range, spread};
use crate::monitor::{self, Display};
use crate::processes::Process;
use crate::table::Table;
use crate::terminal::Terminal;

/// The three programs.
const PROGRAMS: [&str; 3] = ["demitasse", "demitasse-barista", "demitasse-kiosk"];

/// Starts on the same data.
const STARTS: usize = 10;

/// Guests who wait while nothing happens.
const GUESTS: [&str; 5] = ["Ana", "Ben", "Cem", "Dina", "Eli"];

/// A tablet's terminal.
const TABLET: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };

/// Keys that are pressed.
const KEYS: usize = 200;

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
    let mut board = Terminal::open(barista(data.path()), TABLET);
    board.wait_for("Waiting");
    let display = Display::find().await;
    let monitor = match &display {
        Some(display) => Some(monitor::open(data.path(), display).await),
        None => None,
    };
    pass(SETTLE).await;

    let mut programs = vec![(child(SERVER), "server, with monitor and board".to_owned())];
    programs.push((board.process(), "barista's board, in a pseudo-terminal".to_owned()));
    match &display {
        Some(display) => {
            programs.push((child(KIOSK), format!("monitor, 1920×1080, {}", display.about)));
        }
        None => table.row("monitor", "not measured", "no display here, and no Xvfb"),
    }
    idle(table, &programs).await;
    let spans = key_to_paint(&mut board);
    table.row("key to paint in the terminal", spread(&spans), format!("{} keys", spans.len()));
    drop(monitor);
}

async fn idle(table: &mut Table, programs: &[(Process, String)]) {
    let watches: Vec<_> = programs.iter().map(|(process, _)| Watch::begin(*process)).collect();
    pass(IDLE).await;
    for (watch, (process, what)) in watches.into_iter().zip(programs) {
        let (cpu, memory) = (watch.cores() * 100.0, process.memory());
        table.row(
            format!("idle {what}"),
            format!("{} resident, CPU {cpu:.2} %", mb(memory.resident)),
            format!("{} of it anonymous; over {} s", mb(memory.own), IDLE.as_secs()),
        );
    }
}

fn barista(data: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(program("demitasse-barista"));
    command.args(["--name", "Ana", "--data"]);
    command.arg(data);
    command.arg("--credentials");
    command.arg(data.join("barista.json"));
    command
}

/// From a key to the first byte that answers it, many times: the mark moves to another ticket and
/// back.
fn key_to_paint(board: &mut Terminal) -> Vec<Duration> {
    let mut press = |key: &u8| {
        board.settle();
        let pressed = now();
        board.press(&[*key]);
        board.next_paint().at.duration_since(pressed)
    };
    b"jk".iter().cycle().take(KEYS).map(&mut press).collect()
}
