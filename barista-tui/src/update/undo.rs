//! Taking the last steps back: with steps of their own, which the server decides like any other.

use super::steps::{self, line_is_live, tell};
use crate::effect::Effect;
use crate::model::{Done, Model, Notice, UNDO_SECONDS};

/// Takes back what the last key did, to one order or to many.
pub(super) fn take_back(model: &mut Model) -> Vec<Effect> {
    if !line_is_live(model) {
        return Vec::new();
    }
    let done = match model.undo.pop() {
        Some(Ok(done)) => done,
        Some(Err(refused)) => return was_refused(model, &refused),
        None => {
            let seconds = UNDO_SECONDS.into();
            tell(model, model.words.say("notice-nothing-to-undo", &[("seconds", seconds)]));
            return Vec::new();
        }
    };
    let (mut effects, mut back, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for done in done {
        match one(model, &done) {
            Ok(sent) => {
                effects.extend(sent);
                back.push(done);
            }
            Err(Why::Final) => return final_word(model, &done),
            Err(Why::Changed) => left.push(done),
        }
    }
    tell_about(model, &back, &left);
    effects
}

/// The last press came to nothing. Whoever means the one before it presses once more.
fn was_refused(model: &mut Model, numbers: &[String]) -> Vec<Effect> {
    let numbers = numbers.join(", ").into();
    tell(model, model.words.say("notice-undo-refused", &[("numbers", numbers)]));
    Vec::new()
}

/// Why a step cannot be taken back.
enum Why {
    /// There is no way back.
    Final,
    /// Somebody else has gone on with it, or its last steps are still on their way.
    Changed,
}

/// The steps that lead back to where one order stood.
fn one(model: &mut Model, done: &Done) -> Result<Vec<Effect>, Why> {
    if done.way_back().is_empty() {
        return Err(Why::Final);
    }
    if !model.is_as_left(done) || model.asked.room(done.order) < done.way_back().len() {
        return Err(Why::Changed);
    }
    let mut effects = Vec::new();
    for step in done.way_back() {
        let (_, sent) =
            steps::note(model, done.order, *step, None).map_err(|_notice| Why::Changed)?;
        effects.extend(sent);
    }
    Ok(effects)
}

fn final_word(model: &mut Model, done: &Done) -> Vec<Effect> {
    let number = done.number.as_str().into();
    let words = model.words.say("notice-cancel-stays", &[("number", number)]);
    model.notice = Some(Notice::refused(words, model.now));
    Vec::new()
}

/// Which steps were taken back, and which could not be.
fn tell_about(model: &mut Model, back: &[Done], left: &[Done]) {
    let (taken, stays) = (numbers(back), numbers(left));
    let words = model.words;
    if left.is_empty() {
        tell(model, words.say("notice-undone", &[("numbers", taken.into())]));
        return;
    }
    let told = if back.is_empty() {
        words.say("notice-not-undone", &[("numbers", stays.into())])
    } else {
        let values = [("numbers", taken.into()), ("left", stays.into())];
        words.say("notice-partly-undone", &values)
    };
    model.notice = Some(Notice::refused(told, model.now));
}

fn numbers(done: &[Done]) -> String {
    let numbers: Vec<_> = done.iter().map(|done| done.number.as_str()).collect();
    numbers.join(", ")
}
