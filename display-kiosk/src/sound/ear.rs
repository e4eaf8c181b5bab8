//! Decides what is news: which numbers have become ready that people should hear of, and whether
//! the chime rings for them.

use std::collections::BTreeMap;
use std::time::Duration;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Order;

/// What became ready so long ago is no news: whoever waits for it has seen it.
const NEWS_FOR: Duration = Duration::from_secs(30);

/// What becomes ready so soon after a chime has been rung for by that one.
const ONE_CHIME_IN: Duration = Duration::from_secs(2);

/// What people should hear of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct News {
    /// Whether the chime rings.
    pub(crate) rings: bool,
    /// The numbers that became ready, in the order in which they did.
    pub(crate) numbers: Vec<u32>,
}

/// What has been heard of.
#[derive(Debug, Default)]
pub(crate) struct Ear {
    /// The orders that stand ready, with the moment at which they became so; nothing before the
    /// first look. An order that is made again and completed again has another moment.
    standing: Option<BTreeMap<OrderId, Timestamp>>,
    rang_at: Option<Timestamp>,
}

impl Ear {
    /// One to which also what it finds at its first look may be news.
    pub(crate) fn new_here() -> Self {
        Self { standing: Some(BTreeMap::new()), rang_at: None }
    }

    /// Looks at the orders that stand ready now.
    pub(crate) fn listen<'a>(
        &mut self,
        ready: impl Iterator<Item = &'a Order>,
        now: Timestamp,
    ) -> News {
        let (mut standing, mut numbers) = (BTreeMap::new(), Vec::new());
        for order in ready {
            let Some(at) = order.ready_at else { continue };
            standing.insert(order.id, at);
            let known =
                self.standing.as_ref().is_none_or(|known| known.get(&order.id) == Some(&at));
            if !known && within(NEWS_FOR, at, now) {
                numbers.extend(order.number);
            }
        }
        self.standing = Some(standing);
        let rings = !numbers.is_empty() && !self.rang_just_before(now);
        if rings {
            self.rang_at = Some(now);
        }
        News { rings, numbers }
    }

    /// A chime later than now was rung before the clock was set back: it covers nothing.
    fn rang_just_before(&self, now: Timestamp) -> bool {
        self.rang_at.is_some_and(|rang| rang <= now && within(ONE_CHIME_IN, rang, now))
    }
}

/// Whether less than so long has gone by since then.
fn within(span: Duration, then: Timestamp, now: Timestamp) -> bool {
    now.duration_since(then).as_nanos() < i128::try_from(span.as_nanos()).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests;
