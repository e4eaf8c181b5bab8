//! Opening and closing the bar.

use demitasse_shared::api::ShopChange;
use demitasse_shared::shop::ShopState;

use super::steps::line_is_live;
use crate::effect::Effect;
use crate::model::{Mode, Model, Notice};
use crate::msg::Failed;

/// Opens at once; closing asks first, because guests stand in line.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    match model.board.as_ref().map(|board| board.shop.state) {
        Some(ShopState::Open) => {
            model.mode = Mode::CloseShop;
            Vec::new()
        }
        Some(ShopState::Closed | ShopState::Paused) => ask(model, true),
        None => Vec::new(),
    }
}

/// Closes, once that was confirmed.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    if line_is_live(model) { ask(model, false) } else { Vec::new() }
}

/// The server's answer. What it did comes through the live feed.
pub(super) fn answered(model: &mut Model, answer: Result<(), Failed>) -> Vec<Effect> {
    model.shop_asked = None;
    let words = match answer {
        Ok(()) => return Vec::new(),
        Err(Failed::Refused(words)) => words,
        Err(Failed::Unanswered) => model.words.plain("notice-shop-unanswered"),
    };
    model.notice = Some(Notice::refused(words, model.now));
    Vec::new()
}

fn ask(model: &mut Model, open: bool) -> Vec<Effect> {
    if model.shop_asked.is_some() {
        return Vec::new();
    }
    let change = ShopChange { open: Some(open), pause_minutes: None };
    model.shop_asked = Some(change);
    vec![Effect::Shop(change)]
}
