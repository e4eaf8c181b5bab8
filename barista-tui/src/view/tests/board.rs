//! Marks, batches, what stands out, what is struck through, jumps and what can be taken back.

use demitasse_shared::order::{OrderState, Party};

use super::*;

fn drink(order: Order, name: &str, options: &[&str]) -> Order {
    Order { chosen: Some(chosen(name, options, None)), ..order }
}

/// Ana has a flat white with oat in hand. Of those that wait, one is just like it, one shares its
/// milk, one expires soon, and a guest has given one up; Bo had to cancel one that he had begun.
fn busy() -> Model {
    let orders = vec![
        drink(making(1, 0, "Ana"), "Flat white", &["Oat"]),
        drink(making(2, 60, "Bo"), "Latte", &["Whole milk", "Extra shot"]),
        drink(waiting(3, -280), "Latte", &["Whole milk"]),
        drink(waiting(4, 240), "Flat white", &["Oat"]),
        drink(waiting(5, 250), "Espresso", &[]),
        Order { walk_up: true, ..drink(waiting(6, 260), "Latte", &["Oat", "Decaf"]) },
        ready(7, 200),
    ];
    let mut model = model(orders, 400);
    update(&mut model, Msg::Menu(Box::new(fixture::menu())));
    let ended_by = Some(Party::Guest);
    let gone = drink(waiting(5, 250), "Espresso", &[]);
    fixture::changed(&mut model, Order { state: OrderState::Cancelled, ended_by, ..gone });
    let gone = drink(making(2, 60, "Bo"), "Latte", &["Whole milk", "Extra shot"]);
    let (state, reason) = (OrderState::Cancelled, Some("The machine needs a pause".to_owned()));
    let ended_by = Some(Party::Bar);
    fixture::changed(&mut model, Order { state, ended_by, reason, ..gone });
    model.notice = None;
    model
}

#[test]
fn a_busy_board() {
    insta::assert_snapshot!("busy_200x60", screen(&busy(), 200, 60));
    insta::assert_snapshot!("busy_120x40", screen(&busy(), 120, 40));
    insta::assert_snapshot!("busy_80x24", screen(&busy(), 80, 24));
    insta::assert_snapshot!("busy_40x15", screen(&busy(), 40, 15));
}

#[test]
fn marks_and_the_next_batch() {
    let mut model = busy();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Char('b'));
    insta::assert_snapshot!("marks_200x60", screen(&model, 200, 60));
    insta::assert_snapshot!("marks_120x40", screen(&model, 120, 40));
    insta::assert_snapshot!("marks_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("marks_40x15", screen(&model, 40, 15));
}

#[test]
fn a_batch_that_can_be_taken_back() {
    let mut model = busy();
    press(&mut model, KeyCode::Down);
    press(&mut model, KeyCode::Char('b'));
    press(&mut model, KeyCode::Enter);
    insta::assert_snapshot!("undo_120x40", screen(&model, 120, 40));
    insta::assert_snapshot!("undo_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("undo_40x15", screen(&model, 40, 15));
}

#[test]
fn a_number_is_typed() {
    let mut model = busy();
    for c in "/107".chars() {
        press(&mut model, KeyCode::Char(c));
    }
    insta::assert_snapshot!("jump_80x24", screen(&model, 80, 24));
    press(&mut model, KeyCode::Char('9'));
    insta::assert_snapshot!("jump_nowhere_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("jump_nowhere_40x15", screen(&model, 40, 15));
}

#[test]
fn hidden_tickets_that_have_ended_are_not_counted_as_work() {
    let mut model = model((1..=9).map(|id| waiting(id, id)).collect(), 60);
    for id in [8, 9] {
        let ended_by = Some(Party::Guest);
        let order = Order { state: OrderState::Cancelled, ended_by, ..waiting(id, id) };
        fixture::changed(&mut model, order);
    }
    insta::assert_snapshot!("hidden_80x15", screen(&model, 80, 15));
    insta::assert_snapshot!("hidden_40x15", screen(&model, 40, 15));
}

#[test]
fn every_hint_can_be_touched_where_it_stands() {
    for (width, height) in [(40, 15), (80, 24), (200, 60)] {
        let model = busy();
        let picture = picture(&model, width, height);
        let screen = screen(&model, width, height);
        let footer = screen.lines().last().expect("a footer");
        for (hint, key) in [("Enter make", KeyCode::Enter), ("? keys", KeyCode::Char('?'))] {
            // The text is printed between quotes.
            let x = footer.find(hint).unwrap_or_else(|| panic!("{hint}: {footer}")) - 1;
            let x = u16::try_from(x).expect("a column");
            for y in [height - 1, height - 2] {
                let target = picture.target(Position::new(x, y));
                assert_eq!(target, Some(Target::Key(fixture::key(key))), "{hint} at {x}, {y}");
            }
        }
    }
    let beside = Position::new(199, 59);
    assert_eq!(picture(&busy(), 200, 60).target(beside), None);
}

#[test]
fn lines_of_a_list_can_be_touched() {
    let mut model = busy();
    press(&mut model, KeyCode::Char('x'));
    for (width, height) in [(40, 15), (80, 24)] {
        let area = Rect::new(0, 0, width, height);
        let touched =
            area.rows().filter_map(|row| line_at(&model, area, Position::new(width / 2, row.y)));
        let lines = touched.filter(|target| matches!(target, Target::Line(_)));
        let expected: Vec<_> = (0..=4).map(Target::Line).collect();
        assert_eq!(lines.collect::<Vec<_>>(), expected, "{width}x{height}");
    }
}

#[test]
fn a_key_shows_a_ticket_with_all_of_its_note() {
    let note =
        "two sugars, extra hot, and please write the name of Maximiliane-Theodora on the cup";
    let chosen = Some(fixture::chosen("Flat white", &["Oat", "Small"], Some(note)));
    let order = Order { chosen, walk_up: true, ..waiting(1, 0) };
    let mut model = model(vec![order.clone(), waiting(2, 1)], 60);
    assert!(!screen(&model, 80, 24).contains("on the cup"), "it is cut on the board");
    assert!(screen(&model, 80, 24).contains("i whole note"), "the footer says how to read it");
    press(&mut model, KeyCode::Char('i'));
    insta::assert_snapshot!("whole_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("whole_40x15", screen(&model, 40, 15));
    // It goes on with the ticket, and ends with it.
    fixture::changed(
        &mut model,
        Order { making_at: Some(fixture::after(1)), ..making(1, 0, "Bo") },
    );
    assert!(screen(&model, 80, 24).contains("with Bo"));
    press(&mut model, KeyCode::Char('i'));
    assert_eq!(model.mode, crate::model::Mode::Board);
}
