//! What a ticket says, in rows of pieces that are broken to a width.

use demitasse_shared::order::{Chosen, OrderState, Party};
use ratatui::style::{Modifier, Style};

use super::Card;
use crate::model::{Column, Likeness};
use crate::theme::{Meaning, Theme, sign};
use crate::view::words;

/// The most lines of a note that show on the board.
pub(super) const NOTE_LINES: usize = 2;

/// A space at which no line breaks.
const GLUE: &str = "\u{a0}";

/// Stands before the word for those who ordered at the counter, without a phone.
const WALK_UP: &str = "◇";

/// What kind of text it is; the theme says how that looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Drink,
    Option,
    /// An option that most people do not have.
    Unusual,
    Note,
    Warning,
    About,
    /// What it has in common with what is in hand.
    Alike,
    /// A drink that nobody is to make any more.
    Struck,
}

/// A row of text: pieces, each in its own look.
pub(super) type Row = Vec<(String, Kind)>;

impl Card<'_> {
    /// The ticket's texts, broken to a width. A frame has room for more elsewhere.
    pub(super) fn texts(&self, width: u16, framed: bool) -> Vec<Row> {
        let mut rows = Vec::new();
        if !self.ticket.is_open() {
            self.struck(&mut rows, width);
            return rows;
        }
        if let Some(chosen) = &self.ticket.order.chosen {
            push(&mut rows, &chosen.drink_name, Kind::Drink, width);
            let mut pieces = self.options(chosen);
            // A frame has room for it elsewhere.
            if !framed {
                pieces.extend(self.walk_up().map(|text| (text, Kind::Option)));
                pieces.extend(self.alike().map(|text| (text, Kind::Alike)));
            }
            flow(&mut rows, pieces, width);
            self.note(&mut rows, chosen, width);
        }
        if let Some(minutes) = self.leaves_in {
            let words = self.words.say("ticket-expires", &[("minutes", minutes.into())]);
            push(&mut rows, &format!("{} {words}", sign::LATE), Kind::Warning, width);
        }
        if let Some(hands) = self.hands().filter(|_| !framed) {
            push(&mut rows, &hands, Kind::About, width);
        }
        rows
    }

    /// What was not to be: the drink, and by whom and why it ended.
    fn struck(&self, rows: &mut Vec<Row>, width: u16) {
        let chosen = self.ticket.order.chosen.as_ref();
        let drink = chosen.map_or_else(String::new, |chosen| chosen.drink_name.clone());
        push(rows, &drink, Kind::Struck, width);
        let order = self.ticket.order;
        let reason = ("reason", self.ticket.reason.unwrap_or_default().into());
        let text = match (self.ticket.state, order.ended_by) {
            (OrderState::Expired, _) => "ticket-expired",
            (_, Some(Party::Guest)) => "ticket-cancelled-by-guest",
            _ if self.ticket.by_me => "ticket-cancelled-by-you",
            _ => "ticket-cancelled-by-bar",
        };
        push(rows, &self.words.say(text, &[reason]), Kind::Warning, width);
    }

    /// The options; what stands out goes first and has a sign of its own.
    fn options(&self, chosen: &Chosen) -> Row {
        let Some(options) = &self.unusual else {
            let names = chosen.option_names.iter().map(String::as_str);
            return listed(names);
        };
        let named = |wanted: bool| {
            options.iter().filter(move |(_, unusual)| *unusual == wanted).map(|(name, _)| *name)
        };
        let whole = |name: &str| (format!("{}{}", sign::UNUSUAL, glued(name)), Kind::Unusual);
        let mut pieces: Row = named(true).map(whole).collect();
        let mut usual = listed(named(false));
        if let Some((text, _)) = usual.first_mut().filter(|_| !pieces.is_empty()) {
            *text = format!("·{GLUE}{text}");
        }
        pieces.extend(usual);
        pieces
    }

    fn note(&self, rows: &mut Vec<Row>, chosen: &Chosen, width: u16) {
        let Some(note) = &chosen.note else { return };
        let note = self.words.say("ticket-note", &[("note", note.as_str().into())]);
        let mut lines = words::wrap(&note, width);
        if lines.len() > self.note_lines {
            let rest = lines.split_off(self.note_lines - 1).join(" ");
            lines.push(words::cut(&rest, width));
        }
        rows.extend(lines.into_iter().map(|line| vec![(line, Kind::Note)]));
    }

    /// Whose hands, where that matters.
    pub(super) fn hands(&self) -> Option<String> {
        let making = self.ticket.is_open() && self.ticket.column() == Some(Column::Making);
        let hands = self.ticket.hands.filter(|_| making)?;
        Some(if self.is_mine() {
            self.words.plain("ticket-mine")
        } else {
            self.words.say("ticket-with", &[("barista", hands.into())])
        })
    }

    /// That it was ordered at the counter, where it was; in one piece.
    pub(super) fn walk_up(&self) -> Option<String> {
        let words = || glued(&self.words.plain("ticket-walk-up"));
        let open = self.ticket.order.walk_up && self.ticket.is_open();
        open.then(|| format!("{WALK_UP}{GLUE}{}", words()))
    }

    /// What it has in common with what is in hand; in one piece.
    pub(super) fn alike(&self) -> Option<String> {
        let (sign, words) = match self.alike.as_ref()? {
            Likeness::Drink => (sign::SAME_DRINK, self.words.plain("ticket-same-drink")),
            Likeness::Base(base) => {
                let values = [("choice", base.as_str().into())];
                (sign::ALIKE, self.words.say("ticket-same-base", &values))
            }
        };
        Some(format!("{sign}{GLUE}{}", glued(&words)))
    }
}

