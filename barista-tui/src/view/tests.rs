//! Text snapshots of every screen, in the sizes that terminals have.

mod ascii;
mod board;
mod walk;

use crossterm::event::KeyCode;
use demitasse_shared::client::Update;
use demitasse_shared::order::Order;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Rect};

use super::{line_at, paint, words};
use crate::fixture::{self, chosen, key, making, model, ready, waiting};
use crate::model::{Column, Model, Picture, Rush, RushWhen};
use crate::msg::{Failed, Msg, Target};
use crate::theme::Theme;
use crate::update::update;
use crate::words::Words;

/// Paints the model on a screen of this size, as text.
pub(super) fn screen(model: &Model, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test backend");
    let theme = Theme::from_env(|_| None);
    terminal.draw(|frame| drop(paint(frame, model, theme))).expect("a test backend draws");
    terminal.backend().to_string()
}

/// What stands where on a screen of this size.
pub(super) fn picture(model: &Model, width: u16, height: u16) -> Picture {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test backend");
    let (theme, mut picture) = (Theme::from_env(|_| None), Picture::default());
    terminal.draw(|frame| picture = paint(frame, model, theme)).expect("a test backend draws");
    picture
}

/// Seven orders: calm, soon late, late, with notes, a walk-up, two pairs of hands.
pub(super) fn calm() -> Model {
    let notes = Some("not too hot, it is for a child");
    let orders = vec![
        making(1, 0, "Bo"),
        Order { chosen: Some(chosen("Espresso", &[], None)), ..making(2, 60, "Ana") },
        Order {
            chosen: Some(chosen("Hot chocolate", &["Oat", "Small"], notes)),
            ..waiting(3, 100)
        },
        Order { walk_up: true, ..waiting(4, 260) },
        Order { chosen: Some(chosen("Cappuccino", &[], None)), ..waiting(5, 370) },
        ready(6, 200),
        Order { chosen: Some(chosen("Americano", &[], None)), ..ready(7, 380) },
    ];
    model(orders, 400)
}

fn rush() -> Model {
    model((1..=40).map(|id| waiting(id, id * 5)).collect(), 400)
}

pub(super) fn press(model: &mut Model, code: KeyCode) {
    fixture::look(model);
    update(model, Msg::Key(key(code)));
}

#[test]
fn connecting() {
    let mut model = Model::new("Ana".to_owned(), Words::of(None));
    update(&mut model, Msg::NotPaired("The bar cannot be reached.".to_owned()));
    insta::assert_snapshot!(screen(&model, 80, 24));
}

#[test]
fn calm_board() {
    insta::assert_snapshot!("calm_80x24", screen(&calm(), 80, 24));
    insta::assert_snapshot!("calm_120x40", screen(&calm(), 120, 40));
    insta::assert_snapshot!("calm_200x60", screen(&calm(), 200, 60));
    insta::assert_snapshot!("calm_40x15", screen(&calm(), 40, 15));
}

#[test]
fn an_open_bar_without_orders() {
    insta::assert_snapshot!(screen(&model(Vec::new(), 0), 80, 24));
}

