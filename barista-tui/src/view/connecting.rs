//! The screen before the first board: what is tried, and what stands in the way.

use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line as Text;
use ratatui::widgets::{Paragraph, Wrap};

use crate::keymap::{Command, Scope};
use crate::model::{Line, Model};
use crate::theme::{Meaning, Theme};

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let words = match &model.line {
        Line::Connecting { words } | Line::TurnedAway { words } => words.as_str(),
        Line::Live { .. } | Line::Down { .. } => "",
    };
    let quit = model.keymap.hint(Scope::Connecting, Command::Quit, model.words).unwrap_or_default();
    let quits = model.words.say("connecting-quit", &[("key", quit.into())]);
    let text = vec![
        Text::styled("D E M I T A S S E", theme.strong(Meaning::Accent)),
        Text::raw(""),
        Text::styled(model.words.plain("connecting-looking"), theme.strong(Meaning::Text)),
        Text::raw(""),
        Text::styled(words.to_owned(), theme.of(Meaning::Making)),
        Text::raw(""),
        Text::styled(quits, theme.of(Meaning::Quiet)),
    ];
    let width = area.width.min(64).saturating_sub(4);
    let place = area.centered(Constraint::Length(width), Constraint::Length(10));
    frame.render_widget(Paragraph::new(text).centered().wrap(Wrap { trim: true }), place);
}
