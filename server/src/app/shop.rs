//! The shop's door.

use std::sync::Arc;

use demitasse_shared::api::ShopChange;
use demitasse_shared::live::LiveEvent;
use demitasse_shared::shop::{ShopState, ShopStatus};

use super::Bar;
use crate::domain::event::{Actor, Event};
use crate::domain::shop;
use crate::storage::{Answer, Change};

impl Bar {
    /// Opens, closes or pauses. Asking for what is so already changes nothing.
    ///
    /// # Errors
    /// `invalid_request` where the change makes no sense.
    pub async fn set_shop(&self, actor: Actor, wish: ShopChange) -> Answer<ShopStatus> {
        let bar = self.clone();
        self.writer.write_first(move |change| bar.set_shop_now(change, actor, wish)).await?;
        Ok(self.hub.status())
    }

    fn set_shop_now(&self, change: &mut Change<'_>, actor: Actor, wish: ShopChange) -> Answer<()> {
        let mut state = Arc::unwrap_or_clone(self.resume(change)?);
        let before = state.shop.state;
        let Some(next) = shop::change(&state.shop, wish, change.now())? else { return Ok(()) };
        change.put_shop(&next)?;
        let (kind, opening) = match next.state {
            ShopState::Open => ("shop_opened", true),
            ShopState::Closed => ("shop_closed", false),
            ShopState::Paused => ("shop_paused", false),
        };
        let live = LiveEvent::Shop { shop: next.clone() };
        change.record(Event::bar(kind, actor, live))?;
        self.wake_by(next.paused_until);
        if next.state == before {
            // Only the time was another: the code is hidden already.
            return Ok(());
        }
        state.shop = next;
        if !opening {
            return self.tell_window(change, "window_hidden", actor, None);
        }
        // A window that began before the shop closed goes on, with the same code.
        let shows = change.last_window()?.filter(|w| w.shows(change.now()));
        match shows {
            Some(window) => self.tell_window(change, "window_shown", actor, Some(&window)),
            None => self.turn(change, &state).map(drop),
        }
    }
}

#[cfg(test)]
mod tests;
