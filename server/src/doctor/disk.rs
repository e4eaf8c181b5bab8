//! The disk under the data: how much room it has, and how long it takes to keep something for good.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use demitasse_shared::doctor::Finding;

use super::data::{self, take_away};
use crate::clock::Stopwatch;

pub(super) const CHECK: &str = "disk";

/// The file that is written to measure the disk.
const PROBE: &str = ".demitasse-doctor-disk";

/// So many writes are measured, each as long as a page of the database.
const WRITES: usize = 50;
const WRITE_BYTES: usize = 4_096;

/// So long is measured at most: a disk that takes longer is known to be slow by then.
const PATIENCE: Duration = Duration::from_secs(5);

/// Below this a bar soon stands still: an order takes about a kilobyte, a backup as much as all.
const LEAST_BYTES: u64 = 100_000_000;

/// Below this somebody should make room before a long day.
const ENOUGH_BYTES: u64 = 1_000_000_000;

/// What half of all writes may take: guests wait for one of them with each step.
const MEDIAN_LIMIT: Duration = Duration::from_millis(50);

/// What the slowest of a hundred may take.
const SLOWEST_LIMIT: Duration = Duration::from_millis(250);

/// From here on a rush piles up before the disk.
const MEDIAN_STOP: Duration = Duration::from_millis(500);

pub(super) fn check(folder: &Path) -> Vec<Finding> {
    let room = free_bytes(folder).map(|free| judge_room(free, folder));
    let speed = measure(folder, PATIENCE).map(|times| judge_speed(&times));
    [room, speed].into_iter().map(|looked| looked.unwrap_or_else(|why| unseen(&why))).collect()
}

/// Space helps only where none is left: not against rights, and not on a disk for reading.
fn unseen(why: &io::Error) -> Finding {
    let todo = match why.kind() {
        io::ErrorKind::PermissionDenied => data::ADVICE,
        io::ErrorKind::ReadOnlyFilesystem => {
            "The disk is for reading only: mount it for writing, or name a folder on another one              with --data."
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "Free some space, or name a folder on another disk with --data."
        }
        _ => "Look at the disk, or name a folder on another one with --data.",
    };
    Finding::red(CHECK, format!("The disk does not take what is written: {why}."), todo)
}

fn judge_room(free: u64, folder: &Path) -> Finding {
    let says = format!("{} are free on the disk of {}.", bytes(free), folder.display());
    if free < LEAST_BYTES {
        Finding::red(CHECK, says, format!("Free some space: {} at least.", bytes(ENOUGH_BYTES)))
    } else if free < ENOUGH_BYTES {
        let todo =
            format!("Free some space before a long day: {} are plenty.", bytes(ENOUGH_BYTES));
        Finding::amber(CHECK, says, todo)
    } else {
        Finding::green(CHECK, says)
    }
}

fn judge_speed(times: &[Duration]) -> Finding {
    let (median, slowest) = (percentile(times, 50), percentile(times, 99));
    let says = format!(
        "It keeps something for good in {} (half of {} writes), {} at the slowest.",
        milliseconds(median),
        times.len(),
        milliseconds(slowest)
    );
    let todo = "Put the data on the laptop's own disk: sticks, memory cards and network folders are \
                slow to keep things.";
    if median > MEDIAN_STOP {
        Finding::red(CHECK, says, todo)
    } else if median > MEDIAN_LIMIT || slowest > SLOWEST_LIMIT {
        Finding::amber(CHECK, says, todo)
    } else {
        Finding::green(CHECK, says)
    }
}

/// Writes as the database does, and times each write until the disk has it.
fn measure(folder: &Path, patience: Duration) -> io::Result<Vec<Duration>> {
    let probe = folder.join(PROBE);
    let measured = File::create(&probe).and_then(|file| timed_writes(&file, patience));
    take_away(&probe)?;
    measured
}

/// One write at least, and no more once the patience is over.
fn timed_writes(mut file: &File, patience: Duration) -> io::Result<Vec<Duration>> {
    let page = [0x5A; WRITE_BYTES];
    let (all, mut times) = (Stopwatch::start(), Vec::with_capacity(WRITES));
    while times.is_empty() || (times.len() < WRITES && all.passed() < patience) {
        let watch = Stopwatch::start();
        file.write_all(&page)?;
        file.sync_data()?;
        times.push(watch.passed());
    }
    Ok(times)
}

/// The nearest rank.
fn percentile(times: &[Duration], percent: usize) -> Duration {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}

/// As people say it, in thousands.
fn bytes(count: u64) -> String {
    let (whole, unit) = match count {
        ..1_000_000_000 => (count / 1_000_000, "MB"),
        _ => (count / 1_000_000_000, "GB"),
    };
    format!("{whole} {unit}")
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> io::Result<u64> {
    let found = rustix::fs::statvfs(folder)?;
    Ok(found.f_bavail.saturating_mul(found.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_folder: &Path) -> io::Result<u64> {
    Ok(u64::MAX)
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn room_is_judged_by_what_a_day_takes() {
        let light = |free| judge_room(free, Path::new("/data")).light;
        assert_eq!(light(ENOUGH_BYTES), Light::Green);
        assert_eq!(light(ENOUGH_BYTES - 1), Light::Amber);
        assert_eq!(light(LEAST_BYTES - 1), Light::Red);
    }

    #[test]
    fn space_is_to_be_freed_only_where_none_is_left() {
        let frees = |kind: io::ErrorKind| {
            unseen(&kind.into()).todo.is_some_and(|todo| todo.starts_with("Free some space"))
        };
        assert!(frees(io::ErrorKind::StorageFull));
        assert!(!frees(io::ErrorKind::PermissionDenied));
        assert!(!frees(io::ErrorKind::ReadOnlyFilesystem));
    }

    #[test]
    fn a_disk_is_judged_by_its_usual_and_its_slowest_write() {
        let judged = |usual: u64, slowest: u64| {
            let mut times = vec![Duration::from_millis(usual); WRITES];
            times[0] = Duration::from_millis(slowest);
            judge_speed(&times).light
        };
        assert_eq!(judged(2, 30), Light::Green);
        assert_eq!(judged(51, 51), Light::Amber);
        assert_eq!(judged(2, 251), Light::Amber);
        assert_eq!(judged(501, 501), Light::Red);
    }

    #[test]
    fn real_writes_are_timed_and_leave_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let times = measure(folder.path(), Duration::MAX).expect("it takes files");
        assert!(times.len() == WRITES && times.iter().all(|time| !time.is_zero()), "{times:?}");
        let one = measure(folder.path(), Duration::ZERO).expect("it takes files");
        assert_eq!(one.len(), 1, "a slow disk is not waited for");
        assert_eq!(std::fs::read_dir(folder.path()).expect("it is there").count(), 0);
        assert!(free_bytes(folder.path()).is_ok_and(|free| free > 0));
    }
}
