//! What walks through the pages come to.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// Of many pages that have the same, so many are named.
const NAMED: usize = 5;

/// A walk through many pages.
#[derive(Debug, Deserialize)]
pub(crate) struct Walk {
    looks: usize,
    found: Vec<Finding>,
}

#[derive(Debug, Deserialize)]
struct Finding {
    address: String,
    #[serde(flatten)]
    what: Value,
}

impl Walk {
    /// Says how much was looked at, and fails with all that was found: one line for the same on
    /// many pages.
    #[track_caller]
    #[expect(clippy::print_stdout, reason = "an audit tells how far it went")]
    pub(crate) fn found_nothing(self) {
        println!("{} looks", self.looks);
        let mut pages: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for Finding { address, what } in self.found {
            pages.entry(what.to_string()).or_default().push(address);
        }
        let told = pages.iter().map(|(what, pages)| {
            let some = &pages[..pages.len().min(NAMED)];
            format!("{what}\n  on {} pages: {}", pages.len(), some.join(" "))
        });
        assert!(pages.is_empty(), "{}", told.collect::<Vec<_>>().join("\n"));
    }
}
