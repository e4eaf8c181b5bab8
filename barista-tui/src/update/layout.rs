//! What the board shows: columns or the rush, all tickets or this station's.

#[cfg(test)]
mod tests;

use crate::keymap::Command;
use crate::model::{Model, Notice, RushWhen};

/// Turns the rush layout on, off, or over to the queue, and says which.
pub(super) fn turn(model: &mut Model) {
    model.rush.turn();
    model.turn_rush();
    let words = match model.rush.when() {
        RushWhen::From(many) => {
            model.words.say("notice-rush-auto", &[("orders", many.get().into())])
        }
        RushWhen::Always => model.words.plain("notice-rush-on"),
        RushWhen::Never => model.words.plain("notice-rush-off"),
    };
    model.notice = Some(Notice::told(words, model.now));
}

/// Shows all tickets, or this station's only, and says which.
pub(super) fn toggle_station(model: &mut Model) {
    let text = match (model.station.is_some(), model.station_only) {
        (false, _) => "notice-station-none",
        (true, true) => "notice-station-all",
        (true, false) => "notice-station-mine",
    };
    model.station_only = model.station.is_some() && !model.station_only;
    model.notice = Some(Notice::told(model.words.plain(text), model.now));
}

/// In the rush the places stand in one row: every arrow moves along it, and none leads away. Says
/// whether the key was such an arrow.
pub(super) fn moved_in_rush(model: &mut Model, command: Command) -> bool {
    if !model.rush.is_on() {
        return false;
    }
    let place = model.cursor.place;
    match command {
        Command::Left | Command::Up => model.cursor.go(place.saturating_sub(1)),
        Command::Right | Command::Down => model.cursor.go(place.saturating_add(1)),
        _ => return false,
    }
    true
}
