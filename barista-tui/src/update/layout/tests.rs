//! The rush layout's keys, and a station's.

use crossterm::event::KeyCode;
use demitasse_shared::order::{Order, Step};

use super::*;
use crate::effect::Effect;
use crate::fixture::{changed, char, chosen, key, look, making, menu, model, ready, waiting};
use crate::model::{Column, Rush};
use crate::msg::{Msg, Target};
use crate::update::update;

/// Twelve wait, of which 1 is the oldest; Bo makes 20, and 30 is on the counter.
fn rush() -> Model {
    let mut orders: Vec<_> = (1..=12).map(|id| waiting(id, id)).collect();
    orders.extend([making(20, 0, "Bo"), ready(30, 0)]);
    let mut model = model(orders, 60);
    model.rush = Rush::new(RushWhen::default());
    model.settle();
    assert!(model.rush.is_on());
    model
}

/// Presses characters' keys; `⏎`, `↑`, `↓`, `←` and `→` stand for theirs.
fn keys(model: &mut Model, keys: &str) -> Vec<Effect> {
    let key = |c| match c {
        '⏎' => key(KeyCode::Enter),
        '↑' => key(KeyCode::Up),
        '↓' => key(KeyCode::Down),
        '←' => key(KeyCode::Left),
        '→' => key(KeyCode::Right),
        c => char(c),
    };
    keys.chars()
        .flat_map(|c| {
            look(model);
            update(model, Msg::Key(key(c)))
        })
        .collect()
}

/// The numbers of the places that show.
fn places(model: &Model) -> Vec<i64> {
    model.places().iter().map(|ticket| ticket.order.id.0).collect()
}

fn selected(model: &Model) -> Option<i64> {
    model.selected().map(|ticket| ticket.order.id.0)
}

fn step(order: i64, step: Step) -> Effect {
    Effect::Step { order: demitasse_shared::ids::OrderId(order), step, reason: None }
}

#[test]
fn the_ticket_in_hand_comes_first_and_then_the_queue() {
    let mut model = rush();
    assert_eq!((places(&model), selected(&model)), (vec![1, 2, 3], Some(1)));
    assert_eq!(keys(&mut model, "⏎"), [step(1, Step::Make)]);
    let answer = Ok(Box::new(making(1, 1, "Ana")));
    update(&mut model, Msg::StepAnswered(waiting(1, 1).id, answer));
    changed(&mut model, making(1, 1, "Ana"));
    assert_eq!((places(&model), selected(&model)), (vec![1, 2, 3], Some(1)));
    changed(&mut model, making(2, 2, "Bo"));
    assert_eq!(places(&model), [1, 3, 4]);
    changed(&mut model, ready(1, 1));
    assert_eq!((places(&model), selected(&model)), (vec![3, 4, 5], Some(3)));
}

/// What keys select and ask for, in the rush.
#[track_caller]
fn check(pressed: &str, expected: Option<i64>, effects: &[Effect]) {
    let mut model = rush();
    assert_eq!(keys(&mut model, pressed), effects, "{pressed}");
    assert_eq!(selected(&model), expected, "{pressed}");
}

#[test]
fn every_key_of_the_board_speaks_to_the_places_that_show() {
    check("", Some(1), &[]);
    for arrow in ["↓", "→", "j", "l"] {
        check(arrow, Some(2), &[]);
        check(&arrow.repeat(9), Some(3), &[]);
    }
    for arrow in ["↓↑", "→←", "↑", "←"] {
        check(arrow, Some(1), &[]);
    }
    check("G", Some(3), &[]);
    check("Gg", Some(1), &[]);
    check("1", Some(1), &[step(1, Step::Make)]);
    check("4", Some(1), &[]);
    check("→m", Some(2), &[step(2, Step::Make)]);
    check("→⏎", Some(2), &[step(2, Step::Make)]);
}

#[test]
fn a_tap_on_the_button_is_the_selected_tickets_step() {
    let mut model = rush();
    update(&mut model, Msg::Tap(Target::Ticket(Column::Waiting, waiting(2, 2).id)));
    look(&mut model);
    assert_eq!(update(&mut model, Msg::Tap(Target::Next)), [step(2, Step::Make)]);
}

