//! One ticket: what it says, and what its colours mean.

mod framed;
mod lines;
mod now;

use demitasse_shared::ids::OrderId;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line as Text;

use super::places::Density;
use super::{digits, words};
use crate::model::{Age, Column, Lateness, Model, Ticket};
use crate::theme::{Meaning, Theme, sign};
use crate::words::Words;

/// The most lines of a note that show.
const NOTE_LINES: usize = 2;

/// One ticket, ready to be painted.
pub(super) struct Card<'a> {
    words: Words,
    ticket: Ticket<'a>,
    /// The digit that acts on it, in the focused column.
    place: Option<char>,
    age: Age,
    leaves_in: Option<i64>,
    mine: bool,
    selected: bool,
    refused: bool,
}

/// A space at which no line breaks.
const GLUE: &str = "\u{a0}";

/// Stands before the word for those who ordered at the counter, without a phone.
const WALK_UP: &str = "◇";

/// What kind of line it is; the theme says how that looks.
#[derive(Clone, Copy)]
enum Kind {
    Drink,
    Option,
    Note,
    Warning,
    About,
}

impl<'a> Card<'a> {
    pub(super) fn of(model: &'a Model, ticket: &Ticket<'a>, place: usize) -> Self {
        let focused = model.rush.is_on() || ticket.column() == Some(model.cursor.column);
        Self {
            words: model.words,
            ticket: *ticket,
            place: "1234567890".chars().nth(place).filter(|_| focused),
            age: model.age(ticket),
            leaves_in: model.leaves_in(ticket),
            mine: ticket.hands == Some(model.me.as_str()),
            selected: focused && model.cursor.order == Some(ticket.order.id),
            refused: model.notice.as_ref().is_some_and(|n| n.about == Some(ticket.order.id)),
        }
    }

    pub(super) fn order(&self) -> OrderId {
        self.ticket.order.id
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
            (_, Lateness::Late) => Meaning::Late,
            (_, Lateness::Soon) => Meaning::Making,
            (Some(Column::Ready), Lateness::Calm) => Meaning::Ready,
            (_, Lateness::Calm) => Meaning::Edge,
        }
    }

    fn number(&self) -> Meaning {
        match self.ticket.column() {
            _ if self.refused => Meaning::Late,
            Some(Column::Ready) => Meaning::Ready,
            Some(Column::Making) => Meaning::Making,
            _ => Meaning::Text,
        }
    }

    /// Whose hands, where that matters.
    fn hands(&self) -> Option<String> {
        let making = self.ticket.column() == Some(Column::Making);
        let hands = self.ticket.hands.filter(|_| making)?;
        Some(if self.mine {
            self.words.plain("ticket-mine")
        } else {
            self.words.say("ticket-with", &[("barista", hands.into())])
        })
    }

    /// That it was ordered at the counter, where it was; in one piece.
    fn walk_up(&self) -> Option<String> {
        let words = || self.words.plain("ticket-walk-up").replace(' ', GLUE);
        self.ticket.order.walk_up.then(|| format!("{WALK_UP}{GLUE}{}", words()))
    }

    /// The ticket's texts, broken to a width. A frame has room for more elsewhere.
    fn texts(&self, width: u16, framed: bool) -> Vec<(String, Kind)> {
        let mut texts = Vec::new();
        if let Some(chosen) = &self.ticket.order.chosen {
            push(&mut texts, &chosen.drink_name, Kind::Drink, width);
            let mut options = options(&chosen.option_names);
            // A frame has room for it elsewhere.
            if let Some(walk_up) = self.walk_up().filter(|_| !framed) {
                let gap = if options.is_empty() { "" } else { "  " };
                options = format!("{options}{gap}{walk_up}");
            }
            push(&mut texts, &options, Kind::Option, width);
            if let Some(note) = &chosen.note {
                let mut lines = words::wrap(&self.note(note), width);
                if lines.len() > NOTE_LINES {
                    let rest = lines.split_off(NOTE_LINES - 1).join(" ");
                    lines.push(words::cut(&rest, width));
                }
                texts.extend(lines.into_iter().map(|line| (line, Kind::Note)));
            }
        }
        if let Some(minutes) = self.leaves_in {
            let words = self.words.say("ticket-expires", &[("minutes", minutes.into())]);
            push(&mut texts, &format!("{} {words}", sign::LATE), Kind::Warning, width);
        }
        if let Some(hands) = self.hands().filter(|_| !framed) {
            push(&mut texts, &hands, Kind::About, width);
        }
        texts
    }

    fn note(&self, note: &str) -> String {
        self.words.say("ticket-note", &[("note", note.into())])
    }

    fn place_style(&self, theme: Theme) -> Style {
        if self.selected { theme.strong(Meaning::Accent) } else { theme.of(Meaning::Quiet) }
    }

    fn hands_style(&self, theme: Theme) -> Style {
        if self.mine { theme.strong(Meaning::Text) } else { theme.of(Meaning::Quiet) }
    }

    fn age_text(&self, pad: &str, theme: Theme) -> Text<'static> {
        let style = match self.age.lateness {
            Lateness::Calm => theme.of(Meaning::Quiet),
            _ => theme.strong(words::age_meaning(self.age)),
        };
        Text::styled(format!("{pad}{}{pad}", words::age(self.age, self.words)), style)
    }
}

/// Options in a row that breaks between two of them, never inside one.
fn options(names: &[String]) -> String {
    let whole: Vec<_> = names.iter().map(|name| name.replace(' ', GLUE)).collect();
    whole.join(&format!(" ·{GLUE}"))
}

fn push(texts: &mut Vec<(String, Kind)>, text: &str, kind: Kind, width: u16) {
    if !text.is_empty() {
        texts.extend(words::wrap(text, width).into_iter().map(|line| (line, kind)));
    }
}

fn look(kind: Kind, theme: Theme) -> Style {
    match kind {
        Kind::Drink => theme.strong(Meaning::Text),
        Kind::Option => theme.of(Meaning::Text),
        Kind::Note => theme.of(Meaning::Quiet).add_modifier(Modifier::ITALIC),
        Kind::Warning => theme.strong(Meaning::Late),
        Kind::About => theme.of(Meaning::Quiet),
    }
}
