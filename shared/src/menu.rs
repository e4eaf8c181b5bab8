//! What is on: drinks, the choices that go with them, and what they are made with.

mod item;
mod list;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{CategoryId, ChoiceId, DrinkId, GroupId, IngredientId};

pub use item::Item;
pub use list::Section;

/// Texts in other languages than the venue's own, by the language's tag, such as `de` or `pt`.
pub type Translations = BTreeMap<String, String>;

/// The whole menu, in the order in which guests see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Menu {
    /// The headings under which guests see the drinks, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// What drinks and choices are made with, as far as it can run out for several of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ingredients: Vec<Ingredient>,
    /// The drinks.
    pub drinks: Vec<Drink>,
    /// The groups of choices that drinks refer to.
    #[serde(default)]
    pub groups: Vec<OptionGroup>,
}

/// A heading, such as "Coffee". Stations can be given one, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its word, such as `coffee`.
    pub id: CategoryId,
    /// Its name as guests read it.
    pub name: String,
    /// Its name in other languages.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub names: Translations,
}

/// Something that drinks and choices cannot do without, such as oat milk. Guests never read of it,
/// so that it has one name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ingredient {
    /// Its word, such as `oat-milk`.
    pub id: IngredientId,
    /// Its name as baristas read it.
    pub name: String,
    /// False once it has run out.
    #[serde(default = "yes")]
    pub available: bool,
}

/// One drink.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Drink {
    /// Its word, such as `flat-white`.
    pub id: DrinkId,
    /// Its name as guests read it.
    pub name: String,
    /// Its name in other languages.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub names: Translations,
    /// One line about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// That line in other languages.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub abouts: Translations,
    /// Which of the drawn cups stands for it: one of [`icons`](crate::icons).
    pub icon: String,
    /// The heading under which it stands; without one it comes before all headings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// What it cannot do without, whatever is chosen with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<IngredientId>,
    /// How much work it is, in points: **one point is the work of the menu's quickest drink**. A
    /// drink that was not made often enough to be known takes as long as its points say.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub work: u32,
    /// The groups of choices that belong to it, in order.
    #[serde(default)]
    pub groups: Vec<GroupId>,
    /// False once it is sold out.
    #[serde(default = "yes")]
    pub available: bool,
}

/// A question about a drink, such as "Which milk?".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct OptionGroup {
    /// Its word, such as `milk`.
    pub id: GroupId,
    /// Its name as guests read it.
    pub name: String,
    /// Its name in other languages.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub names: Translations,
    /// Whether a choice must be made.
    #[serde(default)]
    pub required: bool,
    /// Whether several choices may be made.
    #[serde(default)]
    pub several: bool,
    /// The choice that is made for the guest until they make another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<ChoiceId>,
    /// The choices, in order.
    pub choices: Vec<Choice>,
}

/// One answer to a group's question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its word, such as `oat`.
    pub id: ChoiceId,
    /// Its name as guests and baristas read it.
    pub name: String,
    /// Its name as guests read it in other languages; baristas have one.
    #[serde(default, skip_serializing_if = "Translations::is_empty")]
    pub names: Translations,
    /// What it is made with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<IngredientId>,
    /// False once it has run out itself.
    #[serde(default = "yes")]
    pub available: bool,
}

/// What has run out: drinks, choices of any drink, and what they are made with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SoldOut {
    /// Drinks that cannot be had, in the menu's order.
    pub drinks: Vec<DrinkId>,
    /// Choices that cannot be made, in the menu's order.
    pub choices: Vec<ChoiceId>,
    /// Ingredients, in the menu's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ingredients: Vec<IngredientId>,
    /// Which menu it speaks of: another word with every menu, whatever has run out of it. A page
    /// that shows another one is old.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub menu: String,
}

impl SoldOut {
    /// Whether everything is there.
    pub fn is_empty(&self) -> bool {
        self.drinks.is_empty() && self.choices.is_empty() && self.ingredients.is_empty()
    }

    /// Whether it says nothing at all, as in snapshots of before there were menus' words.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

fn yes() -> bool {
    true
}

fn one() -> u32 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_one(work: &u32) -> bool {
    *work == one()
}

impl Menu {
    /// The drink with this id, sold out or not.
    pub fn drink(&self, id: &DrinkId) -> Option<&Drink> {
        self.drinks.iter().find(|drink| drink.id == *id)
    }

    /// Every choice of every group, in order.
    pub fn choices(&self) -> impl Iterator<Item = &Choice> {
        self.groups.iter().flat_map(|group| &group.choices)
    }

    /// Whether a drink cannot be had: it has run out itself, or something that it needs, or no
    /// choice is left of a group that needs one, such as a flat white without any milk. The one
    /// rule for server and screens.
    pub fn is_sold_out(&self, drink: &Drink) -> bool {
        !drink.available || self.lacks(drink).is_some()
    }

    /// Whether a choice cannot be made: it has run out itself, or something that it needs.
    pub fn is_gone(&self, choice: &Choice) -> bool {
        !choice.available || self.missing(&choice.needs).is_some()
    }

    /// The name of what a drink cannot do without and is gone: an ingredient, or a group.
    pub fn lacks(&self, drink: &Drink) -> Option<&str> {
        let mut groups = self.groups_of(drink).filter(|group| group.required);
        let needed = self.missing(&drink.needs).map(|ingredient| ingredient.name.as_str());
        needed.or_else(|| {
            let empty = groups.find(|group| group.choices.iter().all(|c| self.is_gone(c)));
            empty.map(|group| group.name.as_str())
        })
    }

    /// The first of these ingredients that has run out.
    pub fn missing(&self, needs: &[IngredientId]) -> Option<&Ingredient> {
        let gone = |ingredient: &&Ingredient| !ingredient.available;
        self.ingredients.iter().filter(gone).find(|gone| needs.contains(&gone.id))
    }

    /// What has run out, and what cannot be had because of it.
    pub fn sold_out(&self) -> SoldOut {
        let drinks = self.drinks.iter().filter(|drink| self.is_sold_out(drink));
        let choices = self.choices().filter(|choice| self.is_gone(choice));
        let ingredients = self.ingredients.iter().filter(|ingredient| !ingredient.available);
        SoldOut {
            drinks: drinks.map(|drink| drink.id.clone()).collect(),
            choices: choices.map(|choice| choice.id.clone()).collect(),
            ingredients: ingredients.map(|ingredient| ingredient.id.clone()).collect(),
            menu: String::new(),
        }
    }

    /// The groups of choices that belong to a drink, in the drink's order.
    pub fn groups_of<'a>(&'a self, drink: &Drink) -> impl Iterator<Item = &'a OptionGroup> {
        drink.groups.iter().filter_map(move |id| self.groups.iter().find(|group| group.id == *id))
    }
}
