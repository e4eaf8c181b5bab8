//! Steps that were asked here and that the board does not show yet.
//!
//! A step shows at once. It goes away again when the server refuses it, and gives way to the
//! board's own word once that has come. The answer and the live change may come in either order:
//! an answer that came first is kept until its change follows, so that nothing flickers.

use std::collections::{BTreeMap, VecDeque};

use demitasse_shared::Timestamp;
use demitasse_shared::board::Board;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState, Step};

use super::steps::target;
use crate::effect::Effect;
use crate::msg::Failed;

/// How many steps of one order may be under way or behind one that is.
const STEPS_AHEAD: usize = 3;

/// One step that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) step: Step,
    pub(crate) reason: Option<String>,
    /// When, by the server's clock.
    pub(crate) at: Timestamp,
}

/// All that was asked about one order. Its first step is under way, the others wait for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct OrderAsks {
    steps: VecDeque<Ask>,
    /// The board has shown what the first step leads to.
    echoed: bool,
    /// The server's last answer, where it is ahead of the board.
    answered: Option<Order>,
    /// The order as it was last heard of: it keeps its ticket while the board does not have it.
    away: Option<Order>,
}

/// What came of an answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It happened; where another step waits behind it, that is to be sent now.
    Done(Option<Effect>),
    /// It did not happen, and neither will the steps behind it.
    TakenBack(Step),
    /// Nobody asked.
    Unknown,
}

/// What was asked, by order.
#[derive(Clone, Debug, Default)]
pub(crate) struct AskedSteps {
    orders: BTreeMap<OrderId, OrderAsks>,
}

impl OrderAsks {
    /// The newest step that is not answered yet.
    pub(crate) fn last(&self) -> Option<&Ask> {
        self.steps.back()
    }

    /// The newest step that decides whose hands it is in.
    pub(crate) fn last_taking(&self) -> Option<&Ask> {
        let takes = |ask: &&Ask| matches!(ask.step, Step::Make | Step::Unmake | Step::Recall);
        self.steps.iter().rev().find(takes)
    }

    /// The order as it was last heard of.
    pub(crate) fn away(&self) -> Option<&Order> {
        self.away.as_ref()
    }

    /// The server's answer, where it is ahead of the board.
    pub(crate) fn answered(&self) -> Option<&Order> {
        self.answered.as_ref()
    }
}

impl AskedSteps {
    /// What was asked about one order.
    pub(crate) fn of(&self, id: OrderId) -> Option<&OrderAsks> {
        self.orders.get(&id)
    }

    /// Whether no step is under way.
    pub(crate) fn is_quiet(&self) -> bool {
        self.orders.values().all(|asks| asks.steps.is_empty())
    }

    /// Orders that were asked about and that the board does not have.
    pub(crate) fn orders_off(&self, board: Option<&Board>) -> impl Iterator<Item = &Order> {
        self.orders
            .iter()
            .filter(move |(id, _)| board.is_none_or(|board| board.order(**id).is_none()))
            .filter_map(|(_, asks)| asks.away.as_ref())
    }

    /// How many more steps of an order can be asked for now.
    pub(crate) fn room(&self, id: OrderId) -> usize {
        STEPS_AHEAD - self.of(id).map_or(0, |asks| asks.steps.len())
    }

    /// Notes a step. The first one of an order is to be sent; the next ones wait for its answer.
    /// Nothing is noted where too many wait already.
    pub(crate) fn ask(&mut self, order: &Order, ask: Ask) -> Option<Vec<Effect>> {
        let asks = self.orders.entry(order.id).or_default();
        if asks.steps.len() >= STEPS_AHEAD {
            return None;
        }
        asks.away.get_or_insert_with(|| order.clone());
        let first = asks.steps.is_empty();
        asks.steps.push_back(ask);
        if first {
            asks.echoed = false;
        }
        Some(if first { asks.send(order.id).into_iter().collect() } else { Vec::new() })
    }

    /// Takes the server's answer to an order's first step.
    pub(crate) fn answer(
        &mut self,
        id: OrderId,
        answer: Result<Box<Order>, Failed>,
        board: Option<&Board>,
    ) -> Verdict {
        let Some(asks) = self.orders.get_mut(&id) else { return Verdict::Unknown };
        let Some(ask) = asks.steps.pop_front() else { return Verdict::Unknown };
        let verdict = if let Ok(order) = answer {
            let known = asks.echoed || board.is_some_and(|board| holds(board, &order));
            asks.answered = (!known).then_some(*order);
            asks.echoed = false;
            Verdict::Done(asks.send(id))
        } else {
            asks.steps.clear();
            Verdict::TakenBack(ask.step)
        };
        self.forget_if_done(id);
        verdict
    }

    /// The line broke: steps that were not sent yet are forgotten, never kept. Returns whether
    /// there were any.
    pub(crate) fn forget_unsent(&mut self) -> bool {
        let unsent = self.orders.values().any(|asks| asks.steps.len() > 1);
        for asks in self.orders.values_mut() {
            asks.steps.truncate(1);
        }
        unsent
    }

    /// A change about an order came in: the board speaks for itself from here on.
    pub(crate) fn heard(&mut self, order: &Order) {
        if let Some(asks) = self.orders.get_mut(&order.id) {
            asks.echo(Some(order));
            asks.away = Some(order.clone());
            self.forget_if_done(order.id);
        }
    }

    /// A whole new board came in.
    pub(crate) fn heard_board(&mut self, board: &Board) {
        for (id, asks) in &mut self.orders {
            asks.echo(board.order(*id));
            // Whatever the answer will tell, the feed tells from here on.
            asks.echoed |= !asks.steps.is_empty();
        }
        self.orders.retain(|_, asks| !asks.is_done());
    }

    fn forget_if_done(&mut self, id: OrderId) {
        if self.orders.get(&id).is_some_and(OrderAsks::is_done) {
            self.orders.remove(&id);
        }
    }
}

impl OrderAsks {
    fn echo(&mut self, order: Option<&Order>) {
        self.answered = None;
        let Some(ask) = self.steps.front() else { return };
        let expected = target(ask.step);
        self.echoed |= match order {
            Some(order) => order.state == expected,
            None => !expected.is_on_board(),
        };
    }

    fn is_done(&self) -> bool {
        self.steps.is_empty() && self.answered.is_none()
    }

    fn send(&self, order: OrderId) -> Option<Effect> {
        let ask = self.steps.front()?;
        Some(Effect::Step { order, step: ask.step, reason: ask.reason.clone() })
    }
}

/// Whether the board shows just this already.
fn holds(board: &Board, order: &Order) -> bool {
    match board.order(order.id) {
        Some(known) => known == order,
        None => !OrderState::is_on_board(order.state),
    }
}
