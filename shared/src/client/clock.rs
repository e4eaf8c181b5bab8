//! The screens' clock: the server's, carried on between two messages. The only place in the
//! clients that reads the machine's time, and it reads a clock that nobody can set.

use std::time::{Duration, Instant};

use crate::Timestamp;

/// Tells the server's time on a screen, however wrong the screen's own clock is.
#[derive(Clone, Copy, Debug, Default)]
pub struct ScreenClock {
    heard: Option<(Timestamp, Instant)>,
}

impl ScreenClock {
    /// Takes over the server's time from a message that has just come in.
    pub fn hear(&mut self, at: Timestamp) {
        self.heard = Some((at, read()));
    }

    /// The server's time now; nothing before its first message.
    pub fn now(&self) -> Option<Timestamp> {
        let (at, heard) = self.heard?;
        at.checked_add(heard.elapsed()).ok()
    }

    /// How long ago the server was last heard; nothing before its first message.
    pub fn silence(&self) -> Option<Duration> {
        self.heard.map(|(_, heard)| heard.elapsed())
    }
}

#[expect(clippy::disallowed_methods, reason = "the clients' one home for reading the clock")]
fn read() -> Instant {
    Instant::now()
}
