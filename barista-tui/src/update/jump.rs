//! Going to a ticket by its number: each digit selects, Enter stays there, Esc goes back.

use crate::effect::Effect;
use crate::keymap::Command;
use crate::model::{Jump, Mode, Model, meant};

/// Begins to ask for a number.
pub(super) fn begin(model: &mut Model) {
    model.mode = Mode::Jump(Jump::new(model.cursor));
}

/// A key while a number is typed.
pub(super) fn typing(model: &mut Model, mut jump: Jump, command: Command) -> Vec<Effect> {
    match command {
        Command::Type(c) => jump.digit(c),
        Command::Erase => {
            jump.typed.pop();
        }
        Command::Accept | Command::Back => {
            if command == Command::Back {
                model.cursor = jump.from;
            }
            model.mode = Mode::Board;
            return Vec::new();
        }
        _ => {}
    }
    go(model, &mut jump);
    model.mode = Mode::Jump(jump);
    Vec::new()
}

/// Selects what the digits mean. Where they mean nothing, the selection stays.
fn go(model: &mut Model, jump: &mut Jump) {
    if jump.typed.is_empty() {
        (model.cursor, jump.found) = (jump.from, true);
        return;
    }
    let meant = meant(model.reachable().into_iter(), &jump.typed);
    jump.found = meant.is_some();
    if let Some((column, order)) = meant {
        model.cursor.point(column, order);
    }
}
