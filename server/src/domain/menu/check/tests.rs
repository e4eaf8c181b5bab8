//! What is wrong with a menu is named, all of it, with where it stands.

use super::*;

fn menu() -> Menu {
    toml::from_str(
        r#"
        [[categories]]
        id = "coffee"
        name = "Coffee"
        [[ingredients]]
        id = "oat-milk"
        name = "Oat milk"
        [[drinks]]
        id = "flat-white"
        name = "Flat white"
        icon = "flat-white"
        category = "coffee"
        groups = ["milk"]
        [[drinks]]
        id = "tea"
        name = "Tea"
        icon = "tea"
        [[groups]]
        id = "milk"
        name = "Milk"
        choices = [{ id = "oat", name = "oat", needs = ["oat-milk"] }]
        "#,
    )
    .expect("a menu")
}

/// The faults of a menu after something was changed, each with its key.
#[track_caller]
fn check_that(change: impl FnOnce(&mut Menu), expected: &[(&str, &str)]) {
    let mut menu = menu();
    change(&mut menu);
    let faults = check(&menu).err().unwrap_or_default();
    let told: Vec<_> = faults
        .iter()
        .map(|fault| (fault.spot.map_or("", |spot| spot.key), fault.words.as_str()))
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn a_good_menu_has_none() {
    check_that(|_| {}, &[]);
}

#[test]
fn words_that_nobody_knows_are_named_with_the_nearest() {
    check_that(
        |menu| {
            menu.drinks[0].icon = "flatwhite".to_owned();
            menu.drinks[0].category = Some("cofee".into());
            menu.drinks[0].groups = vec!["mlik".into()];
            menu.drinks[1].needs = vec!["goat".into()];
            menu.groups[0].default = Some("oats".into());
            menu.drinks[1].names = [("dee".to_owned(), "Tee".to_owned())].into();
        },
        &[
            (
                "icon",
                r#"drink flat-white: there is no icon "flatwhite"; did you mean "flat-white"?"#,
            ),
            (
                "category",
                r#"drink flat-white: there is no category "cofee"; did you mean "coffee"?"#,
            ),
            ("groups", r#"drink flat-white: there is no group "mlik"; did you mean "milk"?"#),
            ("names", r#"drink tea: there is no language "dee"; did you mean "de"?"#),
            ("needs", r#"drink tea: there is no ingredient "goat"; there are oat-milk"#),
            ("default", r#"group milk: there is no choice "oats"; did you mean "oat"?"#),
        ],
    );
}

#[test]
fn what_is_there_twice_or_has_another_ones_word_is_named() {
    check_that(
        |menu| {
            menu.drinks[1].id = "flat-white".into();
            menu.drinks[0].groups = vec!["milk".into(), "milk".into()];
            menu.groups.push(OptionGroup { id: "extras".into(), ..menu.groups[0].clone() });
            menu.groups[0].choices[0].needs = vec!["oat-milk".into(), "oat-milk".into()];
            menu.categories[0].id = "flat-white".into();
            menu.drinks[0].category = None;
        },
        &[
            ("id", "drink flat-white: it is there twice"),
            ("id", "choice oat: it is there twice"),
            ("id", "category flat-white: a drink has the same id, and stations take both"),
            ("groups", "drink flat-white: it asks for milk twice"),
            ("needs", "choice oat: it needs oat-milk twice"),
        ],
    );
}

#[test]
fn texts_and_numbers_out_of_their_bounds_are_named() {
    check_that(
        |menu| {
            menu.drinks[0].id = "Flat White".into();
            menu.drinks[0].name = "x".repeat(41);
            menu.drinks[1].name = " Tea\u{200b}".to_owned();
            menu.drinks[1].work = 0;
            menu.drinks[1].abouts = [("de".to_owned(), "Ein Kännchen".to_owned())].into();
            menu.groups[0].choices.clear();
        },
        &[
            ("choices", "group milk: it has no choice"),
            (
                "id",
                "drink Flat White: \"Flat White\" is no id: an id is a word of small letters, \
                 digits and hyphens, 40 characters at most",
            ),
            (
                "name",
                &format!("drink Flat White: {:?} has 41 characters, more than 40", "x".repeat(41)),
            ),
            (
                "name",
                "drink tea: \" Tea\\u{200b}\" has spaces at its ends or in a row, or characters \
                 that cannot be seen",
            ),
            ("abouts", "drink tea: it has `abouts` without an `about` to translate"),
            ("work", "drink tea: its work goes from 1 to 50 points"),
        ],
    );
}

#[test]
fn too_much_of_anything_is_named() {
    check_that(
        |menu| {
            let tea = menu.drinks[1].clone();
            menu.drinks = (0..101)
                .map(|n| Drink { id: format!("tea-{n}").as_str().into(), ..tea.clone() })
                .collect();
        },
        &[("", "the menu: it has 101 drinks, more than 100")],
    );
    check_that(|menu| menu.drinks.clear(), &[("", "the menu: it has no drink")]);
}
