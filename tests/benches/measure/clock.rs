//! The one place here that reads the clock, and lets time pass.

use std::future::pending;
use std::time::{Duration, Instant, SystemTime};

use tokio::time::timeout;

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// The machine's clock in microseconds: several processes read the same one.
pub(crate) fn micros() -> u64 {
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}

/// Lets time pass: what a program costs while nothing happens shows only after a while.
pub(crate) async fn pass(span: Duration) {
    drop(timeout(span, pending::<()>()).await);
}
