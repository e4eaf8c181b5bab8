//! What a menu says of itself.

use serde_json::json;

use super::*;

fn menu() -> Menu {
    let drink = |id: &str, category: Option<&str>| json!({"id": id, "name": id, "icon": "tea", "category": category});
    let menu = json!({
        "categories": [
            {"id": "cold", "name": "Cold"}, {"id": "hot", "name": "Hot"},
            {"id": "empty", "name": "Empty"},
        ],
        "ingredients": [{"id": "milk", "name": "Milk", "available": false}],
        "drinks": [
            drink("tea", Some("hot")), drink("water", None), drink("juice", Some("cold")),
            drink("cocoa", Some("hot")),
        ],
        "groups": [{"id": "splash", "name": "Splash", "choices": [
            {"id": "plain", "name": "Plain"}, {"id": "white", "name": "White", "needs": ["milk"]},
        ]}],
    });
    serde_json::from_value(menu).expect("a menu")
}

#[test]
fn drinks_stand_under_their_headings_and_the_rest_before_them() {
    let menu = menu();
    let shown: Vec<_> = menu
        .sections()
        .into_iter()
        .map(|section| {
            let ids: Vec<_> = section.drinks.iter().map(|drink| drink.id.as_str()).collect();
            (section.category.map(|category| category.id.as_str()), ids)
        })
        .collect();
    let expected =
        [(None, vec!["water"]), (Some("cold"), vec!["juice"]), (Some("hot"), vec!["tea", "cocoa"])];
    assert_eq!(shown, expected);
    let listed: Vec<_> = menu.listed().into_iter().map(|drink| drink.id.as_str()).collect();
    assert_eq!(listed, ["water", "juice", "tea", "cocoa"]);
}

#[test]
fn whatever_needs_what_has_run_out_is_out_and_the_rest_is_not() {
    let mut menu = menu();
    menu.drinks[3].needs = vec!["milk".into()];
    let out = menu.sold_out();
    assert_eq!(out.ingredients, ["milk".into()]);
    assert_eq!(out.drinks, ["cocoa".into()]);
    assert_eq!(out.choices, ["white".into()]);
    assert_eq!(menu.lacks(&menu.drinks[3]), Some("Milk"));
    menu.mark(&Item::Ingredient("milk".into()), true);
    assert!(menu.sold_out().is_empty());
}

#[test]
fn a_required_group_without_a_choice_that_can_be_made_takes_its_drinks_along() {
    let mut menu = menu();
    menu.drinks[0].groups = vec!["splash".into()];
    menu.groups[0].required = true;
    menu.mark(&Item::Choice("plain".into()), false);
    assert_eq!(menu.sold_out().drinks, ["tea".into()]);
    assert_eq!(menu.lacks(&menu.drinks[0]), Some("Splash"));
    menu.groups[0].required = false;
    assert_eq!(menu.sold_out().drinks, [], "nobody needs a splash");
}

#[test]
fn marks_are_made_and_found_by_what_they_are_about() {
    let mut menu = menu();
    let all = [
        Item::Ingredient("milk".into()),
        Item::Drink("juice".into()),
        Item::Choice("plain".into()),
    ];
    assert!(all.iter().all(|item| menu.mark(item, false)));
    assert_eq!(menu.marks(), all);
    assert!(!menu.mark(&Item::Drink("milk".into()), false), "no drink is called that");
}

/// Boards and pages of before there were ingredients go on reading what is new, and what they wrote
/// is read: only a menu's own keys are strict.
#[test]
fn what_is_sold_out_is_read_by_old_programs_and_from_them() {
    let old: SoldOut =
        serde_json::from_value(json!({"drinks": ["tea"], "choices": []})).expect("old");
    assert_eq!((old.ingredients.len(), old.menu.as_str()), (0, ""));
    let nothing = serde_json::to_value(SoldOut::default()).expect("JSON");
    assert_eq!(nothing, json!({"drinks": [], "choices": []}), "the words of before");
    let plain = json!({"drinks": [{"id": "tea", "name": "Tea", "icon": "tea", "groups": [], "available": true}], "groups": []});
    let read: Menu = serde_json::from_value(plain.clone()).expect("an old menu");
    assert_eq!(read.drinks[0].work, 1);
    assert_eq!(serde_json::to_value(read).expect("JSON"), plain);
}
