//! What is on, and whether a choice can be made of it.

use std::collections::BTreeSet;

use demitasse_shared::api::Submit;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::ChoiceId;
use demitasse_shared::menu::{Choice, Drink, Menu, OptionGroup};
use demitasse_shared::order::Chosen;

use super::limits;
use super::refusal::Refusal;

/// Checks a guest's choice against the menu and writes it down as it is now.
///
/// # Errors
/// A refusal that names the drink or the option that is unknown, missing, given twice or sold out.
pub fn choose(menu: &Menu, submit: &Submit) -> Result<Chosen, Refusal> {
    let drink = menu.drink(&submit.drink).ok_or_else(|| {
        Refusal::new(RefusalCode::UnknownDrink, format!("{:?} is not on the menu.", submit.drink.0))
    })?;
    if !drink.available {
        return Err(sold_out(&drink.name));
    }
    let groups: Vec<&OptionGroup> = menu.groups_of(drink).collect();
    check_known(&groups, drink, &submit.options)?;
    let mut options = Vec::new();
    let mut option_names = Vec::new();
    for group in groups {
        for choice in chosen_of(group, &submit.options)? {
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
fn chosen_of<'a>(group: &'a OptionGroup, options: &[ChoiceId]) -> Result<Vec<&'a Choice>, Refusal> {
    let chosen: Vec<_> = group.choices.iter().filter(|c| options.contains(&c.id)).collect();
    if chosen.is_empty() && group.required {
        let detail = format!("{} is missing: choose one.", group.name);
        return Err(Refusal::new(RefusalCode::MissingOption, detail));
    }
    if chosen.len() > 1 && !group.several {
        let detail = format!("{} can be chosen once only.", group.name);
        return Err(Refusal::new(RefusalCode::DuplicateOption, detail));
    }
    match chosen.iter().find(|choice| !choice.available) {
        Some(gone) => Err(sold_out(&gone.name)),
        None => Ok(chosen),
    }
}

fn sold_out(name: &str) -> Refusal {
    let detail = format!("{name} has just run out. Choose something else; your place is kept.");
    Refusal::new(RefusalCode::DrinkSoldOut, detail)
}

/// Checks a menu before it is taken over.
///
/// # Errors
/// Everything that is wrong with it, a sentence each.
pub fn check(menu: &Menu) -> Result<(), Vec<String>> {
    let mut faults = Vec::new();
    if menu.drinks.is_empty() {
        faults.push("the menu has no drink".to_owned());
    }
    twice("drink", menu.drinks.iter().map(|d| d.id.as_str()), &mut faults);
    twice("group", menu.groups.iter().map(|g| g.id.as_str()), &mut faults);
    let choices = menu.groups.iter().flat_map(|g| &g.choices).map(|c| c.id.as_str());
    twice("choice", choices, &mut faults);
    for drink in &menu.drinks {
        for group in &drink.groups {
            if !menu.groups.iter().any(|g| g.id == *group) {
                faults.push(format!("drink {} asks for the unknown group {group}", drink.id));
            }
        }
    }
    for group in &menu.groups {
        if let Some(default) = &group.default
            && !group.choices.iter().any(|choice| choice.id == *default)
        {
            faults.push(format!("group {} has no choice {default} for its default", group.id));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn twice<'a>(what: &str, ids: impl Iterator<Item = &'a str>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            faults.push(format!("{what} {id} is there twice"));
        }
    }
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
    fn a_faulty_menu_is_told_all_its_faults() {
        let mut broken = menu();
        broken.drinks[1].id = "flat-white".into();
        broken.drinks[1].groups = vec!["size".into()];
        broken.groups[0].default = Some("goat".into());
        let faults = check(&broken).expect_err("faults");
        assert_eq!(faults.len(), 3, "{faults:?}");
        assert_eq!(check(&menu()), Ok(()));
    }
}
