//! Letting struck-through tickets go.

use demitasse_shared::ids::OrderId;

use super::steps::tell;
use crate::effect::Effect;
use crate::model::Model;

/// Lets the selected struck-through ticket go, or, wherever the cursor is, the one that has been
/// there longest: a few presses of one key clear them all, and each says which one it was.
pub(super) fn dismiss_one(model: &mut Model) -> Vec<Effect> {
    let selected = model.selected().filter(|ticket| !ticket.is_open());
    let one = selected.map(|ticket| ticket.order.id).filter(|id| model.gone.get(*id).is_some());
    if let Some(id) = one.or_else(|| model.gone.oldest()) {
        return dismiss(model, id);
    }
    tell(model, model.words.plain("notice-nothing-crossed-out"));
    Vec::new()
}

/// Lets one go. This screen alone forgets it: the server is not asked, so it works on any line.
pub(super) fn dismiss(model: &mut Model, id: OrderId) -> Vec<Effect> {
    let Some(struck) = model.gone.get(id) else { return Vec::new() };
    let number = crate::model::number(&struck.order);
    model.gone.dismiss(id);
    let values = [("number", number.into()), ("count", model.gone.len().into())];
    tell(model, model.words.say("notice-dismissed", &values));
    Vec::new()
}
