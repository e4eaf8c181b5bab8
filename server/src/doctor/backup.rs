//! The last backup: whether there is one, and whether it is fresh.

use demitasse_shared::Timestamp;
use demitasse_shared::backup::BackupFault;
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
    /// Whether its file is where it was made.
    is_there: bool,
}

pub(super) fn check(patient: &Patient, facts: &Facts) -> Finding {
    if let Some(fault) = &facts.backup_fault {
        return failing(fault, patient.clock.now());
    }
    let seen = facts.backup.as_ref().map(|backup| Seen {
        file: backup.file.display().to_string(),
        at: backup.at,
        is_whole: facts.last.is_none_or(|(seq, _)| seq <= backup.seq),
        is_there: facts.has_backup_file,
    });
    let every = patient.config.backup.plan().filter(|_| patient.is_open).map(|plan| plan.every);
    let every = every.and_then(|every| SignedDuration::try_from(every).ok());
    judge(every, seen.as_ref(), patient.clock.now())
}

/// The bar makes backups by itself, and the last try failed: what happens now is in none.
fn failing(fault: &BackupFault, now: Timestamp) -> Finding {
    let minutes = now.duration_since(fault.since).as_mins().max(0);
    Finding::red(
        CHECK,
        format!("Backups have failed for {minutes} min: {}.", fault.why),
        "The bar tries again by itself until it works: this light turns when it does.",
    )
}

/// Judges the last backup of a bar that makes one by itself so often, or not.
fn judge(every: Option<SignedDuration>, seen: Option<&Seen>, now: Timestamp) -> Finding {
    let most = every.map_or(BY_HAND, |every| every.saturating_mul(2).saturating_add(GRACE));
    let Some(Seen { file, at, is_whole, is_there }) = seen else {
        return Finding::amber(CHECK, "No backup was ever made.", todo(every));
    };
    if !is_there {
        let says = format!("The last backup is not where it was made any more: {file}.");
        return Finding::amber(CHECK, says, GONE);
    }
    let age = now.duration_since(*at);
    let says = format!("The last backup is {} min old: {file}.", age.as_mins().max(0));
    if *is_whole || age <= most {
        Finding::green(CHECK, says)
    } else {
        Finding::amber(CHECK, says, todo(every))
    }
}

/// What to do about a backup whose file is not there.
const GONE: &str = "That is right where its stick was put away. If it was not, make another one:                     `demitasse backup`.";

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
        let seen = Seen { file: "/media/stick/one.db".to_owned(), at, is_whole, is_there: true };
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
    fn a_backup_whose_file_is_gone_is_amber_and_one_that_fails_is_red() {
        let file = "/media/stick/one.db".to_owned();
        let seen = Seen { file, at: NOW, is_whole: true, is_there: false };
        assert_eq!(judge(None, Some(&seen), NOW).light, Light::Amber);
        let since = NOW - SignedDuration::from_mins(2);
        let found = failing(&BackupFault { since, why: "no room".to_owned() }, NOW);
        assert!(found.light == Light::Red && found.says.contains("2 min: no room."), "{found:?}");
    }

    #[test]
    fn a_bar_without_a_backup_is_told_how() {
        let found = judge(None, None, NOW);
        assert_eq!(found.light, Light::Amber);
        assert!(found.todo.is_some_and(|todo| todo.contains("--backup-to")));
    }
}
