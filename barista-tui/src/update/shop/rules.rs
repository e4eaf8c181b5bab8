//! Changing the rules while the bar runs.

use super::{change, leave, list, refuse, show, tell};
use crate::effect::{BarAsk, Effect};
use crate::keymap::Command;
use crate::model::{Model, RULES, Rule, Sheet};

/// Figures of a rule's number.
const FIGURES: usize = 6;

pub(super) fn commanded(
    model: &mut Model,
    choice: usize,
    typed: Option<String>,
    command: Command,
) -> Vec<Effect> {
    match typed {
        Some(text) => typing(model, choice, text, command),
        None => choosing(model, choice, command),
    }
}

fn choosing(model: &mut Model, mut choice: usize, command: Command) -> Vec<Effect> {
    if command == Command::Back {
        return leave(model);
    }
    let line = list::choose(&mut choice, RULES.len(), command);
    let typed = line.filter(|_| model.may_manage()).map(|_| String::new());
    show(model, Sheet::Rules { choice: line.unwrap_or(choice), typed });
    if line.is_some() && !model.may_manage() {
        return tell(model, model.words.plain("notice-managers-rules"));
    }
    Vec::new()
}

fn typing(model: &mut Model, choice: usize, mut text: String, command: Command) -> Vec<Effect> {
    list::type_figures(&mut text, command, FIGURES);
    let value = text.parse().ok();
    let typed = (command != Command::Back).then_some(text);
    show(model, Sheet::Rules { choice, typed });
    match RULES.get(choice).zip(value) {
        Some((rule, value)) if command == Command::Accept => set(model, choice, rule, value),
        _ => Vec::new(),
    }
}

/// Sends all rules as they were last heard, with this one number changed.
fn set(model: &mut Model, choice: usize, rule: &Rule, value: u32) -> Vec<Effect> {
    let settings = model.settings().with(rule.field, value);
    if let Some(bounds) = rule.bounds().filter(|b| !(b.min..=b.max).contains(&value)) {
        let bounds = [("min", bounds.min.into()), ("max", bounds.max.into())];
        return refuse(model, model.words.say("notice-between", &bounds));
    }
    let asks = change(model, BarAsk::Settings(settings));
    if !asks.is_empty() {
        model.desk.rule = Some((rule.field, value));
        show(model, Sheet::Rules { choice, typed: None });
    }
    asks
}
