//! The table that comes out: what was measured, the figure, and what to read it beside.

use std::fmt;

/// Rows of three cells.
#[derive(Debug, Default)]
pub(crate) struct Table(Vec<[String; 3]>);

impl Table {
    pub(crate) fn row(
        &mut self,
        what: impl Into<String>,
        figure: impl Into<String>,
        beside: impl Into<String>,
    ) {
        self.0.push([what.into(), figure.into(), beside.into()]);
    }

    fn width(&self, column: usize) -> usize {
        self.0.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).max(3)
    }
}

/// In Markdown, so that it can be pasted anywhere, and in even columns.
impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [a, b, c] = [0, 1, 2].map(|column| self.width(column));
        writeln!(f, "| {:a$} | {:b$} | {:c$} |", "measured", "figure", "beside it")?;
        writeln!(f, "| {:-<a$} | {:-<b$} | {:-<c$} |", "", "", "")?;
        for [what, figure, beside] in &self.0 {
            writeln!(f, "| {what:a$} | {figure:b$} | {beside:c$} |")?;
        }
        Ok(())
    }
}
