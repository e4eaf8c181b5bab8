//! The rules, with their numbers and from where to where these go.

use super::{List, Row};
use crate::model::{Model, RULES, Rule};
use crate::theme::{Meaning, sign};
use crate::view::words;

pub(super) fn list(model: &Model, choice: usize, typed: Option<&str>) -> List {
    let mut list = List::new(model.words.plain("rule-title"));
    let widest = RULES.iter().map(|rule| words::width(&model.words.plain(rule.name))).max();
    list.rows = RULES
        .iter()
        .enumerate()
        .map(|(place, rule)| {
            let typed = typed.filter(|_| place == choice);
            row(model, Row::pick(place, choice), rule, widest.unwrap_or_default(), typed)
        })
        .collect();
    if !model.may_manage() {
        list.rows.push(Row::default());
        list.push_words(&model.words.plain("rule-reading"));
    }
    list
}

fn row(model: &Model, row: Row, rule: &Rule, widest: u16, typed: Option<&str>) -> Row {
    let name = model.words.plain(rule.name);
    let gap = " ".repeat(usize::from(widest - words::width(&name).min(widest)) + 1);
    let row = row.and(format!("{name}{gap}"), Meaning::Text);
    let bounds = rule.bounds().map_or_else(String::new, |bounds| {
        let values = [("min", bounds.min.into()), ("max", bounds.max.into())];
        model.words.say("rule-bounds", &values)
    });
    if let Some(typed) = typed {
        let row = row.strong(format!("{typed}{}", sign::CURSOR), Meaning::Accent);
        return row.and(format!(" {bounds}"), Meaning::Quiet);
    }
    let (value, pending) = model.rule(rule);
    let value = model.words.say(rule.unit, &[("value", value.into())]);
    let pending = if pending { sign::PENDING } else { "" };
    let value = format!("{value}{pending}");
    let gap = " ".repeat(usize::from(10_u16.saturating_sub(words::width(&value))) + 1);
    row.strong(value, Meaning::Text).and(format!("{gap}{bounds}"), Meaning::Quiet)
}
