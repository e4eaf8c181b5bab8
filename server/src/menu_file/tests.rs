//! Files as venues write them: all faults with their lines, and a way out that is a way in.

use demitasse_shared::icons;
use demitasse_shared::ids::{ChoiceId, GroupId, IngredientId};
use demitasse_shared::menu::{
    Category, Choice, Drink, Ingredient, Menu, OptionGroup, Translations,
};
use proptest::prelude::*;

use super::*;
use crate::config::default_menu;
use crate::domain::limits::plain;
use crate::domain::menu::{LANGUAGES, check as check_menu};

/// The faults of a file, as `LINE: WORDS`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let faults = read(text).err().unwrap_or_default();
    let told: Vec<_> = faults
        .iter()
        .map(|fault| match fault.line {
            Some(line) => format!("{line}: {}", fault.words),
            None => fault.words.clone(),
        })
        .collect();
    assert_eq!(told, expected);
}

#[test]
fn all_faults_are_told_at_once_with_their_lines() {
    check(
        r#"
[[drinks]]
id = "flat-white"
name = "Flat white"
icn = "flat-white"
groups = ["mlik"]
work = "2"

[[drinks]]
id = "tea"
name = 7
icon = "tee"
available = "no"

[[groups]]
id = "milk"
name = "Milk"
names = { de = "Milch", deu = "Milch" }

[[groups.choices]]
name = "Oat"
"#,
        &[
            "2: drink flat-white: it has no `icon`",
            "5: drink flat-white: there is no key \"icn\"; did you mean \"icon\"?",
            "6: drink flat-white: there is no group \"mlik\"; did you mean \"milk\"?",
            "7: drink flat-white: `work` is a whole number such as 2",
            "11: drink tea: `name` is a text in quotes",
            "12: drink tea: there is no icon \"tee\"; did you mean \"tea\"?",
            "13: drink tea: `available` is true or false",
            "18: group milk: there is no language \"deu\"; did you mean \"de\"?",
            "20: choice no. 1: it has no `id`",
        ],
    );
}

#[test]
fn lists_that_are_no_lists_and_lists_that_nobody_knows_are_named() {
    check(
        "groups = \"milk\"\n[[drink]]\nid = \"tea\"\n",
        &[
            "1: `groups` is a list of tables, each under [[groups]]: this is string",
            "2: the menu: there is no key \"drink\"; did you mean \"drinks\"?",
        ],
    );
    check("", &["the menu: it has no drink"]);
    let tea = "[[drinks]]\nid = \"tea\"\nname = \"Tea\"\nicon = \"tea\"\n";
    check(tea, &[]);
    check(
        &format!("{tea}[[groups]]\nid = \"a\"\nname = \"A\"\n"),
        &["5: group a: it has no `choices`"],
    );
    check(&format!("{tea}{tea}"), &["6: drink tea: it is there twice"]);
}

#[test]
fn what_is_no_toml_is_told_line_by_line() {
    let faults = read("[[drinks]]\nid = tea\nname = \"Tea\nicon = \"tea\"\n").expect_err("no TOML");
    let lines: Vec<_> = faults.iter().filter_map(|fault| fault.line).collect();
    assert_eq!(lines, [2, 3], "{faults:?}");
}

#[test]
fn faults_are_told_under_the_files_name() {
    let faults =
        read("[[drinks]]\nid = \"tea\"\nname = \"Tea\"\nicon = \"tee\"\n").expect_err("one");
    let told = Faults { file: "bar.toml".to_owned(), faults }.to_string();
    assert_eq!(
        told,
        "the menu cannot be used:\n  bar.toml:4: drink tea: there is no icon \"tee\"; did you mean \
         \"tea\"?"
    );
}

#[test]
fn the_menu_that_comes_along_goes_out_and_in() {
    let menu = default_menu();
    let text = write(&menu);
    assert_eq!(read(&text).as_ref(), Ok(&menu));
    assert_eq!(write(&read(&text).expect("good")), text, "the same file each time");
    let serde: Menu = toml::from_str(&text).expect("serde reads it, too");
    assert_eq!(serde, menu);
}

