//! What the bar has on, and how managers change it.

use demitasse_shared::menu::{Item, Menu};
use demitasse_tests::Chance;

/// The menu that the bar opens with.
pub(super) const USUAL: &str = r#"
[[ingredients]]
id = "beans"
name = "Beans"

[[ingredients]]
id = "oat-milk"
name = "Oat milk"

[[drinks]]
id = "espresso"
name = "Espresso"
icon = "espresso"
needs = ["beans"]

[[drinks]]
id = "flat-white"
name = "Flat white"
icon = "flat-white"
needs = ["beans"]
groups = ["milk", "extras"]

[[drinks]]
id = "tea"
name = "Tea"
icon = "tea"
groups = ["extras"]

[[groups]]
id = "milk"
name = "Milk"
required = true

[[groups.choices]]
id = "whole"
name = "Whole milk"

[[groups.choices]]
id = "oat"
name = "Oat milk"
needs = ["oat-milk"]

[[groups]]
id = "extras"
name = "Extras"
several = true

[[groups.choices]]
id = "sugar"
name = "Sugar"

[[groups.choices]]
id = "honey"
name = "Honey"
"#;

/// The same, as data.
pub(super) fn usual() -> Menu {
    toml::from_str(USUAL).expect("a menu")
}

/// Another menu: something is gone from it, called otherwise, or asked for otherwise.
pub(super) fn another(chance: &mut Chance) -> Menu {
    let mut menu = usual();
    if chance.percent(40) {
        let gone = usize::try_from(chance.below(3)).unwrap_or(0);
        menu.drinks.remove(gone);
    }
    if chance.percent(40) {
        menu.drinks[0].name.push_str(" of the day");
    }
    if chance.percent(30) {
        menu.groups[1].several = false;
    }
    if chance.percent(30) {
        menu.drinks[0].available = false;
    }
    menu
}

/// Something that may run out; now and then a thing that the menu does not have.
pub(super) fn item(chance: &mut Chance) -> Item {
    match chance.below(9) {
        0 => Item::Ingredient("beans".into()),
        1 | 2 => Item::Ingredient("oat-milk".into()),
        3 => Item::Drink("tea".into()),
        4 => Item::Drink("espresso".into()),
        5 => Item::Drink("flat-white".into()),
        6 => Item::Choice("whole".into()),
        7 => Item::Choice("honey".into()),
        _ => Item::Drink("petrol".into()),
    }
}
