//! Which drinks can be made together, and what a drink has that is not usual.

use std::collections::BTreeSet;

use demitasse_shared::ids::{ChoiceId, OrderId};
use demitasse_shared::menu::{Menu, OptionGroup};
use demitasse_shared::order::{Chosen, Order};

/// How much two drinks have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Likeness {
    /// Another drink with the same base, which has this name: one jug of milk does for both.
    Base(String),
    /// The same drink with the same options.
    Drink,
}

/// Waiting tickets that can be made together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alike {
    /// The base that they share; nothing where the whole drink is the same.
    pub(crate) base: Option<String>,
    /// Their orders.
    pub(crate) orders: BTreeSet<OrderId>,
}

/// What waits and can be made together with a drink: the same drinks, then all with the same base.
/// `own` is the drink's order: a batch is more than that one, and each is larger than the one
/// before it.
pub(super) fn alike<'a>(
    own: OrderId,
    chosen: &Chosen,
    waiting: impl Iterator<Item = &'a Order>,
    menu: Option<&Menu>,
) -> Vec<Alike> {
    let mut drinks = Alike { base: None, orders: BTreeSet::new() };
    let mut bases = drinks.clone();
    for order in waiting {
        let other = order.chosen.as_ref();
        match other.and_then(|other| likeness(chosen, other, menu)) {
            Some(Likeness::Drink) => {
                drinks.orders.insert(order.id);
            }
            Some(Likeness::Base(name)) => {
                bases.base = Some(name);
                bases.orders.insert(order.id);
            }
            None => {}
        }
    }
    let more = !bases.orders.is_empty();
    bases.orders.extend(&drinks.orders);
    let several = |orders: &BTreeSet<OrderId>| orders.iter().any(|id| *id != own);
    let mut stages = Vec::new();
    stages.extend(Some(drinks).filter(|stage| several(&stage.orders)));
    stages.extend(Some(bases).filter(|_| more));
    stages
}

/// How two drinks are alike, if they are.
pub(crate) fn likeness(one: &Chosen, other: &Chosen, menu: Option<&Menu>) -> Option<Likeness> {
    let options = |chosen: &Chosen| chosen.options.iter().cloned().collect::<BTreeSet<_>>();
    if one.drink == other.drink && options(one) == options(other) {
        return Some(Likeness::Drink);
    }
    let base = base(one, menu)?;
    let shared = self::base(other, menu)? == base;
    shared.then(|| Likeness::Base(name(one, base)))
}

/// A drink's base is its milk, or what stands in for milk where there is none: **the choice that
/// was made in the first group of the drink that must be answered**. In the menu that comes with
/// the bar that is the milk of everything with milk in it, and the leaf of a tea; an espresso has
/// none. A choice's word is unique in the whole menu, so drinks with the same word share the group
/// too. While the menu is unknown it is the first option of all, for the server lists them in the
/// menu's order.
fn base<'a>(chosen: &'a Chosen, menu: Option<&Menu>) -> Option<&'a ChoiceId> {
    let Some((menu, drink)) = menu.and_then(|menu| Some((menu, menu.drink(&chosen.drink)?))) else {
        return chosen.options.first();
    };
    let group = menu.groups_of(drink).find(|group| group.required)?;
    chosen.options.iter().find(|option| has(group, option))
}

/// The names of a drink's options, each with whether it is unlike what most people get: not the
/// choice that its group makes by itself. While the menu is unknown none is.
pub(crate) fn unusual<'a>(
    chosen: &'a Chosen,
    menu: Option<&'a Menu>,
) -> impl Iterator<Item = (&'a str, bool)> {
    let usual = move |option: &ChoiceId| {
        menu.is_none_or(|menu| menu.groups.iter().any(|g| g.default.as_ref() == Some(option)))
    };
    let options = chosen.options.iter().zip(&chosen.option_names);
    options.map(move |(option, name)| (name.as_str(), !usual(option)))
}

fn has(group: &OptionGroup, option: &ChoiceId) -> bool {
    group.choices.iter().any(|choice| choice.id == *option)
}

fn name(chosen: &Chosen, option: &ChoiceId) -> String {
    let place = chosen.options.iter().position(|known| known == option);
    place.and_then(|place| chosen.option_names.get(place)).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{chosen, menu};

    #[track_caller]
    fn check(one: (&str, &[&str]), other: (&str, &[&str]), expected: Option<&Likeness>) {
        let (one, other) = (chosen(one.0, one.1, None), chosen(other.0, other.1, None));
        assert_eq!(likeness(&one, &other, Some(&menu())).as_ref(), expected);
        assert_eq!(likeness(&other, &one, Some(&menu())).as_ref(), expected);
    }

    #[test]
    fn drinks_are_alike_by_all_their_options_or_by_their_milk() {
        let oat = Likeness::Base("Oat".to_owned());
        check(("Flat white", &["Oat"]), ("Flat white", &["Oat"]), Some(&Likeness::Drink));
        check(("Latte", &["Oat", "Decaf"]), ("Latte", &["Decaf", "Oat"]), Some(&Likeness::Drink));
        check(("Flat white", &["Oat"]), ("Latte", &["Oat", "Decaf"]), Some(&oat));
        check(("Flat white", &["Oat"]), ("Flat white", &["Oat", "Decaf"]), Some(&oat));
        check(("Flat white", &["Oat"]), ("Flat white", &["Soy"]), None);
        // Decaf is no milk, and a leaf is not milk's.
        check(("Latte", &["Oat", "Decaf"]), ("Latte", &["Soy", "Decaf"]), None);
        check(("Espresso", &["Decaf"]), ("Latte", &["Soy", "Decaf"]), None);
        check(("Espresso", &[]), ("Espresso", &[]), Some(&Likeness::Drink));
        check(("Espresso", &[]), ("Espresso", &["Decaf"]), None);
        check(("Tea", &["Black"]), ("Latte", &["Oat"]), None);
    }

    #[test]
    fn without_a_menu_the_first_option_is_the_milk() {
        let (one, other) =
            (chosen("Latte", &["Oat", "Decaf"], None), chosen("Cortado", &["Oat"], None));
        assert_eq!(likeness(&one, &other, None), Some(Likeness::Base("Oat".to_owned())));
    }

    #[test]
    fn the_usual_is_what_the_menu_chooses_by_itself() {
        let (chosen, menu) = (chosen("Latte", &["Whole milk", "Decaf"], None), menu());
        let all: Vec<_> = unusual(&chosen, Some(&menu)).collect();
        assert_eq!(all, [("Whole milk", false), ("Decaf", true)]);
        assert!(unusual(&chosen, None).all(|(_, unusual)| !unusual));
    }
}
