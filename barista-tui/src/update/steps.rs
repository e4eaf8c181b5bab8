//! A barista's steps: asked, shown at once, and taken back in plain sight where they are refused.

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Step};

use crate::effect::Effect;
use crate::model::{
    Ask, CancelDialog, Column, Line, Mode, Model, Notice, RecallDialog, Verdict, fits, natural,
    number, step_name,
};
use crate::msg::Failed;
use crate::words::Words;

/// The natural next step of the ticket at a place of what shows: the focused column, or the rush.
pub(super) fn next_at(model: &mut Model, place: usize) -> Vec<Effect> {
    let ticket = model.places().get(place).map(|t| (t.order.id, t.state));
    next(model, ticket)
}

/// The natural next step of the selected ticket.
pub(super) fn next_of_selected(model: &mut Model) -> Vec<Effect> {
    let ticket = model.selected().map(|ticket| (ticket.order.id, ticket.state));
    next(model, ticket)
}

fn next(model: &mut Model, ticket: Option<(OrderId, OrderState)>) -> Vec<Effect> {
    let Some((id, state)) = ticket else { return nothing_there(model) };
    natural(state).map_or_else(Vec::new, |step| ask(model, id, step, None))
}

/// A named step of the selected ticket.
pub(super) fn of_selected(model: &mut Model, step: Step) -> Vec<Effect> {
    let Some(id) = model.selected().map(|ticket| ticket.order.id) else {
        return nothing_there(model);
    };
    ask(model, id, step, None)
}

/// Asks why the selected ticket is to be cancelled.
pub(super) fn ask_reason(model: &mut Model) {
    if !line_is_live(model) {
        return;
    }
    let Some(ticket) = model.selected() else {
        nothing_there(model);
        return;
    };
    if !fits(ticket.state, Step::Cancel) {
        does_not_fit(model, ticket.order.id);
        return;
    }
    let dialog =
        CancelDialog { order: ticket.order.id, number: ticket.number(), choice: 0, text: None };
    model.mode = Mode::Cancel(dialog);
}

/// Cancels, with the reason that the guest will read.
pub(super) fn cancel(model: &mut Model, id: OrderId, reason: &str) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    model.mode = Mode::Board;
    ask(model, id, Step::Cancel, Some(reason.to_owned()))
}

/// Takes the selected ready ticket back, or shows those that can be taken back.
pub(super) fn recall(model: &mut Model) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    if model.cursor.column == Column::Ready && model.selected().is_some() {
        return of_selected(model, Step::Recall);
    }
    if model.recallable().is_empty() {
        tell(model, model.words.plain("notice-nothing-recent"));
    } else {
        model.mode = Mode::Recall(RecallDialog { choice: 0 });
    }
    Vec::new()
}

/// Takes back the order that was chosen.
pub(super) fn recall_order(model: &mut Model, id: OrderId) -> Vec<Effect> {
    ask(model, id, Step::Recall, None)
}

/// The server's answer.
pub(super) fn answered(
    model: &mut Model,
    id: OrderId,
    answer: Result<Box<Order>, Failed>,
) -> Vec<Effect> {
    let number = number_of(model, id);
    let failed = answer.as_ref().err().cloned();
    match model.asked.answer(id, answer, model.board.as_ref()) {
        Verdict::Done(next) => next.into_iter().collect(),
        Verdict::TakenBack(step) => {
            let words = not_done(model.words, &number, step, failed);
            model.notice = Some(Notice::refused(words, model.now).about(id));
            Vec::new()
        }
        Verdict::Unknown => Vec::new(),
    }
}

/// Why a step is taken back.
fn not_done(words: Words, number: &str, step: Step, failed: Option<Failed>) -> String {
    let number = ("number", number.into());
    match failed {
        Some(Failed::Refused(why)) => {
            words.say("notice-taken-back", &[number, ("words", why.into())])
        }
        Some(Failed::Unanswered) | None => {
            let step = ("step", words.plain(step_name(step)).into());
            words.say("notice-step-unanswered", &[number, step])
        }
    }
}

/// Whether a step can be sent. Where it cannot, that is told, and the key is forgotten.
pub(super) fn line_is_live(model: &mut Model) -> bool {
    let text = match &model.line {
        Line::Live { .. } => return true,
        Line::TurnedAway { .. } => "notice-not-paired",
        Line::Down { .. } | Line::Connecting { .. } => "notice-not-sent",
    };
    refuse(model, model.words.plain(text));
    false
}

fn ask(model: &mut Model, id: OrderId, step: Step, reason: Option<String>) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    let Some(order) = stepping(model, id, step) else {
        does_not_fit(model, id);
        return Vec::new();
    };
    let Some(at) = model.now.or(model.board.as_ref().map(|board| board.at)) else {
        return Vec::new();
    };
    let on_board = model.board.as_ref().is_some_and(|board| board.order(id).is_some());
    let sent = model.asked.ask(&order, Ask { step, reason, at }, on_board);
    sent.unwrap_or_else(|| {
        let number = number(&order).into();
        let words = model.words.say("notice-steps-pending", &[("number", number)]);
        refuse(model, words);
        Vec::new()
    })
}

/// The order as it shows, if the step fits it there.
fn stepping(model: &Model, id: OrderId, step: Step) -> Option<Order> {
    if let Some(ticket) = model.ticket(id) {
        return fits(ticket.state, step).then(|| ticket.order.clone());
    }
    let away = model.recallable().into_iter().find(|order| order.id == id)?;
    fits(away.state, step).then(|| away.clone())
}

fn does_not_fit(model: &mut Model, id: OrderId) {
    let words = match model.ticket(id) {
        None => model.words.plain("notice-moved-on"),
        Some(ticket) => {
            let text = match ticket.state {
                OrderState::Waiting => "notice-still-waiting",
                OrderState::Making => "notice-already-making",
                _ => "notice-already-ready",
            };
            model.words.say(text, &[("number", ticket.number().into())])
        }
    };
    tell(model, words);
}

fn nothing_there(model: &mut Model) -> Vec<Effect> {
    if line_is_live(model) {
        tell(model, model.words.plain("notice-no-ticket"));
    }
    Vec::new()
}

fn refuse(model: &mut Model, words: String) {
    model.notice = Some(Notice::refused(words, model.now));
}

/// A slip of the finger is no alarm.
fn tell(model: &mut Model, words: String) {
    model.notice = Some(Notice::told(words, model.now));
}

fn number_of(model: &Model, id: OrderId) -> String {
    let known = model.ticket(id).map(|ticket| ticket.number());
    let board = || model.board.as_ref().and_then(|board| board.order(id)).map(number);
    let recent = || model.recent.orders().find(|order| order.id == id).map(number);
    known.or_else(board).or_else(recent).unwrap_or_else(|| model.words.plain("order-unknown"))
}
