//! Pictures for the page's script: runs of cells that look alike.
//!
//! `{"size":[80,24],"styles":[["e8955a","17110e",1]],"runs":[[3,0,0,"Waiting"],[3,8,0,"●",1]]}`:
//! a size where all that was shown is to be forgotten; looks that have not been sent before, which
//! are counted from 0; runs with column, row, look and text. A run with a width is one sign that
//! takes so many cells, whatever the page's typeface makes of it. In all others each letter takes one.

use bytes::Bytes;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use ratatui::text::Span;
use serde::Serialize;

use super::stream::event;
use crate::boards::canvas::Change;

/// How a run looks: colours as six digits, nothing where they are the page's own, and marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Style(Option<String>, Option<String>, u16);

/// Column, row, look and text, and the width of a sign.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Run {
    Letters(u16, u16, usize, String),
    Sign(u16, u16, usize, String, usize),
}

#[derive(Debug, Serialize)]
struct Cells<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<[u16; 2]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    styles: &'a [Style],
    runs: Vec<Run>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    bell: bool,
}

/// Writes pictures for one stream, and knows which looks that has heard of.
#[derive(Debug, Default)]
pub(super) struct Painter {
    styles: Vec<Style>,
}

impl Painter {
    /// A change as an event.
    pub(super) fn event(&mut self, change: &Change) -> Bytes {
        let known = self.styles.len();
        let runs = self.runs(&change.cells());
        let size = change.size();
        let cells = Cells {
            size: change.is_whole().then_some([size.width, size.height]),
            styles: &self.styles[known..],
            runs,
            bell: change.rang,
        };
        // Nothing of it can be unwritable.
        event("cells", &serde_json::to_string(&cells).unwrap_or_default())
    }

    fn runs(&mut self, cells: &[(u16, u16, &Cell)]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        // Where the next letter of the last run would stand.
        let mut next = None;
        for (x, y, cell) in cells {
            let style = self.style(cell);
            if let Some(width) = sign(cell.symbol()) {
                runs.push(Run::Sign(*x, *y, style, cell.symbol().to_owned(), width));
                next = None;
                continue;
            }
            match runs.last_mut() {
                Some(Run::Letters(.., text)) if next == Some((*x, *y, style)) => {
                    text.push_str(cell.symbol());
                }
                _ => runs.push(Run::Letters(*x, *y, style, cell.symbol().to_owned())),
            }
            next = Some((x + 1, *y, style));
        }
        runs
    }

    /// A look's number.
    fn style(&mut self, cell: &Cell) -> usize {
        let style = Style(digits(cell.fg), digits(cell.bg), marks(cell.modifier));
        let known = self.styles.iter().position(|known| *known == style);
        known.unwrap_or_else(|| {
            self.styles.push(style);
            self.styles.len() - 1
        })
    }
}

/// The width of what is no plain letter: typefaces have no say in how wide that is.
fn sign(symbol: &str) -> Option<usize> {
    let mut letters = symbol.chars();
    let is_letter = letters.next().is_some_and(|letter| letter < '\u{2000}');
    let width = Span::raw(symbol).width().max(1);
    let is_plain = is_letter && letters.next().is_none() && width == 1;
    (!is_plain).then_some(width)
}

/// A colour as it is written, without its sign. Those of sixteen-colour terminals have names, and
/// are never asked for here.
fn digits(colour: Color) -> Option<String> {
    colour.to_string().strip_prefix('#').map(str::to_ascii_lowercase)
}

/// Marks as the page's script counts them.
fn marks(modifier: Modifier) -> u16 {
    const MARKS: [Modifier; 6] = [
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::ITALIC,
        Modifier::UNDERLINED,
        Modifier::REVERSED,
        Modifier::CROSSED_OUT,
    ];
    let marks = MARKS.iter().enumerate().filter(|(_, mark)| modifier.contains(**mark));
    marks.map(|(place, _)| 1 << place).sum()
}

#[cfg(test)]
mod tests {
    use demitasse_barista::Surface;
    use ratatui::layout::{Rect, Size};
    use ratatui::style::Stylize;
    use ratatui::text::Line;

    use super::*;
    use crate::boards::canvas::canvas;

    #[tokio::test]
    async fn a_picture_is_told_in_runs_and_a_change_by_what_is_new() {
        let (mut canvas, mut viewer) = canvas(Size::new(12, 2)).expect("a canvas");
        let mut painter = Painter::default();
        let mut told = async |canvas: &mut super::super::super::canvas::Canvas, text: &str| {
            let line = Line::from(vec!["12 ".bold(), text.to_owned().into()]);
            let mut paint = |frame: &mut ratatui::Frame<'_>| {
                frame.render_widget(line.clone(), Rect::new(0, 1, 12, 1));
            };
            canvas.draw(&mut paint).expect("a picture");
            let change = viewer.next().await.expect("a change");
            String::from_utf8(painter.event(&change).to_vec()).expect("text")
        };

        let first = told(&mut canvas, "●濃 é").await;
        let runs = r#"[[0,1,0,"12 "],[3,1,1,"●",1],[4,1,1,"濃",2],[7,1,1,"é"]]"#;
        let styles = "[[null,null,1],[null,null,0]]";
        let json = format!(r#"{{"size":[12,2],"styles":{styles},"runs":{runs}}}"#);
        assert_eq!(first, format!("event: cells\ndata: {json}\n\n"));

        canvas.ring().expect("a bell");
        let next = told(&mut canvas, "●濃 è").await;
        assert_eq!(next, "event: cells\ndata: {\"runs\":[[7,1,1,\"è\"]],\"bell\":true}\n\n");
    }

    #[test]
    fn colours_are_six_digits_and_marks_one_number() {
        assert_eq!(digits(Color::from_u32(0x00E8_955A)).as_deref(), Some("e8955a"));
        assert_eq!(digits(Color::Reset), None);
        assert_eq!(marks(Modifier::BOLD | Modifier::REVERSED), 1 + 16);
        assert_eq!(marks(Modifier::CROSSED_OUT), 32);
    }

    #[test]
    fn only_plain_letters_run_together() {
        for letter in ["a", " ", "é", "Ж", "ع"] {
            assert_eq!(sign(letter), None, "{letter}");
        }
        assert_eq!([sign("●"), sign("─"), sign("濃"), sign("한")], [1, 1, 2, 2].map(Some));
    }
}
