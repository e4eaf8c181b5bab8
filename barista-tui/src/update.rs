//! The program's logic: a message changes the model and says what is to be done. Pure.

mod aim;
mod batch;
mod gone;
mod jump;
mod keys;
mod layout;
mod live;
mod shop;
mod sound;
mod steps;
mod undo;

#[cfg(test)]
mod tests;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;

use crate::effect::Effect;
use crate::keymap::Command;
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
    let msg = match msg {
        Msg::Painted(picture) => {
            model.seen.painted(*picture, model.now);
            return Vec::new();
        }
        msg => msg,
    };
    if model.unsettled && !matches!(msg, Msg::Live(_)) {
        model.settle();
    }
    let (pressed, before) = (is_press(&msg), model.cursor);
    if pressed {
        model.hand.press(model.now);
    }
    let effects = match msg {
        Msg::Tick(tick) => {
            ticked(model, tick);
            return shop::ticked(model);
        }
        Msg::Live(update) => return live::heard(model, update),
        Msg::Key(key) => keys::pressed(model, key),
        Msg::Tap(target) => tapped(model, target),
        Msg::Scroll(by) => scrolled(model, by),
        Msg::Resized | Msg::Painted(_) => Vec::new(),
        Msg::NotPaired(words) => not_paired(model, words),
        Msg::Paired(name) => paired(model, name),
        Msg::StepAnswered(order, answer) => steps::answered(model, order, answer),
        Msg::Menu(menu) => fetched(&mut model.menu, *menu),
        Msg::Recent(orders) => {
            model.recent.heard_all(orders);
            Vec::new()
        }
        Msg::Looked(order) => live::looked(model, &order),
        Msg::ShopAnswered(answer) => shop::answered(model, answer),
        Msg::Bar(answer) => shop::told(model, answer),
    };
    model.settle();
    if pressed {
        aim::went(model, before);
    }
    model.repaint = true;
    effects
}

/// Whether somebody's hand did it.
fn is_press(msg: &Msg) -> bool {
    matches!(msg, Msg::Key(_) | Msg::Tap(_) | Msg::Scroll(_))
}

/// Lets time pass. Most seconds change nothing that shows, and then nothing is painted.
fn ticked(model: &mut Model, tick: Tick) {
    let line = model.line.clone();
    // Faces are compared once a second, not with every key.
    let second = |now: Option<Timestamp>| now.map(Timestamp::as_second);
    let turns = second(model.now) != second(tick.now);
    let faces = turns.then(|| (model.clock_faces(), model.shop_minutes()));
    model.now = tick.now;
    if turns && model.rush_is_due() {
        model.settle();
        model.repaint = true;
    }
    if let (Line::Live { .. }, Some(silence)) = (&model.line, tick.silence) {
        live::silent(model, silence);
    }
    let over = model.notice.as_ref().is_some_and(|notice| notice.is_over(model.now));
    if over {
        model.notice = None;
    }
    let forgotten = model.undo.forget_old(model.now);
    // How long the line has been down shows in seconds.
    let counting = turns && matches!(model.line, Line::Down { .. });
    let turned = faces.is_some_and(|faces| faces != (model.clock_faces(), model.shop_minutes()));
    model.repaint |= over || forgotten || counting || turned || line != model.line;
}

fn fetched<T>(place: &mut Option<T>, new: T) -> Vec<Effect> {
    *place = Some(new);
    Vec::new()
}

/// Does what a touch means.
fn tapped(model: &mut Model, target: Target) -> Vec<Effect> {
    match (target, &model.mode) {
        (Target::Key(key), _) => return keys::pressed(model, key),
        (Target::Line(line), _) => return keys::commanded(model, Command::Place(line)),
        (Target::Next, Mode::Board) => return keys::commanded(model, Command::Next),
        (Target::Ticket(column, order), Mode::Board | Mode::Jump(_)) => {
            return touched(model, column, order);
        }
        (Target::Column(column), Mode::Board) => model.cursor.enter(column),
        (Target::Changed, _) => return aim::changed(model),
        _ => {}
    }
    Vec::new()
}

/// The first touch selects a ticket, the second does its next step.
fn touched(model: &mut Model, column: Column, order: OrderId) -> Vec<Effect> {
    let before = (model.cursor.column, model.cursor.order);
    if before == (column, Some(order)) && model.mode == Mode::Board {
        let aim = aim::touched(model, order);
        return steps::next(model, aim);
    }
    model.mode = Mode::Board;
    model.cursor.point(column, order);
    Vec::new()
}

/// On the board the wheel moves the selection, elsewhere it does what the arrows do.
fn scrolled(model: &mut Model, by: isize) -> Vec<Effect> {
    if model.mode == Mode::Board {
        model.cursor.go(model.cursor.place.saturating_add_signed(by));
        return Vec::new();
    }
    let command = if by < 0 { Command::Up } else { Command::Down };
    (0..by.unsigned_abs()).flat_map(|_| keys::commanded(model, command)).collect()
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
