//! How long drinks took, in few figures.

use demitasse_shared::Timestamp;
use demitasse_shared::report::Waiting;

/// From the queue to the counter, in whole seconds.
pub(super) fn seconds(submitted_at: Timestamp, ready_at: Timestamp) -> u32 {
    let millis = ready_at.as_millisecond().saturating_sub(submitted_at.as_millisecond());
    u32::try_from(millis.max(0) / 1_000).unwrap_or(u32::MAX)
}

/// The figures of some times; nothing where there are none.
pub(super) fn figures(mut waits: Vec<u32>) -> Option<Waiting> {
    waits.sort_unstable();
    Some(Waiting {
        p50: percentile(&waits, 50)?,
        p95: percentile(&waits, 95)?,
        max: *waits.last()?,
    })
}

/// The nearest rank: the least of the times that so many in a hundred do not exceed. It is always
/// one of them, and with few of them it says no more than they do.
fn percentile(sorted: &[u32], in_hundred: usize) -> Option<u32> {
    let rank = (sorted.len() * in_hundred).div_ceil(100);
    sorted.get(rank.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_the_nearest_rank() {
        let up_to = |count: u32| (1..=count).collect::<Vec<_>>();
        let cases = [
            (vec![], None),
            (vec![7], Some((7, 7, 7))),
            (vec![9, 3], Some((3, 9, 9))),
            (vec![30, 10, 20], Some((20, 30, 30))),
            // The textbook's example: ranks 3 and 5 of five.
            (vec![15, 20, 35, 40, 50], Some((35, 50, 50))),
            (up_to(19), Some((10, 19, 19))),
            (up_to(20), Some((10, 19, 20))),
            (up_to(21), Some((11, 20, 21))),
            (up_to(100), Some((50, 95, 100))),
            (up_to(1_000), Some((500, 950, 1_000))),
            (vec![5; 40], Some((5, 5, 5))),
        ];
        for (waits, expected) in cases {
            let expected = expected.map(|(p50, p95, max)| Waiting { p50, p95, max });
            assert_eq!(figures(waits.clone()), expected, "{waits:?}");
        }
    }

    #[test]
    fn a_time_is_in_whole_seconds_and_never_below_zero() {
        let at = |millis| Timestamp::from_millisecond(millis).expect("a time");
        for (from, to, expected) in [(0, 0, 0), (0, 999, 0), (500, 61_500, 61), (9_000, 0, 0)] {
            assert_eq!(seconds(at(from), at(to)), expected, "{from} to {to}");
        }
    }
}
