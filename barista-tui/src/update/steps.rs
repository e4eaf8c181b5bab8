//! A barista's steps: asked, shown at once, and taken back in plain sight where they are refused.

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Step};

use super::{aim, batch, gone};
use crate::effect::Effect;
use crate::model::{
    Aim, Ask, CancelDialog, Column, Done, Line, Missed, Mode, Model, Notice, RecallDialog, Ticket,
    Verdict, fits, natural, number, step_name,
};
use crate::msg::Failed;
use crate::words::Words;

/// The natural next step of the ticket at a place of what shows, the focused column or the rush,
/// whatever is marked.
pub(super) fn next_at(model: &mut Model, place: usize) -> Vec<Effect> {
    let aim = aim::at_place(model, place);
    if aim == Err(Missed::Nothing) && model.places().len() > place && line_is_live(model) {
        tell(model, model.words.plain("notice-not-shown"));
        return Vec::new();
    }
    next(model, aim)
}

/// The natural next step of the selected ticket, or of all that are marked.
pub(super) fn next_of_selected(model: &mut Model) -> Vec<Effect> {
    if let Some(step) = model.next_of_marked() {
        return match model.seen.next() {
            Some(seen) if seen != step => aim::changed(model),
            _ => batch::step(model, step),
        };
    }
    let aim = aim::selected(model);
    next(model, aim)
}

/// The next step of what was meant. What is struck through has one step left: to be let go. The
/// same order's next step but a moment later is a finger that bounced, or a key that is held down.
pub(super) fn next(model: &mut Model, aim: Result<Aim, Missed>) -> Vec<Effect> {
    let id = match aim {
        Ok(aim) => aim.order,
        Err(why) => return aim::missed(model, why),
    };
    if model.hand.bounces(id, model.now) {
        return Vec::new();
    }
    let Some(ticket) = model.ticket(id) else { return nothing_there(model) };
    let (step, open) = (natural(ticket.state), ticket.is_open());
    match step {
        Some(step) => ask(model, id, step, None),
        None if !open => gone::dismiss(model, id),
        None => Vec::new(),
    }
}

/// A named step of the selected ticket, or of all that are marked.
pub(super) fn of_selected(model: &mut Model, step: Step) -> Vec<Effect> {
    if !model.marks.is_empty() {
        return batch::step(model, step);
    }
    match aim::selected(model) {
        Ok(aim) => ask(model, aim.order, step, None),
        Err(why) => aim::missed(model, why),
    }
}

/// Asks why the selected ticket, or all that are marked, are to be cancelled.
pub(super) fn ask_reason(model: &mut Model) {
    if !line_is_live(model) {
        return;
    }
    let mut tickets = model.marked();
    if tickets.is_empty() {
        if let Err(why) = aim::selected(model) {
            aim::missed(model, why);
            return;
        }
        tickets.extend(model.selected());
    }
    let Some(first) = tickets.first().map(|ticket| ticket.order.id) else {
        nothing_there(model);
        return;
    };
    tickets.retain(|ticket| fits(ticket.state, Step::Cancel));
    if tickets.is_empty() {
        does_not_fit(model, first);
        return;
    }
    let orders = tickets.iter().map(|ticket| ticket.order.id).collect();
    let numbers: Vec<_> = tickets.iter().map(Ticket::number).collect();
    let number = numbers.join(", ");
    model.mode = Mode::Cancel(CancelDialog { orders, number, choice: 0, text: None });
}

/// Cancels, with the reason that the guests will read.
pub(super) fn cancel(model: &mut Model, ids: &[OrderId], reason: &str) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    model.mode = Mode::Board;
    if ids.is_empty() {
        // They have moved on meanwhile, and that was told.
        return Vec::new();
    }
    batch::of(model, ids, Step::Cancel, Some(reason))
}

