//! The same screens on a terminal that shows nothing but ASCII.

use ratatui::buffer::Cell;

use super::*;
use crate::theme::{Ascii, Look};

/// Paints the model in ASCII, and sees to it that nothing else is in the picture.
fn screen(model: &Model, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).expect("a test backend");
    let theme = Theme::chosen(Look { ascii: Ascii::On, ..Look::default() }, |_| None);
    terminal.draw(|frame| drop(paint(frame, model, theme))).expect("a test backend draws");
    let strange = |cell: &&Cell| !cell.symbol().is_ascii();
    let strange: Vec<_> = terminal.backend().buffer().content.iter().filter(strange).collect();
    assert!(strange.is_empty(), "{strange:?}");
    terminal.backend().to_string()
}

#[test]
fn every_screen_can_be_shown() {
    let mut model = calm();
    insta::assert_snapshot!("ascii_calm_80x24", screen(&model, 80, 24));
    insta::assert_snapshot!("ascii_calm_120x40", screen(&model, 120, 40));
    insta::assert_snapshot!("ascii_rush_80x24", screen(&rush(), 80, 24));
    press(&mut model, KeyCode::Char('?'));
    insta::assert_snapshot!("ascii_help_80x24", screen(&model, 80, 24));
    press(&mut model, KeyCode::Esc);
    press(&mut model, KeyCode::Char('x'));
    insta::assert_snapshot!("ascii_cancel_80x24", screen(&model, 80, 24));
}

#[test]
fn nothing_else_is_painted_in_any_language_size_or_state() {
    for tag in Words::tags() {
        let mut models = [calm(), rush(), calm(), calm(), calm(), calm()];
        update(&mut models[1], Msg::Live(Update::Down("gone".to_owned())));
        for (model, key) in models.iter_mut().zip(" ?xro".chars()) {
            press(model, KeyCode::Char(key));
        }
        for model in &mut models {
            model.words = Words::of(Some(tag));
            for (width, height) in [(200, 60), (120, 40), (80, 24), (60, 20), (40, 15), (30, 6)] {
                screen(model, width, height);
            }
        }
    }
}
