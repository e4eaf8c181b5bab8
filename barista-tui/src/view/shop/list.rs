//! A dialog as a list of rows: painted, and found again under a finger, by the same reckoning.

use ratatui::Frame;
use ratatui::layout::{Alignment, Margin, Position, Rect};
use ratatui::text::{Line as Text, Span};
use ratatui::widgets::Paragraph;

use crate::keymap::pick_key;
use crate::theme::{Meaning, Theme, sign};
use crate::view::{dialog, words};
use crate::words::Words;

/// A piece of a row.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    text: String,
    meaning: Meaning,
    strong: bool,
    /// What a touch picks, where that is not the row's own line.
    line: Option<usize>,
    /// Left out where it does not fit whole.
    spare: bool,
}

/// One row of a dialog.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The line that a touch chooses.
    pub(super) line: Option<usize>,
    /// Whether keys speak to it.
    pub(super) chosen: bool,
    pub(super) pieces: Vec<Piece>,
}

/// A dialog.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) title: String,
    pub(super) rows: Vec<Row>,
    /// As wide as it gets.
    pub(super) width: u16,
}

impl Row {
    /// A line with its key: chosen, or not.
    pub(super) fn line(place: usize, choice: usize, key: Option<char>) -> Self {
        let chosen = place == choice;
        let mark = if chosen { sign::SELECTED } else { " " };
        let key = key.unwrap_or(' ');
        let row = Self { line: Some(place), chosen, pieces: Vec::new() };
        row.strong(format!("{mark} "), Meaning::Accent).strong(format!("{key} "), Meaning::Accent)
    }

    /// A line where every line has a key.
    pub(super) fn pick(place: usize, choice: usize) -> Self {
        Self::line(place, choice, pick_key(place))
    }

    /// A line where digits choose.
    pub(super) fn digit(place: usize, choice: usize) -> Self {
        Self::line(place, choice, "1234567890".chars().nth(place))
    }

    /// Words alone.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::default().and(text, Meaning::Text)
    }

    /// The same row with more in it.
    pub(super) fn and(mut self, text: impl Into<String>, meaning: Meaning) -> Self {
        self.pieces.push(Piece {
            text: text.into(),
            meaning,
            strong: false,
            line: None,
            spare: false,
        });
        self
    }

    /// The same in bold.
    pub(super) fn strong(mut self, text: impl Into<String>, meaning: Meaning) -> Self {
        self.pieces.push(Piece {
            text: text.into(),
            meaning,
            strong: true,
            line: None,
            spare: false,
        });
        self
    }

    /// The same row with something that only shows where there is room for it.
    pub(super) fn spare(self, text: impl Into<String>, meaning: Meaning) -> Self {
        let mut row = self.and(text, meaning);
        if let Some(piece) = row.pieces.last_mut() {
            piece.spare = true;
        }
        row
    }

    /// Lets a touch of the last piece pick a line of its own.
    pub(super) fn picking(mut self, line: usize) -> Self {
        if let Some(piece) = self.pieces.last_mut() {
            piece.line = Some(line);
        }
        self
    }

    /// How many cells it takes.
    pub(super) fn width(&self) -> u16 {
        self.pieces.iter().map(|piece| words::width(&piece.text)).sum()
    }

    fn line_at(&self, cells: u16) -> Option<usize> {
        let mut end = 0;
        let under = self.pieces.iter().find(|piece| {
            end += words::width(&piece.text);
            cells < end
        });
        under.and_then(|piece| piece.line).or(self.line)
    }

    fn paint(&self, width: u16, theme: Theme) -> Text<'static> {
        let mut room = width;
        let mut spans = Vec::with_capacity(self.pieces.len());
        for piece in &self.pieces {
            let style =
                if piece.strong { theme.strong(piece.meaning) } else { theme.of(piece.meaning) };
            let fits = words::width(&piece.text) <= room;
            if room == 0 || (piece.spare && !fits) {
                continue;
            }
            let text = words::cut(&piece.text, room);
            room -= words::width(&text).min(room);
            spans.push(Span::styled(text, style));
        }
        let text = Text::from(spans);
        if self.chosen { text.style(theme.selected()) } else { text }
    }
}

impl List {
    /// A dialog without rows yet.
    pub(super) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), rows: Vec::new(), width: dialog::WIDTH }
    }

    /// Adds words in as many rows as they need.
    pub(super) fn push_words(&mut self, text: &str) {
        // Broken for the narrowest screen: a wider one has the room for it as well.
        const NARROW: u16 = 34;
        self.rows
            .extend(words::wrap(text, NARROW).into_iter().map(|row| Row::text(format!(" {row}"))));
    }

    /// Adds what is being typed, its end always in sight.
    pub(super) fn push_typed(&mut self, text: &str) {
        const NARROW: u16 = 33;
        let mut lines = words::wrap(text, NARROW);
        // Wrapping drops the space that was typed last.
        if let Some(last) = lines.last_mut()
            && text.ends_with(' ')
        {
            last.push(' ');
        }
        let last = lines.len() - 1;
        for (place, line) in lines.into_iter().enumerate() {
            let row = Row::text(format!(" {line}"));
            let row = if place == last { row.strong(sign::CURSOR, Meaning::Accent) } else { row };
            self.rows.push(Row { chosen: place == last, ..row });
        }
    }

    pub(super) fn paint(&self, frame: &mut Frame<'_>, stage: Rect, texts: Words, theme: Theme) {
        let (place, from) = self.place(stage);
        let inner = dialog::framed(frame, place, &self.title, theme);
        let shown = self.rows.iter().skip(from).take(usize::from(inner.height));
        let shown: Vec<_> = shown.map(|row| row.paint(inner.width, theme)).collect();
        let below = self.rows.len() - (from + shown.len()).min(self.rows.len());
        frame.render_widget(Paragraph::new(shown), inner);
        if below > 0 && place.height > 2 {
            let more = texts.say("column-more", &[("count", below.into())]);
            let more = Text::styled(format!(" {} {more} ", sign::MORE), theme.of(Meaning::Quiet));
            let edge = Rect { y: place.bottom() - 1, height: 1, ..place }.inner(Margin::new(2, 0));
            frame.render_widget(more.alignment(Alignment::Right), edge);
        }
    }

    /// The line at a position.
    pub(super) fn line_at(&self, stage: Rect, position: Position) -> Option<usize> {
        let (place, from) = self.place(stage);
        let inner = place.inner(Margin::new(1, 1));
        if !inner.contains(position) {
            return None;
        }
        let row = self.rows.get(from + usize::from(position.y - inner.y))?;
        row.line_at(position.x - inner.x)
    }

    /// Where the frame stands, and the first row that shows: the chosen one always does.
    fn place(&self, stage: Rect) -> (Rect, usize) {
        let room = usize::from(stage.height.saturating_sub(2)).max(1);
        let rows = self.rows.len().min(room);
        let chosen = self.rows.iter().rposition(|row| row.chosen).unwrap_or_default();
        let from = (chosen + 1).saturating_sub(room);
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        let place = dialog::place(stage, self.width, rows).intersection(stage);
        (place, from)
    }
}
