//! Chance that repeats: the same seed draws the same, on every machine and in every release.

use std::time::Duration;

/// Who draws. Everyone has a stream of their own, so that what one draws never depends on how
/// fast another one was.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stream {
    /// What the recording did not keep about a guest.
    Recording(u32),
    /// What a guest decides in the bar.
    Guest(u32),
    /// What a barista decides.
    Barista(u32),
}

/// `SplitMix64` (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
#[derive(Clone, Debug)]
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new(seed: u64, stream: Stream) -> Self {
        let (kind, number) = match stream {
            Stream::Recording(number) => (1, number),
            Stream::Guest(number) => (2, number),
            Stream::Barista(number) => (3, number),
        };
        // One step spreads the stream's number over all bits, so that neighbours share nothing.
        let mut spread = Self((kind << 32) | u64::from(number));
        Self(seed ^ spread.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `bound`; 0 where nothing is below it.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        // The high half of a widening product is even enough for small bounds (Lemire, 2019).
        let product = u128::from(self.next()) * u128::from(bound);
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// One of the items, each as likely as the others.
    pub(super) fn one_of<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = self.below(u64::try_from(items.len()).ok()?);
        items.get(usize::try_from(index).ok()?)
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }

    /// A time from `least` to `most`, to the millisecond.
    pub(super) fn between(&mut self, least: Duration, most: Duration) -> Duration {
        let span = u64::try_from(most.saturating_sub(least).as_millis()).unwrap_or(u64::MAX);
        least + Duration::from_millis(self.below(span.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut draw = Draw(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| draw.next()).collect();
        let published =
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(first, published);
    }

    #[test]
    fn streams_repeat_and_differ() {
        let draws = |stream| {
            let mut draw = Draw::new(7, stream);
            (0..8).map(|_| draw.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(draws(Stream::Guest(3)), draws(Stream::Guest(3)));
        assert_ne!(draws(Stream::Guest(3)), draws(Stream::Guest(4)));
        assert_ne!(draws(Stream::Guest(3)), draws(Stream::Barista(3)));
    }

    #[test]
    fn draws_stay_within_their_bounds_and_reach_them() {
        let mut draw = Draw::new(1, Stream::Guest(1));
        let mut seen = [0; 5];
        for _ in 0..500 {
            seen[usize::try_from(draw.below(5)).expect("small")] += 1;
        }
        assert!(seen.iter().all(|&times| times > 50), "{seen:?}");
        assert_eq!(draw.one_of::<u8>(&[]), None);
        assert_eq!(draw.between(Duration::from_secs(2), Duration::from_secs(2)).as_secs(), 2);
    }
}
