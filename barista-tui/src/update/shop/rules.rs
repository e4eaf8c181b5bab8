//! Changing the rules while the bar runs.

use demitasse_shared::settings::Settings;

use super::{change, leave, list, refuse, show, tell};
use crate::effect::{BarAsk, Effect};
use crate::keymap::Command;
use crate::model::{Model, RULES, Rule, RuleChange, Sheet};
use crate::update::steps::line_is_live;

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

/// Sends the change, or lets it wait for the one that is on its way.
fn set(model: &mut Model, choice: usize, rule: &Rule, value: u32) -> Vec<Effect> {
    if let Some(bounds) = rule.bounds().filter(|b| !(b.min..=b.max).contains(&value)) {
        let bounds = [("min", bounds.min.into()), ("max", bounds.max.into())];
        return refuse(model, model.words.say("notice-between", &bounds));
    }
    if !line_is_live(model) {
        return Vec::new();
    }
    show(model, Sheet::Rules { choice, typed: None });
    wish(model, (rule.field, value))
}

fn wish(model: &mut Model, change: RuleChange) -> Vec<Effect> {
    if model.desk.rules.wish(change) { send(model) } else { Vec::new() }
}

/// Sends what waits, over the newest rules.
fn send(model: &mut Model) -> Vec<Effect> {
    let whole = model.desk.rules.send(model.settings());
    whole.map_or_else(Vec::new, |whole| change(model, BarAsk::Settings(whole)))
}

/// The server's answer; the next change follows it.
pub(super) fn answered(model: &mut Model, answer: Option<Settings>) -> Vec<Effect> {
    let board = model.settings();
    model.desk.rules.answer(answer, board, model.now);
    if model.line.is_live() { send(model) } else { Vec::new() }
}

/// New rules, whoever made them. What another manager set at the same time is told, and what has
/// gone under with it is set again.
pub(in crate::update) fn heard(
    model: &mut Model,
    before: Settings,
    rules: Settings,
) -> Vec<Effect> {
    let heard = model.desk.rules.heard(before, rules, model.now);
    if let Some(other) = heard.other {
        say(model, "notice-rule-other", other);
    }
    let mut effects = Vec::new();
    for change in heard.again {
        say(model, "notice-rule-again", change);
        effects.extend(wish(model, change));
    }
    effects
}

/// Says something about a rule and its number.
fn say(model: &mut Model, text: &str, (field, value): RuleChange) {
    let rule = RULES.iter().find(|rule| rule.field == field);
    let Some(rule) = rule else { return };
    let value = model.words.say(rule.unit, &[("value", value.into())]);
    let values = [("rule", model.words.plain(rule.name).into()), ("value", value.into())];
    tell(model, model.words.say(text, &values));
}
