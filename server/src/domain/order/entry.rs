//! A walk-up order that is sent again.

use demitasse_shared::api::Submit;
use demitasse_shared::ids::DeviceId;
use demitasse_shared::order::Order;

use super::is_what_was_chosen;
use crate::domain::Refusal;

/// What makes entering a walk-up order safe to repeat: sent again with the same key by the same
/// device, it is the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryKey {
    /// Which device.
    pub device: DeviceId,
    /// The word that it chose.
    pub key: String,
}

/// Whether a walk-up order that came with a known key is the one that the key stands for, whatever
/// has become of it meanwhile.
///
/// # Errors
/// `invalid_request` where it asks for something else.
pub fn check_repeated_entry(order: &Order, submit: &Submit) -> Result<(), Refusal> {
    if is_what_was_chosen(order, submit) {
        return Ok(());
    }
    let detail = "This key stands for another order. Send a new order with a new key.";
    Err(Refusal::invalid(detail).about(order.id))
}
