//! What has run out, by name.

use super::{List, Row};
use crate::model::{Model, StockLine};
use crate::theme::{Meaning, sign};

pub(super) fn list(model: &Model, choice: usize) -> List {
    let lines = model.stock();
    let mut list = List::new(model.words.plain("stock-title"));
    list.rows =
        lines.iter().enumerate().map(|(place, line)| row(model, place, choice, line)).collect();
    list
}

/// Sold out is told by a sign and a word, and by what is missing where that is something else.
fn row(model: &Model, place: usize, choice: usize, line: &StockLine) -> Row {
    let row = Row::pick(place, choice);
    let pending = if line.pending { sign::PENDING } else { "" };
    let (sign, meaning) =
        if line.is_out() { (sign::OUT, Meaning::Late) } else { (" ", Meaning::Text) };
    let row =
        row.strong(format!("{sign} "), meaning).and(format!("{}  ", line.name), Meaning::Text);
    let why = match &line.lacks {
        _ if !line.there => model.words.plain("stock-out"),
        Some(group) => model.words.say("stock-lacks", &[("group", group.as_str().into())]),
        None => String::new(),
    };
    row.strong(format!("{why}{pending}"), meaning)
}
