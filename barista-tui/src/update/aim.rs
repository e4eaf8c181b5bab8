//! What a key or a touch means: what stood there when it was seen. What has changed since then, or
//! only a moment ago, is refused, so that nobody's step lands on another ticket.

use demitasse_shared::ids::OrderId;

use super::steps::{line_is_live, nothing_there, tell};
use crate::effect::Effect;
use crate::model::{Aim, Missed, Model};

/// The ticket that a digit means: only one that shows.
pub(super) fn at_place(model: &Model, place: usize) -> Result<Aim, Missed> {
    true_still(model, model.seen.place(place, model.now)?)
}

/// The selected ticket. One to which somebody has just moved the selection is meant as well where
/// its place has not been another one's a moment ago.
pub(super) fn selected(model: &Model) -> Result<Aim, Missed> {
    let aim = Aim::at(&model.selected().ok_or(Missed::Nothing)?);
    let cursor = model.cursor;
    let same = |seen: &Result<Aim, Missed>| seen.is_ok_and(|seen| seen.order == aim.order);
    let spot = || model.seen.spot(cursor.column, cursor.place, model.now);
    if same(&model.seen.selected(model.now)) || (cursor.by_hand && same(&spot())) {
        return true_still(model, aim);
    }
    Err(Missed::Moved)
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
