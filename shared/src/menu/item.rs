//! What can run out, one by one.

use super::Menu;
use crate::ids::{ChoiceId, DrinkId, IngredientId};

/// Something that can run out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// What several drinks or choices are made with.
    Ingredient(IngredientId),
    /// A drink.
    Drink(DrinkId),
    /// A choice of any drink.
    Choice(ChoiceId),
}

impl Menu {
    /// Marks something as sold out, or as there again; false where the menu does not have it.
    pub fn mark(&mut self, item: &Item, there: bool) -> bool {
        let mark = match item {
            Item::Ingredient(id) => {
                self.ingredients.iter_mut().find(|own| own.id == *id).map(|own| &mut own.available)
            }
            Item::Drink(id) => {
                self.drinks.iter_mut().find(|own| own.id == *id).map(|own| &mut own.available)
            }
            Item::Choice(id) => {
                let mut choices = self.groups.iter_mut().flat_map(|group| &mut group.choices);
                choices.find(|own| own.id == *id).map(|own| &mut own.available)
            }
        };
        let Some(mark) = mark else { return false };
        *mark = there;
        true
    }

    /// All that can run out, in the menu's order: what things are made with comes first, because it
    /// takes others with it.
    pub fn items(&self) -> impl Iterator<Item = Item> {
        let ingredients = self.ingredients.iter().map(|own| Item::Ingredient(own.id.clone()));
        let drinks = self.listed().into_iter().map(|own| Item::Drink(own.id.clone()));
        let choices = self.choices().map(|own| Item::Choice(own.id.clone()));
        ingredients.chain(drinks).chain(choices)
    }

    /// Everything that is marked as sold out by itself, in the same order.
    pub fn marks(&self) -> Vec<Item> {
        let is_marked = |item: &Item| match item {
            Item::Ingredient(id) => self.ingredients.iter().any(|i| i.id == *id && !i.available),
            Item::Drink(id) => self.drinks.iter().any(|d| d.id == *id && !d.available),
            Item::Choice(id) => self.choices().any(|c| c.id == *id && !c.available),
        };
        self.items().filter(is_marked).collect()
    }
}
