//! How often a board is painted: at once where nothing was painted lately, and never more often
//! than eyes can follow. A burst of changes becomes one picture.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::{Sleep, sleep};

/// The shortest time between two pictures.
const FRAME: Duration = Duration::from_millis(16);

/// The time since the last picture, as far as it matters.
#[derive(Debug, Default)]
pub(crate) struct Frame {
    over: Option<Pin<Box<Sleep>>>,
}

impl Frame {
    /// Whether a picture can be painted now.
    pub(crate) fn is_free(&self) -> bool {
        self.over.is_none()
    }

    /// A picture was painted: the next one has to wait.
    pub(crate) fn begin(&mut self) {
        self.over = Some(Box::pin(sleep(FRAME)));
    }

    /// Waits until the next picture can be painted; never returns where none was. Safe to drop and
    /// to call again.
    pub(crate) async fn end(&mut self) {
        match &mut self.over {
            Some(over) => over.await,
            None => std::future::pending().await,
        }
        self.over = None;
    }
}
