//! How long a test waits for something that must happen.

use std::time::Duration;

use tokio::time::timeout;

/// Generous: a machine with two cores that also builds something needs it. A bar that keeps its
/// word needs a hundredth of it.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// Waits for an event, and says which one never came.
pub async fn within<T>(what: &str, event: impl Future<Output = T>) -> T {
    timeout(PATIENCE, event).await.unwrap_or_else(|_elapsed| {
        panic!("waited {} seconds in vain for {what}", PATIENCE.as_secs())
    })
}
