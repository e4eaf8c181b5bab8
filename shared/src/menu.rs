//! What is on: drinks, and the choices that go with them.

use serde::{Deserialize, Serialize};

use crate::ids::{ChoiceId, DrinkId, GroupId};

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
    /// One line about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
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
    /// False once it has run out.
    #[serde(default = "yes")]
    pub available: bool,
}

fn yes() -> bool {
    true
}

impl Menu {
    /// The drink with this id, sold out or not.
    pub fn drink(&self, id: &DrinkId) -> Option<&Drink> {
        self.drinks.iter().find(|drink| drink.id == *id)
    }

    /// The groups of choices that belong to a drink, in the drink's order.
    pub fn groups_of<'a>(&'a self, drink: &'a Drink) -> impl Iterator<Item = &'a OptionGroup> {
        drink.groups.iter().filter_map(|id| self.groups.iter().find(|group| group.id == *id))
    }
}
