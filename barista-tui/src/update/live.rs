//! What the live feed says, and what its silence says.

use std::time::Duration;

use demitasse_shared::board::{Applied, Board};
use demitasse_shared::client::{LINE_DEAD_AFTER, Update};
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::order::{Order, OrderState, Party};

use crate::model::{Line, Model, Notice, number};
use crate::words::Words;

/// Takes in one update. A mere sign of life is painted only where it brings the line back.
pub(super) fn heard(model: &mut Model, update: Update) {
    let before = model.line.clone();
    let changed = match update {
        Update::Snapshot(snapshot) => {
            let board = Board::new(*snapshot);
            model.asked.heard_board(&board);
            back(model);
            model.board = Some(board);
            model.settle();
            true
        }
        Update::Change(envelope) => change(model, *envelope),
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
    if model.asked.forget_unsent() {
        let words = model.words.plain("notice-unsent-steps");
        model.notice = Some(Notice::refused(words, model.now));
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
