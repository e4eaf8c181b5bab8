//! The menu: what is on, what has run out, another one.

use reqwest::Method;

use super::{Client, ClientError, decode};
use crate::api::{Availability, Marks, MenuQuery, route};
use crate::ids::{ChoiceId, DrinkId};
use crate::menu::{Item, Menu, SoldOut};

impl Client {
    /// What is on.
    pub async fn menu(&self) -> Result<Menu, ClientError> {
        self.get(route::MENU).await
    }

    /// Puts another menu up; answers with the menu as it is then. With the `version` that an earlier
    /// answer's `ETag` had, only in place of that one.
    pub async fn set_menu(
        &self,
        menu: &Menu,
        marks: Marks,
        version: Option<&str>,
    ) -> Result<Menu, ClientError> {
        let request = self.request(Method::PUT, &route::menu(&MenuQuery { marks })).json(menu);
        let request = match version {
            Some(version) => request.header(reqwest::header::IF_MATCH, version),
            None => request,
        };
        decode(self.send(request).await?).await
    }

    /// Marks something as sold out, or as there again; answers with all that has run out then.
    pub async fn mark(&self, item: &Item, available: bool) -> Result<SoldOut, ClientError> {
        self.call(Method::PATCH, &route::menu_item(item), &Availability { available }).await
    }

    /// Marks a drink.
    pub async fn mark_drink(&self, id: &DrinkId, available: bool) -> Result<SoldOut, ClientError> {
        self.mark(&Item::Drink(id.clone()), available).await
    }

    /// Marks a choice of any drink.
    pub async fn mark_choice(
        &self,
        id: &ChoiceId,
        available: bool,
    ) -> Result<SoldOut, ClientError> {
        self.mark(&Item::Choice(id.clone()), available).await
    }
}
