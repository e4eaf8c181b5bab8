//! The programs that these measurements run, by their names, and how busy they are.

use std::fs;
use std::time::{Duration, Instant};

use crate::clock::now;
use crate::processes::{Process, number};

/// As Linux abbreviates them.
pub(crate) const SERVER: &str = "demitasse";
pub(crate) const KIOSK: &str = "demitasse-kiosk";

/// Linux's `USER_HZ`: 100 wherever people run it today.
const TICKS_PER_SECOND: u64 = 100;

/// The program of this name that this process has started.
pub(crate) fn child(name: &str) -> Process {
    let threads = fs::read_dir("/proc/self/task").expect("Linux lists threads");
    let started = threads.flat_map(|thread| {
        let children = thread.expect("a thread").path().join("children");
        let ids = fs::read_to_string(children).unwrap_or_default();
        ids.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()
    });
    let mut called = started.map(Process::of).filter(|process| process.read("comm").trim() == name);
    called.next().unwrap_or_else(|| panic!("{name} does not run (any more)"))
}

/// A look at how busy a process is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watch {
    process: Process,
    began: Instant,
    before: Duration,
}

impl Watch {
    /// Begins to look how busy it is.
    pub(crate) fn begin(process: Process) -> Self {
        Self { process, began: now(), before: busy(process) }
    }

    /// Cores that the process has kept busy since.
    pub(crate) fn cores(self) -> f64 {
        let busy = busy(self.process).saturating_sub(self.before);
        busy.div_duration_f64(self.began.elapsed())
    }
}

/// How long it has kept a core busy so far, user's and system's part together.
pub(crate) fn busy(process: Process) -> Duration {
    let stat = process.read("stat");
    // The name before the last bracket may hold anything; user and system time are the 14th
    // and 15th of all fields (proc_pid_stat(5)).
    let fields = stat.rsplit_once(')').expect("a name in brackets").1.split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).map(number).sum();
    Duration::from_millis(ticks * 1_000 / TICKS_PER_SECOND)
}
