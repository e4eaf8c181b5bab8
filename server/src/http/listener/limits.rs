//! How much the accept loop takes on, and how long it waits.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

use crate::http::auth::{DISPLAY_COOKIE, TABLET_COOKIE, cookie};

/// The cookies of paired browsers.
const DEVICE_COOKIES: [&str; 2] = [TABLET_COOKIE, DISPLAY_COOKIE];

/// Connections at once: a phone holds one for its live stream and, for a moment, one or two for
/// pages. With fifteen thousand phones in the hall there is room for those who look at a page; it stays
/// clear of the 20,000 files that a process commonly may open.
const CONNECTIONS: usize = 17_000;

/// Of those, the seats that only staff and displays get.
const RESERVE: usize = 256;

/// Files that the process needs for other things than connections: the database, its journal, the
/// log, the runtime.
const OTHER_FILES: usize = 64;

/// Long enough for a head that bad Wi-Fi lost three times over.
const FIRST_HEAD: Duration = Duration::from_secs(10);

/// Staff's programs send their head at once, and the reserve must turn over fast in a rush.
const RESERVE_HEAD: Duration = Duration::from_secs(3);

/// Between a page and the next tap. Longer would have idle phones hold seats.
const IDLE: Duration = Duration::from_secs(20);

/// For the answers that are on their way when the bar shuts down.
const DRAIN: Duration = Duration::from_secs(3);

/// Says whether a request's credential is that of a paired device. Called for each request with a
/// device's token that comes in on a reserved seat, so it must be quick and must not block.
pub type StaffCheck = Arc<dyn Fn(&HeaderMap) -> bool + Send + Sync>;

/// How much the accept loop takes on, and how long it waits.
#[derive(Clone)]
pub struct Limits {
    /// Connections at once, the reserve among them.
    pub connections: usize,
    /// Of those, the seats that only staff and displays get.
    pub reserve: usize,
    /// Until when a new connection must have sent its first whole request head.
    pub first_head: Duration,
    /// The same, for a connection that came in on a reserved seat.
    pub reserve_head: Duration,
    /// How long a connection may wait between an answer and the next whole request head.
    pub idle: Duration,
    /// How long answers that are on their way may take once the bar shuts down.
    pub drain: Duration,
    /// Who is staff or a display.
    pub is_staff: StaffCheck,
}

impl Limits {
    /// The defaults, for a venue of thousands.
    pub fn new(is_staff: impl Fn(&HeaderMap) -> bool + Send + Sync + 'static) -> Self {
        Self {
            connections: CONNECTIONS,
            reserve: RESERVE,
            first_head: FIRST_HEAD,
            reserve_head: RESERVE_HEAD,
            idle: IDLE,
            drain: DRAIN,
            is_staff: Arc::new(is_staff),
        }
    }

    /// The same, for a process that may open so many files. Without it the system's limit would
    /// be met before the bar's own, and then staff have no room either.
    #[must_use]
    pub fn within_open_files(mut self, open_files: usize) -> Self {
        let room = open_files.saturating_sub(OTHER_FILES).max(2);
        self.connections = self.connections.min(room);
        self.reserve = self.reserve.min(self.connections / 2);
        self
    }

    /// Whether these headers are those of staff or a display. Guests have no device's token, so
    /// almost all of a crowd is turned away without asking.
    pub(super) fn vouch_for(&self, headers: &HeaderMap) -> bool {
        let is_browser = DEVICE_COOKIES.iter().any(|name| cookie(headers, name).is_some());
        (bears_token(headers) || is_browser) && (self.is_staff)(headers)
    }
}

impl fmt::Debug for Limits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Limits")
            .field("connections", &self.connections)
            .field("reserve", &self.reserve)
            .finish_non_exhaustive()
    }
}

fn bears_token(headers: &HeaderMap) -> bool {
    const SCHEME: &[u8] = b"Bearer ";
    headers
        .get(AUTHORIZATION)
        .and_then(|value| value.as_bytes().get(..SCHEME.len()))
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case(SCHEME))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_file_limit_shrinks_the_house_but_keeps_room_for_staff() {
        for (files, connections, reserve) in
            [(20_000, 17_000, 256), (1_024, 960, 256), (256, 192, 96), (0, 2, 1)]
        {
            let limits = Limits::new(|_| true).within_open_files(files);
            assert_eq!((limits.connections, limits.reserve), (connections, reserve), "{files}");
        }
    }

    #[test]
    fn a_paired_browsers_cookie_is_worth_asking_about_and_a_guests_is_not() {
        use axum::http::header::COOKIE;

        let limits = Limits::new(|_| true);
        for (name, worth) in
            [("demitasse_tablet", true), ("demitasse_display", true), ("demitasse_session", false)]
        {
            let value = format!("{name}=abc").parse().expect("a header's value");
            let headers = HeaderMap::from_iter([(COOKIE, value)]);
            assert_eq!(limits.vouch_for(&headers), worth, "{name}");
        }
    }

    #[test]
    fn only_a_bearer_token_is_worth_asking_about() {
        let limits = Limits::new(|_| true);
        for (value, worth) in
            [("Bearer abc", true), ("bearer abc", true), ("Basic abc", false), ("Bear", false)]
        {
            let headers =
                HeaderMap::from_iter([(AUTHORIZATION, value.parse().expect("a header's value"))]);
            assert_eq!(limits.vouch_for(&headers), worth, "{value}");
        }
        assert!(!limits.vouch_for(&HeaderMap::new()));
    }
}
