//! The menu's names in the guest's language.
//!
//! Baristas have one name for everything; guests read theirs where the menu gives it.

use demitasse_shared::ids::ChoiceId;
use demitasse_shared::menu::{Category, Choice, Drink, Menu, OptionGroup, Translations};
use demitasse_shared::order::{Chosen, Order};

/// A menu as one guest reads it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Names<'a> {
    menu: &'a Menu,
    tag: &'a str,
}

impl<'a> Names<'a> {
    /// The names of a menu in the language with this tag.
    pub(super) fn new(menu: &'a Menu, tag: &'a str) -> Self {
        Self { menu, tag }
    }

    /// The menu.
    pub(super) fn menu(self) -> &'a Menu {
        self.menu
    }

    pub(super) fn category(self, category: &'a Category) -> &'a str {
        self.own(&category.names, &category.name)
    }

    pub(super) fn drink(self, drink: &'a Drink) -> &'a str {
        self.own(&drink.names, &drink.name)
    }

    pub(super) fn about(self, drink: &'a Drink) -> Option<&'a str> {
        let about = drink.about.as_deref()?;
        Some(self.own(&drink.abouts, about))
    }

    pub(super) fn group(self, group: &'a OptionGroup) -> &'a str {
        self.own(&group.names, &group.name)
    }

    pub(super) fn choice(self, choice: &'a Choice) -> &'a str {
        self.own(&choice.names, &choice.name)
    }

    /// An order's drink and options in one line; nothing where none is chosen.
    pub(super) fn label(self, order: &'a Order) -> String {
        order.chosen.as_ref().map_or_else(String::new, |chosen| self.line(chosen))
    }

    /// A drink and its options in one line, such as "Flat white, Oat". A name is translated only
    /// while the menu still means the same by it: an order stays what it was.
    pub(super) fn line(self, chosen: &'a Chosen) -> String {
        let drink = self.menu.drink(&chosen.drink).filter(|d| d.name == chosen.drink_name);
        let drink = drink.map_or(chosen.drink_name.as_str(), |drink| self.drink(drink));
        let options = chosen.options.iter().zip(&chosen.option_names);
        let options = options.map(|(id, name)| self.option(id, name));
        std::iter::once(drink).chain(options).collect::<Vec<_>>().join(self.separator())
    }

    fn option(self, id: &ChoiceId, name: &'a str) -> &'a str {
        let mut choices = self.menu.groups.iter().flat_map(|group| &group.choices);
        let choice = choices.find(|choice| choice.id == *id && choice.name == *name);
        choice.map_or(name, |choice| self.choice(choice))
    }

    /// What stands between the parts of a list.
    fn separator(self) -> &'static str {
        match self.tag {
            "ja" | "zh" => "、",
            "ar" => "، ",
            _ => ", ",
        }
    }

    /// The cup that is drawn for an order.
    pub(super) fn cup(self, order: &Order) -> &'a str {
        self.cup_of(order.chosen.as_ref())
    }

    /// The cup that is drawn for a drink.
    pub(super) fn cup_of(self, chosen: Option<&Chosen>) -> &'a str {
        let drink = chosen.and_then(|chosen| self.menu.drink(&chosen.drink));
        drink.map_or("flat-white", |drink| &drink.icon)
    }

    fn own(self, names: &'a Translations, base: &'a str) -> &'a str {
        names.get(self.tag).map_or(base, String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;
    use demitasse_shared::order::OrderState;

    #[test]
    fn an_order_is_read_in_the_guests_language() {
        let (menu, order) = (samples::menu(), samples::order(OrderState::Waiting));
        assert_eq!(Names::new(&menu, "en").label(&order), "Flat white, Oat, Extra hot");
        assert_eq!(Names::new(&menu, "de").label(&order), "Flat White, Hafer, Extra heiß");
        assert_eq!(Names::new(&menu, "xx").label(&order), "Flat white, Oat, Extra hot");
        assert_eq!(Names::new(&menu, "de").label(&samples::order(OrderState::Reserved)), "");
    }

    #[test]
    fn an_order_stays_what_it_was_when_the_menu_changes() {
        let (mut menu, order) = (samples::menu(), samples::order(OrderState::Waiting));
        let drink = menu.drinks.iter_mut().find(|drink| drink.id.as_str() == "flat-white");
        "Cloud".clone_into(&mut drink.expect("it is on the menu").name);
        menu.groups.retain(|group| group.id.as_str() != "milk");
        assert_eq!(Names::new(&menu, "de").label(&order), "Flat white, Oat, Extra heiß");
    }
}
