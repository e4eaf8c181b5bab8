//! What the pages say when the bar says no.

use demitasse_shared::Timestamp;
use demitasse_shared::error::RefusalCode;

use super::view::{Countdown, View};

/// What happened, as a page's heading.
pub(super) fn title(view: &View, code: RefusalCode) -> String {
    view.say(&format!("refused-{code}"))
}

/// What happened, in a sentence.
pub(super) fn happened(view: &View, code: RefusalCode) -> String {
    view.say(&format!("refused-{code}.happened"))
}

/// What to do now.
pub(super) fn next(view: &View, code: RefusalCode) -> String {
    view.say(&format!("refused-{code}.next"))
}

/// How a refusal's page counts down to the moment when it is over.
pub(super) fn countdown(code: RefusalCode, until: Timestamp) -> Countdown {
    let words = match code {
        RefusalCode::SoldOut | RefusalCode::OldCode => "next-code",
        RefusalCode::ShopPaused => "goes-on",
        _ => "try-again",
    };
    Countdown { until, words, reload: false }
}
