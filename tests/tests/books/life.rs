//! Orders' lives, as the journal's rows tell them: by what happened, when, and by whose hand.

use std::collections::BTreeMap;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::journal::{Doer, JournalEntry};
use demitasse_shared::live::LiveEvent;
use demitasse_shared::order::{Chosen, Estimate};

/// What became of one order so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Life {
    pub(crate) reserved_at: Option<Timestamp>,
    pub(crate) is_walk_up: bool,
    pub(crate) submitted_at: Option<Timestamp>,
    pub(crate) chosen: Option<Chosen>,
    pub(crate) promised: Option<Estimate>,
    pub(crate) in_hand_since: Option<Timestamp>,
    pub(crate) barista: Option<String>,
    pub(crate) ready_at: Option<Timestamp>,
    pub(crate) end: Option<(Timestamp, End)>,
}

/// How an order ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    Fetched,
    AgedOut,
    Withdrawn,
    Cancelled(Option<String>),
    Expired,
}

impl Life {
    /// When it was served for good.
    pub(crate) fn served_at(&self) -> Option<Timestamp> {
        self.ready_at
    }

    /// Whether somebody waits for it at a moment.
    pub(crate) fn waits_at(&self, moment: Timestamp) -> bool {
        let gone = self.ready_at.or(self.end.as_ref().map(|(at, _)| *at));
        self.submitted_at.is_some_and(|at| at <= moment) && gone.is_none_or(|at| moment < at)
    }

    fn read(&mut self, entry: &JournalEntry) {
        let LiveEvent::Order { order, .. } = &entry.event else { return };
        let name = || match &entry.by {
            Doer::Device { name, .. } => name.clone(),
            _ => None,
        };
        match entry.kind.as_str() {
            "order_reserved" => self.reserved_at = Some(entry.at),
            "order_submitted" | "order_walked_up" => {
                self.is_walk_up = entry.kind == "order_walked_up";
                self.submitted_at = Some(entry.at);
                self.chosen.clone_from(&order.chosen);
                self.promised = order.promised;
            }
            "order_making" => (self.in_hand_since, self.barista) = (Some(entry.at), name()),
            "order_unmade" => (self.in_hand_since, self.barista) = (None, None),
            "order_ready" => self.ready_at = Some(entry.at),
            "order_recalled" => {
                (self.ready_at, self.end) = (None, None);
                (self.in_hand_since, self.barista) = (Some(entry.at), name());
            }
            "order_collected" => self.end = Some((entry.at, End::Fetched)),
            "order_aged_out" => self.end = Some((entry.at, End::AgedOut)),
            "order_withdrawn" => self.end = Some((entry.at, End::Withdrawn)),
            "order_cancelled" => {
                self.end = Some((entry.at, End::Cancelled(order.reason.clone())));
            }
            "order_expired" => self.end = Some((entry.at, End::Expired)),
            other => panic!("the bookkeeper does not know {other}"),
        }
    }
}

/// The lives that a journal tells.
pub(crate) fn lives(journal: &[JournalEntry]) -> BTreeMap<OrderId, Life> {
    let mut lives = BTreeMap::<OrderId, Life>::new();
    for entry in journal {
        if let Some(order) = entry.order {
            lives.entry(order).or_default().read(entry);
        }
    }
    lives
}
