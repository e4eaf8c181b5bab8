//! The menu: whether there is something to order, in every language that guests read.

use std::collections::BTreeMap;

use demitasse_shared::doctor::Finding;
use demitasse_shared::menu::{Menu, Translations};
use demitasse_shared::monitor::Voice;

use crate::app::Facts;

const CHECK: &str = "menu";

/// Languages of other scripts than a name in Latin letters: there a name is never the same.
const OTHER_SCRIPTS: [&str; 4] = ["ar", "ja", "ko", "zh"];

/// So many missing texts are named; of more it is said how many.
const NAMED: usize = 3;

pub(super) fn check(facts: &Facts) -> Finding {
    match &facts.menu {
        None => Finding::green(CHECK, "The bar takes its menu over when it first opens."),
        Some(menu) => judge(menu),
    }
}

fn judge(menu: &Menu) -> Finding {
    let on = menu.drinks.iter().filter(|drink| drink.available).count();
    if on == 0 {
        let todo = "Mark what is there again on a barista's board (`s`), or import a menu.";
        return Finding::red(CHECK, "No drink can be ordered.", todo);
    }
    let missing = missing(menu);
    if missing.is_empty() {
        let says =
            format!("{on} of {} drinks can be ordered; no text is missing.", menu.drinks.len());
        return Finding::green(CHECK, says);
    }
    let lacks = missing.iter().map(|(tag, texts)| format!("{tag} lacks {}", list(texts)));
    let says = format!("{on} drinks can be ordered, but {}.", lacks.collect::<Vec<_>>().join("; "));
    Finding::amber(
        CHECK,
        says,
        "Guests read the menu's own words there. Add names and abouts to it.",
    )
}

fn list(texts: &[String]) -> String {
    let named = texts.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match texts.len().checked_sub(NAMED) {
        None | Some(0) => named,
        Some(more) => format!("{named} and {more} more"),
    }
}

/// What each language lacks. A line about a drink is never the same in two languages; a name may
/// be, where letters are.
fn missing(menu: &Menu) -> BTreeMap<&'static str, Vec<String>> {
    let mut missing: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for tag in Voice::tags().filter(|tag| *tag != "en") {
        let names = names(menu).filter(|(_, names)| is_needed(tag) && !names.contains_key(tag));
        let abouts = menu.drinks.iter().filter(|drink| drink.about.is_some());
        let abouts = abouts.filter(|drink| !drink.abouts.contains_key(tag));
        let names = names.map(|(name, _)| format!("{name:?}"));
        let texts: Vec<_> =
            names.chain(abouts.map(|drink| format!("the line about {:?}", drink.name))).collect();
        if !texts.is_empty() {
            missing.insert(tag, texts);
        }
    }
    missing
}

fn is_needed(tag: &str) -> bool {
    OTHER_SCRIPTS.contains(&tag)
}

/// Everything on the menu that has a name.
fn names(menu: &Menu) -> impl Iterator<Item = (&str, &Translations)> {
    let drinks = menu.drinks.iter().map(|drink| (drink.name.as_str(), &drink.names));
    let groups = menu.groups.iter().flat_map(|group| {
        let choices = group.choices.iter().map(|choice| (choice.name.as_str(), &choice.names));
        std::iter::once((group.name.as_str(), &group.names)).chain(choices)
    });
    drinks.chain(groups)
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;
    use crate::config::Config;

    fn menu() -> Menu {
        Config::default().menu().expect("a menu comes along")
    }

    #[test]
    fn the_menu_that_comes_along_is_complete() {
        let found = judge(&menu());
        assert_eq!(found.light, Light::Green, "{found:?}");
    }

    #[test]
    fn what_a_language_lacks_is_named() {
        let mut menu = menu();
        menu.drinks[0].names.remove("ja");
        menu.drinks[0].abouts.remove("de");
        let found = judge(&menu);
        assert_eq!(found.light, Light::Amber);
        assert!(found.says.contains("de lacks the line about \"Espresso\""), "{}", found.says);
        assert!(found.says.contains("ja lacks \"Espresso\""), "{}", found.says);
    }

    #[test]
    fn a_bar_without_a_drink_has_nothing_to_open_for() {
        let mut menu = menu();
        menu.drinks.iter_mut().for_each(|drink| drink.available = false);
        assert_eq!(judge(&menu).light, Light::Red);
    }
}
