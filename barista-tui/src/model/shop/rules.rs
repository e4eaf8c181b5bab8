//! The rules of the bar, as people call them.

use demitasse_shared::settings::{Bounds, Settings};

use crate::model::Model;

/// One rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Its name, as it travels.
    pub(crate) field: &'static str,
    /// The name of the text that it is called by.
    pub(crate) name: &'static str,
    /// The name of the text for its number with its unit.
    pub(crate) unit: &'static str,
}

const fn rule(field: &'static str, name: &'static str, unit: &'static str) -> Rule {
    Rule { field, name, unit }
}

/// All rules, as they are listed: what is changed in a rush first.
pub(crate) const RULES: [Rule; 11] = [
    rule("capacity", "rule-capacity", "rule-orders"),
    rule("window_drinks", "rule-window-drinks", "rule-drinks"),
    rule("window_minutes", "rule-window", "rule-minutes"),
    rule("drinks_per_day", "rule-day", "rule-drinks"),
    rule("open_orders_per_guest", "rule-open", "rule-orders"),
    rule("grace_seconds", "rule-grace", "rule-seconds"),
    rule("submit_within_seconds", "rule-submit", "rule-seconds"),
    rule("unclaimed_after_seconds", "rule-unclaimed", "rule-seconds"),
    rule("ready_for_seconds", "rule-ready", "rule-seconds"),
    rule("amber_after_seconds", "rule-amber", "rule-seconds"),
    rule("red_after_seconds", "rule-red", "rule-seconds"),
];

impl Rule {
    /// From where to where its number goes.
    pub(crate) fn bounds(&self) -> Option<&'static Bounds> {
        Settings::RULES.iter().find(|bounds| bounds.name == self.field)
    }
}

impl Model {
    /// The rules as they are, whoever changed them last.
    pub(crate) fn settings(&self) -> Settings {
        self.board.as_ref().map(|board| board.settings).unwrap_or_default()
    }

    /// A rule's number, and whether it is one that the server has not confirmed yet.
    pub(crate) fn rule(&self, rule: &Rule) -> (u32, bool) {
        match self.desk.rules.wished(rule.field) {
            Some(value) => (value, true),
            None => (self.settings().get(rule.field).unwrap_or_default(), false),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_rule_of_the_bar_is_listed_once() {
        let listed: BTreeSet<_> = RULES.iter().map(|rule| rule.field).collect();
        let known: BTreeSet<_> = Settings::RULES.iter().map(|bounds| bounds.name).collect();
        assert_eq!(listed, known);
        assert_eq!(RULES.len(), Settings::RULES.len());
    }
}
