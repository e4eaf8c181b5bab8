//! How large a menu may be.

use std::ops::RangeInclusive;

use super::{Checker, Fault, Spot};

/// The longest id, in characters.
pub(super) const WORD_CHARS: usize = 40;

/// The longest line about a drink, in characters.
pub(super) const ABOUT_CHARS: usize = 80;

/// How much work a drink may be, in points.
pub(super) const WORK: RangeInclusive<u32> = 1..=50;

/// Words that are told where none is near: more would not be read.
pub(super) const LISTED: usize = 12;

const CATEGORIES: usize = 20;
const INGREDIENTS: usize = 100;
const DRINKS: usize = 100;
const GROUPS: usize = 50;
const GROUPS_OF_A_DRINK: usize = 10;
const CHOICES: usize = 30;
const NEEDS: usize = 20;

/// Whether a text is fit to be an id: it stands in addresses, on command lines and in stations.
pub(super) fn is_word(id: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    (1..=WORD_CHARS).contains(&id.len()) && id.chars().all(fits)
}

impl Checker<'_> {
    /// Whether every list has as many entries as it may.
    pub(super) fn bounds(&mut self) {
        let menu = self.menu;
        if menu.drinks.is_empty() {
            self.menus("it has no drink".to_owned());
        }
        for (what, count, most) in [
            ("categories", menu.categories.len(), CATEGORIES),
            ("ingredients", menu.ingredients.len(), INGREDIENTS),
            ("drinks", menu.drinks.len(), DRINKS),
            ("groups", menu.groups.len(), GROUPS),
        ] {
            if count > most {
                self.menus(format!("it has {count} {what}, more than {most}"));
            }
        }
        for (entry, drink) in menu.drinks.iter().enumerate() {
            let spot = Spot::entry("drinks", entry);
            self.most(spot.key("groups"), "groups", drink.groups.len(), GROUPS_OF_A_DRINK);
            self.most(spot.key("needs"), "ingredients", drink.needs.len(), NEEDS);
        }
        for (entry, group) in menu.groups.iter().enumerate() {
            let spot = Spot::entry("groups", entry);
            if group.choices.is_empty() {
                self.fault(spot.key("choices"), "it has no choice");
            }
            self.most(spot.key("choices"), "choices", group.choices.len(), CHOICES);
            for (place, choice) in group.choices.iter().enumerate() {
                let spot = spot.choice(place).key("needs");
                self.most(spot, "ingredients", choice.needs.len(), NEEDS);
            }
        }
    }

    /// Something about the menu as a whole.
    fn menus(&mut self, words: String) {
        self.faults.push(Fault { spot: None, words: format!("the menu: {words}") });
    }

    fn most(&mut self, spot: Spot, what: &str, count: usize, most: usize) {
        if count > most {
            self.fault(spot, format!("it has {count} {what}, more than {most}"));
        }
    }
}
