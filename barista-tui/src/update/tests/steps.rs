//! The stories around a step: shown at once, confirmed, or taken back.

use super::*;

#[test]
fn a_step_shows_at_once_and_again_once_the_server_has_it() {
    let mut model = six();
    keys(&mut model, "m");
    assert_eq!(ids(&model, Column::Making), [3, 4, 1]);
    let ticket = model.ticket(OrderId(1)).expect("shows");
    assert!(ticket.pending);
    assert_eq!(ticket.hands, Some("Ana"));
    // The answer comes before the change: nothing flickers in between.
    answer(&mut model, making(1, 10, "Ana"));
    assert_eq!(ids(&model, Column::Making), [3, 4, 1]);
    assert!(!model.ticket(OrderId(1)).expect("shows").pending);
    changed(&mut model, making(1, 10, "Ana"));
    assert_eq!(ids(&model, Column::Making), [3, 4, 1]);
    // From here on the board speaks for itself.
    changed(&mut model, waiting(1, 10));
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
}

#[test]
fn a_change_that_comes_before_its_answer_is_the_boards_word() {
    let mut model = six();
    keys(&mut model, "m");
    changed(&mut model, making(1, 10, "Ana"));
    answer(&mut model, making(1, 10, "Ana"));
    changed(&mut model, ready(1, 60));
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
}

#[test]
fn a_refused_step_is_taken_back_in_plain_sight() {
    let mut model = six();
    keys(&mut model, "m");
    refuse(&mut model, 1, "Bo has it already.");
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert_eq!(notice(&model), "101 taken back: Bo has it already.");
    assert_eq!(model.notice.as_ref().and_then(|n| n.about), Some(OrderId(1)));
    tick(&mut model, 69);
    assert_eq!(model.notice, None);
}

#[test]
fn a_step_without_an_answer_is_taken_back_and_told() {
    let mut model = six();
    keys(&mut model, "m");
    update(&mut model, Msg::StepAnswered(OrderId(1), Err(Failed::Unanswered)));
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert_eq!(notice(&model), "No answer to “make” of 101: look where it stands.");
}

#[test]
fn steps_of_one_order_go_one_after_the_other() {
    let mut model = six();
    assert_eq!(keys(&mut model, "m"), [step(1, Step::Make)]);
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(1))));
    assert_eq!(keys(&mut model, "c"), []);
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
    assert_eq!(answer(&mut model, making(1, 10, "Ana")), [step(1, Step::Complete)]);
    changed(&mut model, making(1, 10, "Ana"));
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
    assert_eq!(answer(&mut model, ready(1, 60)), []);
    assert_eq!(ids(&model, Column::Ready), [5, 6, 1]);
}

#[test]
fn a_refusal_takes_the_steps_behind_it_along() {
    let mut model = six();
    keys(&mut model, "m");
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(1))));
    keys(&mut model, "c");
    assert_eq!(refuse(&mut model, 1, "Bo has it already."), []);
    assert_eq!(ids(&model, Column::Waiting), [1, 2]);
    assert!(model.asked.is_quiet());
}

#[test]
fn a_collected_order_can_be_recalled_while_the_server_would_take_it_back() {
    let mut model = model(Vec::new(), 60);
    let order = Order { state: OrderState::Collected, ..ready(5, 0) };
    changed(&mut model, order);
    assert_eq!(keys(&mut model, "r⏎"), [step(5, Step::Recall)]);
    assert_eq!(ids(&model, Column::Making), [5]);
    answer(&mut model, making(5, 0, "Ana"));
    assert_eq!(ids(&model, Column::Making), [5]);

    let mut later = six();
    changed(&mut later, Order { state: OrderState::Collected, ..ready(5, 0) });
    changed(&mut later, Order { state: OrderState::Collected, ..ready(6, 0) });
    tick(&mut later, 1_801);
    assert_eq!(keys(&mut later, "r⏎"), [step(1, Step::Make)]);
}
