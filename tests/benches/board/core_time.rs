//! How long a program was on a core, to the nanosecond.

use std::fs;
use std::time::Duration;

use crate::processes::{Process, number};

/// What all of its threads have taken so far (the first figure of each thread's schedstat).
pub(crate) fn core_time(process: Process) -> Duration {
    let threads = fs::read_dir(process.path("task")).expect("it runs");
    let taken = threads.map(|thread| {
        let schedstat = thread.expect("a thread").path().join("schedstat");
        let told = fs::read_to_string(schedstat).unwrap_or_default();
        told.split_whitespace().next().map_or(0, number)
    });
    Duration::from_nanos(taken.sum())
}
