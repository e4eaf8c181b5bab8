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
mod sound;
mod ticket;
mod tiny;
mod totals;
mod words;

#[cfg(test)]
mod tests;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Block;

use self::places::Totals;
use crate::model::{Mode, Model, REASONS};
use crate::msg::Target;
use crate::theme::Theme;

/// Paints everything, in signs that the terminal has.
pub(crate) fn paint(frame: &mut Frame<'_>, model: &Model, theme: Theme) {
    paint_all(frame, model, theme);
    sound::paint_flash(frame, model, theme);
    theme.finish(frame.buffer_mut());
}

fn paint_all(frame: &mut Frame<'_>, model: &Model, theme: Theme) {
    let area = frame.area();
    frame.render_widget(Block::new().style(theme.ground()), area);
    let Some(board) = &model.board else {
        connecting::paint(frame, area, model, theme);
        return;
    };
    if tiny::is_due(area, model) {
        tiny::paint(frame, area, model, theme);
        return;
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
    if model.rush.is_on() {
        rush::paint(frame, places.body, model, board_theme);
    } else {
        for (column, area) in &places.columns {
            column::paint(frame, *area, model, *column, &places, board_theme);
        }
    }
    footer::paint_notice(frame, places.notice, model, theme);
    footer::paint_keys(frame, places.footer, model, theme);
    match &model.mode {
        Mode::Board | Mode::Jump(_) => {}
        Mode::Help { scroll } => help::paint(frame, area, model, *scroll, theme),
        Mode::Cancel(dialog) => dialog::paint_cancel(frame, area, model, dialog, theme),
        Mode::Recall(dialog) => dialog::paint_recall(frame, area, model, dialog.choice, theme),
        Mode::CloseShop => dialog::paint_close(frame, area, model, theme),
        Mode::Sound { choice } => sound::paint_dialog(frame, area, model, *choice, theme),
    }
}

/// What stands at a position, for fingers and mice.
pub(crate) fn target_at(model: &Model, area: Rect, position: Position) -> Option<Target> {
    model.board.as_ref()?;
    let places = places::of(model, area);
    let hint = footer::key_at(model, places.notice.union(places.footer), position);
    if let Some(key) = hint {
        return Some(Target::Key(key));
    }
    let list = |lines, choice| dialog::line_at(area, lines, choice, position).map(Target::Line);
    match &model.mode {
        Mode::Cancel(dialog) if dialog.text.is_none() => {
            return list(REASONS.len() + 1, dialog.choice);
        }
        Mode::Recall(dialog) => return list(model.recallable().len(), dialog.choice),
        Mode::Board | Mode::Jump(_) => {}
        _ => return None,
    }
    if model.rush.is_on() {
        return rush::target_at(model, places.body, position);
    }
    if let Some(column) = places::tab_at(&places, position) {
        return Some(Target::Column(column));
    }
    let (column, area) = places.columns.iter().find(|(_, area)| area.contains(position))?;
    Some(column::target_at(model, *column, *area, &places, position))
}
