//! What managers change while the bar runs.

use demitasse_shared::api::{Marks, NewAnnouncement};
use demitasse_shared::error::RefusalCode;
use demitasse_shared::menu::{Item, Menu};
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Announcement, ShopState};

use super::{Foreseen, Oracle, later};

impl Oracle {
    /// Other rules. The window on show gives the new number of drinks, never fewer than it gave.
    pub(super) fn rule(&mut self, rules: Settings) -> Foreseen {
        let out = |rule: &&demitasse_shared::settings::Bounds| {
            rules.get(rule.name).is_none_or(|value| value < rule.min || value > rule.max)
        };
        if Settings::RULES.iter().any(|rule| out(&rule)) {
            return Foreseen::no(RefusalCode::InvalidRequest);
        }
        if rules == self.rules {
            return Foreseen::done(Vec::new());
        }
        self.rules = rules;
        let mut rows = vec![("settings_changed", None)];
        let (now, last) = (self.now, self.windows.len().wrapping_sub(1));
        if let Some(window) = self.windows.last_mut().filter(|window| window.shows(now)) {
            let drinks = rules.window_drinks.max(window.taken);
            if window.drinks != drinks {
                window.drinks = drinks;
                let left = window.left();
                if self.shop.state == ShopState::Open {
                    self.shown = Some((last, left));
                    rows.push(("window_resized", None));
                }
            }
        }
        Foreseen::done(rows)
    }

    /// Something runs out, or is there again.
    pub(super) fn stock(&mut self, item: &Item, there: bool) -> Foreseen {
        let Some(mark) = mark(&mut self.menu, item) else {
            return Foreseen::no(RefusalCode::NotFound);
        };
        let changes = *mark != there;
        *mark = there;
        Foreseen::done(if changes { vec![("stock_changed", None)] } else { Vec::new() })
    }

    /// Another menu goes up; what has run out stays so, or not.
    pub(super) fn replace_menu(&mut self, new: &Menu, marks: Marks) -> Foreseen {
        let mut next = new.clone();
        if marks == Marks::Keep {
            let (drinks, choices, ingredients) = marked(&self.menu);
            let items = drinks.chain(choices).chain(ingredients).collect::<Vec<_>>();
            for item in items {
                if let Some(mark) = mark(&mut next, &item) {
                    *mark = false;
                }
            }
        }
        if next == self.menu {
            return Foreseen::done(Vec::new());
        }
        self.menu = next;
        Foreseen::done(vec![("menu_changed", None)])
    }

    /// A line for everybody.
    pub(super) fn announce(&mut self, new: &NewAnnouncement) -> Foreseen {
        let minutes = new.minutes.unwrap_or(10);
        let length = new.text.chars().count();
        if !(1..=240).contains(&minutes) || !(1..=120).contains(&length) {
            return Foreseen::no(RefusalCode::InvalidRequest);
        }
        let until = later(self.now, minutes * 60);
        self.announcement = Some(Announcement { text: new.text.clone(), at: self.now, until });
        Foreseen::done(vec![("announced", None)])
    }

    /// The line is taken down.
    pub(super) fn take_down(&mut self) -> Foreseen {
        let was_there = self.announcement.take().is_some();
        Foreseen::done(if was_there { vec![("announcement_taken_down", None)] } else { Vec::new() })
    }
}

fn mark<'a>(menu: &'a mut Menu, item: &Item) -> Option<&'a mut bool> {
    match item {
        Item::Drink(id) => {
            menu.drinks.iter_mut().find(|own| own.id == *id).map(|own| &mut own.available)
        }
        Item::Ingredient(id) => {
            menu.ingredients.iter_mut().find(|own| own.id == *id).map(|own| &mut own.available)
        }
        Item::Choice(id) => {
            let mut choices = menu.groups.iter_mut().flat_map(|group| &mut group.choices);
            choices.find(|own| own.id == *id).map(|own| &mut own.available)
        }
    }
}

/// What is marked as run out by itself.
fn marked(
    menu: &Menu,
) -> (
    impl Iterator<Item = Item> + '_,
    impl Iterator<Item = Item> + '_,
    impl Iterator<Item = Item> + '_,
) {
    let drinks = menu.drinks.iter().filter(|own| !own.available);
    let choices = menu.groups.iter().flat_map(|group| &group.choices).filter(|c| !c.available);
    let ingredients = menu.ingredients.iter().filter(|own| !own.available);
    (
        drinks.map(|own| Item::Drink(own.id.clone())),
        choices.map(|own| Item::Choice(own.id.clone())),
        ingredients.map(|own| Item::Ingredient(own.id.clone())),
    )
}
