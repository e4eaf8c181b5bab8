//! One clock for several processes: what one of them has begun, another one sees the end of.

use std::time::SystemTime;

/// The machine's clock in microseconds: several processes read the same one.
pub(crate) fn micros() -> u64 {
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    u64::try_from(since.as_micros()).unwrap_or(u64::MAX)
}
