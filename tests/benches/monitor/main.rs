//! How fast and how light the overhead monitor is: `cargo bench -p demitasse-tests --bench monitor`.
//!
//! It measures the release programs that lie beside it: a real window of 1920×1080 under Xvfb, so
//! all painting is done by the processor, and the real server. A repaint is what the X server saw
//! change; what the program takes of a core is what Linux's scheduler counted for all of its
//! threads, so a busy machine does not count as a slow program. What the clock says (the event, the
//! start) is only as good as the machine is idle. `-- --quick` watches for twenty seconds instead of
//! a minute, and does a fifth of the rest.

#[path = "../measure/clock.rs"]
mod clock;
#[path = "../board/core_time.rs"]
mod core_time;
#[path = "../measure/processes.rs"]
mod processes;

mod event;
mod frame;
mod idle;
mod panel;
mod starts;
mod window;

use std::fs;
use std::process::ExitCode;
use std::time::Duration;

use demitasse_tests::measure::figures;
use demitasse_tests::program;

use demitasse_tests::measure::Table;

/// The panel's size.
const SIZE: (u16, u16) = (1_920, 1_080);

/// How long an idle monitor is watched, and how long by those who are in a hurry.
const IDLE: Duration = Duration::from_mins(1);
const QUICK_IDLE: Duration = Duration::from_secs(20);

/// How often the rest is done.
#[derive(Clone, Copy)]
struct Effort {
    idle: Duration,
    frames: usize,
    events: usize,
    starts: usize,
}

impl Effort {
    const WHOLE: Self = Self { idle: IDLE, frames: 2_000, events: 100, starts: 20 };
    const QUICK: Self = Self { idle: QUICK_IDLE, frames: 400, events: 20, starts: 4 };
}

#[tokio::main]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what it is for")]
async fn main() -> ExitCode {
    if !cfg!(target_os = "linux") {
        eprintln!("This reads what Linux tells about processes; it measures nothing elsewhere.");
        return ExitCode::FAILURE;
    }
    let quick = std::env::args().any(|arg| arg == "--quick");
    eprintln!("Measuring; the machine should have nothing else to do.");
    let table = measure(if quick { Effort::QUICK } else { Effort::WHOLE }).await;
    println!("1920×1080, painted by the processor (Mesa's llvmpipe under Xvfb).\n\n{table}");
    ExitCode::SUCCESS
}

async fn measure(effort: Effort) -> Table {
    let mut table = Table::default();
    let bytes = fs::metadata(program("demitasse-kiosk")).expect("it is built").len();
    table.row("size of the program", figures::mb(bytes), "goal: 12 MB at most");
    frame::measure(&mut table, effort.frames);
    starts::measure(&mut table, effort.starts).await;
    event::measure(&mut table, effort.events).await;
    idle::measure(&mut table, effort.idle).await;
    table
}
