//! How fast and how light the baristas' board is: `cargo bench -p demitasse-tests --bench board`.
//!
//! It measures the release programs that lie beside it: the board in a pseudo-terminal of 200×60,
//! on a bar with a thousand orders. What the program takes of a core is what Linux's scheduler
//! counted for it (`/proc/PID/task/*/schedstat`), so a busy machine does not count as a slow
//! program; what the clock says stands beside it. `-- --quick` watches an idle board for twenty
//! seconds instead of a minute.

#[path = "../measure/clock.rs"]
mod clock;
#[path = "../measure/processes.rs"]
mod processes;
#[path = "../measure/terminal.rs"]
mod terminal;

mod bar;
mod burst;
mod core_time;
mod feed;
mod idle;
mod keys;
mod starts;

use std::process::ExitCode;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize};

use bar::FullBar;
use demitasse_tests::measure::Table;
use terminal::Terminal;

/// A large terminal: the most that a picture can be.
const SIZE: PtySize = PtySize { rows: 60, cols: 200, pixel_width: 0, pixel_height: 0 };

/// The key that changes when the rush layout shows, twice.
const RUSH_KEYS: &[u8] = b"ww";

/// How long an idle board is watched, and how long by those who are in a hurry.
const IDLE: Duration = Duration::from_mins(1);
const QUICK_IDLE: Duration = Duration::from_secs(20);

#[tokio::main]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what it is for")]
async fn main() -> ExitCode {
    if !cfg!(target_os = "linux") {
        eprintln!("This reads what Linux tells about processes; it measures nothing elsewhere.");
        return ExitCode::FAILURE;
    }
    let quick = std::env::args().any(|arg| arg == "--quick");
    eprintln!("Measuring; this takes about three minutes, most of them idle.");
    println!("{}", measure(if quick { QUICK_IDLE } else { IDLE }).await);
    ExitCode::SUCCESS
}

#[expect(clippy::print_stderr, reason = "whoever waits wants to know for what")]
async fn measure(idle: Duration) -> Table {
    let mut table = Table::default();
    starts::measure(&mut table).await;
    eprintln!("First pictures are measured; a thousand guests order.");
    let bar = FullBar::open().await;
    keys::measure(&mut table, &bar).await;
    eprintln!("Keys are measured; a burst of changes.");
    let snapshot = bar.snapshot().await;
    burst::measure(&mut table, snapshot.clone()).await;
    eprintln!("The burst is measured; time passes.");
    keys::one_digit(&mut table, snapshot).await;
    idle::measure(&mut table, &bar, idle).await;
    table
}

/// The board, with a file for its pairing.
fn barista(keep: &std::path::Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(demitasse_tests::program("demitasse-barista"));
    command.args(["--name", "Ana", "--credentials"]);
    command.arg(keep);
    command
}

/// Waits for the board, leaves the rush layout that so many orders bring, and hands out all that
/// was written until the columns stood.
fn show_columns(board: &mut Terminal) -> Vec<u8> {
    let mut written = board.wait_for("live");
    written.extend(board.settle().into_iter().flat_map(|paint| paint.bytes));
    // From itself to always, and from always to never.
    board.press(RUSH_KEYS);
    written.extend(board.wait_for("Waiting"));
    written.extend(board.settle().into_iter().flat_map(|paint| paint.bytes));
    written
}
