//! What the figures were measured on, and whether it had something else to do.

use std::fs;
use std::thread::available_parallelism;
use std::time::Duration;

use crate::clock::{now, pass};
use crate::processes::number;

/// How long it is watched before a part begins.
const LOOK: Duration = Duration::from_secs(1);

/// Linux's `USER_HZ`: 100 wherever people run it today.
const TICKS_PER_SECOND: f64 = 100.0;

/// Machine and programs, a paragraph each.
pub(crate) fn about() -> Vec<String> {
    let cores = available_parallelism().map_or(0, usize::from);
    let processor = line("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let kernel = read("/proc/sys/kernel/osrelease");
    let memory = line("/proc/meminfo", "MemTotal").unwrap_or_default();
    let megabytes =
        memory.trim_end_matches(" kB").parse().map_or(0, |kilobytes: u64| kilobytes / 1_000);
    let mut about = vec![format!(
        "Server and client share this machine's {cores} cores: {processor}, {megabytes} MB of memory, \
         Linux {}.",
        kernel.trim()
    )];
    if cfg!(debug_assertions) {
        about.push("**These are debug programs: no figure here counts.**".to_owned());
    }
    about
}

/// Cores that are busy while nothing of this bench runs: others' work, and what a virtual machine's
/// host takes away.
pub(crate) async fn busy_cores() -> f64 {
    let (began, before) = (now(), busy_ticks());
    pass(LOOK).await;
    let ticks = busy_ticks().saturating_sub(before);
    let ticks = f64::from(u32::try_from(ticks).unwrap_or(u32::MAX));
    ticks / TICKS_PER_SECOND / began.elapsed().as_secs_f64()
}

/// All that no core spent idle or waiting for a disk since the start (`proc_stat(5)`).
fn busy_ticks() -> u64 {
    let stat = read("/proc/stat");
    let cpu = stat.lines().next().unwrap_or_default();
    let fields: Vec<_> = cpu.split_whitespace().skip(1).take(8).map(number).collect();
    let idle: u64 = fields.iter().skip(3).take(2).sum();
    fields.iter().sum::<u64>() - idle
}

/// What a file of `NAME: VALUE` lines says of a name.
fn line(path: &str, name: &str) -> Option<String> {
    let text = read(path);
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}
