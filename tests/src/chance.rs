//! Chance that repeats: the same seed draws the same.

use std::time::Duration;

/// `SplitMix64` (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Begins with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// A time from `least` up to `most` seconds, to the millisecond.
    pub fn seconds(&mut self, least: u64, most: u64) -> Duration {
        Duration::from_millis(least * 1_000 + self.below((most - least) * 1_000))
    }

    /// A part of a span: more than nothing, less than all of it.
    pub fn part(&mut self, span: Duration) -> Duration {
        span.mul_f64(f64::from(u32::try_from(1 + self.below(998)).unwrap_or(1)) / 1_000.0)
    }

    /// One of a few.
    pub fn one_of<T: Copy>(&mut self, few: &[T]) -> T {
        few[usize::try_from(self.below(few.len() as u64)).unwrap_or(0)]
    }
}
