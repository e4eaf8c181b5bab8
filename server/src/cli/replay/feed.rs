//! What somebody in the bar sees: the board, kept current from a device's live feed.

use std::sync::Arc;

use demitasse_shared::board::Board;
use demitasse_shared::client::{Client, LiveReader, UPDATE_QUEUE, Update};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, timeout_at};

use super::line::{LINE_RETURNS_WITHIN, Trouble};
use super::pace;

/// A view of the board. Clones look at the same one.
#[derive(Clone, Debug)]
pub(super) struct Feed {
    board: watch::Receiver<Option<Arc<Board>>>,
}

impl Feed {
    /// Follows the live feed with a device's rights, until nobody looks any more.
    pub(super) fn follow(device: &Client) -> Self {
        let (reader, updates) = mpsc::channel(UPDATE_QUEUE);
        let (show, board) = watch::channel(None);
        tokio::spawn(LiveReader::new(device.clone()).run(reader));
        tokio::spawn(fold(updates, show));
        Self { board }
    }

    /// Waits until the board shows what `look` looks for, beginning with the board as it is.
    pub(super) async fn until<T>(
        &mut self,
        mut look: impl FnMut(&Board) -> Option<T>,
    ) -> Result<T, Trouble> {
        loop {
            let board = self.board.borrow_and_update().clone();
            if let Some(found) = board.as_deref().and_then(&mut look) {
                return Ok(found);
            }
            self.changed().await?;
        }
    }

    /// Waits until the board is another than the one that was looked at last.
    pub(super) async fn changed(&mut self) -> Result<(), Trouble> {
        self.board.changed().await.map_err(|_closed| Trouble::Silent)
    }
}

/// Folds updates into the board until the feed has been silent for too long. Who looks at the
/// board then learns that nobody keeps it any more.
async fn fold(mut updates: mpsc::Receiver<Update>, show: watch::Sender<Option<Arc<Board>>>) {
    let mut give_up = pace::now() + LINE_RETURNS_WITHIN;
    while let Some(update) = next(&mut updates, &show, give_up).await {
        match update {
            Update::Snapshot(snapshot) => {
                show.send_replace(Some(Arc::new(Board::new(*snapshot))));
            }
            Update::Change(envelope) => show.send_modify(|board| {
                if let Some(board) = board {
                    Arc::make_mut(board).apply(*envelope);
                }
            }),
            Update::Beat(_) => {}
            Update::Down(_) | Update::Refused(_) => continue,
        }
        give_up = pace::now() + LINE_RETURNS_WITHIN;
    }
}

/// The next update; nothing once it is too late for one, or nobody looks.
async fn next(
    updates: &mut mpsc::Receiver<Update>,
    show: &watch::Sender<Option<Arc<Board>>>,
    give_up: Instant,
) -> Option<Update> {
    tokio::select! {
        update = timeout_at(give_up, updates.recv()) => update.ok().flatten(),
        () = show.closed() => None,
    }
}
