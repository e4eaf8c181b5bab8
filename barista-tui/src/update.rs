//! The program's logic: a message changes the model and says what is to be done. Pure.

mod keys;
mod layout;
mod live;
mod shop;
mod sound;
mod steps;

#[cfg(test)]
mod tests;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;

use crate::effect::Effect;
use crate::model::{Column, Line, Mode, Model};
use crate::msg::{Msg, Target, Tick};

/// Folds one message into the model.
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let call = sound::before(model, &msg);
    let mut effects = fold(model, msg);
    effects.extend(sound::after(model, call));
    effects
}

fn fold(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if model.unsettled && !matches!(msg, Msg::Live(_)) {
        model.settle();
    }
    let effects = match msg {
        Msg::Tick(tick) => {
            ticked(model, tick);
            return Vec::new();
        }
        Msg::Live(update) => {
            live::heard(model, update);
            return Vec::new();
        }
        Msg::Key(key) => keys::pressed(model, key),
        Msg::Tap(target) => tapped(model, target),
        Msg::Scroll(by) => scrolled(model, by),
        Msg::Resized => Vec::new(),
        Msg::NotPaired(words) => not_paired(model, words),
        Msg::Paired(name) => paired(model, name),
        Msg::StepAnswered(order, answer) => steps::answered(model, order, answer),
        Msg::ShopAnswered(answer) => shop::answered(model, answer),
    };
    model.settle();
    model.repaint = true;
    effects
}

/// Lets time pass. Most seconds change nothing that shows, and then nothing is painted.
fn ticked(model: &mut Model, tick: Tick) {
    let line = model.line.clone();
    // Faces are compared once a second, not with every key.
    let second = |now: Option<Timestamp>| now.map(Timestamp::as_second);
    let turns = second(model.now) != second(tick.now);
    let faces = turns.then(|| (model.clock_faces(), model.shop_minutes()));
    model.now = tick.now;
    if let (Line::Live { .. }, Some(silence)) = (&model.line, tick.silence) {
        live::silent(model, silence);
    }
    let over = model.notice.as_ref().is_some_and(|notice| notice.is_over(model.now));
    if over {
        model.notice = None;
    }
    // How long the line has been down shows in seconds.
    let counting = turns && matches!(model.line, Line::Down { .. });
    let turned = faces.is_some_and(|faces| faces != (model.clock_faces(), model.shop_minutes()));
    model.repaint |= over || counting || turned || line != model.line;
}

/// Selects what was touched, or does the step whose button it was.
fn tapped(model: &mut Model, target: Target) -> Vec<Effect> {
    if model.mode == Mode::Board {
        match target {
            Target::Ticket(column, order) => select(model, column, order),
            Target::Column(column) => model.cursor.enter(column),
            Target::Next => return steps::next_of_selected(model),
        }
    }
    Vec::new()
}

fn select(model: &mut Model, column: Column, order: OrderId) {
    model.cursor.column = column;
    model.cursor.order = Some(order);
}

fn scrolled(model: &mut Model, by: isize) -> Vec<Effect> {
    if model.mode == Mode::Board {
        model.cursor.go(model.cursor.place.saturating_add_signed(by));
    }
    Vec::new()
}

fn not_paired(model: &mut Model, words: String) -> Vec<Effect> {
    model.line = Line::Connecting { words };
    Vec::new()
}

fn paired(model: &mut Model, name: String) -> Vec<Effect> {
    model.me = name;
    model.line = Line::Connecting { words: String::new() };
    Vec::new()
}
