//! An order as every program sees it, and the steps of its life.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::ids::{ChoiceId, DrinkId, OrderId};

/// Where an order stands.
///
/// ```text
/// Reserved → Waiting → Making → Ready → Collected
///     └──────────┴────────┴── Cancelled | Expired
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// A place is held; the guest has not chosen yet.
    Reserved,
    /// In the baristas' queue.
    Waiting,
    /// In a barista's hands.
    Making,
    /// On the counter.
    Ready,
    /// Fetched, or taken off the monitor after a while.
    Collected,
    /// Ended by the guest or by the bar.
    Cancelled,
    /// Ended by time.
    Expired,
}

impl OrderState {
    /// Every state, in the order of an order's life.
    pub const ALL: [Self; 7] = [
        Self::Reserved,
        Self::Waiting,
        Self::Making,
        Self::Ready,
        Self::Collected,
        Self::Cancelled,
        Self::Expired,
    ];

    /// Whether the order takes part of the bar's capacity and of its guest's open orders.
    pub fn is_alive(self) -> bool {
        matches!(self, Self::Reserved | Self::Waiting | Self::Making)
    }

    /// Whether screens show the order.
    pub fn is_on_board(self) -> bool {
        self.is_alive() || self == Self::Ready
    }

    /// The word that travels.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Waiting => "waiting",
            Self::Making => "making",
            Self::Ready => "ready",
            Self::Collected => "collected",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
        }
    }

    /// The state that [`as_str`](Self::as_str) wrote.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

impl fmt::Display for OrderState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a barista does with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Take it in hand.
    Make,
    /// Put it back into the queue.
    Unmake,
    /// Set it on the counter.
    Complete,
    /// Take it back from the counter to make it again.
    Recall,
    /// The guest has it.
    Collect,
    /// End it, with a reason.
    Cancel,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 6] =
        [Self::Make, Self::Unmake, Self::Complete, Self::Recall, Self::Collect, Self::Cancel];

    /// The verb, as it stands in the route.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Make => "make",
            Self::Unmake => "unmake",
            Self::Complete => "complete",
            Self::Recall => "recall",
            Self::Collect => "collect",
            Self::Cancel => "cancel",
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One of the two sides of the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The person who ordered.
    Guest,
    /// The people who brew.
    Bar,
}

/// A drink as it was chosen: it stays as it was, whatever the menu does later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Chosen {
    /// The drink's id at that time.
    pub drink: DrinkId,
    /// The drink's name at that time.
    pub drink_name: String,
    /// The chosen options' ids.
    pub options: Vec<ChoiceId>,
    /// The chosen options' names, in the same order.
    pub option_names: Vec<String>,
    /// A word from the guest to the barista.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One drink with its options, from reservation to cup.
///
/// Carries times, never ages: whoever shows it counts from the server's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Order {
    /// Never used twice.
    pub id: OrderId,
    /// Where it stands.
    pub state: OrderState,
    /// The short number that people see; it has one from the moment it is submitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// What is to be made; there from the moment it is submitted.
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
    /// Entered by staff for somebody without a phone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub walk_up: bool,
    /// When the place was taken.
    pub reserved_at: Timestamp,
    /// While reserved: until when the guest may choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submit_by: Option<Timestamp>,
    /// When it entered the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submitted_at: Option<Timestamp>,
    /// While waiting: when it expires if no barista takes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// When a barista last took it in hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub making_at: Option<Timestamp>,
    /// When it was last set on the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ready_at: Option<Timestamp>,
    /// When it was collected, cancelled or expired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// Whose hands it is in, or was in last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub barista: Option<String>,
    /// Who cancelled it, or whose time ran out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_by: Option<Party>,
    /// Why the bar cancelled it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// When its guest was told that it would be ready, at the moment of ordering; it stays as it
    /// was told. Nothing where the bar did not know enough to say, or nobody was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised: Option<Estimate>,
    /// For its own guest while waiting: how many orders stand before it in the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ahead: Option<u32>,
    /// For its own guest while it waits or is made: when it will likely be ready, where the bar
    /// knows enough to say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
}

/// When an order will likely be ready: an honest range, a little late rather than early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Estimate {
    /// Hardly sooner than this.
    pub from: Timestamp,
    /// Most likely by then.
    pub to: Timestamp,
}

impl Order {
    /// The drink and its options in one line, such as "Flat white, oat".
    pub fn label(&self) -> String {
        let Some(chosen) = &self.chosen else { return String::new() };
        let mut label = chosen.drink_name.clone();
        for name in &chosen.option_names {
            label.push_str(", ");
            label.push_str(name);
        }
        label
    }
}
