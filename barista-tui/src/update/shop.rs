//! The bar itself: its door here, and a file for everything else about it.

mod announce;
mod day;
mod list;
mod pause;
mod rules;
mod stock;
mod told;
mod walk_up;

#[cfg(test)]
mod tests;

use demitasse_shared::api::ShopChange;
use demitasse_shared::shop::ShopState;

use super::steps::line_is_live;
use crate::effect::{BarAsk, Effect};
use crate::keymap::Command;
use crate::model::{Mode, Model, Notice, Sheet};
use crate::msg::Failed;

pub(super) use day::ticked;
pub(super) use rules::heard as rules_heard;
pub(super) use told::told;

/// Opens the dialog or page that a command asks for.
pub(super) fn open(model: &mut Model, command: Command) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    match command {
        Command::SoldOut => stock::open(model),
        Command::Pause => pause::open(model),
        Command::WalkUp => walk_up::open(model),
        Command::Announce => announce::open(model),
        Command::Settings => show(model, Sheet::Rules { choice: 0, typed: None }),
        Command::Figures => day::open_figures(model),
        Command::Log => day::open_log(model),
        _ => Vec::new(),
    }
}

/// What a key does in a dialog or on a page about the bar.
pub(super) fn commanded(model: &mut Model, sheet: Sheet, command: Command) -> Vec<Effect> {
    match sheet {
        Sheet::Stock { choice } => stock::commanded(model, choice, command),
        Sheet::Pause { lines, choice, typed: None } => {
            pause::choosing(model, lines, choice, command)
        }
        Sheet::Pause { lines, choice, typed: Some(text) } => {
            pause::typing(model, lines, choice, text, command)
        }
        Sheet::Drinks { choice } => walk_up::choosing(model, choice, command),
        Sheet::WalkUp(draft) => walk_up::commanded(model, draft, command),
        Sheet::Announce(announcing) => announce::commanded(model, announcing, command),
        Sheet::Rules { choice, typed } => rules::commanded(model, choice, typed, command),
        Sheet::Figures { panel, scroll } => day::figures(model, panel, scroll, command),
        Sheet::Log { choice } => day::log(model, choice, command),
        Sheet::ForManagers => leave(model),
    }
}

/// Shows a dialog or page.
fn show(model: &mut Model, sheet: Sheet) -> Vec<Effect> {
    model.mode = Mode::Shop(sheet);
    Vec::new()
}

/// Back to the board.
fn leave(model: &mut Model) -> Vec<Effect> {
    model.mode = Mode::Board;
    Vec::new()
}

/// Asks for a change; nothing while the line is down, and that is told.
fn change(model: &mut Model, ask: BarAsk) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    model.desk.under_way += 1;
    vec![Effect::Bar(ask)]
}

fn tell(model: &mut Model, words: String) -> Vec<Effect> {
    model.notice = Some(Notice::told(words, model.now));
    Vec::new()
}

fn refuse(model: &mut Model, words: String) -> Vec<Effect> {
    model.notice = Some(Notice::refused(words, model.now));
    Vec::new()
}

/// Opens at once; closing asks first, because guests stand in line.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    match model.shop_wished() {
        Some(ShopState::Open) => {
            model.mode = Mode::CloseShop;
            Vec::new()
        }
        Some(ShopState::Closed | ShopState::Paused) => ask(model, OPEN),
        None => Vec::new(),
    }
}

/// Closes, once that was confirmed.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    if line_is_live(model) { ask(model, CLOSE) } else { Vec::new() }
}

/// The server's answer. What it did comes through the live feed.
pub(super) fn answered(model: &mut Model, answer: Result<(), Failed>) -> Vec<Effect> {
    model.shop_asked = None;
    let words = match answer {
        Ok(()) => None,
        Err(Failed::Refused(words)) => Some(words),
        Err(Failed::Unanswered) => Some(model.words.plain("notice-shop-unanswered")),
    };
    if let Some(words) = words {
        refuse(model, words);
    }
    model.desk.door_next.take().map_or_else(Vec::new, |change| ask(model, change))
}

/// Opens the bar, or ends its pause.
const OPEN: ShopChange = ShopChange::OPEN;

/// Closes the bar.
const CLOSE: ShopChange = ShopChange::CLOSE;

/// Asks for a change of the door, one at a time: of those that come meanwhile the last one counts,
/// and follows.
fn ask(model: &mut Model, change: ShopChange) -> Vec<Effect> {
    let Some(asked) = model.shop_asked else {
        model.shop_asked = Some(change);
        return vec![Effect::Shop(change)];
    };
    let (next, text) = if asked == change {
        (None, "notice-shop-under-way")
    } else {
        (Some(change), "notice-shop-waits")
    };
    model.desk.door_next = next;
    tell(model, model.words.plain(text))
}
