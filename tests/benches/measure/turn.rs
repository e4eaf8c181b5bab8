//! Part after part, and what came out of them as a table and a plot.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use demitasse::clock::Clock;
use demitasse_shared::Timestamp;
use demitasse_tests::measure::{Part, goals, page, plot};
use tokio::signal::ctrl_c;

use crate::clock::now;
use crate::parts::{Bounded, COLD_PART, PARTS};
use crate::table::Table;
use crate::{apart, machine};

/// Beside cargo's folder for benches' files: `target/bench`.
fn home() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("bench")
}

/// Runs the parts of these names, or all of them; writes table and plot, and hands the table out.
/// What was measured before stays where only some parts are named, with the time at which it was.
pub(crate) async fn all(names: &[String], cold: Option<f64>) -> io::Result<String> {
    let rows = home().join("rows");
    tokio::select! {
        done = each(names, &rows) => done?,
        _ = ctrl_c() => return Err(io::Error::new(io::ErrorKind::Interrupted, "interrupted")),
    }
    if let Some(seconds) = cold {
        built(seconds).keep(&rows)?;
    }
    tell(&rows)
}

/// One part after the other.
#[expect(clippy::print_stderr, reason = "whoever waits wants to know for what")]
async fn each(names: &[String], rows: &Path) -> io::Result<()> {
    let is_wanted = |part: &Bounded| names.is_empty() || names.iter().any(|name| name == part.name);
    for part in PARTS.iter().filter(|part| is_wanted(part)) {
        Part::forget(rows, part.name)?;
    }
    for part in PARTS.iter().filter(|part| is_wanted(part)) {
        eprintln!("==> {} (at most {} minutes)", part.name, part.minutes);
        run(part, rows).await?.keep(rows)?;
    }
    Ok(())
}

/// Writes what is there as a page and a drawing.
fn tell(rows: &Path) -> io::Result<String> {
    let names = PARTS.iter().map(|part| part.name).chain([COLD_PART]);
    let parts = Part::all(rows, names);
    let page = page(&machine::about(), &parts);
    fs::write(home().join("goals.md"), &page)?;
    fs::write(home().join("goals.svg"), plot(&parts))?;
    let home = home().display().to_string();
    Ok(format!("{page}\nThis table is {home}/goals.md, the plot {home}/goals.svg."))
}

/// A build from nothing, as who ran it counted.
fn built(seconds: f64) -> Part {
    let mut table = Table::default();
    let beside = "all cores, every dependency, the three programs; sources fetched before";
    table.goal(&goals::COLD_BUILD, seconds / 60.0, beside, "rustc: optimising and linking");
    Part { name: COLD_PART.to_owned(), table, at: today(), seconds, ..Part::default() }
}

/// The minute, as a page's reader wants it.
fn today() -> String {
    Clock::system(Timestamp::MIN).now().strftime("%F %H:%M UTC").to_string()
}

/// One part in a process of its own.
async fn run(part: &Bounded, rows: &Path) -> io::Result<Part> {
    fs::create_dir_all(rows)?;
    let file = rows.join(part.name).with_extension("rows");
    let others_cores = if part.only_counts { 0.0 } else { machine::busy_cores().await };
    let (at, began) = (today(), now());
    let outcome = match apart::program(part) {
        Some(program) => apart::measure(&program, part, &file).await,
        None => Err(format!("its bench is not built: cargo bench --bench {}", part.name)),
    };
    let table = fs::read(&file).ok().and_then(|rows| serde_json::from_slice(&rows).ok());
    drop(fs::remove_file(&file));
    Ok(Part {
        name: part.name.to_owned(),
        table: table.unwrap_or_default(),
        failed: outcome.err(),
        at,
        seconds: began.elapsed().as_secs_f64(),
        others_cores,
    })
}
