//! Word that something has changed, for readers who look at the board themselves.

use std::sync::{Arc, PoisonError};

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::{broadcast, watch};

use super::Hub;
use super::item::Item;
use super::stream::closed;
use crate::clock::Clock;

/// Tells one reader when to look at the board again. It keeps no events: who is slow sees fewer
/// boards, and always the latest one.
#[derive(Debug)]
pub struct Changes {
    items: broadcast::Receiver<Arc<Item>>,
    closing: watch::Receiver<bool>,
    clock: Clock,
}

impl Hub {
    /// The board as it stands, and the bar's time.
    pub fn board(&self) -> (Board, Timestamp) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (state.board.clone(), self.clock.now())
    }

    /// Word of every change from now on.
    pub fn changes(&self) -> Changes {
        Changes {
            items: self.sender.subscribe(),
            closing: self.closing.subscribe(),
            clock: self.clock.clone(),
        }
    }
}

impl Changes {
    /// Waits for a change, or until the bar's time has come to `due`; nothing once the hub closes.
    pub async fn next(&mut self, due: Option<Timestamp>) -> Option<()> {
        let clock = self.clock.clone();
        let has_come = async {
            match due {
                Some(due) => clock.wait_until(due).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = closed(&mut self.closing) => None,
            item = self.items.recv() => match item {
                Ok(_) | Err(RecvError::Lagged(_)) => {
                    self.catch_up();
                    Some(())
                }
                Err(RecvError::Closed) => None,
            },
            () = has_come => Some(()),
        }
    }

    /// What has come in meanwhile is in the same board.
    fn catch_up(&mut self) {
        self.items = self.items.resubscribe();
    }
}
