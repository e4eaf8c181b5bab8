//! Saying a line to everybody, and taking it down.

use demitasse_shared::api::NewAnnouncement;
use demitasse_shared::shop::Announcement;

use super::{change, leave, list, refuse, show, tell};
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
        Announcing::What { standing, choice } => choosing(model, standing, choice, command),
        Announcing::Writing { text } => writing(model, text, command),
        Announcing::HowLong { text, own, choice } => {
            choosing_minutes(model, text, own, choice, command)
        }
    }
}

fn go(model: &mut Model, announcing: Announcing) -> Vec<Effect> {
    show(model, Sheet::Announce(announcing))
}

/// Which line?
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let standing = model.announcement().cloned();
    go(model, Announcing::What { standing, choice: 0 })
}

/// The line that stands can be taken down first; then the ready-made ones, then free words.
fn choosing(
    model: &mut Model,
    standing: Option<Announcement>,
    mut choice: usize,
    command: Command,
) -> Vec<Effect> {
    if command == Command::Back {
        return leave(model);
    }
    let before = usize::from(standing.is_some());
    let line = list::choose(&mut choice, before + READY_MADE.len() + 1, command);
    let Some(line) = line else { return go(model, Announcing::What { standing, choice }) };
    let Some(place) = line.checked_sub(before) else { return take_down(model, standing.as_ref()) };
    match READY_MADE.get(place) {
        Some(text) => how_long(model, model.words.plain(text), false),
        None => go(model, Announcing::Writing { text: String::new() }),
    }
}

/// Takes the line down that was read, and no other one.
fn take_down(model: &mut Model, read: Option<&Announcement>) -> Vec<Effect> {
    if model.announcement() != read {
        return refuse(model, model.words.plain("notice-line-gone"));
    }
    let asks = change(model, BarAsk::TakeDown);
    if !asks.is_empty() {
        leave(model);
    }
    asks
}

fn writing(model: &mut Model, mut text: String, command: Command) -> Vec<Effect> {
    list::type_into(&mut text, command, LINE_CHARS);
    match command {
        Command::Back => open(model),
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
        return if own { go(model, Announcing::Writing { text }) } else { open(model) };
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