/// Options in a row that breaks between two of them, never inside one.
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> Row {
    let piece = |(place, name): (usize, &str)| {
        let dot = if place == 0 { String::new() } else { format!("·{GLUE}") };
        (format!("{dot}{}", glued(name)), Kind::Option)
    };
    names.enumerate().map(piece).collect()
}

fn glued(text: &str) -> String {
    text.replace(' ', GLUE)
}

fn push(rows: &mut Vec<Row>, text: &str, kind: Kind, width: u16) {
    if !text.is_empty() {
        rows.extend(words::wrap(text, width).into_iter().map(|line| vec![(line, kind)]));
    }
}

/// Lays pieces one after the other, in as many rows as they need.
fn flow(rows: &mut Vec<Row>, pieces: Row, width: u16) {
    let mut row = Row::new();
    for (text, kind) in pieces {
        if !row.is_empty() && row_width(&row) + 1 + words::width(&text) > width {
            rows.push(std::mem::take(&mut row));
        }
        if !row.is_empty() {
            row.push((" ".to_owned(), Kind::Option));
        }
        // A piece that is wider than a row is broken.
        let mut lines = words::wrap(&text, width.saturating_sub(row_width(&row)));
        let last = lines.pop().unwrap_or_default();
        rows.extend(lines.into_iter().map(|line| vec![(line, kind)]));
        row.push((last, kind));
    }
    if !row.is_empty() {
        rows.push(row);
    }
}

/// How many cells a row takes.
pub(super) fn row_width(row: &Row) -> u16 {
    row.iter().map(|(text, _)| words::width(text)).sum()
}

pub(super) fn look(kind: Kind, theme: Theme) -> Style {
    match kind {
        Kind::Drink | Kind::Unusual => theme.strong(Meaning::Text),
        Kind::Option => theme.of(Meaning::Text),
        Kind::Note => theme.of(Meaning::Quiet).add_modifier(Modifier::ITALIC),
        Kind::Warning => theme.strong(Meaning::Late),
        Kind::About => theme.of(Meaning::Quiet),
        Kind::Alike => theme.of(Meaning::Accent),
        Kind::Struck => theme.struck(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_break_between_each_other_and_only_long_ones_inside() {
        let check = |pieces: &[&str], width, expected: &[&str]| {
            let pieces = pieces.iter().map(|text| (glued(text), Kind::Option)).collect();
            let mut rows = Vec::new();
            flow(&mut rows, pieces, width);
            let rows: Vec<String> =
                rows.iter().map(|row| row.iter().map(|piece| piece.0.as_str()).collect()).collect();
            let rows: Vec<_> = rows.iter().map(|row| row.replace(GLUE, " ")).collect();
            assert_eq!(rows, expected);
        };
        check(&["Oat", "· Decaf"], 20, &["Oat · Decaf"]);
        check(&["Oat", "· Extra shot"], 14, &["Oat", "· Extra shot"]);
        check(&["Oat", "Lactose-free"], 8, &["Oat", "Lactose-", "free"]);
        check(&[], 8, &[]);
    }
}
