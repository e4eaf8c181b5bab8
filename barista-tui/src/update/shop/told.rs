//! What the server answers about the bar.

use demitasse_shared::api::Submit;
use demitasse_shared::journal::{JournalPage, JournalQuery};
use demitasse_shared::order::Order;

use super::{refuse, rules, stock, tell};
use crate::effect::{BarAsk, Effect};
use crate::keymap::{Command, Scope};
use crate::model::{Draft, Mode, Model, Sheet, StockItem, number};
use crate::msg::{BarAnswer, Failed};

/// Takes an answer in.
pub(in crate::update) fn told(model: &mut Model, answer: BarAnswer) -> Vec<Effect> {
    match answer {
        BarAnswer::Device(Ok(device)) => {
            model.role = Some(device.role);
            model.me = device.name;
        }
        // It is asked for again with the next snapshot.
        BarAnswer::Device(Err(_)) => {}
        BarAnswer::Mark { item, there, answer } => {
            answered(model);
            return marked(model, &item, there, answer.err());
        }
        BarAnswer::WalkUp { submit, key, answer } => {
            answered(model);
            return walked_up(model, *submit, key, answer);
        }
        BarAnswer::Announce(answer) => {
            answered(model);
            return not_done(model, answer.err(), "notice-announce-unanswered");
        }
        BarAnswer::Settings(answer) => {
            answered(model);
            let next = rules::answered(model, answer.as_ref().ok().copied());
            not_done(model, answer.err(), "notice-rules-unanswered");
            return next;
        }
        BarAnswer::Report(Ok(report)) => model.desk.day.report = Some(report),
        BarAnswer::Report(Err(failed)) => return unread(model, failed),
        BarAnswer::Journal(query, answer) => return rows(model, &query, answer),
    }
    Vec::new()
}

fn answered(model: &mut Model) {
    model.desk.under_way = model.desk.under_way.saturating_sub(1);
}

/// Confirms a mark, or takes it back in plain sight. A later mark of the same thing stays.
fn marked(model: &mut Model, item: &StockItem, there: bool, failed: Option<Failed>) -> Vec<Effect> {
    let name = stock::name_of(model, item);
    model.desk.marks.retain(|mark| mark.item != *item || mark.there != there);
    match failed {
        None => {
            if let Some(menu) = &mut model.menu {
                menu.mark(item, there);
            }
            Vec::new()
        }
        Some(Failed::Refused(words)) => {
            let values = [("name", name.into()), ("words", words.into())];
            refuse(model, model.words.say("notice-mark-refused", &values))
        }
        Some(Failed::Unanswered) => {
            refuse(model, model.words.say("notice-mark-unanswered", &[("name", name.into())]));
            vec![Effect::Menu]
        }
    }
}

/// Tells the new number. An order that did not come about is kept aside, to be sent again as it was:
/// it never opens under hands that are doing something else.
fn walked_up(
    model: &mut Model,
    submit: Submit,
    key: Option<String>,
    answer: Result<Box<Order>, Failed>,
) -> Vec<Effect> {
    let failed = match answer {
        Ok(order) => {
            let values = [("number", number(&order).into()), ("drink", order.label().into())];
            return tell(model, model.words.say("notice-walk-up", &values));
        }
        Err(failed) => failed,
    };
    // A refused key is of no use; one without an answer makes another try safe.
    let key = key.filter(|_| failed == Failed::Unanswered);
    model.desk.keep(Draft::again(submit, key));
    let words = match failed {
        Failed::Refused(words) => words,
        Failed::Unanswered => model.words.plain("notice-walk-up-unanswered"),
    };
    let key = model.keymap.hint(Scope::Board, Command::WalkUp, model.words).unwrap_or_default();
    let values = [("words", words.into()), ("key", key.into())];
    refuse(model, model.words.say("notice-walk-up-kept", &values))
}

/// Says why something did not happen, if it did not.
fn not_done(model: &mut Model, failed: Option<Failed>, unanswered: &str) -> Vec<Effect> {
    match failed {
        None => Vec::new(),
        Some(Failed::Refused(words)) => refuse(model, words),
        Some(Failed::Unanswered) => refuse(model, model.words.plain(unanswered)),
    }
}

/// Figures or rows did not come: whoever is no manager any more is told how to become one.
fn unread(model: &mut Model, failed: Failed) -> Vec<Effect> {
    not_done(model, Some(failed), "notice-unread");
    vec![Effect::Bar(BarAsk::Device)]
}

fn rows(
    model: &mut Model,
    query: &JournalQuery,
    answer: Result<JournalPage, Failed>,
) -> Vec<Effect> {
    model.desk.day.log_asked = false;
    let page = match answer {
        Ok(page) => page,
        Err(failed) => return unread(model, failed),
    };
    let before = model.desk.day.log.len();
    model.desk.day.take(query, page);
    let fresh = model.desk.day.log.len().saturating_sub(before);
    // Whoever reads further back stays at the row.
    if let (Mode::Shop(Sheet::Log { choice }), Some(_)) = (&mut model.mode, query.after)
        && *choice > 0
    {
        *choice += fresh;
    }
    Vec::new()
}
