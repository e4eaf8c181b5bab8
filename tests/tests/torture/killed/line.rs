//! Whether the server is there, and what has been sent to it.

use tokio::sync::watch;

/// What everybody who asks the server goes by: they try again once it is back. Phones and programs find
/// that out by trying; here it is an event, so that nobody sleeps.
#[derive(Clone, Debug)]
pub(super) struct Line {
    up: watch::Sender<bool>,
    sent: watch::Sender<u64>,
}

impl Line {
    pub(super) fn up() -> Self {
        Self { up: watch::Sender::new(true), sent: watch::Sender::new(0) }
    }

    /// The server is gone, or about to be.
    pub(super) fn cut(&self) {
        self.up.send_replace(false);
    }

    /// It accepts again.
    pub(super) fn mend(&self) {
        self.up.send_replace(true);
    }

    /// Waits until there is a server.
    pub(super) async fn is_up(&self) {
        let mut up = self.up.subscribe();
        drop(up.wait_for(|up| *up).await.expect("this end of the line stays"));
    }

    /// Counts a request that is about to leave.
    pub(super) fn sends(&self) {
        self.sent.send_modify(|sent| *sent += 1);
    }

    /// How many have left.
    pub(super) fn sent(&self) -> u64 {
        *self.sent.borrow()
    }

    /// Waits until so many have left.
    pub(super) async fn has_sent(&self, count: u64) {
        let mut sent = self.sent.subscribe();
        drop(sent.wait_for(|sent| *sent >= count).await.expect("this end of the line stays"));
    }
}
