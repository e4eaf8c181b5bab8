//! What is on, and whether a choice can be made of it.

mod check;
mod replace;
#[cfg(test)]
mod sold_out;

use std::collections::BTreeSet;

use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::ChoiceId;
use demitasse_shared::menu::{Choice, Drink, Item, Menu, OptionGroup};
use demitasse_shared::order::Chosen;

use super::limits;
use super::refusal::Refusal;

pub use check::{Fault, LANGUAGES, Spot, check};
pub use replace::{replace, sold_out, version, word};

/// Checks a guest's choice against the menu and writes it down as it is now.
///
/// # Errors
/// A refusal that names the drink or the option that is unknown, missing, given twice or sold out.
pub fn choose(menu: &Menu, submit: &Submit) -> Result<Chosen, Refusal> {
    let drink = menu.drink(&submit.drink).ok_or_else(|| {
        Refusal::new(RefusalCode::UnknownDrink, format!("{:?} is not on the menu.", submit.drink.0))
    })?;
    if menu.is_sold_out(drink) {
        return Err(has_run_out(&drink.name));
    }
    let groups: Vec<&OptionGroup> = menu.groups_of(drink).collect();
    check_known(&groups, drink, &submit.options)?;
    let mut options = Vec::new();
    let mut option_names = Vec::new();
    for group in groups {
        for choice in chosen_of(menu, group, &submit.options)? {
            options.push(choice.id.clone());
            option_names.push(choice.name.clone());
        }
    }
    Ok(Chosen {
        drink: drink.id.clone(),
        drink_name: drink.name.clone(),
        options,
        option_names,
        note: limits::note(submit.note.as_deref())?,
    })
}

fn check_known(
    groups: &[&OptionGroup],
    drink: &Drink,
    options: &[ChoiceId],
) -> Result<(), Refusal> {
    let known: BTreeSet<&ChoiceId> =
        groups.iter().flat_map(|group| &group.choices).map(|choice| &choice.id).collect();
    let mut seen = BTreeSet::new();
    for option in options {
        if !known.contains(option) {
            let detail = format!("{:?} is not a choice for {}.", option.0, drink.name);
            return Err(Refusal::new(RefusalCode::UnknownOption, detail));
        }
        if !seen.insert(option) {
            let detail = format!("{:?} is there twice.", option.0);
            return Err(Refusal::new(RefusalCode::DuplicateOption, detail));
        }
    }
    Ok(())
}

/// The choices that were made of one group.
fn chosen_of<'a>(
    menu: &Menu,
    group: &'a OptionGroup,
    options: &[ChoiceId],
) -> Result<Vec<&'a Choice>, Refusal> {
    let chosen: Vec<_> = group.choices.iter().filter(|c| options.contains(&c.id)).collect();
    if chosen.is_empty() && group.required {
        let detail = format!("{} is missing: choose one.", group.name);
        return Err(Refusal::new(RefusalCode::MissingOption, detail));
    }
    if chosen.len() > 1 && !group.several {
        let detail = format!("{} can be chosen once only.", group.name);
        return Err(Refusal::new(RefusalCode::DuplicateOption, detail));
    }
    match chosen.iter().find(|choice| menu.is_gone(choice)) {
        Some(gone) => Err(has_run_out(&gone.name)),
        None => Ok(chosen),
    }
}

fn has_run_out(name: &str) -> Refusal {
    let detail = format!("{name} has just run out. Choose something else; your place is kept.");
    Refusal::new(RefusalCode::DrinkSoldOut, detail)
}

