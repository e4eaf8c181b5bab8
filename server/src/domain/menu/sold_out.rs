//! What cannot be had, against what the words mean: every way of ordering a drink is tried.

use demitasse_shared::api::Submit;
use demitasse_shared::menu::{Choice, Drink, Ingredient, Menu, OptionGroup};
use proptest::prelude::*;

use super::choose;

const INGREDIENTS: usize = 4;

/// A few of the ingredients, once each.
fn needs() -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence((0..INGREDIENTS).collect::<Vec<_>>(), 0..=2)
}

fn group(
    id: usize,
    choices: Vec<(bool, Vec<usize>)>,
    required: bool,
    several: bool,
) -> OptionGroup {
    let choices = choices.into_iter().enumerate().map(|(place, (available, needs))| Choice {
        id: format!("choice-{id}-{place}").as_str().into(),
        name: format!("Choice {id} {place}"),
        names: [].into(),
        needs: words(&needs),
        available,
    });
    OptionGroup {
        id: format!("group-{id}").as_str().into(),
        name: format!("Group {id}"),
        names: [].into(),
        required,
        several,
        default: None,
        choices: choices.collect(),
    }
}

fn words(needs: &[usize]) -> Vec<demitasse_shared::ids::IngredientId> {
    needs.iter().map(|need| format!("ingredient-{need}").as_str().into()).collect()
}

prop_compose! {
    fn groups()(
        groups in prop::collection::vec(
            (prop::collection::vec((any::<bool>(), needs()), 1..=3), any::<bool>(), any::<bool>()),
            2,
        )
    ) -> Vec<OptionGroup> {
        let groups = groups.into_iter().enumerate();
        groups.map(|(id, (choices, required, several))| group(id, choices, required, several)).collect()
    }
}

prop_compose! {
    fn menu()(
        groups in groups(),
        stock in prop::collection::vec(any::<bool>(), INGREDIENTS),
        drinks in prop::collection::vec(
            (any::<bool>(), needs(), prop::sample::subsequence(vec![0, 1], 0..=2)), 1..=3,
        ),
    ) -> Menu {
        let ingredients = stock.into_iter().enumerate().map(|(id, available)| Ingredient {
            id: format!("ingredient-{id}").as_str().into(), name: format!("Ingredient {id}"), available,
        });
        let drinks = drinks.into_iter().enumerate().map(|(id, (available, needs, groups))| Drink {
            id: format!("drink-{id}").as_str().into(),
            name: format!("Drink {id}"),
            names: [].into(),
            about: None,
            abouts: [].into(),
            icon: "tea".to_owned(),
            category: None,
            needs: words(&needs),
            work: 1,
            groups: groups.iter().map(|group| format!("group-{group}").as_str().into()).collect(),
            available,
        });
        Menu { categories: Vec::new(), ingredients: ingredients.collect(), drinks: drinks.collect(), groups }
    }
}

/// Every set of choices that a drink's groups offer.
fn ways(menu: &Menu, drink: &Drink) -> Vec<Submit> {
    let choices: Vec<_> = menu.groups_of(drink).flat_map(|group| &group.choices).collect();
    (0..1_u32 << choices.len())
        .map(|set| {
            let taken = choices.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
            let options = taken.map(|(_, choice)| choice.id.clone()).collect();
            Submit { drink: drink.id.clone(), options, note: None }
        })
        .collect()
}

/// Whether everything that goes into a cup is there, looked up one by one.
fn is_there(menu: &Menu, needs: &[demitasse_shared::ids::IngredientId]) -> bool {
    needs.iter().all(|need| menu.ingredients.iter().any(|own| own.id == *need && own.available))
}

/// Whether this cup could be made: by the words, without the rule.
fn can_be_made(menu: &Menu, drink: &Drink, order: &Submit) -> bool {
    let answered = menu.groups_of(drink).all(|group| {
        let taken =
            group.choices.iter().filter(|choice| order.options.contains(&choice.id)).count();
        (taken > 0 || !group.required) && (taken < 2 || group.several)
    });
    let mut taken = menu.choices().filter(|choice| order.options.contains(&choice.id));
    let has_choices = taken.all(|choice| choice.available && is_there(menu, &choice.needs));
    drink.available && is_there(menu, &drink.needs) && answered && has_choices
}

proptest! {
    #[test]
    fn a_drink_is_sold_out_exactly_when_no_way_of_ordering_it_can_be_made(menu in menu()) {
        for drink in &menu.drinks {
            let ways = ways(&menu, drink);
            for order in &ways {
                let taken = choose(&menu, order).is_ok();
                prop_assert_eq!(taken, can_be_made(&menu, drink, order), "{:?}", order);
            }
            let any = ways.iter().any(|order| can_be_made(&menu, drink, order));
            prop_assert_eq!(menu.is_sold_out(drink), !any, "{}", drink.id);
            prop_assert_eq!(menu.sold_out().drinks.contains(&drink.id), !any);
        }
        for choice in menu.choices() {
            let gone = !choice.available || !is_there(&menu, &choice.needs);
            prop_assert_eq!(menu.sold_out().choices.contains(&choice.id), gone);
        }
    }
}
