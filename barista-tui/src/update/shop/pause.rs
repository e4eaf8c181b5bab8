//! Pausing for some minutes, and opening again before they are over.

use demitasse_shared::api::ShopChange;
use demitasse_shared::shop::ShopState;

use super::{OPEN, ask, leave, list, refuse, show, tell};
use crate::effect::Effect;
use crate::keymap::Command;
use crate::model::{Model, PauseLine, Sheet};
use crate::update::steps::line_is_live;

/// The longest pause, in minutes; the server takes no longer one.
const LONGEST_MINUTES: u32 = 240;

/// Figures of a pause.
const FIGURES: usize = 3;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.shop_state() == Some(ShopState::Closed) {
        return tell(model, model.words.plain("notice-pause-closed"));
    }
    let lines = model.pause_lines();
    show(model, Sheet::Pause { lines, choice: 0, typed: None })
}

pub(super) fn choosing(
    model: &mut Model,
    lines: Vec<PauseLine>,
    mut choice: usize,
    command: Command,
) -> Vec<Effect> {
    if command == Command::Back {
        return leave(model);
    }
    let line = list::choose(&mut choice, lines.len(), command);
    let chosen = line.and_then(|line| lines.get(line)).copied();
    let typed = (chosen == Some(PauseLine::Other)).then(String::new);
    show(model, Sheet::Pause { lines, choice: line.unwrap_or(choice), typed });
    match chosen {
        Some(PauseLine::OpenNow) if model.shop_state() != Some(ShopState::Paused) => {
            refuse(model, model.words.plain("notice-pause-over"))
        }
        Some(PauseLine::OpenNow) => send(model, OPEN),
        Some(PauseLine::Minutes(minutes)) => pause(model, minutes),
        Some(PauseLine::Other) | None => Vec::new(),
    }
}

pub(super) fn typing(
    model: &mut Model,
    lines: Vec<PauseLine>,
    choice: usize,
    mut text: String,
    command: Command,
) -> Vec<Effect> {
    list::type_figures(&mut text, command, FIGURES);
    let minutes = text.parse().ok().filter(|minutes| (1..=LONGEST_MINUTES).contains(minutes));
    let typed = (command != Command::Back).then_some(text);
    show(model, Sheet::Pause { lines, choice, typed });
    match minutes {
        _ if command != Command::Accept => Vec::new(),
        Some(minutes) => pause(model, minutes),
        None => {
            let bounds = [("min", 1.into()), ("max", LONGEST_MINUTES.into())];
            refuse(model, model.words.say("notice-between", &bounds))
        }
    }
}

fn pause(model: &mut Model, minutes: u32) -> Vec<Effect> {
    send(model, ShopChange::pause(minutes))
}

/// Asks, and closes the dialog once that is on its way.
fn send(model: &mut Model, change: ShopChange) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    leave(model);
    ask(model, change)
}
