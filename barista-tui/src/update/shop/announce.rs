//! Saying a line to everybody, and taking it down.

use demitasse_shared::api::NewAnnouncement;

use super::{change, leave, list, show, tell};
use crate::effect::{BarAsk, Effect};
use crate::keymap::Command;
use crate::model::{Announcing, Model, READY_MADE, STANDING_MINUTES, Sheet};

/// The longest line, in characters; the server takes no more.
const LINE_CHARS: usize = 120;

pub(super) fn commanded(
    model: &mut Model,
    announcing: Announcing,
    command: Command,
) -> Vec<Effect> {
    match announcing {
        Announcing::What { choice } => choosing(model, choice, command),
        Announcing::Writing { text } => writing(model, text, command),
        Announcing::HowLong { text, own, choice } => {
            choosing_minutes(model, text, own, choice, command)
        }
    }
}

fn go(model: &mut Model, announcing: Announcing) -> Vec<Effect> {
    show(model, Sheet::Announce(announcing))
}

/// The line that stands can be taken down first; then the ready-made ones, then free words.
fn choosing(model: &mut Model, mut choice: usize, command: Command) -> Vec<Effect> {
    if command == Command::Back {
        return leave(model);
    }
    let standing = usize::from(model.announcement().is_some());
    let line = list::choose(&mut choice, standing + READY_MADE.len() + 1, command);
    let Some(line) = line else { return go(model, Announcing::What { choice }) };
    let Some(place) = line.checked_sub(standing) else { return take_down(model) };
    match READY_MADE.get(place) {
        Some(text) => how_long(model, model.words.plain(text), false),
        None => go(model, Announcing::Writing { text: String::new() }),
    }
}

fn take_down(model: &mut Model) -> Vec<Effect> {
    let asks = change(model, BarAsk::TakeDown);
    if !asks.is_empty() {
        leave(model);
    }
    asks
}

fn writing(model: &mut Model, mut text: String, command: Command) -> Vec<Effect> {
    list::type_into(&mut text, command, LINE_CHARS);
    match command {
        Command::Back => go(model, Announcing::What { choice: 0 }),
        Command::Accept if !text.trim().is_empty() => how_long(model, text.trim().to_owned(), true),
        _ => go(model, Announcing::Writing { text }),
    }
}

/// Ten minutes are one Enter away.
fn how_long(model: &mut Model, text: String, own: bool) -> Vec<Effect> {
    go(model, Announcing::HowLong { text, own, choice: 1 })
}

fn choosing_minutes(
    model: &mut Model,
    text: String,
    own: bool,
    mut choice: usize,
    command: Command,
) -> Vec<Effect> {
    if command == Command::Back {
        let back = if own { Announcing::Writing { text } } else { Announcing::What { choice: 0 } };
        return go(model, back);
    }
    let line = list::choose(&mut choice, STANDING_MINUTES.len(), command);
    go(model, Announcing::HowLong { text: text.clone(), own, choice });
    let Some(minutes) = line.map(|line| STANDING_MINUTES[line]) else { return Vec::new() };
    let asks = change(model, BarAsk::Announce(NewAnnouncement { text, minutes: Some(minutes) }));
    if !asks.is_empty() {
        leave(model);
        tell(model, model.words.say("notice-announced", &[("minutes", minutes.into())]));
    }
    asks
}
