//! The one ticket that the rush layout is about: a number as large as there is room for.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Paragraph;

use super::Card;
use super::says::{Row, look};
use crate::theme::{Meaning, Theme, sign};
use crate::view::{digits, words};

/// The largest figures are so many times the smallest.
const LARGEST: usize = 5;

/// Lower than this, the texts stand beside the number.
const STACKED_FROM: u16 = 11;

/// Rows that the texts get in any case.
const TEXT_ROWS: u16 = 3;

/// Between the number and the texts beside it.
const GAP: u16 = 2;

impl Card<'_> {
    /// Paints the ticket over a whole panel.
    pub(in crate::view) fn paint_now(&self, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
        let head = Rect { height: 1.min(area.height), ..area };
        frame.render_widget(self.now_head(theme), head);
        self.paint_age(frame, head, theme);
        let stacked = area.height >= STACKED_FROM;
        let air = u16::from(stacked);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let texts = u16::try_from(self.texts(area.width, true).len()).unwrap_or(u16::MAX);
        let (others, room) = if stacked {
            (texts.max(TEXT_ROWS) + 3, area.width)
        } else {
            // The texts need most of the width.
            (1, area.width * 2 / 5)
        };
        let scale = self.scale(Rect { width: room, ..area }, others);
        let number = digits::scaled(&self.ticket.number(), scale);
        let width = words::width(number.first().map_or("", String::as_str));
        let rows = u16::try_from(digits::rows_of(scale)).unwrap_or(u16::MAX);
        let (number_area, texts) = if stacked {
            let rows = [Constraint::Length(air), Constraint::Length(rows), Constraint::Length(air)];
            let [_, number, _, texts] =
                below.layout(&Layout::vertical([rows[0], rows[1], rows[2], Constraint::Min(0)]));
            (number, texts)
        } else {
            let columns = [width, GAP].map(Constraint::Length);
            let [number, _, texts] =
                below.layout(&Layout::horizontal([columns[0], columns[1], Constraint::Min(0)]));
            (number, texts)
        };
        let style = self.number(theme);
        let figures: Vec<_> = number.into_iter().map(|row| Text::styled(row, style)).collect();
        frame.render_widget(Paragraph::new(figures), number_area);
        let lines = self.texts(texts.width, true).into_iter();
        let span = |(text, kind)| Span::styled(text, look(kind, theme));
        let line = |row: Row| row.into_iter().map(span).collect::<Text<'_>>();
        let lines: Vec<_> = lines.map(line).collect();
        frame.render_widget(Paragraph::new(lines), texts);
    }

    /// The largest figures for which there is room beside so many rows of texts.
    fn scale(&self, area: Rect, others: u16) -> usize {
        let fits = |scale: &usize| {
            let rows = u16::try_from(digits::rows_of(*scale)).unwrap_or(u16::MAX);
            let number = digits::scaled(&self.ticket.number(), *scale);
            let width = words::width(number.first().map_or("", String::as_str));
            rows.saturating_add(others) <= area.height && width <= area.width
        };
        (1..=LARGEST).rev().find(fits).unwrap_or(1)
    }

    /// Which place it has, what it is, and whose hands.
    fn now_head(&self, theme: Theme) -> Text<'static> {
        let mut head = Vec::new();
        let mut add = |text: String, style| {
            head.push(Span::styled(text, style));
            head.push(Span::raw("  "));
        };
        if let Some(place) = self.place {
            add(place.to_string(), self.place_style(theme));
        }
        add(self.words.plain("rush-now"), theme.strong(Meaning::Accent));
        if let Some(hands) = self.hands() {
            add(format!("{} {hands}", sign::MAKING), self.hands_style(theme));
        }
        if let Some(walk_up) = self.walk_up() {
            add(walk_up, theme.of(Meaning::Quiet));
        }
        if self.ticket.pending {
            add(sign::PENDING.to_owned(), theme.of(Meaning::Quiet));
        }
        Text::from(head)
    }
}
