//! A ticket as a few lines beside a bar.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::{Block, Paragraph};

use super::Card;
use super::says::{Kind, Row, look, row_width};
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
        let lines = self.lines(area.width).into_iter().enumerate().map(|(place, row)| {
            let texts = row.into_iter().map(|(text, kind)| Span::styled(text, look(kind, theme)));
            let mut line =
                if place == 0 { self.first_lead(theme) } else { self.next_lead(area, theme) };
            line.extend(texts);
            Text::from(line)
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
        let rows = self.texts(u16::MAX, true);
        let told = rows.iter().flatten();
        let told = told.filter(|(_, kind)| !matches!(kind, Kind::Note | Kind::About));
        let told: Vec<_> = told.map(|(text, _)| text.trim()).collect();
        let text = words::cut(&told.join(BETWEEN), self.first_room(area.width));
        let mut line = self.first_lead(theme);
        line.push(Span::styled(text, look(Kind::Drink, theme)));
        frame.render_widget(Text::from(line), area);
        self.paint_age(frame, area, theme);
    }

    /// The ticket as plain lines: what stands right of the bar, first line apart.
    pub(super) fn lines(&self, width: u16) -> Vec<Row> {
        let room = width.saturating_sub(LEAD + self.indent(width));
        let mut rows = self.texts(room, false);
        let is_drink = |row: &Row| matches!(row.first(), Some((_, Kind::Drink | Kind::Struck)));
        let drink = rows.first().map_or(0, row_width);
        let broken = rows.get(1).is_some_and(is_drink);
        if rows.is_empty() || broken || drink > self.first_room(width) {
            rows.insert(0, Row::new());
        }
        rows
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

    fn first_lead(&self, theme: Theme) -> Vec<Span<'static>> {
        let place = self.place.unwrap_or(' ').to_string();
        let (sign, meaning) = match (self.ticket.is_open(), self.marked) {
            (false, _) => (sign::STRUCK, Meaning::Late),
            (true, true) => (sign::MARKED, Meaning::Accent),
            (true, false) => (" ", Meaning::Text),
        };
        let number = format!("{}{}", self.ticket.number(), self.mark());
        let room = words::width(&self.ticket.number()).max(3) + 1;
        let pad = " ".repeat(usize::from(room.saturating_sub(words::width(&number))));
        vec![
            Span::styled(place, self.place_style(theme)),
            self.bar(theme),
            Span::styled(sign, theme.strong(meaning)),
            Span::styled(number, self.number(theme)),
            Span::raw(pad),
        ]
    }

    fn next_lead(&self, area: Rect, theme: Theme) -> Vec<Span<'static>> {
        let indent = " ".repeat(usize::from(self.indent(area.width)));
        let bar = Span::styled(sign::THIN_BAR, theme.of(self.meaning()));
        vec![Span::raw(" "), bar, Span::raw(" "), Span::raw(indent)]
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
