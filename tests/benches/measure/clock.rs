//! The one place here that reads the clock, and lets time pass.

use std::future::pending;
use std::time::{Duration, Instant};

use tokio::time::timeout;

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// Lets time pass: what a program costs while nothing happens shows only after a while.
pub(crate) async fn pass(span: Duration) {
    drop(timeout(span, pending::<()>()).await);
}
