//! The screens' clock: the server's, carried on between two messages. The only place in the
//! clients that reads the machine's time, and it reads a clock that nobody can set.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::Timestamp;

/// A clock that nobody can set: it tells how much time has passed, and nothing else. Clones tell
/// the same time.
#[derive(Clone, Debug)]
pub struct Steady(Kind);

#[derive(Clone, Debug)]
enum Kind {
    /// The machine's, some times as fast.
    Machine { began: Duration, pace: u32 },
    /// One that only a test moves.
    Manual(Arc<Mutex<Duration>>),
}

impl Default for Steady {
    fn default() -> Self {
        Self::paced(1)
    }
}

impl Steady {
    /// The machine's clock, so many times as fast: a monitor that lives through a week in an hour
    /// must age with its bar. At least once as fast.
    pub fn paced(pace: u32) -> Self {
        Self(Kind::Machine { began: read(), pace: pace.max(1) })
    }

    /// A clock that stands still until a test moves it.
    pub fn manual() -> Self {
        Self(Kind::Manual(Arc::default()))
    }

    /// Moves a manual clock forward; the machine's moves by itself.
    pub fn advance(&self, by: Duration) {
        if let Kind::Manual(passed) = &self.0 {
            *passed.lock().unwrap_or_else(PoisonError::into_inner) += by;
        }
    }

    /// How long a span of this clock takes by the machine's.
    pub fn span(&self, span: Duration) -> Duration {
        match &self.0 {
            Kind::Machine { pace, .. } => span / *pace,
            Kind::Manual(_) => span,
        }
    }

    /// What has passed since the clock was made.
    fn passed(&self) -> Duration {
        match &self.0 {
            Kind::Machine { began, pace } => read().saturating_sub(*began).saturating_mul(*pace),
            Kind::Manual(passed) => *passed.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }
}

/// Tells the server's time on a screen, however wrong the screen's own clock is.
#[derive(Clone, Debug, Default)]
pub struct ScreenClock {
    steady: Steady,
    heard: Option<(Timestamp, Duration)>,
}

impl ScreenClock {
    /// A screen's clock that counts by this one between two messages.
    pub fn on(steady: Steady) -> Self {
        Self { steady, heard: None }
    }

    /// Takes over the server's time from a message that has just come in.
    pub fn hear(&mut self, at: Timestamp) {
        self.heard = Some((at, self.steady.passed()));
    }

    /// The server's time now; nothing before its first message.
    pub fn now(&self) -> Option<Timestamp> {
        let (at, _) = self.heard?;
        at.checked_add(self.silence()?).ok()
    }

    /// How long ago the server was last heard; nothing before its first message.
    pub fn silence(&self) -> Option<Duration> {
        self.heard.map(|(_, heard)| self.steady.passed().saturating_sub(heard))
    }

    /// How long a span of the server's time takes by the machine's clock.
    pub fn span(&self, span: Duration) -> Duration {
        self.steady.span(span)
    }
}

/// What has passed since the machine started, asleep or awake: a laptop that slept through a
/// code's window must not take it for good.
#[cfg(target_os = "linux")]
fn read() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(now.tv_sec).unwrap_or_default();
    Duration::new(seconds, u32::try_from(now.tv_nsec).unwrap_or_default())
}

/// What has passed since the first look.
#[cfg(not(target_os = "linux"))]
#[expect(clippy::disallowed_methods, reason = "the clients' one home for reading the clock")]
fn read() -> Duration {
    static BEGAN: std::sync::LazyLock<std::time::Instant> =
        std::sync::LazyLock::new(std::time::Instant::now);
    BEGAN.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_time_goes_on_between_two_messages() {
        let steady = Steady::manual();
        let mut clock = ScreenClock::on(steady.clone());
        assert_eq!((clock.now(), clock.silence()), (None, None));
        let noon: Timestamp = "2022-10-14T12:00:00Z".parse().expect("a time");
        clock.hear(noon);
        steady.advance(Duration::from_secs(7));
        assert_eq!(clock.now(), Some(noon + Duration::from_secs(7)));
        clock.hear(noon);
        assert_eq!(clock.silence(), Some(Duration::ZERO), "who speaks is not silent");
    }

    #[test]
    fn a_faster_clock_needs_less_of_the_machines_time() {
        assert_eq!(Steady::paced(4).span(Duration::from_secs(8)), Duration::from_secs(2));
        assert_eq!(Steady::paced(0).span(Duration::from_secs(8)), Duration::from_secs(8));
    }
}
