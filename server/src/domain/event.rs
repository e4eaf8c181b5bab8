//! What goes into the journal.

use demitasse_shared::ids::{DeviceId, OrderId};
use demitasse_shared::live::LiveEvent;

use super::order::GuestId;

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A guest.
    Guest(GuestId),
    /// A paired device.
    Device(DeviceId),
    /// A person at the server's own machine.
    Local,
    /// Time.
    Bar,
}

/// One thing that happened: a row of the journal, and a line of the live feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// A stable word for what happened, such as `order_submitted`.
    pub kind: &'static str,
    /// Who did it.
    pub actor: Actor,
    /// The order that it is about, and whose it is.
    pub about: Option<(OrderId, Option<GuestId>)>,
    /// What it did to the screens.
    pub live: LiveEvent,
}

impl Event {
    /// Something that no screen shows.
    pub fn noted(kind: &'static str, actor: Actor) -> Self {
        Self { kind, actor, about: None, live: LiveEvent::Noted { device: None } }
    }

    /// Something about a paired device.
    pub fn device(kind: &'static str, actor: Actor, device: DeviceId) -> Self {
        Self { kind, actor, about: None, live: LiveEvent::Noted { device: Some(device) } }
    }

    /// Something about the bar as a whole.
    pub fn bar(kind: &'static str, actor: Actor, live: LiveEvent) -> Self {
        Self { kind, actor, about: None, live }
    }
}
