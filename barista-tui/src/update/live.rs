//! What the live feed says, and what its silence says.

use std::time::Duration;

use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::Update;
use demitasse_shared::live::{Envelope, LINE_DEAD_AFTER, LiveEvent};
use demitasse_shared::order::{Order, OrderState, Party};

use super::shop;
use crate::effect::{BarAsk, Effect};
use crate::model::{Line, Model, Notice, number};
use crate::words::Words;

/// So many orders are looked for after a new board at most.
const LOOKED_FOR: usize = 40;

/// Takes in one update. A mere sign of life is painted only where it brings the line back.
pub(super) fn heard(model: &mut Model, update: Update) -> Vec<Effect> {
    let before = model.line.clone();
    let mut effects = Vec::new();
    let changed = match update {
        Update::Snapshot(snapshot) => {
            effects = whole(model, Board::new(*snapshot));
            model.settle();
            true
        }
        Update::Change(envelope) => {
            let stock = matches!(envelope.event, LiveEvent::Stock { .. });
            effects.extend(stock.then_some(Effect::Menu));
            // It may be this one that is called otherwise now.
            let device = matches!(envelope.event, LiveEvent::Noted { device: Some(_) });
            effects.extend(device.then_some(Effect::Bar(BarAsk::Device)));
            let before = model.settings();
            let changed = change(model, *envelope);
            if changed && model.settings() != before {
                effects.extend(shop::rules_heard(model, before, model.settings()));
            }
            changed
        }
        Update::Beat(_) => {
            alive(model);
            false
        }
        Update::Down(_) => {
            down(model);
            false
        }
        Update::Refused(problem) => {
            lose_line(model, Line::TurnedAway { words: problem.detail });
            false
        }
    };
    // A burst of changes is settled once: when the next key, or the clock, comes behind it.
    model.unsettled |= changed;
    model.repaint |= changed || before != model.line;
    effects
}

/// A whole new board: after the first one, tickets that were there and are not there any more are
/// looked for, lest one that was cancelled meanwhile goes without a word.
fn whole(model: &mut Model, board: Board) -> Vec<Effect> {
    let unfinished =
        |order: &&Order| matches!(order.state, OrderState::Waiting | OrderState::Making);
    let before = model.board.iter().flat_map(Board::orders).filter(unfinished);
    let missing = before.map(|order| order.id).filter(|id| board.order(*id).is_none());
    let mut effects: Vec<_> = missing.take(LOOKED_FOR).map(Effect::Look).collect();
    effects.extend([Effect::Menu, Effect::Recent, Effect::Bar(BarAsk::Device)]);
    model.asked.heard_board(&board);
    model.desk.rules.start_over();
    back(model);
    model.board = Some(board);
    effects
}

/// What became of an order that a new board did not have.
pub(super) fn looked(model: &mut Model, order: &Order) -> Vec<Effect> {
    let back = model.board.as_ref().is_some_and(|board| board.order(order.id).is_some());
    if !back {
        model.gone.heard(order, false);
    }
    Vec::new()
}

/// Tells a silence once it is worth telling, and takes the line for dead after ten seconds.
pub(super) fn silent(model: &mut Model, silence: Duration) {
    if silence > LINE_DEAD_AFTER {
        let since = model.now.and_then(|now| now.checked_sub(silence).ok());
        lose_line(model, Line::Down { since });
    } else {
        model.line = Line::after_silence(silence);
    }
}

fn alive(model: &mut Model) {
    if model.board.is_some() {
        back(model);
    }
}

/// The line is up. That it had been down is told, in place of what was said about that.
fn back(model: &mut Model) {
    if model.board.is_some() && !model.line.is_live() {
        model.notice = Some(Notice::told(model.words.plain("notice-back"), model.now));
    }
    model.line = Line::LIVE;
}

fn down(model: &mut Model) {
    let line = match &model.line {
        Line::Connecting { .. } | Line::TurnedAway { .. } if model.board.is_none() => {
            Line::Connecting { words: model.words.plain("connecting-unreached") }
        }
        Line::Down { since } => Line::Down { since: *since },
        _ => Line::Down { since: model.now },
    };
    lose_line(model, line);
}

/// Steps that wait behind another one will not be sent, and that is told.
fn lose_line(model: &mut Model, line: Line) {
    model.line = line;
    let waited = model.desk.door_next.take().is_some() | model.desk.rules.forget_unsent();
    if model.asked.forget_unsent() || waited {
        let words = model.words.plain("notice-unsent-steps");
        model.notice = Some(Notice::refused(words, model.now));
        model.undo.clear();
        model.settle();
    }
}

fn change(model: &mut Model, envelope: Envelope) -> bool {
    alive(model);
    let order = match &envelope.event {
        LiveEvent::Order { order, .. } => Some(order.clone()),
        _ => None,
    };
    let Some(board) = &mut model.board else { return false };
    if board.apply(envelope) != Applied::Changed {
        return false;
    }
    if let Some(order) = order {
        order_changed(model, &order);
    }
    true
}

fn order_changed(model: &mut Model, order: &Order) {
    if let Some(words) = lost(order, model.words).filter(|_| !is_mine(model, order)) {
        model.notice = Some(Notice::told(words, model.now));
    }
    let mine = model.ticket(order.id).filter(|ticket| ticket.by_me);
    let by_me = mine.is_some_and(|ticket| ticket.reason == order.reason.as_deref());
    model.gone.heard(order, by_me);
    model.recent.heard(order);
    model.asked.heard(order);
}

/// Whether this screen asked for the change, or did not show the order in the first place.
fn is_mine(model: &Model, order: &Order) -> bool {
    let asked = model.asked.of(order.id).is_some_and(|asks| asks.last().is_some());
    asked || order.number.is_none()
}

/// A ticket that goes away without a barista's hand is told, so that nobody looks for it.
fn lost(order: &Order, words: Words) -> Option<String> {
    let text = match (order.state, order.ended_by) {
        (OrderState::Cancelled, Some(Party::Guest)) => "notice-cancelled-by-guest",
        (OrderState::Cancelled, _) => "notice-cancelled-by-bar",
        (OrderState::Expired, _) => "notice-expired",
        _ => return None,
    };
    Some(words.say(text, &[("number", number(order).into())]))
}
