//! The board in a window that is far too small: the selected ticket's number, its step, the line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Paragraph;

use super::words;
use crate::keymap::{Command, Scope};
use crate::model::{Line, Mode, Model, natural, step_name};
use crate::theme::{Meaning, Theme, sign};

/// From this size on there is room for a column.
const LEAST: (u16, u16) = (28, 8);

/// Whether the window is that small, and nothing else is asked.
pub(super) fn is_due(area: Rect, model: &Model) -> bool {
    let (width, height) = LEAST;
    model.mode == Mode::Board && (area.width < width || area.height < height)
}

pub(super) fn paint(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let (sign, meaning) = match &model.line {
        Line::Live { quiet: None } => (sign::LIVE, Meaning::Ready),
        Line::Live { .. } | Line::Connecting { .. } => (sign::QUIET, Meaning::Making),
        Line::Down { .. } | Line::TurnedAway { .. } => (sign::LATE, Meaning::Late),
    };
    let mut lines = Vec::new();
    if let Some(ticket) = model.selected() {
        let age = model.age(&ticket);
        lines.push(Text::from(vec![
            Span::styled(format!("{sign} "), theme.strong(meaning)),
            Span::styled(ticket.number(), theme.strong(Meaning::Text)),
            Span::raw(" "),
            Span::styled(words::age(age, model.words), theme.of(words::age_meaning(age))),
        ]));
        lines.extend(step(model, ticket.state, theme));
        let drink = ticket.order.chosen.as_ref().map(|chosen| chosen.drink_name.clone());
        lines.push(Text::styled(drink.unwrap_or_default(), theme.of(Meaning::Text)));
    } else {
        lines.push(Text::styled(sign, theme.strong(meaning)));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// The key of its natural step.
fn step(
    model: &Model,
    state: demitasse_shared::order::OrderState,
    theme: Theme,
) -> Option<Text<'static>> {
    let step = natural(state).filter(|_| model.line.is_live())?;
    let key = model.keymap.hint(Scope::Board, Command::Next, model.words)?;
    Some(Text::from(vec![
        Span::styled(format!("{key} "), theme.strong(Meaning::Accent)),
        Span::styled(model.words.plain(step_name(step)), theme.of(Meaning::Text)),
    ]))
}
