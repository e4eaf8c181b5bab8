//! Everything about the bar itself: its stock, its door, its rules, its day.

mod announce;
mod day;
mod pause;
mod rule_changes;
mod rules;
mod stock;
mod walk_up;

use std::collections::VecDeque;

use demitasse_shared::api::{Role, ShopChange};
use demitasse_shared::shop::ShopState;

pub(crate) use announce::{Announcing, READY_MADE, STANDING_MINUTES};
pub(crate) use day::{Day, FIGURES_EVERY_SECONDS, LOG_EVERY_SECONDS, LOG_ROWS, Panel};
pub(crate) use pause::PauseLine;
pub(crate) use rule_changes::{RuleChange, RuleChanges};
pub(crate) use rules::{RULES, Rule};
pub(crate) use stock::{Mark, StockItem, StockLine};
pub(crate) use walk_up::{Draft, Pick};

use super::Model;
use crate::keymap::Scope;

/// A dialog or page about the bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Sheet {
    /// What has run out, or is there again?
    Stock {
        /// The selected line.
        choice: usize,
    },
    /// For how long does the bar pause?
    Pause {
        /// The lines: each keeps its place for as long as the dialog is open.
        lines: Vec<PauseLine>,
        /// The selected line.
        choice: usize,
        /// The minutes, once the barista types them.
        typed: Option<String>,
    },
    /// A walk-up order: which drink?
    Drinks {
        /// The selected line.
        choice: usize,
    },
    /// A walk-up order: how?
    WalkUp(Box<Draft>),
    /// A line to everybody.
    Announce(Announcing),
    /// The rules.
    Rules {
        /// The selected rule.
        choice: usize,
        /// Its new number, once somebody types it.
        typed: Option<String>,
    },
    /// Today in figures.
    Figures {
        /// What shows where there is no room for everything.
        panel: Panel,
        /// Lines above the screen.
        scroll: usize,
    },
    /// Who did what.
    Log {
        /// The selected row.
        choice: usize,
    },
    /// This is for managers: how to become one.
    ForManagers,
}

impl Sheet {
    /// Where keys are looked up.
    pub(crate) fn scope(&self) -> Scope {
        match self {
            Self::Pause { typed: Some(_), .. }
            | Self::Rules { typed: Some(_), .. }
            | Self::Announce(Announcing::Writing { .. }) => Scope::Text,
            Self::WalkUp(draft) if draft.writing => Scope::Text,
            Self::Stock { .. } | Self::Drinks { .. } | Self::WalkUp(_) | Self::Rules { .. } => {
                Scope::Picks
            }
            Self::Pause { .. } | Self::Announce(_) => Scope::List,
            Self::Figures { .. } | Self::Log { .. } | Self::ForManagers => Scope::Page,
        }
    }
}

/// So many walk-up orders are kept that did not come about.
const KEPT_ASIDE: usize = 5;

/// What was asked about the bar and is not answered yet, and what was heard of its day.
#[derive(Clone, Debug, Default)]
pub(crate) struct Desk {
    /// What was marked here and is not confirmed yet, in that order.
    pub(crate) marks: Vec<Mark>,
    /// Changes of rules that are not confirmed yet.
    pub(crate) rules: RuleChanges,
    /// What the door is to do once it has answered: the last wish alone.
    pub(crate) door_next: Option<ShopChange>,
    /// Walk-up orders that did not come about, the latest last.
    pub(crate) aside: VecDeque<Draft>,
    /// How many changes are under way.
    pub(crate) under_way: usize,
    /// The day in figures and rows.
    pub(crate) day: Day,
}

impl Desk {
    /// Keeps a walk-up order that did not come about, for whoever has a hand free.
    pub(crate) fn keep(&mut self, draft: Draft) {
        self.aside.push_back(draft);
        if self.aside.len() > KEPT_ASIDE {
            self.aside.pop_front();
        }
    }
}

impl Model {
    /// Whether the bar takes orders once all that was asked of its door has happened.
    pub(crate) fn shop_wished(&self) -> Option<ShopState> {
        let wish = self.desk.door_next.or(self.shop_asked);
        match wish.map(|wish| (wish.open, wish.pause_minutes)) {
            Some((Some(true), _)) => Some(ShopState::Open),
            Some((Some(false), _)) => Some(ShopState::Closed),
            Some((None, Some(_))) => Some(ShopState::Paused),
            _ => self.shop_state(),
        }
    }

    /// Whether this device may change rules and read figures, as far as is known. The server has
    /// the last word.
    pub(crate) fn may_manage(&self) -> bool {
        self.role != Some(Role::Barista)
    }
}
