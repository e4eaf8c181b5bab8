//! The rules, with their numbers and from where to where these go.

use super::{List, Row};
use crate::model::{Model, RULES, Rule};
use crate::theme::{Meaning, sign};
use crate::view::words;

pub(super) fn list(model: &Model, choice: usize, typed: Option<&str>) -> List {
    let mut list = List::new(title(model, choice, typed));
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

/// While a number is typed the title says from where to where it goes, on the narrowest screen too.
fn title(model: &Model, choice: usize, typed: Option<&str>) -> String {
    match RULES.get(choice).filter(|_| typed.is_some()) {
        Some(rule) => format!("{}: {}", model.words.plain(rule.name), bounds(model, rule)),
        None => model.words.plain("rule-title"),
    }
}

fn bounds(model: &Model, rule: &Rule) -> String {
    rule.bounds().map_or_else(String::new, |bounds| {
        let values = [("min", bounds.min.into()), ("max", bounds.max.into())];
        model.words.say("rule-bounds", &values)
    })
}

fn row(model: &Model, row: Row, rule: &Rule, widest: u16, typed: Option<&str>) -> Row {
    let name = model.words.plain(rule.name);
    let gap = " ".repeat(usize::from(widest - words::width(&name).min(widest)) + 1);
    let row = row.and(format!("{name}{gap}"), Meaning::Text);
    if let Some(typed) = typed {
        return row.strong(format!("{typed}{}", sign::CURSOR), Meaning::Accent);
    }
    let (value, pending) = model.rule(rule);
    let value = model.words.say(rule.unit, &[("value", value.into())]);
    let pending = if pending { sign::PENDING } else { "" };
    let value = format!("{value}{pending}");
    let gap = " ".repeat(usize::from(10_u16.saturating_sub(words::width(&value))) + 1);
    let row = row.strong(value, Meaning::Text);
    row.spare(format!("{gap}{}", bounds(model, rule)), Meaning::Quiet)
}
