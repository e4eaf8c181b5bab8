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
    let what = if area.width >= ROOM_FOR_WORDS { "drinks-left" } else { "drinks-left.short" };
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
    let (sign, text, meaning) = match (asked, board.face()) {
        (Some(true), _) => ("○", "shop-opening", Meaning::Quiet),
        (Some(false), _) => ("○", "shop-closing", Meaning::Quiet),
        (None, Face::Open) => ("●", "shop-open", Meaning::Ready),
        (None, Face::SoldOut) => ("◐", "shop-sold-out", Meaning::Making),
        (None, Face::Full) => ("◐", "shop-full", Meaning::Making),
        (None, Face::Paused) => ("◌", "shop-paused", Meaning::Making),
        (None, Face::Closed) => ("○", "shop-closed", Meaning::Quiet),
    };
    let mut spans =
        vec![Span::styled(format!("{sign} {}", model.words.plain(text)), theme.strong(meaning))];
    if let Some(window) = &board.window {
        let values = [("left", window.left.into()), ("drinks", window.drinks.into())];
        let left = model.words.say(what, &values);
        spans.push(Span::styled(format!("  {left}"), theme.of(Meaning::Quiet)));
    }
    spans
}

/// Whose board this is, and the line.
fn right(model: &Model, theme: Theme) -> Text<'static> {
    let (sign, text, meaning) = match &model.line {
        Line::Live { quiet: None } => (sign::LIVE, "line-live", Meaning::Ready),
        Line::Live { .. } => (sign::QUIET, "line-silent", Meaning::Making),
        Line::Down { .. } => (sign::LATE, "line-down", Meaning::Late),
        Line::TurnedAway { .. } => (sign::LATE, "line-not-paired", Meaning::Late),
        Line::Connecting { .. } => (sign::QUIET, "line-connecting", Meaning::Quiet),
    };
    let line = match &model.line {
        Line::Live { quiet: Some(seconds) } => {
            model.words.say(text, &[("seconds", (*seconds).into())])
        }
        _ => model.words.plain(text),
    };
    let muted = model.voice.is_silent().then(|| format!("{}  ", model.words.plain("sound-muted")));
    Text::from(vec![
        Span::styled(muted.unwrap_or_default(), theme.of(Meaning::Making)),
        Span::styled(words::cut(&model.me, 16), theme.of(Meaning::Quiet)),
        Span::raw("  "),
        Span::styled(format!("{sign} {line}"), theme.strong(meaning)),
        Span::raw(" "),
    ])
}
