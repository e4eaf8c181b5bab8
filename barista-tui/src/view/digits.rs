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

/// Half rows of a figure.
const HALVES: usize = 5;

/// Columns of a figure.
const COLUMNS: usize = 3;

/// How many rows a number takes, so many times as large.
pub(super) fn rows_of(scale: usize) -> usize {
    (HALVES * scale).div_ceil(2)
}

/// A number in figures that are so many times as large.
pub(super) fn scaled(number: &str, scale: usize) -> Vec<String> {
    let figures: Vec<_> = number.chars().filter_map(|c| c.to_digit(10)).collect();
    let row = |row: usize| {
        let figure = |figure: &u32| {
            let cell = |x: usize| cell(*figure, x / scale, row * 2 / scale, (row * 2 + 1) / scale);
            (0..COLUMNS * scale).map(cell).collect::<String>()
        };
        figures.iter().map(figure).collect::<Vec<_>>().join(&" ".repeat(scale))
    };
    (0..rows_of(scale)).map(row).collect()
}

/// A cell of which the upper half shows one half row of a figure, and the lower half another.
fn cell(figure: u32, x: usize, upper: usize, lower: usize) -> char {
    match (is_set(figure, x, upper), is_set(figure, x, lower)) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    }
}

/// Whether a half row of a figure is set at a column.
fn is_set(figure: u32, x: usize, half: usize) -> bool {
    let piece = FIGURES[figure as usize].get(half / 2).and_then(|row| row.chars().nth(x));
    match piece {
        Some('█') => true,
        Some('▀') => half.is_multiple_of(2),
        Some('▄') => !half.is_multiple_of(2),
        _ => false,
    }
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

    #[test]
    fn larger_figures_have_the_same_shape() {
        assert_eq!(scaled("407", 1), rows("407"));
        let four = ["██  ██", "██  ██", "██████", "    ██", "    ██"];
        assert_eq!(scaled("4", 2), four);
        assert_eq!(scaled("01", 2)[0], "██████  ████  ");
        assert_eq!(scaled("7", 3).len(), rows_of(3));
    }
}
