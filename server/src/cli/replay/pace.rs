//! The recording's clock: recorded time, played faster. The replay reads the time here alone, and
//! from a clock that nobody can set.

use std::time::Duration;

use tokio::time::{Instant, sleep, sleep_until};

/// Turns recorded time into real time, counted from the moment the doors open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    began: Instant,
    speed: f64,
}

impl Pace {
    pub(super) fn begin(speed: f64) -> Self {
        Self { began: now(), speed }
    }

    /// Waits for a moment of the recording.
    pub(super) async fn until(self, recorded: Duration) {
        sleep_until(self.began + recorded.div_f64(self.speed)).await;
    }

    /// Lets recorded time pass.
    pub(super) async fn pause(self, recorded: Duration) {
        sleep(recorded.div_f64(self.speed)).await;
    }

    /// The moment after which so much recorded time has passed.
    pub(super) fn deadline(self, recorded: Duration) -> Instant {
        now() + recorded.div_f64(self.speed)
    }

    /// How long it has really been.
    pub(super) fn took(self) -> Duration {
        self.began.elapsed()
    }
}

/// The machine's steady clock, for limits in real time.
#[expect(clippy::disallowed_methods, reason = "the replay's one home for reading the clock")]
pub(super) fn now() -> Instant {
    Instant::now()
}
