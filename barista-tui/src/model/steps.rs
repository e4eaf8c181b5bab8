//! Which steps fit where, as far as the screen can know: the server has the last word.

use demitasse_shared::order::{OrderState, Step};

/// Where a step leads.
pub(crate) fn target(step: Step) -> OrderState {
    match step {
        Step::Make | Step::Recall => OrderState::Making,
        Step::Unmake => OrderState::Waiting,
        Step::Complete => OrderState::Ready,
        Step::Collect => OrderState::Collected,
        Step::Cancel => OrderState::Cancelled,
    }
}

/// The steps that an order offers, the natural one first.
pub(crate) fn offered(state: OrderState) -> &'static [Step] {
    match state {
        OrderState::Waiting => &[Step::Make, Step::Cancel],
        OrderState::Making => &[Step::Complete, Step::Unmake, Step::Cancel],
        OrderState::Ready => &[Step::Collect, Step::Recall],
        OrderState::Collected => &[Step::Recall],
        OrderState::Reserved | OrderState::Cancelled | OrderState::Expired => &[],
    }
}

/// Whether a step may be asked for.
pub(crate) fn fits(state: OrderState, step: Step) -> bool {
    offered(state).contains(&step)
}

/// What most likely comes next.
pub(crate) fn natural(state: OrderState) -> Option<Step> {
    offered(state).first().copied()
}

/// The name of the text that a step is called by.
pub(crate) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Make => "step-make",
        Step::Unmake => "step-unmake",
        Step::Complete => "step-complete",
        Step::Recall => "step-recall",
        Step::Collect => "step-collect",
        Step::Cancel => "step-cancel",
    }
}
