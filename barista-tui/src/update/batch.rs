//! Several tickets at once: marking them, and one key for all that are marked.

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{OrderState, Step};

use super::steps::{self, line_is_live, nothing_there, tell};
use crate::effect::Effect;
use crate::model::{Aim, Alike, Model, Notice, Tone};

/// So many of those that were left out are told one by one.
const TOLD: usize = 3;

/// Marks the selected ticket, or takes its mark away.
pub(super) fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(ticket) = model.selected() else { return nothing_there(model) };
    let (id, open) = (ticket.order.id, ticket.is_open());
    if open {
        model.marks.toggle(id);
    } else {
        let words = model.words.say("notice-crossed-out", &[("number", ticket.number().into())]);
        tell(model, words);
    }
    Vec::new()
}

/// Marks what waits and is like the selected ticket: first the same drinks, pressed again all with
/// the same base, pressed once more none.
pub(super) fn batch(model: &mut Model) -> Vec<Effect> {
    let Some(ticket) = model.selected() else { return nothing_there(model) };
    let (number, next) = (ticket.number(), model.next_batch());
    let words = match &next {
        Some(Alike { base: None, orders }) => {
            model.words.say("notice-marked-drinks", &[("count", orders.len().into())])
        }
        Some(Alike { base: Some(base), orders }) => {
            let values = [("count", orders.len().into()), ("choice", base.as_str().into())];
            model.words.say("notice-marked-base", &values)
        }
        None if !model.marks.is_empty() => model.words.plain("notice-unmarked"),
        None => model.words.say("notice-none-alike", &[("number", number.into())]),
    };
    let orders = next.map(|batch| batch.orders).unwrap_or_default();
    model.marks.set(orders);
    tell(model, words);
    Vec::new()
}

/// A step of all marked tickets that it fits, in the order of the queue.
pub(super) fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    let ids: Vec<_> = model.marked().iter().map(|ticket| ticket.order.id).collect();
    of(model, &ids, step, None)
}

/// Whether a ticket stands as it was last seen.
fn is_as_seen(model: &Model, id: OrderId) -> bool {
    model.ticket(id).is_some_and(|ticket| model.seen.is_true(Aim::at(&ticket)))
}

/// A step of several orders, as one thing that can be taken back. What is left out is told.
pub(super) fn of(
    model: &mut Model,
    ids: &[OrderId],
    step: Step,
    reason: Option<&str>,
) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    let (mut all, mut steps, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for id in ids {
        // A cancel's dialog has named its tickets; any other step means them as they were seen.
        if step != Step::Cancel && !is_as_seen(model, *id) {
            let moved = model.words.plain("notice-just-moved");
            left_out.push((*id, Notice::told(moved, model.now)));
            continue;
        }
        match steps::note(model, *id, step, reason.map(str::to_owned)) {
            Ok((done, effects)) => {
                steps.push(done);
                all.extend(effects);
            }
            Err(notice) => left_out.push((*id, notice)),
        }
    }
    if !steps.is_empty() {
        // What was left out was told: with its mark on, the next key would surprise.
        model.marks.clear();
    }
    steps::remember(model, steps);
    tell_left_out(model, left_out, ids.len());
    all
}

/// Says what a key did not do, and why. For one order alone that is a whole sentence.
fn tell_left_out(model: &mut Model, left_out: Vec<(OrderId, Notice)>, asked: usize) {
    let more = left_out.len().saturating_sub(TOLD);
    let told = left_out.iter().take(TOLD).map(|(id, notice)| whereabouts(model, *id, notice.tone));
    let mut told: Vec<_> = told.collect();
    if more > 0 {
        told.push(model.words.say("column-more", &[("count", more.into())]));
    }
    model.notice = match left_out.into_iter().next() {
        // What was said about the marks is over.
        None => model.notice.take().filter(|notice| notice.tone == Tone::Refused),
        Some((_, notice)) if asked == 1 => Some(notice),
        Some(_) => {
            let words = told.join(", ");
            let words = model.words.say("notice-left-out", &[("words", words.into())]);
            Some(Notice::told(words, model.now))
        }
    };
}

/// Where a ticket stands that a step does not fit, in a few words.
fn whereabouts(model: &Model, id: OrderId, tone: Tone) -> String {
    let Some(ticket) = model.ticket(id) else { return model.words.plain("order-unknown") };
    let text = match ticket.state {
        _ if tone == Tone::Refused => "left-out-pending",
        OrderState::Waiting => "left-out-waiting",
        OrderState::Making => "left-out-making",
        OrderState::Ready => "left-out-ready",
        _ => "left-out-ended",
    };
    let barista = ticket.hands.unwrap_or_default();
    let values = [("number", ticket.number().into()), ("barista", barista.into())];
    model.words.say(text, &values)
}
