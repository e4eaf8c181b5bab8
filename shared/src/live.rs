//! What travels on the live feed (`GET /api/live`, server-sent events).
//!
//! A stream begins with a [`Snapshot`], then brings [`Envelope`]s, each with the journal's
//! sequence number as the event's `id`, and a [`Beat`] now and then so that a dead line shows.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::ids::{DeviceId, OrderId, Seq};
use crate::menu::SoldOut;
use crate::order::{Estimate, Order};
use crate::settings::Settings;
use crate::shop::{Announcement, Shop, ShopStatus, Window};

/// Names of the server-sent events.
pub mod event_name {
    /// Carries a [`Snapshot`](super::Snapshot).
    pub const SNAPSHOT: &str = "snapshot";
    /// Carries an [`Envelope`](super::Envelope).
    pub const DELTA: &str = "delta";
    /// Carries a [`Beat`](super::Beat).
    pub const BEAT: &str = "beat";
}

/// Between two beats on the streams of staff and monitors, in seconds: three of them fit into the
/// ten seconds after which a silent line counts as dead.
pub const STAFF_BEAT_SECONDS: u64 = 3;

/// A staff line that was silent for so long counts as dead; the server beats three times in it.
pub const LINE_DEAD_AFTER: Duration = Duration::from_secs(10);

/// A phone's stream is silent for so many seconds at most: then it beats. Seldom, since each beat and
/// its acknowledgement take air time, and just often enough for a page that says within 30 seconds
/// that its line is dead: one second is left for a beat that had to be sent again, and one for the
/// page to look.
pub const GUEST_BEAT_SECONDS: u64 = 28;

/// All that a screen shows, at one moment of the journal. `GET /api/board` answers with it too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Snapshot {
    /// The last change that is in it.
    pub seq: Seq,
    /// The server's clock.
    pub at: Timestamp,
    /// The shop.
    pub shop: Shop,
    /// The code window on show, for those who may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// The orders on the board; for a guest, the guest's own of today.
    pub orders: Vec<Order>,
    /// The rules; a guest's stream leaves them out.
    #[serde(default)]
    pub settings: Settings,
    /// What has run out.
    #[serde(default, skip_serializing_if = "SoldOut::is_silent")]
    pub sold_out: SoldOut,
    /// The line that the bar has for everybody, while it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announcement: Option<Announcement>,
}

/// One change, with its place in the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Envelope {
    /// Its place in the journal.
    pub seq: Seq,
    /// When it happened.
    pub at: Timestamp,
    /// What happened.
    pub event: LiveEvent,
}

/// What a change did to what screens show. Carries the new state whole, so applying it twice is
/// the same as once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum LiveEvent {
    /// An order came to be, or changed.
    Order {
        /// The order as it is now.
        order: Box<Order>,
        /// Drinks left in the window on show, where this changed it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left: Option<u32>,
    },
    /// The code window turned, or went away with a closed shop.
    Window {
        /// The window on show now.
        window: Option<Window>,
    },
    /// The shop opened, closed or paused.
    Shop {
        /// The shop as it is now.
        shop: Shop,
    },
    /// The rules changed.
    Settings {
        /// The rules as they are now.
        settings: Settings,
    },
    /// Something ran out or is there again, or there is another menu: its word says so.
    Stock {
        /// All that has run out now.
        sold_out: SoldOut,
    },
    /// The bar has a line for everybody, or takes it down.
    Announcement {
        /// The line now.
        announcement: Option<Announcement>,
    },
    /// For guests: what the crowd sees changed.
    Status {
        /// The bar as anyone may see it.
        status: ShopStatus,
    },
    /// For a guest: the own place in the queue changed, or when the order will likely be ready.
    Place {
        /// The guest's order.
        order: OrderId,
        /// How many orders stand before it now; nothing once it is being made.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ahead: Option<u32>,
        /// When it will likely be ready, where the bar knows enough to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        estimate: Option<Estimate>,
    },
    /// Something that no screen shows, such as a guest who signed in. It travels all the same, so
    /// that staff's streams have every number and a missing one is noticed.
    Noted {
        /// The paired device that it is about, where it is about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device: Option<DeviceId>,
    },
}

/// A sign of life that carries the server's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Beat {
    /// The server's clock.
    pub at: Timestamp,
}
