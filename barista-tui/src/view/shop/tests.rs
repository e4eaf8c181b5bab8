//! Text snapshots of every dialog and page, and what fingers find in them.

use demitasse_shared::api::Role;
use demitasse_shared::menu::{Category, Ingredient, Menu, SoldOut};
use demitasse_shared::shop::{Announcement, ShopState};
use ratatui::layout::{Position, Rect};

use crate::fixture::{after, card, log, model, report, typed, waiting};
use crate::keymap::Command;
use crate::model::Model;
use crate::msg::{BarAnswer, Failed, Msg, Target};
use crate::update::update;
use crate::view::line_at;
use crate::view::tests::screen;
use crate::words::Words;

/// A manager's board with a menu and two orders.
fn bar() -> Model {
    let mut model = model(vec![waiting(1, 0), waiting(2, 30)], 60);
    model.role = Some(Role::Manager);
    model.menu = Some(card());
    model
}

/// Types characters; `⏎`, `⎋`, `↑`, `↓`, `←` and `→` stand for their keys.
fn press(model: &mut Model, keys: &str) {
    for key in keys.chars() {
        update(model, Msg::Key(typed(key)));
    }
}

/// The screens of what keys lead to, in three sizes.
fn shots(name: &str, model: &Model) {
    for (width, height) in [(120, 40), (80, 24), (40, 15)] {
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), screen(model, width, height));
    }
}

#[test]
fn sold_out() {
    let mut model = bar();
    press(&mut model, "s5");
    update(&mut model, answer_mark("oat", Ok(SoldOut::default())));
    press(&mut model, "s2s↓");
    shots("stock", &model);
}

/// A card with headings, and with what things are made with.
fn pantry() -> Menu {
    let heading = |id: &str| Category { id: id.into(), name: id.to_owned(), names: [].into() };
    let mut menu = card();
    menu.categories = vec![heading("Short"), heading("Long")];
    menu.drinks[0].category = Some("Short".into());
    menu.drinks[1].category = Some("Short".into());
    menu.drinks[2].category = Some("Long".into());
    let stuff = |id: &str| Ingredient { id: id.into(), name: id.to_owned(), available: true };
    menu.ingredients = vec![stuff("Oat milk"), stuff("Beans")];
    menu.drinks[0].needs = vec!["Beans".into()];
    menu.groups[0].choices[1].needs = vec!["Oat milk".into()];
    menu
}

#[test]
fn what_things_are_made_with() {
    let mut model = bar();
    model.menu = Some(pantry());
    // Both ingredients; the second takes the espresso along, the first the oat milk.
    press(&mut model, "s1s2s");
    shots("stock_ingredients", &model);
    press(&mut model, "⎋n↓");
    shots("drinks_headings", &model);
    press(&mut model, "3");
    shots("walk_up_without", &model);
}

fn answer_mark(id: &str, answer: Result<SoldOut, Failed>) -> Msg {
    let item = crate::model::StockItem::Choice(id.into());
    Msg::Bar(BarAnswer::Mark { item, there: false, answer })
}

#[test]
fn a_pause() {
    let mut model = bar();
    press(&mut model, "p");
    shots("pause", &model);
    press(&mut model, "512");
    shots("pause_minutes", &model);
    press(&mut model, "⎋⎋");
    let shop = &mut model.board.as_mut().expect("a board").shop;
    (shop.state, shop.paused_until) = (ShopState::Paused, Some(after(460)));
    press(&mut model, "p");
    shots("pause_over", &model);
}

#[test]
fn a_walk_up_order() {
    let mut model = bar();
    model.menu.as_mut().expect("a menu").drinks[1].available = false;
    model.menu.as_mut().expect("a menu").groups[0].choices[2].available = false;
    press(&mut model, "n");
    shots("drinks", &model);
    press(&mut model, "324↓");
    shots("walk_up", &model);
    press(&mut model, "nTo the stage, please");
    shots("walk_up_note", &model);
}

