//! What `update` wants done in the world. Data only: the runtime does it.

use demitasse_shared::api::ShopChange;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Ask the server for a step; the answer comes back as a message.
    Step {
        /// Which order.
        order: OrderId,
        /// Which step.
        step: Step,
        /// For a cancel: why.
        reason: Option<String>,
    },
    /// Ask the server to open or close the shop.
    Shop(ShopChange),
    /// Fetch what is on.
    Menu,
    /// Fetch the orders that were collected last.
    Recent,
    /// Fetch what became of an order that is not on the board any more.
    Look(OrderId),
    /// Ring the bell.
    Ring,
}
