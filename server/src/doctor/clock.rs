//! The machine's clock: whether it can be right, and whether the journal knows later moments.

use demitasse_shared::Timestamp;
use demitasse_shared::doctor::Finding;
use jiff::SignedDuration;

use crate::app::Facts;
use crate::clock::Clock;

const CHECK: &str = "clock";

/// It was later than this when this program was written.
const WRITTEN: Timestamp = Timestamp::constant(1_767_225_600, 0);

/// How far the journal may be ahead: a machine's clock that is put right by a network moves so far.
const LEAD: SignedDuration = SignedDuration::from_mins(1);

pub(super) fn check(clock: &Clock, facts: Option<&Facts>) -> Finding {
    let machine = clock.now().checked_sub(clock.ahead_of_machine()).unwrap_or_default();
    judge(machine, facts.and_then(|facts| facts.last.map(|(_, at)| at)))
}

fn judge(machine: Timestamp, journal: Option<Timestamp>) -> Finding {
    let todo = "Set the machine's clock, then start the bar again.";
    if machine < WRITTEN {
        let says = format!("This machine's clock says {}.", day(machine));
        return Finding::red(CHECK, says, todo);
    }
    match journal.map(|last| last.duration_since(machine)) {
        Some(ahead) if ahead > LEAD => Finding::amber(
            CHECK,
            format!(
                "The journal's last moment is {} min later than this machine's clock. The bar's \
                 time goes on from there.",
                ahead.as_mins()
            ),
            todo,
        ),
        _ => Finding::green(
            CHECK,
            "This machine's clock can be right, and no earlier than the journal.",
        ),
    }
}

fn day(moment: Timestamp) -> String {
    moment.strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn a_clock_is_held_to_the_journal_and_to_reason() {
        let at = |time: &str| time.parse::<Timestamp>().expect("a time");
        let (now, light) = (at("2026-05-13T08:00:00Z"), |now, last| judge(now, last).light);
        assert_eq!(light(now, None), Light::Green);
        assert_eq!(light(now, Some(at("2026-05-13T08:01:00Z"))), Light::Green);
        assert_eq!(light(now, Some(at("2026-05-13T08:01:01Z"))), Light::Amber);
        assert_eq!(light(at("1970-01-01T00:00:10Z"), None), Light::Red);
        assert_eq!(WRITTEN, at("2026-01-01T00:00:00Z"));
    }
}
