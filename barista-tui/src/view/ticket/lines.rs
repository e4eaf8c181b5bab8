//! A ticket as a few lines beside a bar.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::{Block, Paragraph};

use super::{Card, Kind, look};
use crate::theme::{Meaning, Theme, sign};
use crate::view::words;

/// Cells before the text of a ticket without a frame: place, bar, space.
const LEAD: u16 = 3;

/// Between a drink and its options, where they share a row.
const BETWEEN: &str = " · ";

impl Card<'_> {
    pub(super) fn paint_lines(&self, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
        let ground = if self.selected { theme.selected() } else { Style::new() };
        frame.render_widget(Block::new().style(ground), area);
        let texts = self.lines(area.width);
        let lines = texts.into_iter().enumerate().map(|(row, (text, kind))| {
            let text = Span::styled(text, look(kind, theme));
            if row == 0 { self.first_line(text, theme) } else { self.next_line(text, area, theme) }
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
        self.paint_age(frame, area, theme);
    }

    /// The age, in the corner above at the right.
    pub(super) fn paint_age(&self, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
        let age = self.age_text("", theme);
        let width = u16::try_from(age.width()).unwrap_or(u16::MAX).min(area.width);
        let corner = Rect::new(area.right() - width, area.y, width, 1.min(area.height));
        frame.render_widget(age, corner);
    }

    /// The ticket in one row: its number, and as much of what it is as there is room for.
    pub(in crate::view) fn paint_in_a_row(&self, frame: &mut Frame<'_>, area: Rect, theme: Theme) {
        let ground = if self.selected { theme.selected() } else { Style::new() };
        frame.render_widget(Block::new().style(ground), area);
        let texts = self.texts(u16::MAX, true);
        let told = texts.iter().filter(|(_, kind)| !matches!(kind, Kind::Note | Kind::About));
        let told: Vec<_> = told.map(|(text, _)| text.as_str()).collect();
        let text = words::cut(&told.join(BETWEEN), self.first_room(area.width));
        let drink = Span::styled(text, look(Kind::Drink, theme));
        frame.render_widget(self.first_line(drink, theme), area);
        self.paint_age(frame, area, theme);
    }

    /// The ticket as plain lines: what stands right of the bar, first line apart.
    pub(super) fn lines(&self, width: u16) -> Vec<(String, Kind)> {
        let room = width.saturating_sub(LEAD + self.indent(width));
        let mut texts = self.texts(room, false);
        let drink = texts.first().map_or(0, |(drink, _)| words::width(drink));
        let single = !matches!(texts.get(1), Some((_, Kind::Drink)));
        if !single || drink > self.first_room(width) {
            texts.insert(0, (String::new(), Kind::Drink));
        }
        texts
    }

    /// Room for the drink between number and age.
    fn first_room(&self, width: u16) -> u16 {
        let number = words::width(&self.ticket.number()).max(3) + 1;
        let age = words::width(&words::age(self.age, self.words)) + 1;
        width.saturating_sub(LEAD + number + age)
    }

    /// Where there is width to spare, the lines stand under the drink.
    fn indent(&self, width: u16) -> u16 {
        if width >= 30 { words::width(&self.ticket.number()).max(3) + 1 } else { 0 }
    }

    fn first_line<'b>(&self, text: Span<'b>, theme: Theme) -> Text<'b> {
        let place = self.place.unwrap_or(' ').to_string();
        let pad = usize::from(words::width(&self.ticket.number()).max(3) + 1);
        let number = format!("{}{}", self.ticket.number(), self.mark());
        Text::from(vec![
            Span::styled(place, self.place_style(theme)),
            self.bar(theme),
            Span::raw(" "),
            Span::styled(format!("{number:<pad$}"), theme.strong(self.number())),
            text,
        ])
    }

    fn next_line<'b>(&self, text: Span<'b>, area: Rect, theme: Theme) -> Text<'b> {
        let indent = " ".repeat(usize::from(self.indent(area.width)));
        let bar = Span::styled(sign::THIN_BAR, theme.of(self.meaning()));
        Text::from(vec![Span::raw(" "), bar, Span::raw(" "), Span::raw(indent), text])
    }

    fn bar(&self, theme: Theme) -> Span<'static> {
        if self.selected {
            Span::styled(sign::SELECTED, theme.strong(Meaning::Accent))
        } else {
            Span::styled(sign::BAR, theme.of(self.meaning()))
        }
    }

    /// Says that an answer is awaited, or that the answer was no.
    fn mark(&self) -> &'static str {
        match (self.refused, self.ticket.pending) {
            (true, _) => sign::LATE,
            (false, true) => sign::PENDING,
            (false, false) => "",
        }
    }
}
