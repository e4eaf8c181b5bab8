//! What something costs a process in time on a core, in nanoseconds as Linux's scheduler counts them.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use crate::children::busy;
use crate::processes::{Process, number};

/// Of user's and system's part each, as [`busy`] counts them.
const HUNDREDTHS: Duration = Duration::from_millis(20);

/// A process from a moment on.
#[derive(Debug)]
pub(crate) struct Effort {
    process: Process,
    threads: BTreeMap<PathBuf, Duration>,
    hundredths: Duration,
}

impl Effort {
    pub(crate) fn begin(process: Process) -> Self {
        Self { process, threads: threads(process), hundredths: busy(process) }
    }

    /// What it has cost since. Threads are added up; where one has ended with what it had done,
    /// the process's own count in hundredths of a second says more.
    pub(crate) fn spent(&self) -> Duration {
        let before = |thread| self.threads.get(thread).copied().unwrap_or_default();
        let now = threads(self.process);
        let spent = now.iter().map(|(thread, now)| now.saturating_sub(before(thread))).sum();
        let hundredths = busy(self.process).saturating_sub(self.hundredths);
        hundredths.saturating_sub(HUNDREDTHS).max(spent)
    }

    /// What each of so many has cost.
    pub(crate) fn of_each(&self, times: usize) -> Duration {
        self.spent() / u32::try_from(times).expect("not that many")
    }
}

/// The time on a core of each thread (Linux, `Documentation/scheduler/sched-stats.rst`).
fn threads(process: Process) -> BTreeMap<PathBuf, Duration> {
    let threads = fs::read_dir(process.path("task")).expect("Linux lists threads");
    let spent = threads.filter_map(|thread| {
        let thread = thread.ok()?.path();
        // A thread may end while it is looked at.
        let text = fs::read_to_string(thread.join("schedstat")).ok()?;
        let nanos = number(text.split_whitespace().next()?);
        Some((thread, Duration::from_nanos(nanos)))
    });
    spent.collect()
}
