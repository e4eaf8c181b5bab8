//! What became of an order, step by step: its journey.

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::order::{Chosen, OrderState, Party};

/// What happened to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Milestone {
    /// The guest scanned the code and has a place.
    Reserved,
    /// The guest chose, and the order entered the queue.
    Submitted,
    /// Staff entered it for somebody without a phone.
    WalkedUp,
    /// A barista took it in hand.
    Making,
    /// It went back into the queue.
    Unmade,
    /// It was set on the counter.
    Ready,
    /// It was taken back from the counter to be made again.
    Recalled,
    /// A barista saw it fetched.
    Collected,
    /// It stood on the monitor long enough, and was taken to be fetched.
    AgedOut,
    /// The guest cancelled it.
    Withdrawn,
    /// The bar cancelled it.
    Cancelled,
    /// Its time ran out.
    Expired,
}

impl Milestone {
    /// Every milestone.
    pub const ALL: [Self; 12] = [
        Self::Reserved,
        Self::Submitted,
        Self::WalkedUp,
        Self::Making,
        Self::Unmade,
        Self::Ready,
        Self::Recalled,
        Self::Collected,
        Self::AgedOut,
        Self::Withdrawn,
        Self::Cancelled,
        Self::Expired,
    ];

    /// The journal's word for it.
    pub fn event_kind(self) -> &'static str {
        match self {
            Self::Reserved => "order_reserved",
            Self::Submitted => "order_submitted",
            Self::WalkedUp => "order_walked_up",
            Self::Making => "order_making",
            Self::Unmade => "order_unmade",
            Self::Ready => "order_ready",
            Self::Recalled => "order_recalled",
            Self::Collected => "order_collected",
            Self::AgedOut => "order_aged_out",
            Self::Withdrawn => "order_withdrawn",
            Self::Cancelled => "order_cancelled",
            Self::Expired => "order_expired",
        }
    }

    /// The milestone that the journal's word stands for; nothing for what is none, such as a
    /// reservation that was looked at again.
    pub fn from_event_kind(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|milestone| milestone.event_kind() == word)
    }
}

/// One step of a journey. How long it took is the way to the next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct JourneyStep {
    /// What happened.
    pub kind: Milestone,
    /// When.
    pub at: Timestamp,
    /// In whose hands it was from then on; only where the bar shows names, and never to others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// `GET /api/orders/{id}/journey`: an order's own timeline, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Journey {
    /// The number that people saw, where it came to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Where the order stands; it may go on.
    pub state: OrderState,
    /// What was ordered, without the note to the barista.
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// Who cancelled it, or whose time ran out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<Party>,
    /// What happened, oldest first.
    pub steps: Vec<JourneyStep>,
    /// For the order's own guest: the address of a page that shows this journey to anybody, without
    /// names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
}
