//! The database: whether SQLite finds it whole.

use demitasse_shared::doctor::Finding;

use crate::app::Facts;

pub(super) const CHECK: &str = "database";

pub(super) fn check(facts: &Facts) -> Finding {
    match &facts.damage {
        None => Finding::green(CHECK, "SQLite finds the data whole."),
        Some(report) => Finding::red(
            CHECK,
            format!("The data are damaged: {report}."),
            "Stop the bar, restore a backup, and look at the disk.",
        ),
    }
}

/// The data of an open bar that cannot be read.
pub(super) fn unread(why: &dyn std::error::Error) -> Finding {
    Finding::red(
        CHECK,
        format!("The data cannot be read: {why}."),
        "Look at the data folder and its disk, then start the bar again.",
    )
}
