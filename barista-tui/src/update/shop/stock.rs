//! Marking what has run out, in two keys and back.

use super::{change, leave, list, show, tell};
use crate::effect::{BarAsk, Effect};
use crate::keymap::Command;
use crate::model::{Mark, Model, Sheet, StockItem};

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.menu.is_none() {
        return no_menu_yet(model);
    }
    show(model, Sheet::Stock { choice: 0 })
}

/// Says that the menu has not come yet, and asks for it again.
pub(super) fn no_menu_yet(model: &mut Model) -> Vec<Effect> {
    tell(model, model.words.plain("notice-no-menu"));
    vec![Effect::Menu]
}

pub(super) fn commanded(model: &mut Model, mut choice: usize, command: Command) -> Vec<Effect> {
    if command == Command::Back {
        return leave(model);
    }
    let lines = model.stock();
    let chosen = list::choose(&mut choice, lines.len(), command);
    show(model, Sheet::Stock { choice });
    match chosen.and_then(|line| lines.into_iter().nth(line)) {
        Some(line) => toggle(model, line.item, !line.there),
        None => Vec::new(),
    }
}

/// Marks at once, and asks; the list closes once that is on its way.
fn toggle(model: &mut Model, item: StockItem, there: bool) -> Vec<Effect> {
    let asks = change(model, BarAsk::Mark { item: item.clone(), there });
    if asks.is_empty() {
        return asks;
    }
    leave(model);
    model.desk.marks.retain(|mark| mark.item != item);
    let words = marked(model, &item, there);
    model.desk.marks.push(Mark { item, there });
    tell(model, words);
    asks
}

/// What a mark says, by the name of what it is about.
fn marked(model: &Model, item: &StockItem, there: bool) -> String {
    let text = if there { "notice-there" } else { "notice-sold-out" };
    model.words.say(text, &[("name", name_of(model, item).into())])
}

/// The name of something that can run out.
pub(super) fn name_of(model: &Model, item: &StockItem) -> String {
    let line = model.stock().into_iter().find(|line| line.item == *item);
    line.map(|line| line.name).unwrap_or_default()
}
