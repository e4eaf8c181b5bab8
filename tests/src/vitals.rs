//! What a running program has cost so far, as the kernel says it.

use std::fs::read_to_string;
use std::time::Duration;

/// A program's memory and time.
#[derive(Clone, Copy, Debug)]
pub struct Vitals {
    /// The most memory that it held at any time, in kilobytes.
    pub peak_kilobytes: u64,
    /// For how long it kept a core busy, in the threads that it has now.
    pub busy: Duration,
}

impl Vitals {
    /// Those of a process that runs.
    pub(crate) fn of(process: u32) -> Self {
        let status = read_to_string(format!("/proc/{process}/status")).expect("it runs");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse().ok());
        let threads = std::fs::read_dir(format!("/proc/{process}/task")).expect("it runs");
        let busy = threads.flatten().filter_map(|thread| -> Option<u64> {
            let spent = read_to_string(thread.path().join("schedstat")).ok()?;
            spent.split(' ').next()?.parse().ok()
        });
        let busy = Duration::from_nanos(busy.sum());
        Self { peak_kilobytes: peak.expect("the kernel says it"), busy }
    }
}
