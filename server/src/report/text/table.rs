//! Columns that stand in line.

use std::fmt;

/// How wide a terminal is taken to be.
pub(super) const COLUMNS: usize = 80;

/// What parts two columns.
const GAP: &str = "  ";

/// How the cells of a row are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A name, then numbers.
    Numbers,
    /// A name, a number, and words about it.
    Notes,
}

/// Rows of cells.
#[derive(Clone, Debug)]
pub(super) struct Table {
    kind: Kind,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Numbers under their heads.
    pub(super) fn new<const CELLS: usize>(heads: [&str; CELLS]) -> Self {
        let heads = heads.into_iter().map(str::to_owned).collect();
        Self { kind: Kind::Numbers, heads, rows: Vec::new() }
    }

    /// Names and numbers without heads.
    pub(super) fn plain() -> Self {
        Self::new([])
    }

    /// Names, numbers and words about them.
    pub(super) fn notes() -> Self {
        Self { kind: Kind::Notes, ..Self::plain() }
    }

    pub(super) fn row<const CELLS: usize>(&mut self, cells: [&str; CELLS]) {
        self.rows.push(cells.into_iter().map(on_one_line).collect());
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths: Vec<usize> = Vec::new();
        let heads = Some(&self.heads).filter(|heads| !heads.is_empty());
        for row in heads.into_iter().chain(&self.rows) {
            for (column, cell) in row.iter().enumerate() {
                let width = cell.chars().count();
                match widths.get_mut(column) {
                    Some(widest) => *widest = width.max(*widest),
                    None => widths.push(width),
                }
            }
        }
        // Drinks and reasons have names of any length: they leave their numbers room.
        let yields = if self.kind == Kind::Notes { 2 } else { 0 };
        let all: usize = widths.iter().map(|width| width + GAP.len()).sum();
        if let Some(width) = widths.get_mut(yields) {
            *width = width.saturating_sub(all.saturating_sub(COLUMNS));
        }
        widths
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, cells: &[String], widths: &[usize]) -> fmt::Result {
        let mut line = String::new();
        for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let words = column == 0 || (column == 2 && self.kind == Kind::Notes);
            line.push_str(GAP);
            let cell = shortened(cell, *width);
            let padded = if words { format!("{cell:<width$}") } else { format!("{cell:>width$}") };
            line.push_str(&padded);
        }
        writeln!(f, "{}", line.trim_end())
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let widths = self.widths();
        if !self.heads.is_empty() {
            self.write(f, &self.heads, &widths)?;
        }
        self.rows.iter().try_for_each(|row| self.write(f, row, &widths))
    }
}

/// Words without line ends and other controls: a terminal obeys them.
fn on_one_line(cell: &str) -> String {
    cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// Words that fit.
fn shortened(cell: &str, width: usize) -> String {
    if cell.chars().count() <= width {
        return cell.to_owned();
    }
    cell.chars().take(width.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_under_each_other() {
        let mut table = Table::new(["", "ordered", "served"]);
        table.row(["Flat white", "1,000", "9"]);
        table.row(["Café", "2", "2"]);
        let lines = "              ordered  served\n  Flat white    1,000       9\n  Café              2       2\n";
        assert_eq!(table.to_string(), lines);
    }

    #[test]
    fn a_long_name_leaves_room_and_stays_on_its_line() {
        let mut table = Table::plain();
        table.row([&format!("a\nb{}", "c".repeat(90)), "2"]);
        table.row(["tea", "100"]);
        let written = table.to_string();
        let widths: Vec<_> = written.lines().map(|line| line.chars().count()).collect();
        assert_eq!(widths, [COLUMNS, COLUMNS]);
        assert!(written.starts_with("  a bccc") && written.contains("…    2"), "{written}");
    }
}
