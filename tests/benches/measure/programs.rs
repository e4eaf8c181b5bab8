//! The programs together: what they take while idle, and how soon the board answers a key.

use std::path::Path;
use std::time::Duration;

use demitasse_tests::{Server, program};
use portable_pty::{CommandBuilder, PtySize};

use crate::children::{KIOSK, SERVER, Watch, child};
use crate::clock::{now, pass};
use crate::disk;
use crate::figures::{mb, spread};
use crate::monitor::{self, Display};
use crate::processes::Process;
use crate::table::Table;
use crate::terminal::Terminal;

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

/// A server with one monitor and one barista's board: what all of them take while idle, and how
/// soon the board answers a key.
pub(crate) async fn measure(table: &mut Table) {
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
