//! What the model looks like. A file for each region; nothing here changes anything.

mod banner;
mod column;
mod connecting;
mod dialog;
mod digits;
mod footer;
mod header;
mod help;
mod places;
mod rush;
mod shop;
mod sound;
mod ticket;
mod tiny;
mod totals;
mod whole;
mod words;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Block;

use self::places::Totals;
use crate::model::{Aim, Mode, Model, Picture, REASONS};
use crate::msg::Target;
use crate::theme::Theme;

/// Paints everything, in signs that the terminal has. Returns what stood where: that is what keys
/// and fingers mean from now on.
pub(crate) fn paint(frame: &mut Frame<'_>, model: &Model, theme: Theme) -> Picture {
    let picture = paint_all(frame, model, theme);
    sound::paint_flash(frame, model, theme);
    theme.finish(frame.buffer_mut());
    picture
}

fn paint_all(frame: &mut Frame<'_>, model: &Model, theme: Theme) -> Picture {
    let mut picture = Picture::default();
    let area = frame.area();
    frame.render_widget(Block::new().style(theme.ground()), area);
    let Some(board) = &model.board else {
        connecting::paint(frame, area, model, theme);
        return picture;
    };
    picture.selected = model.selected().map(|ticket| Aim::at(&ticket));
    picture.next = model.next_of_marked();
    if tiny::is_due(area, model) {
        tiny::paint(frame, area, model, theme);
        return picture;
    }
    let places = places::of(model, area);
    let board_theme = theme.stale(!model.line.is_live());
    header::paint(frame, places.header, model, board, theme);
    banner::paint(frame, places.banner, model, theme);
    header::paint_announcement(frame, places.announcement, board, theme);
    match places.totals {
        Some(Totals::Line(area)) => totals::paint_line(frame, area, model, board_theme),
        Some(Totals::List(area)) => totals::paint_list(frame, area, model, board_theme),
        None => {}
    }
    (picture.rush, picture.focus) = (model.rush.is_on(), model.cursor.column);
    if picture.rush {
        rush::paint(frame, places.body, model, board_theme, &mut picture);
    } else {
        for (column, area) in &places.columns {
            column::paint(frame, *area, model, *column, &places, board_theme, &mut picture);
        }
    }
    footer::paint_notice(frame, places.notice, model, theme);
    let keys = footer::paint_keys(frame, places.footer, model, theme);
    picture.targets.extend(keys.into_iter().map(|(area, key)| (area, Target::Key(key))));
    match &model.mode {
        Mode::Board | Mode::Jump(_) => {}
        Mode::Help { scroll } => help::paint(frame, area, model, *scroll, theme),
        Mode::Whole { order, scroll } => {
            whole::paint(frame, places.stage(), model, *order, *scroll, theme);
        }
        Mode::Cancel(dialog) => dialog::paint_cancel(frame, area, model, dialog, theme),
        Mode::Recall(dialog) => dialog::paint_recall(frame, area, model, dialog, theme),
        Mode::CloseShop => dialog::paint_close(frame, area, model, theme),
        Mode::Shop(sheet) => shop::paint(frame, places.stage(), model, sheet, theme),
        Mode::Sound { choice } => sound::paint_dialog(frame, area, model, *choice, theme),
    }
    picture
}

/// The line of a dialog that stands at a position, for fingers and mice.
pub(crate) fn line_at(model: &Model, area: Rect, position: Position) -> Option<Target> {
    let list = |lines, choice| dialog::line_at(area, lines, choice, position).map(Target::Line);
    match &model.mode {
        Mode::Cancel(dialog) if dialog.text.is_none() => list(REASONS.len() + 1, dialog.choice),
        Mode::Recall(dialog) => list(dialog.orders.len(), dialog.choice),
        Mode::Shop(sheet) => {
            let stage = places::of(model, area).stage();
            shop::target_at(stage, model, sheet, position)
        }
        _ => None,
    }
}
