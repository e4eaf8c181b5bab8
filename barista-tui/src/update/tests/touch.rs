//! Fingers, mice and the wheel.

use super::*;

#[test]
fn a_touch_selects_and_the_wheel_moves() {
    let mut model = six();
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(4))));
    assert_eq!(keys(&mut model, "⏎"), [step(4, Step::Complete)]);
    update(&mut model, Msg::Tap(Target::Column(Column::Waiting)));
    update(&mut model, Msg::Scroll(1));
    assert_eq!(keys(&mut model, "⏎"), [step(2, Step::Make)]);
    update(&mut model, Msg::Scroll(-3));
    assert_eq!(keys(&mut model, "⏎"), [step(1, Step::Make)]);
}

#[test]
fn the_second_touch_of_a_ticket_does_its_next_step() {
    let mut model = six();
    let touch =
        |model: &mut Model| update(model, Msg::Tap(Target::Ticket(Column::Making, OrderId(4))));
    assert_eq!(touch(&mut model), []);
    assert_eq!(touch(&mut model), [step(4, Step::Complete)]);
}

#[test]
fn a_touched_hint_presses_its_key_and_a_touched_line_is_chosen() {
    let mut model = six();
    look(&mut model);
    assert_eq!(update(&mut model, Msg::Tap(Target::Key(char('m')))), [step(1, Step::Make)]);
    look(&mut model);
    update(&mut model, Msg::Tap(Target::Key(char('x'))));
    assert_eq!(update(&mut model, Msg::Tap(Target::Line(2))), [cancel(2, &reason(2))]);
    // Behind a dialog the board is out of reach.
    update(&mut model, Msg::Tap(Target::Key(char('?'))));
    let before = model.cursor;
    update(&mut model, Msg::Tap(Target::Ticket(Column::Making, OrderId(4))));
    assert_eq!(model.cursor, before);
}

#[test]
fn the_wheel_moves_through_lists_and_pages() {
    let mut model = six();
    keys(&mut model, "x");
    update(&mut model, Msg::Scroll(2));
    assert!(matches!(&model.mode, Mode::Cancel(dialog) if dialog.choice == 2));
    keys(&mut model, "⎋?");
    update(&mut model, Msg::Scroll(3));
    update(&mut model, Msg::Scroll(-1));
    assert_eq!(model.mode, Mode::Help { scroll: 2 });
}