#[test]
fn one_key_turns_the_layout_and_says_so() {
    let mut model = rush();
    let words = |model: &Model| model.notice.as_ref().map(|notice| notice.words.clone());
    let mut seen = Vec::new();
    for _ in 0..3 {
        keys(&mut model, "w");
        seen.push((model.rush.is_on(), words(&model).expect("a word about it")));
    }
    let expected = [
        (true, "Rush layout: always."),
        (false, "Rush layout: off."),
        (true, "Rush layout: from 12 waiting orders on."),
    ];
    assert_eq!(seen, expected.map(|(on, words)| (on, words.to_owned())));
}

#[test]
fn a_queue_around_the_limit_does_not_turn_the_screen_over() {
    let mut model = rush();
    for id in 1..=3 {
        changed(&mut model, making(id, id, "Bo"));
        assert!(model.rush.is_on(), "with {} waiting", 12 - id);
    }
    changed(&mut model, making(4, 4, "Bo"));
    assert!(!model.rush.is_on());
    changed(&mut model, waiting(4, 4));
    assert!(!model.rush.is_on());
}

#[test]
fn a_station_shows_its_part_and_what_is_in_its_baristas_hands() {
    let mut model = rush();
    keys(&mut model, "ww");
    assert_eq!(model.places().len(), 12);
    keys(&mut model, "f");
    assert!(!model.station_only, "there is no station to show");
    // Numbers are 101 and so on, and 103 is one more than three times 34.
    model.station = "1/3".parse().expect("a station");
    keys(&mut model, "f");
    assert_eq!(places(&model), [3, 6, 9, 12]);
    assert_eq!(model.elsewhere(Column::Waiting), 8);
    assert_eq!(keys(&mut model, "2"), [step(6, Step::Make)]);
    changed(&mut model, making(1, 1, "Ana"));
    changed(&mut model, making(3, 3, "Bo"));
    let making: Vec<_> = model.column(Column::Making).iter().map(|t| t.order.id.0).collect();
    assert_eq!(making, [1, 3, 6], "its own, and what is in Ana's hands");
    assert_eq!(model.totals().iter().map(|total| total.count).sum::<usize>(), 5);
    keys(&mut model, "f");
    assert_eq!(model.elsewhere(Column::Waiting), 0);
}

#[test]
fn a_drink_that_the_menu_does_not_know_is_told_once() {
    let mut model = model(Vec::new(), 0);
    model.station = "latte,lattte".parse().expect("a station");
    model.menu = Some(menu());
    model.settle();
    let told = model.notice.take().expect("a word about it");
    let expected = "The menu has no drink or category called: lattte. Look at this station's list.";
    assert_eq!(told.words, expected);
    let order = Order { chosen: Some(chosen("Latte", &[], None)), ..waiting(1, 0) };
    changed(&mut model, order);
    assert_eq!(model.notice, None);
}

#[test]
fn a_number_that_the_rush_does_not_show_brings_the_columns() {
    let shows = |model: &Model| (model.rush.is_on(), selected(model));
    let digits = |model: &mut Model, text: &str| {
        keys(model, "/");
        text.chars().for_each(|digit| drop(keys(model, &digit.to_string())));
    };
    // Ready, in other hands, far back in the queue: all can be reached.
    for id in [30, 20, 12] {
        let mut model = rush();
        digits(&mut model, &(100 + id).to_string());
        assert_eq!(shows(&model), (false, Some(id)));
        keys(&mut model, "⏎");
        assert_eq!(shows(&model), (false, Some(id)));
        let said = model.notice.as_ref().map(|notice| notice.words.clone());
        let expected = format!("Columns for now, to show {}. w leads back to the rush.", 100 + id);
        assert_eq!(said, Some(expected));
        keys(&mut model, "w");
        assert!(model.rush.is_on());
        assert_eq!(model.rush.when(), RushWhen::default());
    }
    // One that shows there leaves it alone, and Esc leads back to it.
    let mut model = rush();
    digits(&mut model, "102");
    assert_eq!(shows(&model), (true, Some(2)));
    let mut model = rush();
    digits(&mut model, "130");
    update(&mut model, Msg::Key(key(KeyCode::Esc)));
    assert_eq!(shows(&model), (true, Some(1)));
    // Once the rush is over, the next one shows by itself again.
    let mut model = rush();
    digits(&mut model, "130");
    keys(&mut model, "⏎");
    look(&mut model);
    (1..=8).for_each(|id| changed(&mut model, making(id, id, "Bo")));
    (1..=8).for_each(|id| changed(&mut model, waiting(id, id)));
    assert!(model.rush.is_on());
}
