//! For how long the bar pauses.

use demitasse_shared::shop::ShopState;

use crate::model::{Model, minutes_between};

/// Pauses that are one key away, in minutes.
const PAUSES: [u32; 4] = [5, 10, 15, 30];

/// One line to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PauseLine {
    /// End the pause.
    OpenNow,
    /// Pause for so many minutes.
    Minutes(u32),
    /// Pause for a time of the barista's own.
    Other,
}

impl Model {
    /// What can be chosen: a bar that pauses can open at once.
    pub(crate) fn pause_lines(&self) -> Vec<PauseLine> {
        let paused = self.shop_state() == Some(ShopState::Paused);
        let open = paused.then_some(PauseLine::OpenNow);
        open.into_iter().chain(PAUSES.map(PauseLine::Minutes)).chain([PauseLine::Other]).collect()
    }

    /// Whether the bar takes orders, as the server knows it.
    pub(crate) fn shop_state(&self) -> Option<ShopState> {
        self.board.as_ref().map(|board| board.shop.state)
    }

    /// In how many minutes a bar that pauses opens again by itself, begun ones counted.
    pub(crate) fn opens_in(&self) -> Option<i64> {
        let until = self.board.as_ref()?.shop.paused_until?;
        Some(minutes_between(self.now?, until) + 1)
    }
}
