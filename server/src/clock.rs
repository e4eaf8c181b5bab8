//! The bar's clock: the only reader of time in the server.
//!
//! It never runs backwards. Where the machine's clock is set back, or the bar restarts on a
//! machine whose clock is behind, the bar's time goes on from the last moment that it has shown,
//! at the pace of a clock that nobody can set, until the machine's clock has caught up. So no
//! window, number or day can come twice.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use demitasse_shared::Timestamp;
use jiff::SignedDuration;
use tokio::sync::watch;

/// The longest nap before the clock is looked at again. A laptop that slept, or whose clock was
/// set, does not wake timers at the right moment: this is how late the bar may notice.
const LONGEST_NAP: Duration = Duration::from_secs(1);

/// Tells the bar's time. Clones tell the same time.
#[derive(Clone, Debug)]
pub struct Clock(Arc<Kind>);

#[derive(Debug)]
enum Kind {
    System {
        shown: Mutex<Shown>,
        /// How many times as fast as the machine's it goes.
        pace: u32,
    },
    Manual(watch::Sender<Timestamp>),
}

/// The last moment that was shown, and when by the steady clock.
#[derive(Debug)]
struct Shown {
    at: Timestamp,
    steady: Instant,
}

impl Clock {
    /// The machine's clock, made steady; it begins no earlier than `floor`.
    pub fn system(floor: Timestamp) -> Self {
        Self::paced(floor, 1)
    }

    /// The machine's clock from `floor` on, so many times as fast: for living through a bar's week
    /// in an hour. At least once as fast.
    pub fn paced(floor: Timestamp, pace: u32) -> Self {
        let (wall, steady) = read();
        let shown = Mutex::new(Shown { at: wall.max(floor), steady });
        Self(Arc::new(Kind::System { shown, pace: pace.max(1) }))
    }

    /// How long a span of the bar's time takes by the machine's clock.
    pub fn span(&self, span: Duration) -> Duration {
        match &*self.0 {
            Kind::System { pace, .. } => span / *pace,
            Kind::Manual(_) => span,
        }
    }

    /// How much of the bar's time passes in a span by the machine's clock.
    pub fn of_bar(&self, span: Duration) -> Duration {
        match &*self.0 {
            Kind::System { pace, .. } => span.saturating_mul(*pace),
            Kind::Manual(_) => span,
        }
    }

    /// A clock that stands still until a test moves it.
    pub fn manual(start: Timestamp) -> Self {
        Self(Arc::new(Kind::Manual(watch::Sender::new(start))))
    }

    /// Sees to it that no moment before `floor` is shown: the last one that the journal knows.
    pub fn not_before(&self, floor: Timestamp) {
        match &*self.0 {
            Kind::System { shown, .. } => {
                let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                if shown.at < floor {
                    *shown = Shown { at: floor, steady: read().1 };
                }
            }
            Kind::Manual(now) => {
                now.send_if_modified(|now| {
                    let behind = *now < floor;
                    *now = floor.max(*now);
                    behind
                });
            }
        }
    }

    /// How far the bar's time is ahead of the machine's clock.
    pub fn ahead_of_machine(&self) -> Duration {
        match &*self.0 {
            Kind::System { .. } => {
                Duration::try_from(self.now().duration_since(read().0)).unwrap_or_default()
            }
            Kind::Manual(_) => Duration::ZERO,
        }
    }

    /// The bar's time, in whole milliseconds.
    pub fn now(&self) -> Timestamp {
        match &*self.0 {
            Kind::System { shown, pace } => {
                let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
                let (wall, steady) = read();
                let passed = (steady - shown.steady).saturating_mul(*pace);
                let at = carry(shown.at, passed, wall);
                *shown = Shown { at, steady };
                to_millisecond(at)
            }
            Kind::Manual(now) => *now.borrow(),
        }
    }

    /// Moves a manual clock forward; the machine's clock moves by itself.
    pub fn advance(&self, by: SignedDuration) {
        if let Kind::Manual(now) = &*self.0 {
            now.send_modify(|now| *now = now.checked_add(by).unwrap_or(*now));
        }
    }

    /// Waits until the bar's time has come to `due`.
    pub async fn wait_until(&self, due: Timestamp) {
        match &*self.0 {
            Kind::System { .. } => loop {
                let now = self.now();
                if now >= due {
                    return;
                }
                let left = Duration::try_from(due.duration_since(now)).unwrap_or_default();
                tokio::time::sleep(self.span(left).min(LONGEST_NAP)).await;
            },
            Kind::Manual(now) => {
                let mut seen = now.subscribe();
                // It fails only where the clock is gone, and this clock holds itself.
                if seen.wait_for(|now| *now >= due).await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

/// Tells how long something took on this machine, whatever the bar's time is.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts it.
    pub fn start() -> Self {
        Self(read().1)
    }

    /// What has passed since.
    pub fn passed(self) -> Duration {
        read().1.saturating_duration_since(self.0)
    }
}

/// The bar's time: the last moment shown and what has passed since by the steady clock, or the
/// machine's clock where that is ahead.
pub(crate) fn carry(shown: Timestamp, passed: Duration, wall: Timestamp) -> Timestamp {
    wall.max(shown.checked_add(passed).unwrap_or(shown))
}

/// Drops what the journal does not keep, so that a time reads back as it was written.
fn to_millisecond(at: Timestamp) -> Timestamp {
    Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at)
}

#[expect(clippy::disallowed_methods, reason = "the server's one home for reading clocks")]
fn read() -> (Timestamp, Instant) {
    (Timestamp::now(), Instant::now())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_whose_clock_is_behind_goes_on_from_the_floor() {
        let floor = read().0.checked_add(SignedDuration::from_hours(1)).expect("in range");
        let clock = Clock::system(floor);
        let (first, second) = (clock.now(), clock.now());
        assert!(first >= to_millisecond(floor) && second >= first);
        assert!(first.duration_since(floor) < SignedDuration::from_mins(1));
    }

    #[tokio::test]
    async fn a_wait_ends_when_the_clock_is_moved_there() {
        let clock = Clock::manual(Timestamp::UNIX_EPOCH);
        let due = Timestamp::from_second(60).expect("in range");
        let waiting = tokio::spawn({
            let clock = clock.clone();
            async move { clock.wait_until(due).await }
        });
        clock.advance(SignedDuration::from_secs(59));
        assert!(!waiting.is_finished());
        clock.advance(SignedDuration::from_secs(1));
        waiting.await.expect("it ended");
    }
}