/// The menu once something has run out, or is there again; nothing where that is so already.
///
/// # Errors
/// `not_found` where the menu has no such thing.
pub fn mark(menu: &Menu, item: &Item, available: bool) -> Result<Option<Menu>, Refusal> {
    let mut next = menu.clone();
    if !next.mark(item, available) {
        let (what, id) = match item {
            Item::Ingredient(id) => ("ingredient", id.as_str()),
            Item::Drink(id) => ("drink", id.as_str()),
            Item::Choice(id) => ("choice", id.as_str()),
        };
        let detail = format!("There is no {what} {id:?} on the menu.");
        return Err(Refusal::new(RefusalCode::NotFound, detail));
    }
    Ok((next != *menu).then_some(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn menu() -> Menu {
        toml::from_str(
            r#"
            [[drinks]]
            id = "flat-white"
            name = "Flat white"
            icon = "flat-white"
            groups = ["milk", "extras"]
            [[drinks]]
            id = "cortado"
            name = "Cortado"
            icon = "cortado"
            available = false
            [[groups]]
            id = "milk"
            name = "Milk"
            required = true
            choices = [{ id = "whole", name = "whole" }, { id = "oat", name = "oat" },
                       { id = "soy", name = "soy", available = false }]
            [[groups]]
            id = "extras"
            name = "Extras"
            several = true
            choices = [{ id = "decaf", name = "decaf" }, { id = "extra", name = "extra shot" }]
            "#,
        )
        .expect("a menu")
    }

    fn choice(drink: &str, options: &[&str]) -> Result<Vec<String>, (RefusalCode, String)> {
        let options = options.iter().map(|option| ChoiceId::from(*option)).collect();
        choose(&menu(), &Submit { drink: drink.into(), options, note: None })
            .map(|chosen| chosen.option_names)
            .map_err(|refusal| (refusal.code, refusal.detail))
    }

    #[test]
    fn a_choice_is_written_in_the_menus_order() {
        let names = choice("flat-white", &["extra", "oat", "decaf"]).expect("fine");
        assert_eq!(names, ["oat", "decaf", "extra shot"]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        use RefusalCode::{
            DrinkSoldOut, DuplicateOption, MissingOption, UnknownDrink, UnknownOption,
        };
        let cases: [(&str, &[&str], RefusalCode, &str); 8] = [
            ("mate", &[], UnknownDrink, "\"mate\""),
            ("cortado", &[], DrinkSoldOut, "Cortado"),
            ("flat-white", &[], MissingOption, "Milk"),
            ("flat-white", &["decaf"], MissingOption, "Milk"),
            ("flat-white", &["oat", "rum"], UnknownOption, "\"rum\""),
            ("flat-white", &["oat", "oat"], DuplicateOption, "\"oat\""),
            ("flat-white", &["oat", "whole"], DuplicateOption, "Milk"),
            ("flat-white", &["soy"], DrinkSoldOut, "soy"),
        ];
        for (drink, options, code, named) in cases {
            let (refused, detail) = choice(drink, options).expect_err("refused");
            assert_eq!(refused, code, "{drink} {options:?}");
            assert!(detail.contains(named), "{detail}");
        }
    }

    #[test]
    fn a_drink_is_sold_out_with_the_last_choice_that_it_needs() {
        let marked =
            |menu: &Menu, id: &str| mark(menu, &Item::Choice(id.into()), false).expect("known");
        let one_left = marked(&menu(), "whole").expect("it was there");
        assert_eq!(one_left.sold_out().drinks, ["cortado".into()]);
        let none_left = marked(&one_left, "oat").expect("it was there");
        assert_eq!(none_left.sold_out().drinks, ["flat-white".into(), "cortado".into()]);
        let order = Submit { drink: "flat-white".into(), options: Vec::new(), note: None };
        let refused = choose(&none_left, &order).expect_err("no milk");
        assert_eq!(refused.code, RefusalCode::DrinkSoldOut);
        assert!(refused.detail.starts_with("Flat white"), "{refused}");

        let no_extras = marked(&menu(), "decaf").expect("it was there");
        let no_extras = marked(&no_extras, "extra").expect("it was there");
        assert_eq!(no_extras.sold_out().drinks, ["cortado".into()], "nobody needs an extra");
    }

    #[test]
    fn marking_what_is_so_already_changes_nothing_and_the_unknown_is_named() {
        assert_eq!(mark(&menu(), &Item::Drink("cortado".into()), false), Ok(None));
        assert_eq!(mark(&menu(), &Item::Choice("oat".into()), true), Ok(None));
        let back =
            mark(&menu(), &Item::Drink("cortado".into()), true).expect("known").expect("new");
        assert_eq!(back.sold_out().drinks, []);
        for refused in [
            mark(&menu(), &Item::Drink("oat".into()), true),
            mark(&menu(), &Item::Choice("cortado".into()), true),
        ] {
            assert_eq!(refused.expect_err("unknown").code, RefusalCode::NotFound);
        }
    }
}
