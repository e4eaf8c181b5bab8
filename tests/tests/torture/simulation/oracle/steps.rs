//! The baristas' steps: every pair of state and step, as the picture in product.md has it.

use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Party, Step};

use super::super::people::barista_name;
use super::{Foreseen, Oracle, later};

/// How long an order can be recalled after it was ready, in seconds.
const RECALL: i64 = 30 * 60;

/// What a step comes to.
enum Fate {
    Goes,
    IsSoAlready,
    No(RefusalCode),
}

impl Oracle {
    /// A barista takes a step.
    pub(super) fn step(
        &mut self,
        barista: i64,
        id: OrderId,
        step: Step,
        reason: Option<&str>,
    ) -> Foreseen {
        if !self.orders.contains_key(&id) {
            return Foreseen::no(RefusalCode::NotFound);
        }
        match self.fate(barista, id, step, reason.is_some()) {
            Fate::No(code) => Foreseen::no(code),
            Fate::IsSoAlready => Foreseen::order(&self.orders[&id].order, Vec::new()),
            Fate::Goes => {
                self.take(barista, id, step, reason);
                Foreseen::order(&self.orders[&id].order, vec![(word(step), Some(id))])
            }
        }
    }

    fn fate(&self, barista: i64, id: OrderId, step: Step, has_reason: bool) -> Fate {
        use OrderState::{Collected, Making, Ready, Waiting};
        let life = &self.orders[&id];
        let state = life.order.state;
        // The same person has done the same, and it still stands.
        if life.last == Some((step, barista)) && state == comes_to(step) {
            return Fate::IsSoAlready;
        }
        let is_in_own_hands = life.last.is_some_and(|(_, holder)| holder == barista);
        match (state, step) {
            (_, Step::Cancel) if !has_reason => Fate::No(RefusalCode::InvalidRequest),
            (Waiting, Step::Make | Step::Cancel)
            | (Making, Step::Unmake | Step::Complete | Step::Cancel)
            | (Ready, Step::Collect) => Fate::Goes,
            (Ready | Collected, Step::Recall) if self.is_recallable(&life.order) => Fate::Goes,
            (Making, Step::Make) if is_in_own_hands => Fate::IsSoAlready,
            (Making, Step::Make | Step::Recall) if !is_in_own_hands => {
                Fate::No(RefusalCode::ClaimedByOther)
            }
            (Collected, Step::Collect)
                if life.last.map(|(last, _)| last) != Some(Step::Collect) =>
            {
                Fate::IsSoAlready
            }
            _ => Fate::No(RefusalCode::WrongState),
        }
    }

    fn is_recallable(&self, order: &Order) -> bool {
        let passed = |ready: demitasse_shared::Timestamp| self.now.as_second() - ready.as_second();
        order.ready_at.is_some_and(|ready| passed(ready) <= RECALL)
    }

    fn take(&mut self, barista: i64, id: OrderId, step: Step, reason: Option<&str>) {
        if step == Step::Cancel {
            self.end(id, OrderState::Cancelled, Party::Bar);
        }
        let (now, unclaimed) = (self.now, self.rules.unclaimed_after_seconds);
        let life = self.orders.get_mut(&id).expect("there is one");
        let order = &mut life.order;
        order.state = comes_to(step);
        match step {
            Step::Make | Step::Recall => {
                (order.making_at, order.ready_at) = (Some(now), None);
                (order.expires_at, order.ended_at) = (None, None);
                order.barista = Some(barista_name(barista));
                life.aged_out = false;
            }
            Step::Unmake => {
                (order.making_at, order.barista) = (None, None);
                order.expires_at = Some(later(now, unclaimed));
            }
            Step::Complete => order.ready_at = Some(now),
            Step::Collect => order.ended_at = Some(now),
            Step::Cancel => order.reason = reason.map(str::to_owned),
        }
        life.last = Some((step, barista));
    }
}

/// Where a step leads.
fn comes_to(step: Step) -> OrderState {
    match step {
        Step::Make | Step::Recall => OrderState::Making,
        Step::Unmake => OrderState::Waiting,
        Step::Complete => OrderState::Ready,
        Step::Collect => OrderState::Collected,
        Step::Cancel => OrderState::Cancelled,
    }
}

/// The journal's word for it.
fn word(step: Step) -> &'static str {
    match step {
        Step::Make => "order_making",
        Step::Unmake => "order_unmade",
        Step::Complete => "order_ready",
        Step::Recall => "order_recalled",
        Step::Collect => "order_collected",
        Step::Cancel => "order_cancelled",
    }
}