/// Takes the selected ready ticket or all that are marked back, or shows those that can be taken
/// back.
pub(super) fn recall(model: &mut Model) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    let ready = model.cursor.column == Column::Ready && model.selected().is_some();
    if ready || !model.marks.is_empty() {
        return of_selected(model, Step::Recall);
    }
    let orders: Vec<_> = model.recallable().into_iter().cloned().collect();
    if orders.is_empty() {
        tell(model, model.words.plain("notice-nothing-recent"));
    } else {
        model.mode = Mode::Recall(RecallDialog { orders, choice: 0 });
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
        Verdict::Done(next) => {
            model.undo.confirm(id);
            next.into_iter().collect()
        }
        Verdict::TakenBack(step) => {
            model.undo.refuse(id);
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

/// Asks for one step, as something that can be taken back.
fn ask(model: &mut Model, id: OrderId, step: Step, reason: Option<String>) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    match note(model, id, step, reason) {
        Ok((done, effects)) => {
            remember(model, vec![done]);
            effects
        }
        Err(notice) => {
            model.notice = Some(notice);
            Vec::new()
        }
    }
}

/// What one key did can be taken back for a while.
pub(super) fn remember(model: &mut Model, steps: Vec<Done>) {
    if let Some(at) = now(model) {
        model.undo.push(steps, at);
    }
}

/// Notes a step, which shows from now on. Returns what it did and what is to be sent; or, where it
/// cannot be asked for, why.
pub(super) fn note(
    model: &mut Model,
    id: OrderId,
    step: Step,
    reason: Option<String>,
) -> Result<(Done, Vec<Effect>), Notice> {
    let fitting = model.standing(id).filter(|ticket| fits(ticket.state, step));
    let Some((from, order)) = fitting.map(|ticket| (ticket.state, ticket.order.clone())) else {
        return Err(Notice::told(unfit(model, id), model.now));
    };
    let Some(at) = now(model) else {
        return Err(Notice::told(model.words.plain("notice-moved-on"), None));
    };
    let Some(effects) = model.asked.ask(&order, Ask { step, reason, at }) else {
        let words = model.words.say("notice-steps-pending", &[("number", number(&order).into())]);
        return Err(Notice::refused(words, model.now));
    };
    model.marks.remove(id);
    model.hand.step(id, model.now);
    let asked =
        model.standing(id).map(|ticket| (Aim::at(&ticket), ticket.hands.map(str::to_owned)));
    let (aim, hands) = asked.unzip();
    if let Some(aim) = aim {
        model.seen.asked(aim);
    }
    let hands = hands.flatten();
    Ok((Done { order: id, number: number(&order), step, from, hands, confirmed: false }, effects))
}

fn now(model: &Model) -> Option<demitasse_shared::Timestamp> {
    model.now.or(model.board.as_ref().map(|board| board.at))
}

fn does_not_fit(model: &mut Model, id: OrderId) {
    tell(model, unfit(model, id));
}

/// Why a step does not fit an order.
fn unfit(model: &Model, id: OrderId) -> String {
    let Some(ticket) = model.ticket(id) else { return model.words.plain("notice-moved-on") };
    let text = match ticket.state {
        OrderState::Waiting => "notice-still-waiting",
        OrderState::Making => "notice-already-making",
        OrderState::Cancelled | OrderState::Expired => "notice-crossed-out",
        _ => "notice-already-ready",
    };
    model.words.say(text, &[("number", ticket.number().into())])
}

pub(super) fn nothing_there(model: &mut Model) -> Vec<Effect> {
    if line_is_live(model) {
        tell(model, model.words.plain("notice-no-ticket"));
    }
    Vec::new()
}

fn refuse(model: &mut Model, words: String) {
    model.notice = Some(Notice::refused(words, model.now));
}

/// A slip of the finger is no alarm.
pub(super) fn tell(model: &mut Model, words: String) {
    model.notice = Some(Notice::told(words, model.now));
}

fn number_of(model: &Model, id: OrderId) -> String {
    let known = model.standing(id).map(|ticket| ticket.number());
    known.unwrap_or_else(|| model.words.plain("order-unknown"))
}