#[test]
fn rush_says_how_many_more_and_keeps_the_oldest() {
    let mut model = rush();
    insta::assert_snapshot!("rush_80x24", screen(&model, 80, 24));
    for _ in 0..20 {
        press(&mut model, KeyCode::Down);
    }
    insta::assert_snapshot!("rush_scrolled_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("rush_scrolled_40x15", screen(&model, 40, 15));
}

#[test]
fn a_step_on_its_way_and_one_that_was_taken_back() {
    let mut model = calm();
    press(&mut model, KeyCode::Enter);
    press(&mut model, KeyCode::Char('2'));
    let refused = Failed::Refused("Bo has it already.".to_owned());
    update(&mut model, Msg::StepAnswered(waiting(3, 0).id, Err(refused)));
    insta::assert_snapshot!(screen(&model, 80, 24));
}

#[test]
fn line_down() {
    let mut model = calm();
    update(&mut model, Msg::Live(Update::Down("gone".to_owned())));
    fixture::tick(&mut model, 442);
    press(&mut model, KeyCode::Enter);
    insta::assert_snapshot!("line_down_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("line_down_40x15", screen(&model, 40, 15));
}

#[test]
fn help() {
    let mut model = calm();
    press(&mut model, KeyCode::Char('?'));
    insta::assert_snapshot!("help_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("help_40x15", screen(&model, 40, 15));
}

#[test]
fn cancel_dialog() {
    let mut model = calm();
    press(&mut model, KeyCode::Char('x'));
    insta::assert_snapshot!("cancel_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("cancel_40x15", screen(&model, 40, 15));
    press(&mut model, KeyCode::Char('5'));
    for c in "No oat milk".chars() {
        press(&mut model, KeyCode::Char(c));
    }
    insta::assert_snapshot!("cancel_words_80x24", screen(&model, 80, 24));
}

#[test]
fn recall_and_close_dialogs() {
    let mut model = calm();
    press(&mut model, KeyCode::Char('r'));
    insta::assert_snapshot!("recall_80x24", screen(&model, 80, 24));
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('o'));
    insta::assert_snapshot!("close_80x24", screen(&model, 80, 24));
}

#[test]
fn another_language() {
    let mut model = calm();
    model.words = Words::of(Some("de"));
    insta::assert_snapshot!("german_calm_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("german_calm_40x15", screen(&model, 40, 15));
    press(&mut model, KeyCode::Char('?'));
    insta::assert_snapshot!("german_help_80x24", screen(&model, 80, 24));
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('x'));
    insta::assert_snapshot!("german_cancel_80x24", screen(&model, 80, 24));
}

/// What has little room on a narrow screen, and the room that it has, in cells.
const NARROW: [(&str, u16); 2] = [("help-", 26), ("column-", 8)];

#[test]
fn texts_fit_a_narrow_screen_in_every_language() {
    let english = include_str!("../../../assets/texts/barista/en.ftl");
    let texts = demitasse_shared::texts::written::read(english);
    for tag in Words::tags() {
        for (family, room) in NARROW {
            let fits = |id: &&String| id.starts_with(family) && !id.contains(['.']);
            for id in texts.keys().filter(fits).filter(|id| *id != "column-more") {
                let text = Words::of(Some(tag)).plain(id);
                assert!(words::width(&text) <= room, "{tag}: {id}: {text}");
            }
        }
    }
}

#[test]
fn every_ticket_that_shows_can_be_touched() {
    let model = calm();
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let (area, picture) = (Rect::new(0, 0, width, height), picture(&model, width, height));
        let touched: Vec<_> = area
            .rows()
            .flat_map(|row| row.columns().step_by(12))
            .filter_map(|cell| picture.target(cell.as_position()))
            .collect();
        for (column, ids) in
            [(Column::Waiting, 3..=5), (Column::Making, 1..=2), (Column::Ready, 6..=7)]
        {
            for id in ids {
                let target = Target::Ticket(column, demitasse_shared::ids::OrderId(id));
                assert!(touched.contains(&target), "{target:?} at {width}x{height}");
            }
        }
    }
}

#[test]
fn on_a_narrow_screen_the_tabs_lead_to_the_columns() {
    let picture = picture(&calm(), 40, 15);
    let tabs = [(1, Column::Waiting), (15, Column::Making), (30, Column::Ready)];
    for (x, column) in tabs {
        let target = picture.target(Position::new(x, 1));
        assert_eq!(target, Some(Target::Column(column)), "at {x}");
    }
}

#[test]
fn the_smallest_window_still_shows_the_number_and_its_step() {
    for (width, height) in [(39, 14), (30, 8), (24, 6), (20, 4)] {
        let screen = screen(&calm(), width, height);
        for text in ["103", "Enter make"] {
            assert!(screen.contains(text), "no {text} at {width}x{height}:\n{screen}");
        }
    }
}

#[test]
fn any_size_can_be_painted() {
    let mut models = [calm(), rush(), calm(), rush(), model(Vec::new(), 0)];
    press(&mut models[2], KeyCode::Char('x'));
    for model in &mut models[3..] {
        model.rush = Rush::new(RushWhen::Always);
        model.station = "2/3,flat-white".parse().expect("a station");
        press(model, KeyCode::Char('f'));
        assert!(model.rush.is_on());
    }
    for model in &models {
        let edges = [(71, 23), (72, 24), (149, 30), (150, 29), (150, 30), (64, 16), (63, 11)];
        let odd = [(1, 1), (2, 30), (300, 1), (10, 4), (300, 100), (150, 1), (40, 15), (12, 90)];
        for (width, height) in edges.into_iter().chain(odd) {
            screen(model, width, height);
        }
    }
}
