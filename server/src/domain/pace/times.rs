//! The times that drinks took, and what can be said of their sums.

use std::collections::VecDeque;
use std::ops::Add;

use demitasse_shared::Timestamp;

use super::{MEMORY_SECONDS, seconds};

/// How many times are kept, the latest ones: a bar's pace changes within the hour.
const KEPT: usize = 40;

/// How many times it takes to say anything.
const ENOUGH: usize = 5;

/// The longest time that is believed: whoever takes longer has forgotten to press a key.
const LONGEST_SECONDS: f64 = 900.0;

/// How far a bar's pace strays from what it was lately, as a share: people change places, a
/// grinder clogs.
const DRIFT: f64 = 0.1;

/// How much of a usual time an order is away that should have been ready already.
const OVERDUE: f64 = 0.5;

/// Quantiles of the normal distribution: one order in five comes sooner, one in ten later.
const EARLY: f64 = -0.52;
/// See [`EARLY`].
const LATE: f64 = 1.28;

/// Bounds of a range are multiples of this, so that they do not move with every breath.
const ROUNDED_TO_SECONDS: i64 = 30;

/// A drink's latest times, with when it was ready.
#[derive(Clone, Debug, Default)]
pub(super) struct Times(VecDeque<(Timestamp, f64)>);

/// A time that is not certain.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Span {
    /// In seconds.
    pub(super) mean: f64,
    /// In seconds squared.
    pub(super) variance: f64,
}

/// What the latest times say, and how many there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    pub(super) mean: f64,
    variance: f64,
    count: f64,
}

impl Times {
    pub(super) fn push(&mut self, at: Timestamp, seconds: f64) {
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back((at, seconds.min(LONGEST_SECONDS)));
    }

    pub(super) fn latest(&self) -> Option<Timestamp> {
        self.0.back().map(|(at, _)| *at)
    }

    /// Mean and variance of what is not too old; nothing where that is too little.
    #[expect(clippy::cast_precision_loss, reason = "a handful of times, or seconds of a few hours")]
    pub(super) fn lately(&self, now: Timestamp) -> Option<Kept> {
        let memory = MEMORY_SECONDS as f64;
        let recent = || self.0.iter().filter(|(at, _)| seconds(*at, now) <= memory).map(|t| t.1);
        let count = recent().count();
        if count < ENOUGH {
            return None;
        }
        let count = count as f64;
        let mean = recent().sum::<f64>() / count;
        let squares: f64 = recent().map(|taken| (taken - mean).powi(2)).sum();
        Some(Kept { mean, variance: squares / (count - 1.0), count })
    }
}

impl Kept {
    pub(super) fn span(self) -> Span {
        Span { mean: self.mean, variance: self.variance }
    }

    /// The same sum of times, with the doubt that the times themselves are right: few of them may
    /// be off, and the bar's pace strays. Both make all drinks of the sum late together.
    pub(super) fn doubt(self, sum: Span) -> Span {
        let drinks = sum.mean / self.mean.max(1.0);
        let off = drinks.powi(2) * self.variance / self.count;
        Span { variance: sum.variance + off + (DRIFT * sum.mean).powi(2), ..sum }
    }
}

impl Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { mean: self.mean + other.mean, variance: self.variance + other.variance }
    }
}

impl Span {
    /// The same so many times over, as one piece of work.
    pub(super) fn times(self, factor: f64) -> Self {
        Self { mean: self.mean * factor, variance: self.variance * factor.powi(2) }
    }

    /// What is left after some of it has passed.
    pub(super) fn after(self, passed: f64) -> Self {
        let least = OVERDUE * self.mean.min(self.variance.sqrt());
        Self { mean: (self.mean - passed).max(least), ..self }
    }

    /// It hardly takes less than this.
    pub(super) fn early(self) -> f64 {
        self.quantile(EARLY)
    }

    /// It most likely takes no more than this.
    pub(super) fn late(self) -> f64 {
        self.quantile(LATE)
    }

    /// A quantile of the gamma distribution with this mean and variance, by Wilson and Hilferty's
    /// cube root (1931): times are never below zero, and late ones are later than early ones are
    /// early.
    fn quantile(self, normal: f64) -> f64 {
        let spread = self.variance / (9.0 * self.mean.powi(2).max(1.0));
        self.mean * (1.0 - spread + normal * spread.sqrt()).max(0.0).powi(3)
    }
}

/// A moment so many seconds later, rounded to the past.
pub(super) fn down(now: Timestamp, seconds: f64) -> Timestamp {
    rounded(now, seconds, 0)
}

/// A moment so many seconds later, rounded to the future.
pub(super) fn up(now: Timestamp, seconds: f64) -> Timestamp {
    rounded(now, seconds, ROUNDED_TO_SECONDS * 1_000 - 1)
}

fn rounded(now: Timestamp, seconds: f64, up: i64) -> Timestamp {
    let later = jiff::SignedDuration::try_from_secs_f64(seconds).unwrap_or_default();
    let at = now.checked_add(later).unwrap_or(now).as_millisecond() + up;
    let step = ROUNDED_TO_SECONDS * 1_000;
    Timestamp::from_millisecond(at.div_euclid(step) * step).unwrap_or(now)
}
