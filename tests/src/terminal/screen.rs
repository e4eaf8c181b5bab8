//! What a terminal shows, read as a terminal reads it.

use std::io::Read;
use std::thread;

use tokio::sync::watch::{self, Receiver, Sender};
use vt100::{Cell, Color, Parser, Screen};

/// The most that is read at once.
const PIECE_BYTES: usize = 4_096;

/// A screen, and whether it will ever change again.
pub(super) struct Shown {
    pub(super) parser: Parser,
    /// The program has closed its end of the terminal.
    pub(super) over: bool,
}

/// Reads what the program writes until it ends, or nobody looks any more.
pub(super) fn watch(
    mut output: Box<dyn Read + Send>,
    parser: Parser,
) -> (Sender<Shown>, Receiver<Shown>) {
    let (show, screen) = watch::channel(Shown { parser, over: false });
    let shown = show.clone();
    thread::spawn(move || {
        let mut bytes = [0; PIECE_BYTES];
        while let Ok(read @ 1..) = output.read(&mut bytes) {
            shown.send_modify(|shown| shown.parser.process(&bytes[..read]));
            if shown.is_closed() {
                return;
            }
        }
        shown.send_modify(|shown| shown.over = true);
    });
    (show, screen)
}

/// One cell as an eye sees it.
#[derive(Debug, PartialEq)]
pub(super) struct Seen {
    text: String,
    colours: [Color; 2],
    /// Bold, dim, italic, underlined, inverse.
    weight: [bool; 5],
}

/// Every cell, row by row. A blank that was written looks like one that never was.
pub(super) fn seen(screen: &Screen) -> Vec<Option<Seen>> {
    let (rows, columns) = screen.size();
    let place = |row| (0..columns.get()).map(move |column| (row, column));
    let places = (0..rows.get()).flat_map(place);
    places.map(|(row, column)| screen.cell(row, column).map(look)).collect()
}

fn look(cell: &Cell) -> Seen {
    let text = if cell.has_contents() { cell.contents() } else { " " };
    Seen {
        text: text.to_owned(),
        colours: [cell.fgcolor(), cell.bgcolor()],
        weight: [cell.bold(), cell.dim(), cell.italic(), cell.underline(), cell.inverse()],
    }
}
