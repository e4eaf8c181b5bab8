//! The top line: which bar, whether it is open, what the code still gives, whose hands, the line.

use demitasse_shared::board::Board;
use demitasse_shared::shop::Face;
use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line as Text, Span};

use super::words;
use crate::model::{Line, Model};
use crate::theme::{Meaning, Theme, sign};

/// From this width on the count says of what.
const ROOM_FOR_WORDS: u16 = 72;

/// The least of a name that is worth showing, in cells.
const SHORTEST_NAME: u16 = 8;

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, board: &Board, theme: Theme) {
    let right = right(model, theme);
    let right_width = u16::try_from(right.width()).unwrap_or(u16::MAX);
    let room = area.width.saturating_sub(right_width + 3);
    let what = if area.width >= ROOM_FOR_WORDS { "drinks left" } else { "left" };
    let state = state(model, board, what, theme);
    let state_width: usize = state.iter().map(Span::width).sum();
    let name_room = room.saturating_sub(u16::try_from(state_width).unwrap_or(u16::MAX));
    let mut left = vec![Span::raw(" ")];
    let name = words::cut(&board.shop.name, name_room.saturating_sub(3));
    // A name of which hardly anything is left tells nobody anything.
    if name == board.shop.name || words::width(&name) >= SHORTEST_NAME {
        left.push(Span::styled(name, theme.strong(Meaning::Accent)));
        left.push(Span::raw("  "));
    }
    left.extend(state);
    let left_area = Rect { width: room + 2, ..area }.intersection(area);
    frame.render_widget(Text::from(left), left_area);
    frame.render_widget(right.alignment(Alignment::Right), area);
}

/// Whether the bar takes orders, and how many.
fn state(model: &Model, board: &Board, what: &str, theme: Theme) -> Vec<Span<'static>> {
    let asked = model.shop_asked.and_then(|change| change.open);
    let (words, meaning) = match (asked, board.face()) {
        (Some(true), _) => ("○ opening…", Meaning::Quiet),
        (Some(false), _) => ("○ closing…", Meaning::Quiet),
        (None, Face::Open) => ("● open", Meaning::Ready),
        (None, Face::SoldOut) => ("◐ sold out", Meaning::Making),
        (None, Face::Full) => ("◐ full", Meaning::Making),
        (None, Face::Paused) => ("◌ paused", Meaning::Making),
        (None, Face::Closed) => ("○ closed", Meaning::Quiet),
    };
    let mut spans = vec![Span::styled(words, theme.strong(meaning))];
    if let Some(window) = &board.window {
        let left = format!("  {} of {} {what}", window.left, window.drinks);
        spans.push(Span::styled(left, theme.of(Meaning::Quiet)));
    }
    spans
}

/// Whose board this is, and the line.
fn right(model: &Model, theme: Theme) -> Text<'static> {
    let (line, meaning) = match &model.line {
        Line::Live { quiet: None } => (format!("{} live", sign::LIVE), Meaning::Ready),
        Line::Live { quiet: Some(seconds) } => {
            (format!("{} silent {seconds} s", sign::QUIET), Meaning::Making)
        }
        Line::Down { .. } => (format!("{} down", sign::LATE), Meaning::Late),
        Line::TurnedAway { .. } => (format!("{} not paired", sign::LATE), Meaning::Late),
        Line::Connecting { .. } => (format!("{} connecting", sign::QUIET), Meaning::Quiet),
    };
    Text::from(vec![
        Span::styled(words::cut(&model.me, 16), theme.of(Meaning::Quiet)),
        Span::raw("  "),
        Span::styled(line, theme.strong(meaning)),
        Span::raw(" "),
    ])
}
