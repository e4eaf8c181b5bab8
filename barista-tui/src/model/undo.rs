//! The last steps of this barista: for a few seconds they can be taken back, instead of a question
//! before each.

use std::collections::VecDeque;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{OrderState, Step};

/// How long a step can be taken back, in seconds: long enough to see what a slip has done, short
/// enough that nobody else has built on it.
pub(crate) const UNDO_SECONDS: i64 = 8;

/// How many keys' steps are remembered.
const REMEMBERED: usize = 10;

/// One step that was asked here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Done {
    pub(crate) order: OrderId,
    /// The order's number, as people see it.
    pub(crate) number: String,
    pub(crate) step: Step,
    /// Where the order stood before.
    pub(crate) from: OrderState,
    /// Whose hands it is in since then.
    pub(crate) hands: Option<String>,
    /// The server has said yes.
    pub(crate) confirmed: bool,
}

impl Done {
    /// The steps that lead back; none where there is no way. A drink that was another barista's
    /// comes back into the hands of whoever takes the step back.
    pub(crate) fn way_back(&self) -> &'static [Step] {
        match (self.step, self.from) {
            (Step::Make, _) => &[Step::Unmake],
            (Step::Unmake, _) => &[Step::Make],
            (Step::Complete, _) => &[Step::Recall],
            (Step::Recall, OrderState::Collected) => &[Step::Complete, Step::Collect],
            (Step::Recall, _) => &[Step::Complete],
            (Step::Collect, _) => &[Step::Recall, Step::Complete],
            (Step::Cancel, _) => &[],
        }
    }
}

/// All steps of one key: of one order, or of all that were marked.
#[derive(Clone, Debug)]
struct Unit {
    steps: Vec<Done>,
    /// The numbers of orders whose steps were refused.
    refused: Vec<String>,
    at: Timestamp,
}

/// What can be taken back, the latest last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Undo {
    units: VecDeque<Unit>,
}

impl Undo {
    /// Remembers what one key did.
    pub(crate) fn push(&mut self, steps: Vec<Done>, at: Timestamp) {
        if steps.is_empty() {
            return;
        }
        self.units.push_back(Unit { steps, refused: Vec::new(), at });
        if self.units.len() > REMEMBERED {
            self.units.pop_front();
        }
    }

    /// What the last key did; nothing where all of it was refused.
    pub(crate) fn last(&self) -> Option<&[Done]> {
        self.units.back().map(|unit| unit.steps.as_slice()).filter(|steps| !steps.is_empty())
    }

    /// Takes out what the last key did, to take it back, or whose steps of that key were refused:
    /// the key before it is none that anybody means.
    pub(crate) fn pop(&mut self) -> Option<Result<Vec<Done>, Vec<String>>> {
        let unit = self.units.pop_back()?;
        Some(if unit.steps.is_empty() { Err(unit.refused) } else { Ok(unit.steps) })
    }

    /// The first step of an order that was asked for has happened.
    pub(crate) fn confirm(&mut self, order: OrderId) {
        let steps = self.units.iter_mut().flat_map(|unit| &mut unit.steps);
        let mut open = steps.filter(|done| done.order == order && !done.confirmed);
        if let Some(done) = open.next() {
            done.confirmed = true;
        }
    }

    /// A step did not happen after all, nor did any behind it. Its key stays the last one.
    pub(crate) fn refuse(&mut self, order: OrderId) {
        for unit in &mut self.units {
            let refused = unit.steps.extract_if(.., |done| done.order == order && !done.confirmed);
            unit.refused.extend(refused.map(|done| done.number));
        }
    }

    /// Steps that were not sent did not happen.
    pub(crate) fn clear(&mut self) {
        self.units.clear();
    }

    /// Forgets what is too long ago. Returns whether there was any.
    pub(crate) fn forget_old(&mut self, now: Option<Timestamp>) -> bool {
        let before = self.units.len();
        if let Some(now) = now {
            self.units.retain(|unit| now.duration_since(unit.at).as_secs() < UNDO_SECONDS);
        }
        before != self.units.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::after;

    fn done(order: i64) -> Done {
        let (number, from) = (order.to_string(), OrderState::Waiting);
        let (order, step) = (OrderId(order), Step::Make);
        Done { order, number, step, from, hands: None, confirmed: false }
    }

    #[test]
    fn the_latest_key_goes_first_and_all_are_forgotten_after_a_few_seconds() {
        let mut undo = Undo::default();
        undo.push(vec![done(1)], after(0));
        undo.push(vec![done(2), done(3)], after(4));
        assert!(!undo.forget_old(Some(after(7))));
        assert!(undo.forget_old(Some(after(8))));
        assert_eq!(undo.pop(), Some(Ok(vec![done(2), done(3)])));
        assert_eq!(undo.pop(), None);
    }

    #[test]
    fn what_was_refused_is_not_there_to_be_taken_back() {
        let mut undo = Undo::default();
        undo.push(vec![done(1)], after(0));
        undo.push(vec![done(2), done(3)], after(1));
        undo.refuse(OrderId(3));
        assert_eq!(undo.last(), Some([done(2)].as_slice()));
        undo.refuse(OrderId(2));
        assert_eq!(undo.last(), None);
        assert_eq!(undo.pop(), Some(Err(vec!["3".to_owned(), "2".to_owned()])));
        assert_eq!(undo.last(), Some([done(1)].as_slice()));
    }

    #[test]
    fn what_has_happened_stays_there_when_a_later_step_is_refused() {
        let mut undo = Undo::default();
        undo.push(vec![done(1)], after(0));
        undo.confirm(OrderId(1));
        undo.push(vec![done(1)], after(1));
        undo.refuse(OrderId(1));
        assert_eq!(undo.pop(), Some(Err(vec!["1".to_owned()])));
        assert_eq!(undo.last(), Some([Done { confirmed: true, ..done(1) }].as_slice()));
    }
}
