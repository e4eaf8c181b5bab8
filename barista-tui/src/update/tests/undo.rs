//! Taking steps back.

use super::*;
use crate::model::UNDO_SECONDS;

/// Confirms a step of Ana's: the change, then the answer.
fn confirm(model: &mut Model, order: Order) -> Vec<Effect> {
    changed(model, order.clone());
    answer(model, order)
}

fn collected(id: i64) -> Order {
    Order { state: OrderState::Collected, ..ready(id, 0) }
}

/// Each step, how the order stands then, and the steps that lead back.
#[test]
fn every_step_has_its_way_back() {
    let table: &[(&str, Order, &[Order], &[Step])] = &[
        ("m", making(1, 10, "Ana"), &[], &[Step::Unmake]),
        ("lu", waiting(3, 0), &[], &[Step::Make]),
        ("lc", Order { barista: Some("Ana".into()), ..ready(3, 0) }, &[], &[Step::Recall]),
        ("llr", making(5, 0, "Ana"), &[], &[Step::Complete]),
        ("lld", collected(5), &[making(5, 0, "Ana")], &[Step::Recall, Step::Complete]),
    ];
    for (typed, stands, between, back) in table {
        let mut model = six();
        let asked = keys(&mut model, typed);
        assert_eq!(asked.len(), 1, "{typed}");
        confirm(&mut model, stands.clone());
        let mut sent = keys(&mut model, "z");
        for order in *between {
            sent.extend(confirm(&mut model, order.clone()));
        }
        let expected: Vec<_> = back.iter().map(|back| step(stands.id.0, *back)).collect();
        assert_eq!(sent, expected, "{typed}");
        let number = 100 + stands.id.0;
        assert_eq!(notice(&model), format!("{number}: taken back."), "{typed}");
    }
}

#[test]
fn a_recall_from_the_guest_goes_back_to_the_guest() {
    let mut model = model(Vec::new(), 60);
    changed(&mut model, collected(5));
    assert_eq!(keys(&mut model, "r⏎"), [step(5, Step::Recall)]);
    confirm(&mut model, making(5, 0, "Ana"));
    assert_eq!(keys(&mut model, "z"), [step(5, Step::Complete)]);
    assert_eq!(confirm(&mut model, ready(5, 0)), [step(5, Step::Collect)]);
}

#[test]
fn a_step_can_be_taken_back_while_it_is_still_under_way() {
    let mut model = six();
    assert_eq!(keys(&mut model, "mz"), [step(1, Step::Make)]);
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert_eq!(confirm(&mut model, making(1, 10, "Ana")), [step(1, Step::Unmake)]);
    confirm(&mut model, waiting(1, 10));
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    // The same where three steps of one order follow each other.
    let mut model = six();
    assert_eq!(keys(&mut model, "lldz"), [step(5, Step::Collect)]);
    assert_eq!(ids(&model, Column::Ready), [6, 5]);
    assert_eq!(confirm(&mut model, collected(5)), [step(5, Step::Recall)]);
    assert_eq!(ids(&model, Column::Ready), [6, 5]);
}

#[test]
fn one_key_after_the_other_is_taken_back() {
    let mut model = six();
    keys(&mut model, "11");
    confirm(&mut model, making(1, 10, "Ana"));
    confirm(&mut model, making(2, 20, "Ana"));
    assert_eq!(keys(&mut model, "z"), [step(2, Step::Unmake)]);
    assert_eq!(keys(&mut model, "z"), [step(1, Step::Unmake)]);
    assert_eq!(keys(&mut model, "z"), []);
    let said = "Nothing to take back: a step can be taken back for 8 seconds.";
    assert_eq!(notice(&model), said);
}

#[test]
fn a_batch_is_taken_back_as_one() {
    let mut model = six();
    keys(&mut model, "b⏎");
    confirm(&mut model, making(1, 10, "Ana"));
    confirm(&mut model, making(2, 20, "Ana"));
    assert_eq!(keys(&mut model, "z"), [step(1, Step::Unmake), step(2, Step::Unmake)]);
    assert_eq!(notice(&model), "101, 102: taken back.");
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
}

#[test]
fn it_works_for_a_few_seconds() {
    let mut model = six();
    keys(&mut model, "m");
    confirm(&mut model, making(1, 10, "Ana"));
    tick(&mut model, 60 + UNDO_SECONDS - 1);
    assert!(model.undoable().is_some());
    model.repaint = false;
    tick(&mut model, 60 + UNDO_SECONDS);
    assert!(model.undoable().is_none() && model.repaint);
    assert_eq!(keys(&mut model, "z"), []);
}

#[test]
fn what_others_have_changed_meanwhile_stays() {
    let mut model = six();
    keys(&mut model, "b⏎");
    confirm(&mut model, making(1, 10, "Ana"));
    confirm(&mut model, making(2, 20, "Ana"));
    changed(&mut model, ready(1, 10));
    assert_eq!(keys(&mut model, "z"), [step(2, Step::Unmake)]);
    let said = "102: taken back. 101: not, somebody has gone on with it.";
    assert_eq!(notice(&model), said);

    let mut model = six();
    keys(&mut model, "m");
    confirm(&mut model, making(1, 10, "Ana"));
    changed(&mut model, making(1, 10, "Bo"));
    assert!(model.undoable().is_none());
    assert_eq!(keys(&mut model, "z"), []);
    assert_eq!(notice(&model), "101: not taken back, somebody has gone on with it.");
}

#[test]
fn a_cancel_stays() {
    let mut model = six();
    keys(&mut model, "x1");
    assert!(model.undoable().is_none());
    assert_eq!(keys(&mut model, "z"), []);
    assert_eq!(notice(&model), "101: a cancel stays, its guest has read it.");
}

#[test]
fn a_refused_step_is_not_there_to_be_taken_back() {
    let mut model = six();
    keys(&mut model, "m");
    refuse(&mut model, 1, "Bo has it.");
    assert!(model.undoable().is_none());
    assert_eq!(keys(&mut model, "z"), []);
}

#[test]
fn after_a_refusal_the_press_before_it_is_not_what_is_taken_back() {
    let mut model = six();
    keys(&mut model, "m");
    confirm(&mut model, making(1, 10, "Ana"));
    keys(&mut model, "m");
    refuse(&mut model, 2, "Bo has it.");
    assert_eq!(keys(&mut model, "z"), []);
    assert_eq!(notice(&model), "102: that step was refused, there is nothing of it to take back.");
    // Now that it was said, the press before it is meant.
    assert_eq!(keys(&mut model, "z"), [step(1, Step::Unmake)]);
}

#[test]
fn the_line_decides_about_taking_back_too() {
    let mut model = six();
    keys(&mut model, "m");
    confirm(&mut model, making(1, 10, "Ana"));
    down(&mut model);
    assert_eq!(keys(&mut model, "z"), []);
    assert!(notice(&model).starts_with("Not sent"));
}
