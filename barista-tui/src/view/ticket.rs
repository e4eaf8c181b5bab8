//! One ticket: what it says, and what its colours mean.

mod framed;
mod lines;
mod now;
mod says;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Text, Span};

use super::places::Density;
use super::{digits, words};
use crate::model::{Age, Column, Lateness, Likeness, Model, Ticket};
use crate::theme::{Meaning, Theme};
use crate::words::Words;

/// One ticket, ready to be painted.
pub(super) struct Card<'a> {
    words: Words,
    ticket: Ticket<'a>,
    /// The digit that acts on it, in the focused column.
    place: Option<char>,
    age: Age,
    leaves_in: Option<i64>,
    /// Its options' names, each with whether it stands out; nothing while that is unknown.
    unusual: Option<Vec<(&'a str, bool)>>,
    /// How it is alike to what this barista has in hand.
    alike: Option<Likeness>,
    /// Whose board it is.
    me: &'a str,
    selected: bool,
    marked: bool,
    refused: bool,
    /// So many lines of its note show.
    note_lines: usize,
}

impl<'a> Card<'a> {
    pub(super) fn of(model: &'a Model, ticket: &Ticket<'a>, place: usize) -> Self {
        let focused = model.rush.is_on() || ticket.column() == Some(model.cursor.column);
        let (id, chosen) = (ticket.order.id, ticket.order.chosen.as_ref());
        let menu = model.menu.as_ref();
        Self {
            words: model.words,
            ticket: *ticket,
            place: "1234567890".chars().nth(place).filter(|_| focused),
            age: model.age(ticket),
            leaves_in: model.leaves_in(ticket),
            unusual: chosen.zip(menu).map(|(chosen, menu)| unusual(chosen, menu)),
            alike: model.alike_in_hand(ticket),
            me: &model.me,
            selected: focused && model.cursor.order == Some(id),
            marked: model.marks.has(id),
            refused: model.notice.as_ref().is_some_and(|n| n.about == Some(id)),
            note_lines: says::NOTE_LINES,
        }
    }

    /// All that it says, in lines of a width.
    pub(super) fn whole(self, width: u16, theme: Theme) -> Vec<Text<'static>> {
        let rows = Self { note_lines: usize::MAX, ..self }.texts(width, false);
        let span = |(text, kind)| Span::styled(text, says::look(kind, theme));
        rows.into_iter().map(|row| row.into_iter().map(span).collect()).collect()
    }

    /// How many rows it takes.
    pub(super) fn height(&self, width: u16, density: Density) -> u16 {
        let rows = match density {
            Density::Roomy => self.texts(self.text_width(width), true).len().max(digits::ROWS) + 2,
            Density::Airy | Density::Dense => self.lines(width).len(),
        };
        u16::try_from(rows).unwrap_or(u16::MAX)
    }

    pub(super) fn paint(&self, frame: &mut Frame<'_>, area: Rect, density: Density, theme: Theme) {
        if density == Density::Roomy {
            self.paint_card(frame, area, theme);
        } else {
            self.paint_lines(frame, area, theme);
        }
    }

    /// The colour of the whole ticket: by its age, and on the counter by being there.
    fn meaning(&self) -> Meaning {
        match (self.ticket.column(), self.age.lateness) {
            _ if self.refused => Meaning::Late,
            _ if !self.ticket.is_open() => Meaning::Edge,
            (_, Lateness::Late) => Meaning::Late,
            (_, Lateness::Soon) => Meaning::Making,
            (Some(Column::Ready), Lateness::Calm) => Meaning::Ready,
            (_, Lateness::Calm) => Meaning::Edge,
        }
    }

    /// How the number looks.
    fn number(&self, theme: Theme) -> Style {
        let meaning = match self.ticket.column() {
            _ if self.refused => Meaning::Late,
            _ if !self.ticket.is_open() => return theme.struck(),
            Some(Column::Ready) => Meaning::Ready,
            Some(Column::Making) => Meaning::Making,
            _ => Meaning::Text,
        };
        theme.strong(meaning)
    }

    fn place_style(&self, theme: Theme) -> Style {
        if self.selected { theme.strong(Meaning::Accent) } else { theme.of(Meaning::Quiet) }
    }

    fn is_mine(&self) -> bool {
        self.ticket.hands == Some(self.me)
    }

    fn hands_style(&self, theme: Theme) -> Style {
        if self.is_mine() { theme.strong(Meaning::Text) } else { theme.of(Meaning::Quiet) }
    }

    fn age_text(&self, pad: &str, theme: Theme) -> Text<'static> {
        let style = match self.age.lateness {
            Lateness::Calm => theme.of(Meaning::Quiet),
            _ => theme.strong(words::age_meaning(self.age)),
        };
        Text::styled(format!("{pad}{}{pad}", words::age(self.age, self.words)), style)
    }
}

fn unusual<'a>(
    chosen: &'a demitasse_shared::order::Chosen,
    menu: &'a demitasse_shared::menu::Menu,
) -> Vec<(&'a str, bool)> {
    crate::model::unusual(chosen, Some(menu)).collect()
}
