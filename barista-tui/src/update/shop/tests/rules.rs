//! Two changes of rules in the same moment: of one manager, and of two.

use super::*;

fn rules(changes: &[(&str, u32)]) -> Settings {
    changes.iter().fold(Settings::default(), |rules, (field, value)| rules.with(field, *value))
}

fn send(changes: &[(&str, u32)]) -> Effect {
    Effect::Bar(BarAsk::Settings(rules(changes)))
}

fn hear(model: &mut Model, changes: &[(&str, u32)]) -> Vec<Effect> {
    change(model, LiveEvent::Settings { settings: rules(changes) })
}

fn answer(model: &mut Model, changes: &[(&str, u32)]) -> Vec<Effect> {
    bar_told(model, BarAnswer::Settings(Ok(rules(changes))))
}

const CAPACITY: (&str, u32) = ("capacity", 25);
const DRINKS: (&str, u32) = ("window_drinks", 12);
const MINUTES: (&str, u32) = ("window_minutes", 7);

/// A manager's board with the new capacity on its way.
fn on_its_way() -> Model {
    let mut model = bar();
    assert_eq!(keys(&mut model, ",125⏎"), [send(&[CAPACITY])]);
    model
}

#[test]
fn two_quick_changes_do_not_take_each_other_back() {
    // The answer may come before the board tells the rules, or behind.
    let mut model = on_its_way();
    assert_eq!(keys(&mut model, "212⏎"), [], "it waits");
    assert_eq!(model.rule(&crate::model::RULES[1]), (12, true));
    assert_eq!(answer(&mut model, &[CAPACITY]), [send(&[CAPACITY, DRINKS])]);
    hear(&mut model, &[CAPACITY]);
    hear(&mut model, &[CAPACITY, DRINKS]);
    assert_eq!(answer(&mut model, &[CAPACITY, DRINKS]), []);
    assert_eq!((model.settings(), model.desk.under_way), (rules(&[CAPACITY, DRINKS]), 0));
    assert_eq!(model.rule(&crate::model::RULES[1]), (12, false));

    let mut model = on_its_way();
    keys(&mut model, "213⏎212⏎");
    hear(&mut model, &[CAPACITY]);
    assert_eq!(
        answer(&mut model, &[CAPACITY]),
        [send(&[CAPACITY, DRINKS])],
        "the last wish counts"
    );
}

#[test]
fn a_refusal_holds_nothing_else_up() {
    let mut model = on_its_way();
    keys(&mut model, "212⏎");
    let refused = BarAnswer::Settings(Err(Failed::Refused("No.".to_owned())));
    assert_eq!(bar_told(&mut model, refused), [send(&[DRINKS])]);
    assert_eq!(notice(&model), "No.");
}

#[test]
fn what_another_manager_set_at_the_same_time_is_set_again() {
    // Theirs came first, and ours, sent before it was heard of, has taken it back.
    let mut model = on_its_way();
    assert_eq!(hear(&mut model, &[MINUTES]), []);
    assert_eq!(answer(&mut model, &[CAPACITY]), []);
    assert_eq!(hear(&mut model, &[CAPACITY]), [send(&[CAPACITY, MINUTES])]);
    let said = "“A code shows for” was changed at the same time: 7 min stays.";
    assert_eq!(notice(&model), said);
}

#[test]
fn another_manager_who_changes_the_same_rule_is_told() {
    let said = "“Orders at once” was changed by somebody else: 30.";
    // While ours is on its way, and after it has happened.
    let mut model = on_its_way();
    assert_eq!(hear(&mut model, &[("capacity", 30)]), []);
    assert_eq!(notice(&model), said);
    let mut model = on_its_way();
    hear(&mut model, &[CAPACITY]);
    answer(&mut model, &[CAPACITY]);
    assert_eq!((hear(&mut model, &[("capacity", 30)]), notice(&model)), (vec![], said));
    // Others' rules are none of our business.
    let mut model = bar();
    assert_eq!((hear(&mut model, &[("capacity", 30)]), notice(&model)), (vec![], ""));
}

#[test]
fn a_broken_line_keeps_no_rule_for_later() {
    let mut model = on_its_way();
    keys(&mut model, "212⏎");
    down(&mut model);
    assert!(notice(&model).starts_with("The line broke"));
    assert_eq!(bar_told(&mut model, BarAnswer::Settings(Err(Failed::Unanswered))), []);
    assert_eq!(model.rule(&crate::model::RULES[1]), (10, false));
}
