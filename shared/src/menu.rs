//! What is on: drinks, and the choices that go with them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{ChoiceId, DrinkId, GroupId};

/// Texts in other languages than the venue's own, by the language's tag, such as `de` or `pt`.
pub type Translations = BTreeMap<String, String>;

/// The whole menu, in the order in which guests see it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Menu {
    /// The drinks.
    pub drinks: Vec<Drink>,
    /// The groups of choices that drinks refer to.
    #[serde(default)]
    pub groups: Vec<OptionGroup>,
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
    /// Which of the drawn cups stands for it: a file name in `assets/icons` without its ending.
    pub icon: String,
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
    /// False once it has run out.
    #[serde(default = "yes")]
    pub available: bool,
}

/// What has run out: drinks, and choices of any drink.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SoldOut {
    /// Drinks, in the menu's order.
    pub drinks: Vec<DrinkId>,
    /// Choices, in the menu's order.
    pub choices: Vec<ChoiceId>,
}

impl SoldOut {
    /// Whether everything is there.
    pub fn is_empty(&self) -> bool {
        self.drinks.is_empty() && self.choices.is_empty()
    }
}

impl OptionGroup {
    /// Whether no choice is left.
    pub fn is_sold_out(&self) -> bool {
        self.choices.iter().all(|choice| !choice.available)
    }
}

fn yes() -> bool {
    true
}

impl Menu {
    /// The drink with this id, sold out or not.
    pub fn drink(&self, id: &DrinkId) -> Option<&Drink> {
        self.drinks.iter().find(|drink| drink.id == *id)
    }

    /// Whether a drink cannot be had: it has run out itself, or no choice is left of a group that
    /// needs one, such as a flat white without any milk. The one rule for server and screens.
    pub fn is_sold_out(&self, drink: &Drink) -> bool {
        let mut groups = self.groups_of(drink);
        !drink.available || groups.any(|group| group.required && group.is_sold_out())
    }

    /// What has run out, and the drinks that cannot be had because of it.
    pub fn sold_out(&self) -> SoldOut {
        let drinks = self.drinks.iter().filter(|drink| self.is_sold_out(drink));
        let choices = self.groups.iter().flat_map(|group| &group.choices);
        SoldOut {
            drinks: drinks.map(|drink| drink.id.clone()).collect(),
            choices: choices.filter(|choice| !choice.available).map(|c| c.id.clone()).collect(),
        }
    }

    /// The groups of choices that belong to a drink, in the drink's order.
    pub fn groups_of<'a>(&'a self, drink: &'a Drink) -> impl Iterator<Item = &'a OptionGroup> {
        drink.groups.iter().filter_map(|id| self.groups.iter().find(|group| group.id == *id))
    }
}
