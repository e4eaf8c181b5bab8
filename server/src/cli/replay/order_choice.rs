//! What a guest of the recording orders from the menu of today.

use std::collections::BTreeMap;

use demitasse_shared::api::Submit;
use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::menu::{Drink, Menu, OptionGroup};

use super::draw::Draw;
use super::recording::Visit;

/// How many of a hundred guests take a required group's default.
const KEEP_DEFAULT: u64 = 70;

/// How many of a hundred guests take something from a group that they could pass by.
const TAKE_EXTRA: u64 = 15;

/// Which drink of the menu each recorded name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Translation(BTreeMap<String, DrinkId>);

impl Translation {
    /// Finds each recorded drink on the menu by its name. One that is not there gets a drink that
    /// no other recorded name stands for; always the same for the same recording and menu.
    pub(super) fn new(visits: &[Visit], menu: &Menu) -> Self {
        let recorded = visits.iter().filter_map(|visit| visit.drink.clone());
        let mut found: BTreeMap<String, Option<DrinkId>> = recorded
            .map(|name| {
                let drink = by_name(&name, menu).map(|drink| drink.id.clone());
                (name, drink)
            })
            .collect();
        let known: Vec<DrinkId> = found.values().flatten().cloned().collect();
        let (taken, free): (Vec<_>, Vec<_>) =
            menu.drinks.iter().map(|drink| &drink.id).partition(|id| known.contains(id));
        let mut others = free.into_iter().chain(taken).cycle();
        for drink in found.values_mut().filter(|drink| drink.is_none()) {
            *drink = others.next().cloned();
        }
        Self(found.into_iter().filter_map(|(name, drink)| Some((name, drink?))).collect())
    }

    /// The drink that a visit asks for.
    pub(super) fn drink(&self, visit: &Visit) -> Option<DrinkId> {
        self.0.get(visit.drink.as_ref()?).cloned()
    }
}

/// The drink with this name, or else the one whose name is part of it ("Caffe Latte": "Latte").
fn by_name<'a>(recorded: &str, menu: &'a Menu) -> Option<&'a Drink> {
    let recorded = words(recorded);
    let same = |drink: &&Drink| words(&drink.name) == recorded;
    let part = |drink: &&Drink| words(&drink.name).iter().all(|word| recorded.contains(word));
    let drinks = || menu.drinks.iter();
    drinks().find(same).or_else(|| drinks().find(part))
}

fn words(name: &str) -> Vec<String> {
    name.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

/// Chooses: the wanted drink where it can be had, else another one; with options as people take
/// them. Nothing where the whole menu is sold out.
pub(super) fn choose(wanted: Option<&DrinkId>, menu: &Menu, draw: &mut Draw) -> Option<Submit> {
    let can_be_had: Vec<&Drink> =
        menu.drinks.iter().filter(|drink| !menu.is_sold_out(drink)).collect();
    let wanted = can_be_had.iter().find(|drink| Some(&drink.id) == wanted);
    let drink = *wanted.or_else(|| draw.one_of(&can_be_had))?;
    let options = menu.groups_of(drink).filter_map(|group| option(menu, group, draw)).collect();
    Some(Submit { drink: drink.id.clone(), options, note: None })
}

fn option(menu: &Menu, group: &OptionGroup, draw: &mut Draw) -> Option<ChoiceId> {
    let choices: Vec<&ChoiceId> =
        group.choices.iter().filter(|c| !menu.is_gone(c)).map(|choice| &choice.id).collect();
    let default = group.default.as_ref().filter(|default| choices.contains(default));
    // Drawn in any case, so that a choice that ran out does not shift the choices after it.
    let (keeps, takes, any) =
        (draw.percent(KEEP_DEFAULT), draw.percent(TAKE_EXTRA), draw.one_of(&choices));
    match default {
        Some(default) if keeps => Some(default.clone()),
        _ if group.required || takes => any.map(|&choice| choice.clone()),
        _ => default.cloned(),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::draw::Stream;
    use super::*;

    const RECORDED: [&str; 6] =
        ["Americano", "Caffe Latte", "Espresso", "Flat White", "Bens Brew", "James Soda"];

    fn menu() -> Menu {
        toml::from_str(include_str!("../../../../assets/menus/default.toml")).expect("a menu")
    }

    fn visit(drink: &str) -> Visit {
        Visit {
            order: 1,
            arrives: Duration::ZERO,
            drink: Some(drink.to_owned()),
            choosing: Duration::ZERO,
            making: Duration::ZERO,
            cancels: false,
        }
    }

    #[test]
    fn recorded_drinks_are_found_on_the_menu() {
        let visits = RECORDED.map(visit);
        let translation = Translation::new(&visits, &menu());
        let drinks = visits.map(|visit| translation.drink(&visit).expect("every name has one").0);
        let named = ["americano", "latte", "espresso", "flat-white"];
        assert_eq!(drinks[..4], named);
        // House specials: the first two drinks that nobody asks for by name.
        assert_eq!(drinks[4..], ["cortado", "cappuccino"]);
    }

    #[test]
    fn a_menu_without_any_recorded_drink_still_serves_everyone() {
        let mut menu = menu();
        menu.drinks.retain(|drink| drink.id.as_str() == "tea");
        let visits = RECORDED.map(visit);
        let translation = Translation::new(&visits, &menu);
        assert!(visits.iter().all(|visit| translation.drink(visit) == Some("tea".into())));
    }

    #[test]
    fn every_choice_is_one_that_the_menu_allows() {
        let mut menu = menu();
        for choice in menu.groups.iter_mut().flat_map(|group| &mut group.choices) {
            choice.available = choice.id.as_str() != "oat";
        }
        for guest in 0..500 {
            let mut draw = Draw::new(1, Stream::Guest(guest));
            let wanted = menu.drinks[guest as usize % menu.drinks.len()].id.clone();
            let submit = choose(Some(&wanted), &menu, &mut draw).expect("the bar has drinks");
            assert_eq!(submit.drink, wanted);
            let drink = menu.drink(&submit.drink).expect("from the menu");
            for group in menu.groups_of(drink) {
                let of_group =
                    group.choices.iter().filter(|choice| submit.options.contains(&choice.id));
                let chosen: Vec<_> = of_group.collect();
                assert!(chosen.len() <= 1 && (chosen.len() == 1 || !group.required), "{submit:?}");
                assert!(chosen.iter().all(|choice| choice.available), "{submit:?}");
            }
        }
    }

    #[test]
    fn who_finds_a_drink_sold_out_takes_another() {
        let mut menu = menu();
        let mut draw = Draw::new(1, Stream::Guest(1));
        for drink in &mut menu.drinks {
            drink.available = drink.id.as_str() == "filter";
        }
        let wanted = "espresso".into();
        let submit = choose(Some(&wanted), &menu, &mut draw).expect("filter is left");
        assert_eq!(submit.drink.as_str(), "filter");
        menu.drinks.clear();
        assert_eq!(choose(Some(&wanted), &menu, &mut draw), None);
    }
}
