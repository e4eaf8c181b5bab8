//! The table that comes out: what was measured, the figure, and what to read it beside.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::goal::Goal;
use super::goals;

/// All rows of one part, or of a whole bench.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Table {
    /// In the order in which they were measured.
    pub rows: Vec<Row>,
}

/// One figure.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub struct Row {
    /// What was measured; a goal's name, where there is one.
    pub what: String,
    /// What came out, as people read it.
    pub figure: String,
    /// What was measured beside it, in the same run.
    pub beside: String,
    /// What keeps the figure from being better, from a profile.
    pub limit: String,
    /// The figure in the goal's unit, where there is a goal.
    pub value: Option<f64>,
}

impl Row {
    /// The goal that it must reach, and the figure in its unit.
    pub fn judged(&self) -> Option<(&'static Goal, f64)> {
        goals::named(&self.what).zip(self.value)
    }
}

impl Table {
    /// A figure that is told, and held to no goal.
    pub fn row(
        &mut self,
        what: impl Into<String>,
        figure: impl Into<String>,
        beside: impl Into<String>,
    ) {
        let (what, figure, beside) = (what.into(), figure.into(), beside.into());
        self.rows.push(Row { what, figure, beside, ..Row::default() });
    }

    /// A figure that is held to a goal, in the goal's unit. `beside` is what it was measured
    /// against in the same run, `limit` what keeps it from being better: one line, from a profile.
    pub fn goal(
        &mut self,
        goal: &Goal,
        value: f64,
        beside: impl Into<String>,
        limit: impl Into<String>,
    ) {
        self.rows.push(Row {
            what: goal.what.to_owned(),
            figure: goal.shown(value),
            beside: beside.into(),
            limit: limit.into(),
            value: Some(value),
        });
    }
}

/// In Markdown, so that it can be pasted anywhere, and in even columns.
impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = self.rows.iter().map(|row| {
            let goal = row.judged().map(|(goal, _)| format!("; goal: {goal}")).unwrap_or_default();
            [row.what.clone(), row.figure.clone(), format!("{}{goal}", row.beside)]
        });
        f.write_str(&columns(["measured", "figure", "beside it"], &rows.collect::<Vec<_>>()))
    }
}

/// A Markdown table in even columns.
pub(super) fn columns<const N: usize>(heads: [&str; N], rows: &[[String; N]]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.chain([heads[column].chars().count()]).max().unwrap_or(0)
    };
    let widths: [usize; N] = std::array::from_fn(width);
    let line = |cells: [&str; N]| {
        let even = cells.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("| {} |\n", even.collect::<Vec<_>>().join(" | "))
    };
    let dashes: [String; N] = std::array::from_fn(|column| "-".repeat(widths[column]));
    let mut text = line(heads) + &line(std::array::from_fn(|column| dashes[column].as_str()));
    for row in rows {
        text += &line(std::array::from_fn(|column| row[column].as_str()));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::goals::{PHONE_MEMORY, SIZE_SERVER};

    #[test]
    fn its_columns_are_even_whatever_the_letters() {
        let mut table = Table::default();
        table.row("queue", "7", "–");
        table.goal(&PHONE_MEMORY, 7.312, "120 MB", "");
        let expected = "\
| measured                      | figure | beside it            |
| ----------------------------- | ------ | -------------------- |
| queue                         | 7      | –                    |
| 15,000 phones: memory of each | 7.3 kB | 120 MB; goal: ≤ 8 kB |
";
        assert_eq!(table.to_string(), expected);
    }

    #[test]
    fn a_figure_with_a_goal_is_judged_by_it() {
        let mut table = Table::default();
        table.goal(&SIZE_SERVER, 11.5, "", "");
        table.row("size of demitasse", "11.5 MB", "without a value");
        assert_eq!(table.rows[0].judged(), Some((&SIZE_SERVER, 11.5)));
        assert_eq!(table.rows[1].judged(), None);
    }
}
