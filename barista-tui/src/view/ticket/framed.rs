//! A ticket as a framed card with a large number.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::{Block, BorderType, Paragraph};

use super::Card;
use super::says::look;
use crate::theme::{Meaning, Theme, sign};
use crate::view::{digits, words};

impl Card<'_> {
    pub(super) fn paint_card(&self, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
        let mut block = Block::bordered()
            .border_type(BorderType::Rounded)
            .border_style(theme.of(self.meaning()))
            .title_top(self.age_text(" ", theme).alignment(Alignment::Right));
        if let Some(tag) = self.tag(theme) {
            block = block.title_top(tag);
        }
        for (words, meaning) in self.titles() {
            block = block.title_top(Span::styled(words, theme.strong(meaning)));
        }
        if let Some(walk_up) = self.walk_up() {
            let words = Span::styled(format!(" {walk_up} "), theme.of(Meaning::Quiet));
            block = block.title_bottom(words);
        }
        if let Some(alike) = self.alike() {
            let words = Span::styled(format!(" {alike} "), theme.of(Meaning::Accent));
            block = block.title_bottom(words);
        }
        if let Some(hands) = self.hands() {
            let words = Span::styled(format!(" {hands} "), self.hands_style(theme));
            block = block.title_bottom(Text::from(words).alignment(Alignment::Right));
        }
        let inner = block.inner(area);
        frame.render_widget(block, area);
        self.paint_inside(frame, inner, theme);
        if self.selected {
            let edge = Rect { width: 1, ..area }.intersection(frame.area());
            let rows = edge.rows().map(|_row| Text::styled(sign::BLOCK, theme.of(Meaning::Accent)));
            frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), edge);
        }
    }

    /// The digit that acts on it, filled where the ticket is selected. A filled tag and a thick edge
    /// are all that marks a card: a whole frame and ground would be two thousand bytes for each step
    /// of the selection, on a line that may be thin.
    fn tag(&self, theme: Theme) -> Option<Span<'static>> {
        match (self.place, self.selected) {
            (Some(place), true) => Some((format!(" {place} "), theme.button())),
            (Some(place), false) => Some((format!(" {place} "), self.place_style(theme))),
            (None, true) => Some((format!(" {} ", sign::SELECTED), theme.button())),
            (None, false) => None,
        }
        .map(|(words, style)| Span::styled(words, style))
    }

    fn paint_inside(&self, frame: &mut Frame<'_>, inner: Rect, theme: Theme) {
        let rows = digits::rows_in(&self.ticket.number(), theme);
        let number_width = words::width(&rows[0]);
        let style = self.number(theme);
        let number: Vec<_> = rows.into_iter().map(|row| Text::styled(row, style)).collect();
        let left = Rect { x: inner.x + 1, width: number_width + 1, ..inner };
        frame.render_widget(Paragraph::new(number), left.intersection(inner));
        let text_width = self.text_width(inner.width + 2);
        let texts = self.texts(text_width, true);
        let span = |(text, kind)| Span::styled(text, look(kind, theme));
        let line = |row: super::says::Row| row.into_iter().map(span).collect::<Text<'_>>();
        let lines: Vec<_> = texts.into_iter().map(line).collect();
        let right = Rect { x: inner.x + number_width + 3, ..inner };
        frame.render_widget(Paragraph::new(lines), right.intersection(inner));
    }

    /// What is the matter with it, in words, where there is room for words.
    fn titles(&self) -> Vec<(String, Meaning)> {
        let said = |sign: &str, text| format!(" {sign} {} ", self.words.plain(text));
        let mut titles = Vec::new();
        if self.marked {
            titles.push((said(sign::MARKED, "ticket-marked"), Meaning::Accent));
        }
        match (self.refused, self.ticket.pending) {
            (true, _) => titles.push((said(sign::LATE, "ticket-taken-back"), Meaning::Late)),
            (false, true) => titles.push((format!(" {} ", sign::PENDING), Meaning::Text)),
            (false, false) => {}
        }
        if !self.ticket.is_open() {
            titles.push((format!(" {} ", sign::STRUCK), Meaning::Late));
        }
        titles
    }

    pub(super) fn text_width(&self, width: u16) -> u16 {
        let number = words::width(&digits::rows(&self.ticket.number())[0]);
        width.saturating_sub(number + 6).max(8)
    }
}
