//! Going to a ticket by its number: each digit selects, Enter stays there, Esc goes back.

use super::steps::tell;
use crate::effect::Effect;
use crate::keymap::{Command, Scope};
use crate::model::{Jump, Mode, Model, meant};

/// Begins to ask for a number.
pub(super) fn begin(model: &mut Model) {
    model.mode = Mode::Jump(Jump::new(model.cursor, model.rush.is_left()));
}

/// A key while a number is typed.
pub(super) fn typing(model: &mut Model, mut jump: Jump, command: Command) -> Vec<Effect> {
    match command {
        Command::Type(c) => jump.digit(c),
        Command::Erase => {
            jump.typed.pop();
        }
        Command::Back => {
            back(model, &jump);
            model.mode = Mode::Board;
            return Vec::new();
        }
        Command::Accept => {
            stay(model);
            model.mode = Mode::Board;
            return Vec::new();
        }
        _ => {}
    }
    go(model, &mut jump);
    model.mode = Mode::Jump(jump);
    Vec::new()
}

/// Where it all began.
fn back(model: &mut Model, jump: &Jump) {
    model.rush.leave(jump.left_rush);
    model.cursor = jump.from;
}

/// Says how to come back to the rush, where the ticket does not show there.
fn stay(model: &mut Model) {
    if !model.rush.is_left() {
        return;
    }
    let number = model.selected().map(|ticket| ticket.number()).unwrap_or_default();
    let key = model.keymap.hint(Scope::Board, Command::Layout, model.words).unwrap_or_default();
    let values = [("number", number.into()), ("key", key.into())];
    tell(model, model.words.say("notice-rush-left", &values));
}

/// Selects what the digits mean. Where they mean nothing, the selection stays. A ticket that the
/// rush does not show brings the columns.
fn go(model: &mut Model, jump: &mut Jump) {
    if jump.typed.is_empty() {
        back(model, jump);
        jump.found = true;
        return;
    }
    let meant = meant(model.reachable().into_iter(), &jump.typed);
    jump.found = meant.is_some();
    let Some((column, order)) = meant else { return };
    model.rush.leave(jump.left_rush);
    let shows = model.rush_tickets().iter().any(|ticket| ticket.order.id == order);
    if model.rush.is_on() && !shows {
        model.rush.leave(true);
    }
    model.cursor.point(column, order);
}
