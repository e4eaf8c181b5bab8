//! How the line to the server is. It is always in sight.

use std::time::Duration;

use demitasse_shared::Timestamp;

/// A silence that is worth a sign, though not yet an alarm: a beat and a half was missed.
const QUIET_AFTER: Duration = Duration::from_secs(5);

/// The line to the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// There was no board yet.
    Connecting {
        /// What stands in the way, if anything does.
        words: String,
    },
    /// What shows is current. Silence beyond a few seconds is told, in seconds.
    Live {
        /// Seconds of silence worth telling.
        quiet: Option<u64>,
    },
    /// What shows is from before.
    Down {
        /// Since when, by the server's clock.
        since: Option<Timestamp>,
    },
    /// The server does not know this device any more.
    TurnedAway {
        /// In the server's words.
        words: String,
    },
}

impl Line {
    /// A line on which something has just been heard.
    pub(crate) const LIVE: Self = Self::Live { quiet: None };

    /// Whether the server can be asked for anything.
    pub(crate) fn is_live(&self) -> bool {
        matches!(self, Self::Live { .. })
    }

    /// The line after a silence, if it was live until then.
    pub(crate) fn after_silence(silence: Duration) -> Self {
        Self::Live { quiet: (silence >= QUIET_AFTER).then_some(silence.as_secs()) }
    }
}
