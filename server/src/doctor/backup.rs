//! The last backup: whether there is one, and whether it is fresh.

use demitasse_shared::Timestamp;
use demitasse_shared::doctor::Finding;
use jiff::SignedDuration;

use super::Patient;
use crate::app::Facts;

const CHECK: &str = "backup";

/// How old a backup may be that somebody makes by hand.
const BY_HAND: SignedDuration = SignedDuration::from_hours(24);

/// What a backup that the bar makes by itself may be late.
const GRACE: SignedDuration = SignedDuration::from_mins(1);

/// A backup, as it is judged.
#[derive(Clone, Debug)]
struct Seen {
    file: String,
    at: Timestamp,
    /// Whether nothing has changed since.
    is_whole: bool,
}

pub(super) fn check(patient: &Patient, facts: &Facts) -> Finding {
    let seen = facts.backup.as_ref().map(|backup| Seen {
        file: backup.file.display().to_string(),
        at: backup.at,
        is_whole: facts.last.is_none_or(|(seq, _)| seq <= backup.seq),
    });
    let every = patient.config.backup.plan().filter(|_| patient.is_open).map(|plan| plan.every);
    let every = every.and_then(|every| SignedDuration::try_from(every).ok());
    judge(every, seen.as_ref(), patient.clock.now())
}

/// Judges the last backup of a bar that makes one by itself so often, or not.
fn judge(every: Option<SignedDuration>, seen: Option<&Seen>, now: Timestamp) -> Finding {
    let most = every.map_or(BY_HAND, |every| every.saturating_mul(2).saturating_add(GRACE));
    let Some(Seen { file, at, is_whole }) = seen else {
        return Finding::amber(CHECK, "No backup was ever made.", todo(every));
    };
    let age = now.duration_since(*at);
    let says = format!("The last backup is {} min old: {file}.", age.as_mins().max(0));
    if *is_whole || age <= most {
        Finding::green(CHECK, says)
    } else {
        Finding::amber(CHECK, says, todo(every))
    }
}

fn todo(every: Option<SignedDuration>) -> &'static str {
    match every {
        Some(_) => {
            "The bar makes them by itself: look whether the folder is there, and in the log."
        }
        None => {
            "Put a stick in and give its folder to --backup-to: then the bar makes them by itself."
        }
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_800_000_000, 0);

    #[track_caller]
    fn check(every: Option<i64>, minutes: i64, is_whole: bool, light: Light) {
        let at = NOW - SignedDuration::from_mins(minutes);
        let seen = Seen { file: "/media/stick/one.db".to_owned(), at, is_whole };
        let found = judge(every.map(SignedDuration::from_mins), Some(&seen), NOW);
        assert_eq!(found.light, light, "{found:?}");
    }

    #[test]
    fn a_backup_is_fresh_where_it_holds_everything_or_is_young() {
        check(None, 23 * 60, false, Light::Green);
        check(None, 25 * 60, false, Light::Amber);
        check(None, 25 * 60, true, Light::Green);
        check(Some(1), 3, false, Light::Green);
        check(Some(1), 4, false, Light::Amber);
        check(Some(1), 4, true, Light::Green);
    }

    #[test]
    fn a_bar_without_a_backup_is_told_how() {
        let found = judge(None, None, NOW);
        assert_eq!(found.light, Light::Amber);
        assert!(found.todo.is_some_and(|todo| todo.contains("--backup-to")));
    }
}
