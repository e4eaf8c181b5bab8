//! Large figures, three rows high, drawn with half blocks.

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

/// A number in large figures; what is not a figure is left out.
pub(super) fn rows(number: &str) -> [String; ROWS] {
    let mut rows = [const { String::new() }; ROWS];
    for figure in number.chars().filter_map(|c| c.to_digit(10)) {
        for (row, piece) in rows.iter_mut().zip(FIGURES[figure as usize]) {
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
        assert_eq!(rows("407"), ["█ █ █▀█ ▀▀█", "▀▀█ █ █   █", "  ▀ ▀▀▀   ▀"]);
    }
}
