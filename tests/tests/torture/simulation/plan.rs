//! What is to come, soonest first.

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;

/// Acts by their moment; of what comes at once, what was planned first.
#[derive(Debug)]
pub(super) struct Plan<A> {
    acts: BTreeMap<(Timestamp, u64), A>,
    planned: u64,
}

impl<A> Plan<A> {
    pub(super) fn new() -> Self {
        Self { acts: BTreeMap::new(), planned: 0 }
    }

    pub(super) fn at(&mut self, at: Timestamp, act: A) {
        self.planned += 1;
        self.acts.insert((at, self.planned), act);
    }

    /// The next act that comes before `end`.
    pub(super) fn next(&mut self, end: Timestamp) -> Option<(Timestamp, A)> {
        let (at, _) = self.acts.first_key_value().map(|(key, _)| *key)?;
        if at >= end {
            return None;
        }
        self.acts.pop_first().map(|((at, _), act)| (at, act))
    }
}
