//! Every key of a menu file. `docs/menu.md` tells each of them.

/// The lists of a menu.
pub(super) const LISTS: [&str; 4] = ["categories", "ingredients", "drinks", "groups"];

/// A category's keys.
pub(super) const CATEGORY: [&str; 3] = ["id", "name", "names"];

/// An ingredient's keys.
pub(super) const INGREDIENT: [&str; 3] = ["id", "name", "available"];

/// A drink's keys.
pub(super) const DRINK: [&str; 11] = [
    "id",
    "name",
    "names",
    "about",
    "abouts",
    "icon",
    "category",
    "needs",
    "work",
    "groups",
    "available",
];

/// A group's keys.
pub(super) const GROUP: [&str; 7] =
    ["id", "name", "names", "required", "several", "default", "choices"];

/// A choice's keys.
pub(super) const CHOICE: [&str; 5] = ["id", "name", "names", "needs", "available"];
