//! What a running program takes of the machine, as Linux tells it.

use std::fs;
use std::time::{Duration, Instant};

use crate::clock::now;

/// The programs that these measurements run, as Linux abbreviates their names.
pub(crate) const SERVER: &str = "demitasse";
pub(crate) const KIOSK: &str = "demitasse-kiosk";
pub(crate) const BARISTA: &str = "demitasse-baris";

/// Linux's `USER_HZ`: 100 wherever people run it today.
const TICKS_PER_SECOND: u64 = 100;

/// A process, by its id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process(u32);

/// A look at how busy a process is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watch {
    process: Process,
    began: Instant,
    before: Duration,
}

impl Watch {
    /// Cores that the process has kept busy since.
    pub(crate) fn cores(self) -> f64 {
        let busy = self.process.busy().saturating_sub(self.before);
        busy.div_duration_f64(self.began.elapsed())
    }
}

/// Bytes in memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    /// All that is there, shared files included.
    pub(crate) resident: u64,
    /// What no file backs: the program's own.
    pub(crate) own: u64,
}

impl Process {
    /// This one.
    pub(crate) fn own() -> Self {
        Self(std::process::id())
    }

    /// The program of this name that this process has started.
    pub(crate) fn child(name: &str) -> Self {
        let threads = fs::read_dir("/proc/self/task").expect("Linux lists threads");
        let started = threads.flat_map(|thread| {
            let children = thread.expect("a thread").path().join("children");
            let ids = fs::read_to_string(children).unwrap_or_default();
            ids.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<u32>>()
        });
        let mut called = started.map(Self).filter(|process| process.read("comm").trim() == name);
        called.next().unwrap_or_else(|| panic!("{name} does not run (any more)"))
    }

    /// Begins to look how busy it is.
    pub(crate) fn watch(self) -> Watch {
        Watch { process: self, began: now(), before: self.busy() }
    }

    /// How long it has kept a core busy so far.
    fn busy(self) -> Duration {
        let stat = self.read("stat");
        // The name before the last bracket may hold anything; user and system time are the 14th
        // and 15th of all fields (proc_pid_stat(5)).
        let fields = stat.rsplit_once(')').expect("a name in brackets").1.split_whitespace();
        let ticks: u64 = fields.skip(11).take(2).map(number).sum();
        Duration::from_millis(ticks * 1_000 / TICKS_PER_SECOND)
    }

    pub(crate) fn memory(self) -> Memory {
        let rollup = self.read("smaps_rollup");
        let bytes = |name| {
            let line = rollup.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().next()).map_or(0, number) * 1_024
        };
        Memory { resident: bytes("Rss:"), own: bytes("Anonymous:") }
    }

    fn read(self, file: &str) -> String {
        let path = format!("/proc/{}/{file}", self.0);
        fs::read_to_string(&path).unwrap_or_else(|why| panic!("cannot read {path}: {why}"))
    }
}

fn number(text: &str) -> u64 {
    text.parse().expect("a number")
}
