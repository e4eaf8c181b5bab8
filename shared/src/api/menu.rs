//! The menu: changing all of it, or what has run out of it.

use serde::{Deserialize, Serialize};

use super::route::{MENU, MENU_CHOICE, MENU_DRINK, MENU_INGREDIENT};
use crate::menu::Item;

/// `PATCH /api/menu/drinks/{id}`, and the same for choices and ingredients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Availability {
    /// False once it has run out.
    pub available: bool,
}

/// What becomes of the marks of what has run out when another menu takes the place of this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Marks {
    /// The new menu says all: what it does not mark is there.
    #[default]
    Replace,
    /// What is marked now stays so where the new menu has it too; what the new menu marks is marked
    /// besides.
    Keep,
}

/// What `PUT /api/menu` can be asked behind the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MenuQuery {
    /// What becomes of the marks.
    #[serde(default)]
    pub marks: Marks,
}

/// The address to which another menu is put.
pub(super) fn menu(query: &MenuQuery) -> String {
    match query.marks {
        Marks::Replace => MENU.to_owned(),
        Marks::Keep => format!("{MENU}?marks=keep"),
    }
}

/// The path that marks something of the menu.
pub(super) fn menu_item(item: &Item) -> String {
    let (path, word) = match item {
        Item::Drink(id) => (MENU_DRINK, id.as_str()),
        Item::Choice(id) => (MENU_CHOICE, id.as_str()),
        Item::Ingredient(id) => (MENU_INGREDIENT, id.as_str()),
    };
    path.replace("{id}", word)
}
