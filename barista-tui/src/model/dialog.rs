//! What keys speak to, and the small dialogs.

use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Order;

use super::Jump;
use super::shop::Sheet;
use crate::keymap::Scope;

/// Reasons for a cancel that are one key away, by their texts' names. The guest reads them, in the
/// words of the barista who chose them.
pub(crate) const REASONS: [&str; 4] =
    ["reason-run-out", "reason-asked", "reason-twice", "reason-machine"];

/// What keys speak to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The board itself.
    Board,
    /// The keys, explained, from this line on.
    Help {
        /// Lines above the screen.
        scroll: usize,
    },
    /// Why is this order cancelled?
    Cancel(CancelDialog),
    /// Which order is to be taken back?
    Recall(RecallDialog),
    /// Close the bar, really?
    CloseShop,
    /// Something about the bar itself.
    Shop(Sheet),
    /// How does the board call?
    Sound {
        /// The selected line.
        choice: usize,
    },
    /// One ticket, whole.
    Whole {
        /// Which one.
        order: OrderId,
        /// Lines above the screen.
        scroll: usize,
    },
    /// Which number?
    Jump(Jump),
}

/// Why orders are cancelled: one of [`REASONS`], or words of the barista's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CancelDialog {
    /// Which orders.
    pub(crate) orders: Vec<OrderId>,
    /// Their numbers, as the title says them.
    pub(crate) number: String,
    /// The selected line; the one after the reasons is for free words.
    pub(crate) choice: usize,
    /// The words so far, once the barista types.
    pub(crate) text: Option<String>,
}

/// Which order is to be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecallDialog {
    /// The lines: an order keeps its own for as long as the list is open.
    pub(crate) orders: Vec<Order>,
    /// The selected line.
    pub(crate) choice: usize,
}

impl Mode {
    /// Where keys are looked up.
    pub(crate) fn scope(&self) -> Scope {
        match self {
            Self::Board => Scope::Board,
            Self::Help { .. } | Self::Whole { .. } => Scope::Page,
            Self::Cancel(dialog) if dialog.text.is_some() => Scope::Text,
            Self::Cancel(_) | Self::Recall(_) | Self::Sound { .. } => Scope::List,
            Self::CloseShop => Scope::Question,
            Self::Shop(sheet) => sheet.scope(),
            Self::Jump(_) => Scope::Text,
        }
    }
}
