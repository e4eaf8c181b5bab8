//! Orders that are looked at together: a drink's, an hour's, all of a day.

use demitasse_shared::Timestamp;
use demitasse_shared::order::{Estimate, OrderState, Step};

use super::promises::Kept;
use super::waiting;
use crate::domain::order::OrderRecord;

/// Orders that have something in common, and how long the served ones took.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) submitted: u32,
    pub(super) aged_out: u32,
    pub(super) waits: Vec<u32>,
    pub(super) in_hand: Vec<u32>,
    pub(super) promises: Kept,
}

impl Group {
    /// Counts an order that is on the counter, or was.
    pub(super) fn serve(&mut self, served: &Served) {
        self.waits.push(waiting::seconds(served.submitted_at, served.ready_at));
        self.in_hand.extend(served.making_at.map(|at| waiting::seconds(at, served.ready_at)));
        if let Some(promised) = served.promised {
            self.promises.count(promised, served.ready_at);
        }
        self.aged_out += u32::from(served.aged_out);
    }
}

/// What there is to say about a drink that was set on the counter for good.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served {
    submitted_at: Timestamp,
    making_at: Option<Timestamp>,
    pub(super) ready_at: Timestamp,
    promised: Option<Estimate>,
    aged_out: bool,
}

impl Served {
    pub(super) fn of(record: &OrderRecord) -> Option<Self> {
        let order = &record.order;
        let served = matches!(order.state, OrderState::Ready | OrderState::Collected);
        Some(Self {
            submitted_at: order.submitted_at?,
            making_at: order.making_at,
            ready_at: order.ready_at.filter(|_| served)?,
            promised: order.promised,
            aged_out: aged_out(record),
        })
    }
}

/// Whether an order was taken off the monitor by time alone, so that nobody knows who fetched it.
pub fn aged_out(record: &OrderRecord) -> bool {
    let fetched = matches!(record.last_step, Some((Step::Collect, _)));
    record.order.state == OrderState::Collected && !fetched
}
