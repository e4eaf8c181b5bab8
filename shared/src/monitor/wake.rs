//! When to look again: the soonest of the times at which something shown changes by itself.

use std::time::Duration;

use super::Moment;
use crate::Timestamp;

pub(super) const SECOND: Duration = Duration::from_secs(1);
pub(super) const MINUTE: Duration = Duration::from_mins(1);

/// The soonest change by time alone that was heard of.
#[derive(Debug, Default)]
pub(super) struct Wake(Option<Duration>);

impl Wake {
    /// After how long something changes; nothing where time alone changes nothing.
    pub(super) fn soonest(&self) -> Option<Duration> {
        self.0
    }

    /// Something changes after so long.
    pub(super) fn after(&mut self, delay: Duration) {
        self.0 = Some(self.0.map_or(delay, |soonest| soonest.min(delay)));
    }

    /// Something changes at a moment: the time until then; nothing once it has come.
    pub(super) fn at(&mut self, moment: Moment, then: Timestamp) -> Option<Duration> {
        let left = time_until(moment, then)?;
        self.after(left);
        Some(left)
    }

    /// Counts down to a moment in steps of a unit, rounded up as people count; nothing once it
    /// has come.
    pub(super) fn countdown(
        &mut self,
        moment: Moment,
        until: Timestamp,
        step: Duration,
    ) -> Option<u64> {
        let left = time_until(moment, until)?;
        let steps = left.as_nanos().div_ceil(step.as_nanos());
        let steps = u32::try_from(steps).ok()?;
        self.after(left.saturating_sub(step * (steps - 1)));
        Some(u64::from(steps))
    }
}

/// The time to a moment that has not come yet.
pub(super) fn time_until(moment: Moment, until: Timestamp) -> Option<Duration> {
    let left = until.duration_since(moment.now?);
    Duration::try_from(left).ok().filter(|left| !left.is_zero())
}
