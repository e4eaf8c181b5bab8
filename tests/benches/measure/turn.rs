//! Part after part, each bounded in time, and with everything that it started ended before the next
//! one begins.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use demitasse::clock::Clock;
use demitasse_shared::Timestamp;
use demitasse_tests::measure::{Part, goals, page, plot};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStderr, Command};
use tokio::signal::ctrl_c;
use tokio::time::timeout;

use crate::clock::now;
use crate::machine;
use crate::parts::{Bounded, COLD_PART, PARTS, ROWS};
use crate::table::Table;

/// How long the last words of a part that has ended may take.
const FAREWELL: Duration = Duration::from_secs(1);

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
    let beside = "both cores, every dependency, the three programs; sources fetched before";
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
    let outcome = match program(part) {
        Some(program) => measured(&program, part, &file).await,
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

/// This program, or the newest bench of the part's name beside it.
fn program(part: &Bounded) -> Option<PathBuf> {
    let own = env::current_exe().ok()?;
    if !part.is_apart {
        return Some(own);
    }
    let files = fs::read_dir(own.parent()?).ok()?.filter_map(Result::ok);
    let benches = files.map(|file| file.path()).filter(|path| {
        let stem = path.file_name().and_then(|name| name.to_str()?.rsplit_once('-'));
        path.extension().is_none() && stem.is_some_and(|(name, _hash)| name == part.name)
    });
    benches.max_by_key(|path| path.metadata().and_then(|about| about.modified()).ok())
}

/// Starts a part, waits for it as long as it may take, and ends all that it leaves behind.
async fn measured(program: &Path, part: &Bounded, rows: &Path) -> Result<(), String> {
    let mut command = Command::new(program);
    command.arg(ROWS).arg(rows).arg(part.name);
    // What it starts belongs to its group, so that nothing outlives it.
    command.process_group(0).kill_on_drop(true);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|why| format!("it cannot be started: {why}"))?;
    let group = Group::led_by(&child);
    let said = tokio::spawn(last_words(child.stderr.take()));
    let ended = timeout(Duration::from_mins(part.minutes), child.wait()).await;
    drop(group);
    let Ok(status) = ended else {
        return Err(format!("it took longer than {} minutes", part.minutes));
    };
    let status = status.map_err(|why| why.to_string())?;
    if status.success() {
        return Ok(());
    }
    // Whoever has left the group may hold the line open.
    let why = timeout(FAREWELL, said).await.ok().and_then(Result::ok).flatten();
    Err(why.unwrap_or_else(|| format!("it ended with {status}")))
}

/// A part with all that it has started, which ends when this goes: also where somebody interrupts
/// the run.
struct Group(Option<Pid>);

impl Group {
    fn led_by(child: &Child) -> Self {
        Self(child.id().and_then(|id| Pid::from_raw(id.cast_signed())))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let ended = self.0.map_or(Ok(()), |leader| kill_process_group(leader, Signal::KILL));
        // Where nobody is left there is nobody to end.
        assert!(matches!(ended, Ok(()) | Err(Errno::SRCH)), "they are our own: {ended:?}");
    }
}

/// Hands on what a part says until it falls silent. Why it failed is the line after its last panic.
#[expect(clippy::print_stderr, reason = "whoever waits wants to know for what")]
async fn last_words(stderr: Option<ChildStderr>) -> Option<String> {
    let mut lines = BufReader::new(stderr?).lines();
    let (mut has_panicked, mut why) = (false, None);
    while let Ok(Some(line)) = lines.next_line().await {
        eprintln!("{line}");
        if has_panicked {
            why = Some(line.clone());
        }
        has_panicked = line.contains(" panicked at ");
    }
    why
}
