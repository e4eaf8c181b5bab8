//! A week in an hour: `cargo bench -p demitasse-tests --bench week -- --minutes 60`.
//!
//! The real monitor in a real window under Xvfb, and the real server, both with clocks that go 168
//! times as fast as the machine's, their heartbeats and patience with them: 3 seconds between two
//! signs of life are 18 ms here. Windows turn, rushes come, the bar opens and closes, the line
//! breaks two hundred times in the hour. Now and then the panel is looked at with a decoder that is
//! not ours, and a fresh guest scans what is there. Without `--minutes` it takes two, which are five
//! and a half hours at the bar.
//!
//! What it does not cover, and `tests/tests/week` does: whether a code goes at the very moment at
//! which it must (a picture takes seconds of the bar's time to be read here), and whether every
//! number is shown. What travels is as fast as the machine, so the line is 168 times as slow as a
//! venue's; a monitor that is not served for 60 ms counts as cut off, as it would after ten seconds.

#[path = "../measure/clock.rs"]
mod clock;
#[path = "../monitor/panel.rs"]
#[expect(dead_code, reason = "the monitor's bench looks at more")]
mod panel;
#[path = "../measure/processes.rs"]
#[expect(dead_code, reason = "the other benches tell more of a process")]
mod processes;
#[path = "../monitor/window.rs"]
#[expect(dead_code, reason = "the monitor's bench opens it beside its server")]
mod window;

mod bar;
mod inspector;
mod life;
mod line;

use std::ffi::OsStr;
use std::process::ExitCode;
use std::time::Duration;

use demitasse_shared::api::{NewPairing, Role};
use demitasse_tests::Line;

use bar::FastBar;
use clock::pass;
use demitasse_tests::measure::Table;
use demitasse_tests::measure::figures::mb;
use inspector::Inspector;
use panel::Panel;
use window::Window;

/// How many times as fast as the machine's clock: a week in an hour.
const PACE: u32 = 168;

/// How long it takes where nobody says, in minutes.
const MINUTES: u64 = 2;

/// A small panel: painting a frame for each second of a week is work enough for a processor.
const SIZE: (u16, u16) = (960, 540);

/// Until the monitor has come up, and what a start takes is given back.
const SETTLE: Duration = Duration::from_secs(5);

#[tokio::main]
#[expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what it is for")]
async fn main() -> ExitCode {
    if !cfg!(target_os = "linux") {
        eprintln!("This reads what Linux tells about processes; it measures nothing elsewhere.");
        return ExitCode::FAILURE;
    }
    let minutes = minutes(std::env::args().skip(1)).unwrap_or(MINUTES);
    eprintln!("A week is lived through, or a part of it; this takes {minutes} minutes.");
    let (table, is_good) = live(Duration::from_mins(minutes)).await;
    println!("{PACE} times as fast as life, on a panel of 960×540.\n\n{table}");
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The number after `--minutes`.
fn minutes(mut args: impl Iterator<Item = String>) -> Option<u64> {
    args.find(|arg| arg == "--minutes")?;
    args.next()?.parse().ok()
}

async fn live(span: Duration) -> (Table, bool) {
    let bar = FastBar::open(PACE).await;
    let line = Line::to(&bar.staff.manager).await;
    let panel = Panel::start(SIZE).await;
    let window = open(&bar, &line, &panel).await;
    pass(SETTLE).await;

    let mut inspector = Inspector::new(&panel, &bar, &window);
    let people = tokio::spawn(life::live(bar.staff.clone(), PACE));
    let breaks = line::Breaks::in_an_hour(line::BREAKS_A_WEEK);
    let broken = breaks.live(&line, span, &mut inspector).await;
    people.abort();

    let mut table = Table::default();
    let weeks = span.as_secs_f64() * f64::from(PACE) / (7.0 * 86_400.0);
    table.row("lived through", format!("{weeks:.2} weeks"), format!("{} s", span.as_secs()));
    table.row("broken lines", broken.to_string(), "every second one without a word");
    let is_good = inspector.tell(&mut table);
    window.close().await;
    bar.close().await;
    (table, is_good)
}

/// The monitor, at the end of a line that can be broken.
async fn open(bar: &FastBar, line: &Line, panel: &Panel) -> Window {
    let new = NewPairing { role: Role::Display, name: "Monitor".to_owned() };
    let code = bar.staff.manager.pair(&new).await.expect("a manager may").code;
    let (server, pace) = (line.url(""), PACE.to_string());
    let args = ["--server", &server, "--pair", &code, "--pace", &pace];
    Window::with(args.map(OsStr::new), bar.home(), panel)
}

/// Memory as a row of the table has it.
fn memory(bytes: &[u64]) -> String {
    bytes.iter().map(|bytes| mb(*bytes)).collect::<Vec<_>>().join(" → ")
}
