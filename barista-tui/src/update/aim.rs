//! What a key or a touch means: what stood there when it was seen. What has changed since then, or
//! only a moment ago, is refused, so that nobody's step lands on another ticket.

use demitasse_shared::ids::OrderId;

use super::steps::{line_is_live, nothing_there, tell};
use crate::effect::Effect;
use crate::model::{Aim, Cursor, Missed, Model};

/// The ticket that a digit means: only one that shows.
pub(super) fn at_place(model: &Model, place: usize) -> Result<Aim, Missed> {
    true_still(model, model.seen.place(place, model.now)?)
}

/// The selected ticket: somebody went there, or has seen that it is the selected one.
pub(super) fn selected(model: &Model) -> Result<Aim, Missed> {
    let aim = Aim::at(&model.selected().ok_or(Missed::Nothing)?);
    let seen = || model.seen.selected(model.now).is_ok_and(|seen| seen.order == aim.order);
    if model.cursor.by_hand || seen() { true_still(model, aim) } else { Err(Missed::Moved) }
}

/// A hand has moved the selection, or not: digits speak to the column that it has come to. Where
/// another ticket has come to that place but a moment ago, nobody went to this one.
pub(super) fn went(model: &mut Model, before: Cursor) {
    let cursor = model.cursor;
    if cursor.column != before.column {
        model.seen.turn_to(cursor.column);
    }
    if (cursor.column, cursor.order) == (before.column, before.order) {
        model.cursor.by_hand = before.by_hand;
        return;
    }
    let own = match model.seen.spot(cursor.column, cursor.place, model.now) {
        Ok(aim) => cursor.order == Some(aim.order),
        // One that did not show: no other one was meant.
        Err(Missed::Nothing) => true,
        Err(Missed::Moved) => false,
    };
    model.cursor.by_hand &= own;
}

/// The ticket under a finger: the picture has said which one.
pub(super) fn touched(model: &Model, order: OrderId) -> Result<Aim, Missed> {
    let ticket = model.ticket(order).ok_or(Missed::Moved)?;
    true_still(model, Aim::at(&ticket))
}

/// What was seen, if it stands like that still.
fn true_still(model: &Model, seen: Aim) -> Result<Aim, Missed> {
    let ticket = model.ticket(seen.order).ok_or(Missed::Moved)?;
    if model.seen.is_true(Aim::at(&ticket)) { Ok(seen) } else { Err(Missed::Moved) }
}

/// Says why nothing was done.
pub(super) fn missed(model: &mut Model, why: Missed) -> Vec<Effect> {
    match why {
        Missed::Nothing => nothing_there(model),
        Missed::Moved => changed(model),
    }
}

/// Says that something has moved under the finger.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    if line_is_live(model) {
        tell(model, model.words.plain("notice-just-moved"));
    }
    Vec::new()
}
