//! Rule 7: what can be ordered.

use std::collections::BTreeSet;

use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{ChoiceId, DrinkId, GroupId, IngredientId};
use demitasse_shared::menu::{Choice, Drink, Menu, OptionGroup};
use demitasse_shared::order::Chosen;

/// The longest note, in characters.
const NOTE: usize = 120;

/// What the order will say, or what is wrong with the choice.
pub(super) fn choose(menu: &Menu, submit: &Submit) -> Result<Chosen, RefusalCode> {
    let drink = menu.drinks.iter().find(|drink| drink.id == submit.drink);
    let drink = drink.ok_or(RefusalCode::UnknownDrink)?;
    if is_out(menu, drink) {
        return Err(RefusalCode::DrinkSoldOut);
    }
    let groups = groups(menu, drink);
    let mut seen = BTreeSet::new();
    for option in &submit.options {
        if !groups.iter().any(|group| group.choices.iter().any(|choice| choice.id == *option)) {
            return Err(RefusalCode::UnknownOption);
        }
        if !seen.insert(option) {
            return Err(RefusalCode::DuplicateOption);
        }
    }
    let mut taken = Vec::new();
    for group in groups {
        let here = group.choices.iter().filter(|choice| seen.contains(&choice.id));
        let here: Vec<&Choice> = here.collect();
        match here.len() {
            0 if group.required => return Err(RefusalCode::MissingOption),
            2.. if !group.several => return Err(RefusalCode::DuplicateOption),
            _ if here.iter().any(|choice| is_gone(menu, choice)) => {
                return Err(RefusalCode::DrinkSoldOut);
            }
            _ => taken.extend(here),
        }
    }
    let note = submit.note.clone();
    if note.as_ref().is_some_and(|note| note.chars().count() > NOTE) {
        return Err(RefusalCode::InvalidRequest);
    }
    Ok(Chosen {
        drink: drink.id.clone(),
        drink_name: drink.name.clone(),
        options: taken.iter().map(|choice| choice.id.clone()).collect(),
        option_names: taken.iter().map(|choice| choice.name.clone()).collect(),
        note,
    })
}

/// All that cannot be had: drinks, choices, and what they are made with.
pub(in crate::simulation) fn gone(menu: &Menu) -> (Vec<DrinkId>, Vec<ChoiceId>, Vec<IngredientId>) {
    let drinks = menu.drinks.iter().filter(|drink| is_out(menu, drink)).map(|d| d.id.clone());
    let choices = menu.groups.iter().flat_map(|group| &group.choices);
    let choices = choices.filter(|choice| is_gone(menu, choice)).map(|choice| choice.id.clone());
    let ingredients = menu.ingredients.iter().filter(|own| !own.available).map(|i| i.id.clone());
    (drinks.collect(), choices.collect(), ingredients.collect())
}

fn groups<'a>(menu: &'a Menu, drink: &Drink) -> Vec<&'a OptionGroup> {
    let of = |id: &GroupId| menu.groups.iter().find(|group| group.id == *id);
    drink.groups.iter().filter_map(of).collect()
}

/// A drink that nobody can have, whatever is chosen with it.
fn is_out(menu: &Menu, drink: &Drink) -> bool {
    let is_empty =
        |group: &OptionGroup| group.required && group.choices.iter().all(|c| is_gone(menu, c));
    !drink.available || lacks(menu, &drink.needs) || groups(menu, drink).into_iter().any(is_empty)
}

fn is_gone(menu: &Menu, choice: &Choice) -> bool {
    !choice.available || lacks(menu, &choice.needs)
}

fn lacks(menu: &Menu, needs: &[IngredientId]) -> bool {
    needs.iter().any(|need| menu.ingredients.iter().any(|own| own.id == *need && !own.available))
}