/// A text as people write them, quotes, backslashes and all.
fn text() -> impl Strategy<Value = String> {
    "[\\PC]{1,40}"
        .prop_map(|text| plain(&text))
        .prop_filter("nothing is no text", |text| !text.is_empty())
}

fn texts() -> impl Strategy<Value = Translations> {
    prop::collection::btree_map(prop::sample::select(&LANGUAGES[..]), text(), 0..3)
        .prop_map(|texts| texts.into_iter().map(|(tag, text)| (tag.to_owned(), text)).collect())
}

fn needs() -> impl Strategy<Value = Vec<IngredientId>> {
    prop::sample::subsequence(vec!["stuff-0", "stuff-1"], 0..=2)
        .prop_map(|needs| needs.into_iter().map(Into::into).collect())
}

prop_compose! {
    fn drink()(
        (name, names) in (text(), texts()),
        about in prop::option::of((text(), texts())),
        icon in prop::sample::select(icons::names().collect::<Vec<_>>()),
        category in prop::option::of(prop::sample::select(vec!["part-0", "part-1"])),
        (needs, work, available) in (needs(), 1_u32..=50, any::<bool>()),
        groups in prop::sample::subsequence(vec!["group-0", "group-1"], 0..=2),
    ) -> Drink {
        let (about, abouts) = about.map_or((None, Translations::new()), |(about, abouts)| (Some(about), abouts));
        Drink {
            id: "".into(), name, names, about, abouts, icon: icon.to_owned(),
            category: category.map(Into::into), needs, work,
            groups: groups.into_iter().map(GroupId::from).collect(), available,
        }
    }
}

prop_compose! {
    fn group()(
        (name, names) in (text(), texts()),
        (required, several, has_default) in any::<(bool, bool, bool)>(),
        choices in prop::collection::vec((text(), texts(), needs(), any::<bool>()), 1..4),
    ) -> (bool, OptionGroup) {
        let choices = choices.into_iter().map(|(name, names, needs, available)| {
            Choice { id: "".into(), name, names, needs, available }
        });
        (has_default, OptionGroup {
            id: "".into(), name, names, required, several, default: None, choices: choices.collect(),
        })
    }
}

prop_compose! {
    fn menu()(
        parts in prop::collection::vec((text(), texts()), 2),
        stuff in prop::collection::vec((text(), any::<bool>()), 2),
        drinks in prop::collection::vec(drink(), 1..5),
        groups in prop::collection::vec(group(), 2),
    ) -> Menu {
        let categories = parts.into_iter().zip(0..).map(|((name, names), n)| {
            Category { id: format!("part-{n}").as_str().into(), name, names }
        });
        let ingredients = stuff.into_iter().zip(0..).map(|((name, available), n)| {
            Ingredient { id: format!("stuff-{n}").as_str().into(), name, available }
        });
        let drinks = drinks.into_iter().zip(0..).map(|(drink, n)| {
            Drink { id: format!("drink-{n}").as_str().into(), ..drink }
        });
        let groups = groups.into_iter().zip(0..).map(|((has_default, mut group), n)| {
            group.id = format!("group-{n}").as_str().into();
            for (place, choice) in group.choices.iter_mut().enumerate() {
                choice.id = ChoiceId(format!("choice-{n}-{place}"));
            }
            group.default = Some(group.choices[0].id.clone()).filter(|_| has_default);
            group
        });
        Menu {
            categories: categories.collect(), ingredients: ingredients.collect(),
            drinks: drinks.collect(), groups: groups.collect(),
        }
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_same_menu(menu in menu()) {
        prop_assume!(check_menu(&menu).is_ok());
        let text = write(&menu);
        prop_assert_eq!(read(&text), Ok(menu), "{}", text);
    }

    #[test]
    fn no_text_whatever_makes_the_reader_give_up(text in "\\PC{0,80}(\n\\PC{0,40}){0,4}") {
        if let Err(faults) = read(&text) {
            prop_assert!(!faults.is_empty());
            let lines = text.lines().count() + 1;
            prop_assert!(faults.iter().all(|fault| fault.line.is_none_or(|line| line <= lines)));
        }
    }
}