#[test]
fn a_line_to_everybody() {
    let mut model = bar();
    let text = "Last orders at five.".to_owned();
    model.board.as_mut().expect("a board").announcement =
        Some(Announcement { text, at: after(0), until: after(600) });
    press(&mut model, "a");
    shots("announce", &model);
    press(&mut model, "6The grinder is being cleaned, back at ten past");
    shots("announce_words", &model);
    press(&mut model, "⏎");
    shots("announce_minutes", &model);
}

#[test]
fn the_rules() {
    let mut model = bar();
    press(&mut model, ",↓");
    shots("rules", &model);
    press(&mut model, "325");
    shots("rule", &model);
    press(&mut model, "⎋⎋");
    model.role = Some(Role::Barista);
    press(&mut model, ",");
    shots("rules_reading", &model);
}

#[test]
fn figures() {
    let mut model = bar();
    press(&mut model, "t");
    insta::assert_snapshot!("figures_coming", screen(&model, 80, 24));
    update(&mut model, Msg::Bar(BarAnswer::Report(Ok(report()))));
    shots("figures_hours", &model);
    press(&mut model, "→");
    shots("figures_waiting", &model);
    press(&mut model, "→");
    shots("figures_drinks", &model);
    press(&mut model, "→↓↓");
    shots("figures_sums", &model);
}

#[test]
fn the_log() {
    let mut model = bar();
    press(&mut model, "e");
    insta::assert_snapshot!("log_coming", screen(&model, 80, 24));
    let query = demitasse_shared::journal::JournalQuery::latest(100);
    update(&mut model, Msg::Bar(BarAnswer::Journal(query, Ok(log((1..=60).rev())))));
    press(&mut model, "→↓");
    shots("log", &model);
}

#[test]
fn for_managers() {
    let mut model = bar();
    model.role = Some(Role::Barista);
    press(&mut model, "t");
    shots("managers", &model);
}

#[test]
fn in_german() {
    let mut model = bar();
    model.words = Words::of(Some("de"));
    press(&mut model, ",");
    shots("german_rules", &model);
    press(&mut model, "⎋t");
    update(&mut model, Msg::Bar(BarAnswer::Report(Ok(report()))));
    shots("german_figures", &model);
}

/// All lines that a finger finds on a screen of this size.
fn touched(model: &Model, width: u16, height: u16) -> Vec<usize> {
    let area = Rect::new(0, 0, width, height);
    let mut lines: Vec<_> = area
        .positions()
        .filter(|cell| cell.x % 3 == 0)
        .filter_map(|cell| match line_at(model, area, Position::new(cell.x, cell.y)) {
            Some(Target::Line(line)) => Some(line),
            _ => None,
        })
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

#[test]
fn every_line_can_be_touched() {
    for (keys, lines) in [("s", 10), ("p", 5), ("n", 3), ("n3", 8), ("a", 5), (",", 11)] {
        let mut model = bar();
        press(&mut model, keys);
        let expected: Vec<_> = (0..lines).collect();
        assert_eq!(touched(&model, 80, 24), expected, "{keys}");
    }
}

#[test]
fn every_dialog_says_how_to_leave_it_on_the_narrowest_screen() {
    for keys in ["s", "p", "p5", "n", "n3", "n3n", "a", "a5", "a1", ",", ",1", "t", "e"] {
        let mut model = bar();
        press(&mut model, keys);
        let back = model.keymap.hint(model.mode.scope(), Command::Back, model.words);
        let back = format!("{} back", back.expect("a key that leads back"));
        assert!(screen(&model, 40, 15).contains(&back), "{keys}: {}", screen(&model, 40, 15));
    }
}

#[test]
fn any_dialog_can_be_painted_at_any_size() {
    for keys in ["s", "p", "p5", "n", "n3", "n3n", "a", "a5", "a1", ",", ",1", "t", "e"] {
        let mut model = bar();
        press(&mut model, keys);
        update(&mut model, Msg::Bar(BarAnswer::Report(Ok(report()))));
        for (width, height) in [(1, 1), (2, 30), (300, 1), (10, 4), (39, 9), (71, 23), (110, 30)] {
            screen(&model, width, height);
            line_at(&model, Rect::new(0, 0, width, height), Position::new(width / 2, height / 2));
        }
    }
}
