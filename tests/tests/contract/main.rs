//! The contract over the wire: who may do what, what bad input gets, and a document that is true.
//!
//! Speaks bare HTTP, as a stranger's program would. What is expected stands in tables of text
//! beside the code.

mod bad_input;
mod document;
mod metrics;
mod pages;
mod rights;
mod status;
mod way;
mod wire;

/// A table's rows, each cut into its columns. A line that begins with `#` is a remark.
fn rows<const COLUMNS: usize>(table: &str) -> impl Iterator<Item = [&str; COLUMNS]> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let cells: Vec<_> = line.splitn(COLUMNS, '|').map(str::trim).collect();
        cells.try_into().unwrap_or_else(|_short| panic!("{line:?} has too few columns"))
    })
}
