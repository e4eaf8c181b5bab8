//! The rush layout as text, in the sizes that terminals have, and what a finger finds in it.

use crossterm::event::KeyCode;
use demitasse_shared::client::Update;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Order;
use ratatui::layout::{Position, Rect};

use crate::fixture::{chosen, making, menu, model, waiting};
use crate::model::{Column, Model, Rush, RushWhen};
use crate::msg::{Msg, Target};
use crate::update::update;
use crate::view::tests::{picture, press, screen};

/// The sizes that a terminal has.
const SIZES: [(u16, u16); 5] = [(200, 60), (120, 40), (80, 24), (60, 20), (40, 15)];

/// What the twenty drinks of a rush are, in turn.
const DRINKS: [(&str, &[&str]); 5] = [
    ("Flat white", &["Oat"]),
    ("Cortado", &["Whole milk"]),
    ("Latte", &["Oat", "Extra shot"]),
    ("Espresso", &[]),
    ("Flat white", &["Whole milk", "Decaf"]),
];

/// Twenty wait, and Bo makes one.
fn rush() -> Model {
    let order = |id: i64| {
        let (drink, options) = DRINKS[usize::try_from(id).unwrap_or_default() % DRINKS.len()];
        Order { chosen: Some(chosen(drink, options, None)), ..waiting(id, id * 10) }
    };
    let note = Some("not too hot, it is for a child");
    let mut orders: Vec<_> = (5..=25).map(order).collect();
    orders[0].chosen = Some(chosen("Latte", &["Oat", "Extra shot"], note));
    orders.push(making(1, 0, "Bo"));
    let mut model = model(orders, 300);
    model.rush = Rush::new(RushWhen::default());
    model.menu = Some(menu());
    model.settle();
    model
}

/// The same with the oldest in Ana's hands.
fn in_hand() -> Model {
    let mut model = rush();
    press(&mut model, KeyCode::Enter);
    model
}

#[test]
fn at_every_size() {
    for (width, height) in SIZES {
        let name = format!("rush_{width}x{height}");
        insta::assert_snapshot!(name, screen(&rush(), width, height));
    }
}

#[test]
fn with_a_ticket_in_hand_and_the_next_one_selected() {
    let mut model = in_hand();
    insta::assert_snapshot!("in_hand_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("in_hand_40x15", screen(&model, 40, 15));
    press(&mut model, KeyCode::Down);
    insta::assert_snapshot!("next_80x24", screen(&model, 80, 24));
}

#[test]
fn with_nothing_to_do_and_while_the_line_is_down() {
    let mut model = model(Vec::new(), 0);
    press(&mut model, KeyCode::Char('w'));
    press(&mut model, KeyCode::Char('w'));
    insta::assert_snapshot!("nothing_80x24", screen(&model, 80, 24));
    let mut model = rush();
    update(&mut model, Msg::Live(Update::Down("gone".to_owned())));
    insta::assert_snapshot!("down_40x15", screen(&model, 40, 15));
}

#[test]
fn long_and_wide_names_tear_nothing() {
    let mut model = rush();
    let note = "一杯不加糖的咖啡，谢谢 and please write the name of Maximiliane-Theodora on it";
    let orders = vec![
        Order {
            number: Some(12_345),
            chosen: Some(chosen("燕麦奶澳白咖啡加一份浓缩", &["燕麦奶", "Extra shot"], Some(note))),
            ..waiting(1, 0)
        },
        Order {
            chosen: Some(chosen("Donaudampfschifffahrtskaffee mit Schlagobers", &[], None)),
            ..waiting(2, 0)
        },
    ];
    let board = crate::fixture::snapshot(orders, 300);
    update(&mut model, Msg::Live(Update::Snapshot(Box::new(board))));
    model.rush = Rush::new(RushWhen::Always);
    for (width, height) in [(80, 24), (40, 15)] {
        let name = format!("names_{width}x{height}");
        insta::assert_snapshot!(name, screen(&model, width, height));
    }
}

#[test]
fn a_thumb_finds_the_step_and_the_tickets() {
    for (width, height) in SIZES {
        let area = Rect::new(0, 0, width, height);
        let cells = area.rows().flat_map(Rect::columns);
        let picture = picture(&rush(), width, height);
        let at = |cell: Rect| picture.target(Position::new(cell.x, cell.y));
        let found: Vec<_> = cells.filter_map(at).collect();
        let count = |target: Target| found.iter().filter(|hit| **hit == target).count();
        let ticket = |id| Target::Ticket(Column::Waiting, OrderId(id));
        assert!(count(Target::Next) >= 3 * 24, "the step at {width}x{height}");
        for id in 5..=7 {
            assert!(count(ticket(id)) >= 24, "{id} at {width}x{height}");
        }
    }
}

#[test]
fn what_does_not_show_is_counted() {
    let mut model = rush();
    for id in [30, 31] {
        crate::fixture::changed(&mut model, crate::fixture::ready(id, 0));
    }
    let state = demitasse_shared::order::OrderState::Cancelled;
    crate::fixture::changed(&mut model, Order { state, ..waiting(25, 250) });
    for (width, height) in [(120, 40), (80, 24)] {
        let screen = screen(&model, width, height);
        assert!(screen.contains("✓ 2 ready  × 1 crossed out"), "{screen}");
    }
    let narrow = screen(&model, 40, 15);
    assert!(narrow.contains("✓ 2  × 1"), "{narrow}");
}
