//! How much work the menu's drinks are.

use std::collections::BTreeMap;

use demitasse_shared::ids::DrinkId;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::Order;

/// Each drink's points; a drink that is not on the menu, any more, has one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Work(BTreeMap<DrinkId, f64>);

impl Work {
    pub(super) fn of_menu(menu: &Menu) -> Self {
        Self(menu.drinks.iter().map(|drink| (drink.id.clone(), f64::from(drink.work))).collect())
    }

    /// An order's points.
    pub(super) fn of(&self, order: &Order) -> f64 {
        let drink = order.chosen.as_ref().map(|chosen| &chosen.drink);
        drink.and_then(|drink| self.0.get(drink)).map_or(1.0, |points| points.max(1.0))
    }
}
