//! What has run out.

use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::menu::{Menu, SoldOut};

use super::{Bar, menu_of};
use crate::domain::event::{Actor, Event};
use crate::domain::{Refusal, menu};
use crate::storage::{Answer, bar};

impl Bar {
    /// Marks a drink as sold out, or as there again, and says all that has run out then. Asking for
    /// what is so already changes nothing.
    ///
    /// # Errors
    /// `not_found` where no such drink is on the menu.
    pub async fn mark_drink(&self, actor: Actor, id: DrinkId, there: bool) -> Answer<SoldOut> {
        self.mark(actor, move |menu| menu::mark_drink(menu, &id, there)).await
    }

    /// The same for a choice, such as oat milk.
    ///
    /// # Errors
    /// `not_found` where no group has such a choice.
    pub async fn mark_choice(&self, actor: Actor, id: ChoiceId, there: bool) -> Answer<SoldOut> {
        self.mark(actor, move |menu| menu::mark_choice(menu, &id, there)).await
    }

    async fn mark(
        &self,
        actor: Actor,
        mark: impl FnOnce(&Menu) -> Result<Option<Menu>, Refusal> + Send + 'static,
    ) -> Answer<SoldOut> {
        self.writer
            .write(move |change| {
                let menu = menu_of(change)?;
                let Some(next) = mark(&menu)? else { return Ok(menu.sold_out()) };
                bar::put_menu(change.connection(), &next)?;
                let live = LiveEvent::Stock { sold_out: next.sold_out() };
                change.record(Event::bar("stock_changed", actor, live))?;
                Ok(next.sold_out())
            })
            .await
    }
}
