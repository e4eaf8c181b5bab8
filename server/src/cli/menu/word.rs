//! What somebody means by a word on the command line.

use demitasse_shared::menu::{Item, Menu, Translations};

use demitasse_shared::choices::nearest;

/// A word that nothing on the menu goes by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing on the menu is called {word:?}{}", .meant.as_ref().map_or_else(String::new, |meant| format!("; did you mean {meant:?}?")))]
pub(crate) struct NotOnMenu {
    word: String,
    meant: Option<String>,
}

/// What a word means: an id, or a name in any language. What things are made with goes first, then
/// drinks, then choices: the first takes the others with it.
pub(super) fn meant(menu: &Menu, word: &str) -> Result<Item, NotOnMenu> {
    let known: Vec<_> = menu.items().map(|item| (words(menu, &item), item)).collect();
    let is = |same: fn(&str, &str) -> bool| {
        known.iter().find(|(words, _)| words.iter().any(|own| same(own, word)))
    };
    let found = is(|own, word| own == word)
        .or_else(|| is(|own, word| own.to_lowercase() == word.to_lowercase()));
    found.map(|(_, item)| item.clone()).ok_or_else(|| NotOnMenu {
        word: word.to_owned(),
        meant: nearest(word, known.iter().flat_map(|(words, _)| words.iter().copied()))
            .map(str::to_owned),
    })
}

/// Its id, its name, and its names in other languages.
fn words<'a>(menu: &'a Menu, item: &Item) -> Vec<&'a str> {
    let all = |id: &'a str, name: &'a str, names: Option<&'a Translations>| {
        let names = names.into_iter().flat_map(|names| names.values().map(String::as_str));
        [id, name].into_iter().chain(names).collect()
    };
    let found = match item {
        Item::Ingredient(id) => {
            let own = menu.ingredients.iter().find(|own| own.id == *id);
            own.map(|own| all(own.id.as_str(), &own.name, None))
        }
        Item::Drink(id) => {
            menu.drink(id).map(|own| all(own.id.as_str(), &own.name, Some(&own.names)))
        }
        Item::Choice(id) => {
            let own = menu.choices().find(|own| own.id == *id);
            own.map(|own| all(own.id.as_str(), &own.name, Some(&own.names)))
        }
    };
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::default_menu;

    #[track_caller]
    fn check(word: &str, expected: &Item) {
        assert_eq!(meant(&default_menu(), word).as_ref(), Ok(expected), "{word}");
    }

    #[test]
    fn ids_and_names_in_any_language_are_understood() {
        check("flat-white", &Item::Drink("flat-white".into()));
        check("Flat White", &Item::Drink("flat-white".into()));
        check("espresso", &Item::Drink("espresso".into()));
        check("oat-milk", &Item::Ingredient("oat-milk".into()));
        check("OAT MILK", &Item::Ingredient("oat-milk".into()));
        check("soy", &Item::Choice("soy".into()));
        check("Hafer", &Item::Choice("oat".into()));
    }

    #[test]
    fn what_is_not_on_the_menu_is_named_with_the_nearest() {
        let said = |word| meant(&default_menu(), word).expect_err("it is not there").to_string();
        assert_eq!(
            said("capuccino"),
            "nothing on the menu is called \"capuccino\"; did you mean \"cappuccino\"?"
        );
        assert_eq!(said("xylophone"), "nothing on the menu is called \"xylophone\"");
    }
}
