//! When phones come back after a broken line: spread over as long as the machine needs for all of
//! them.
//!
//! Browsers wait as long as the server has told them. A hall that was told the same would come back
//! in one instant, after a restart for example, and everybody behind the counter would wait for it.

/// The shortest pause that a browser is told to wait, in milliseconds.
const LEAST_MILLIS: u64 = 500;

/// Over how many milliseconds even a few are spread.
const LEAST_SPREAD_MILLIS: u64 = 1_500;

/// Phones that come back in a second at most: a third of what a small machine answers meanwhile, so
/// that baristas notice nothing. 15,000 are back within eight seconds.
const BACK_PER_SECOND: u64 = 2_000;

/// Over how many milliseconds so many phones are spread.
fn spread_millis(crowd: usize) -> u64 {
    let crowd = u64::try_from(crowd).unwrap_or(u64::MAX);
    (crowd.saturating_mul(1_000) / BACK_PER_SECOND).max(LEAST_SPREAD_MILLIS)
}

/// Whether who was told to come back as one of so many is to be told again: the crowd has doubled
/// since, and that makes a difference.
pub(super) fn is_another(told: usize, crowd: usize) -> bool {
    crowd >= told.saturating_mul(2) && spread_millis(crowd) > spread_millis(told)
}

/// The line of a stream that says how long its reader is to wait before it comes back: by chance,
/// and longer with a greater crowd.
pub(super) fn retry(crowd: usize) -> String {
    format!("retry: {}\n\n", LEAST_MILLIS + chance(spread_millis(crowd)))
}

/// A number below `end`, by chance. Where the system has no random numbers, the least.
fn chance(end: u64) -> u64 {
    let mut bytes = [0; 4];
    match getrandom::fill(&mut bytes) {
        Ok(()) => u64::from(u32::from_le_bytes(bytes)) % end,
        Err(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pause(crowd: usize) -> u64 {
        let line = retry(crowd);
        let line = line.strip_prefix("retry: ").and_then(|line| line.strip_suffix("\n\n"));
        line.expect("a line of a stream").parse().expect("a number")
    }

    #[test]
    fn a_few_are_back_within_two_seconds_and_a_hall_within_eight() {
        for (crowd, most) in [(0, 2_000), (3_000, 2_000), (15_000, 8_000)] {
            let pauses: Vec<_> = (0..1_000).map(|_| pause(crowd)).collect();
            assert!(pauses.iter().all(|pause| (500..most).contains(pause)), "{crowd}");
            let late = pauses.iter().filter(|pause| **pause > most / 2).count();
            assert!(late > 300, "{crowd} phones are not spread: {late}");
        }
    }
}
