//! Large figures, three rows high: drawn with half blocks, or with strokes where there is nothing
//! but ASCII.

use crate::theme::Theme;

/// Rows of a figure.
pub(super) const ROWS: usize = 3;

const FIGURES: [[&str; ROWS]; 10] = [
    ["█▀█", "█ █", "▀▀▀"],
    ["▀█ ", " █ ", "▀▀▀"],
    ["▀▀█", "█▀▀", "▀▀▀"],
    ["▀▀█", " ▀█", "▀▀▀"],
    ["█ █", "▀▀█", "  ▀"],
    ["█▀▀", "▀▀█", "▀▀▀"],
    ["█▀▀", "█▀█", "▀▀▀"],
    ["▀▀█", "  █", "  ▀"],
    ["█▀█", "█▀█", "▀▀▀"],
    ["█▀█", "▀▀█", "▀▀▀"],
];

const STROKES: [[&str; ROWS]; 10] = [
    [" _ ", "| |", "|_|"],
    ["   ", "  |", "  |"],
    [" _ ", " _|", "|_ "],
    [" _ ", " _|", " _|"],
    ["   ", "|_|", "  |"],
    [" _ ", "|_ ", " _|"],
    [" _ ", "|_ ", "|_|"],
    [" _ ", "  |", "  |"],
    [" _ ", "|_|", "|_|"],
    [" _ ", "|_|", " _|"],
];

/// A number in large figures; what is not a figure is left out.
pub(super) fn rows(number: &str) -> [String; ROWS] {
    written(number, &FIGURES)
}

/// The same, as wide, in signs that the terminal has.
pub(super) fn rows_in(number: &str, theme: Theme) -> [String; ROWS] {
    written(number, if theme.is_ascii() { &STROKES } else { &FIGURES })
}

fn written(number: &str, figures: &[[&str; ROWS]; 10]) -> [String; ROWS] {
    let mut rows = [const { String::new() }; ROWS];
    for figure in number.chars().filter_map(|c| c.to_digit(10)) {
        for (row, piece) in rows.iter_mut().zip(figures[figure as usize]) {
            if !row.is_empty() {
                row.push(' ');
            }
            row.push_str(piece);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_side_by_side() {
        let blocks = ["█ █ █▀█ ▀▀█", "▀▀█ █ █   █", "  ▀ ▀▀▀   ▀"];
        assert_eq!(rows("407"), blocks);
        assert_eq!(rows_in("407", Theme::from_env(|_| None)), blocks);
        let ascii = Theme::from_env(|name| (name == "LANG").then(|| "C".to_owned()));
        assert_eq!(rows_in("407", ascii), ["     _   _ ", "|_| | |   |", "  | |_|   |"]);
    }
}
