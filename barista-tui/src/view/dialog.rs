//! The small dialogs: why cancel, which one back, close the bar.

use ratatui::Frame;
use ratatui::layout::{Constraint, Position, Rect};
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::{Block, BorderType, Clear, Paragraph, Wrap};

use super::words;
use crate::keymap::{Command, Scope};
use crate::model::{CancelDialog, Model, REASONS, RecallDialog, minutes_between, number};
use crate::theme::{Meaning, Theme, sign};

/// As wide as a dialog gets.
pub(super) const WIDTH: u16 = 60;

/// Where a sheet with so many rows stands: in the middle, its frame around it.
pub(super) fn place(area: Rect, width: u16, rows: u16) -> Rect {
    let width = width.min(area.width.saturating_sub(2));
    area.centered(Constraint::Length(width), Constraint::Length(rows + 2))
}

/// A framed sheet in the middle of the screen; returns its inside.
pub(super) fn sheet(
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    rows: u16,
    theme: Theme,
) -> Rect {
    framed(frame, place(area, WIDTH, rows), title, theme)
}

/// A framed sheet at its place; returns its inside.
pub(super) fn framed(frame: &mut Frame<'_>, place: Rect, title: &str, theme: Theme) -> Rect {
    let title = words::cut(title, place.width.saturating_sub(6));
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.of(Meaning::Accent))
        .style(theme.ground().patch(theme.raised()))
        .title(Span::styled(format!(" {title} "), theme.strong(Meaning::Accent)));
    let inner = block.inner(place);
    frame.render_widget(Clear, place);
    frame.render_widget(block, place);
    inner
}

pub(super) fn paint_cancel(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    dialog: &CancelDialog,
    theme: Theme,
) {
    let number = dialog.number.as_str().into();
    let title = model.words.say("cancel-title", &[("number", number)]);
    if let Some(text) = &dialog.text {
        let inner = sheet(frame, area, &title, 4, theme);
        let typed = Text::from(vec![
            Span::raw(text.clone()),
            Span::styled("▏", theme.strong(Meaning::Accent)),
        ]);
        frame.render_widget(Paragraph::new(typed).wrap(Wrap { trim: false }), inner);
        return;
    }
    let mut lines = REASONS.map(|reason| model.words.plain(reason)).to_vec();
    lines.push(model.words.plain("cancel-other"));
    paint_list(frame, area, &title, &lines, dialog.choice, theme);
}

pub(super) fn paint_recall(
    frame: &mut Frame<'_>,
    area: Rect,
    model: &Model,
    dialog: &RecallDialog,
    theme: Theme,
) {
    let standing: Vec<_> = model.recallable().into_iter().map(|order| order.id).collect();
    let line = |order: &demitasse_shared::order::Order| {
        let ago = order.ready_at.zip(model.now).map_or_else(String::new, |(ready, now)| {
            let ago = match minutes_between(ready, now) {
                0 => model.words.plain("recall-now"),
                minutes => model.words.say("recall-ago", &[("minutes", minutes.into())]),
            };
            format!("  {ago}")
        });
        let gone = if standing.contains(&order.id) { "" } else { sign::STRUCK };
        format!("{gone}{}  {}{ago}", number(order), order.label())
    };
    let lines: Vec<_> = dialog.orders.iter().map(line).collect();
    paint_list(frame, area, &model.words.plain("recall-title"), &lines, dialog.choice, theme);
}

pub(super) fn paint_close(frame: &mut Frame<'_>, area: Rect, model: &Model, theme: Theme) {
    let open: usize = [crate::model::Column::Waiting, crate::model::Column::Making]
        .into_iter()
        .map(|column| model.column(column).len())
        .sum();
    let words = model.words;
    let still = words.say("close-still", &[("orders", open.into())]);
    let hint = |command| model.keymap.hint(Scope::Question, command, words).unwrap_or_default();
    let (yes, no) = (hint(Command::Accept), hint(Command::Back));
    let inner = sheet(frame, area, &words.plain("close-title"), 4, theme);
    let text = vec![
        Text::raw(format!(" {}", words.plain("close-about"))),
        Text::raw(format!(" {still}")),
        Text::raw(""),
        Text::from(vec![
            Span::styled(format!(" {yes}"), theme.strong(Meaning::Accent)),
            Span::styled(format!(" {}   ", words.plain("close-yes")), theme.of(Meaning::Text)),
            Span::styled(no, theme.strong(Meaning::Accent)),
            Span::styled(format!(" {}", words.plain("close-no")), theme.of(Meaning::Text)),
        ]),
    ];
    frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: false }), inner);
}

/// Lines to choose from; the chosen one always shows.
pub(super) fn paint_list(
    frame: &mut Frame<'_>,
    area: Rect,
    title: &str,
    lines: &[String],
    choice: usize,
    theme: Theme,
) {
    let inner = sheet(frame, area, title, list_rows(area, lines.len()), theme);
    let from = list_from(inner, choice);
    let shown = lines.iter().enumerate().skip(from).map(|(place, line)| {
        let key = "1234567890".chars().nth(place).unwrap_or(' ');
        let (mark, style) = if place == choice {
            (sign::SELECTED, theme.strong(Meaning::Text).patch(theme.selected()))
        } else {
            (" ", theme.of(Meaning::Text))
        };
        let text = words::cut(line, inner.width.saturating_sub(5));
        let key = Span::styled(format!("{key} "), theme.strong(Meaning::Accent));
        let mark = Span::styled(format!("{mark} "), theme.strong(Meaning::Accent));
        Text::from(vec![mark, key, Span::raw(text)]).style(style)
    });
    frame.render_widget(Paragraph::new(shown.collect::<Vec<_>>()), inner);
}

/// How many lines of a list show.
fn list_rows(area: Rect, lines: usize) -> u16 {
    let room = usize::from(area.height.saturating_sub(4)).max(1);
    u16::try_from(lines.min(room)).unwrap_or(u16::MAX)
}

/// The first line that shows.
fn list_from(inner: Rect, choice: usize) -> usize {
    (choice + 1).saturating_sub(usize::from(inner.height))
}

/// The line of a list at a position.
pub(super) fn line_at(
    area: Rect,
    lines: usize,
    choice: usize,
    position: Position,
) -> Option<usize> {
    let inner = Block::bordered().inner(place(area, WIDTH, list_rows(area, lines)));
    let row = usize::from(position.y.checked_sub(inner.y)?);
    let line = list_from(inner, choice) + row;
    (inner.contains(position) && line < lines).then_some(line)
}
