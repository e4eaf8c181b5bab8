//! What a restore says to the person who has to decide.

use std::path::Path;

use demitasse_shared::Timestamp;
use jiff::tz::TimeZone;

use crate::storage::Contents;
use crate::storage::restore::{Carried, Known, Prepared, Present};

/// What would be lost.
pub(super) fn before(prepared: &Prepared, zone: &TimeZone) -> String {
    let backup = &prepared.backup;
    let mut text = format!("The backup:   {}\n", holds(backup, zone));
    match &prepared.present {
        Present::Nothing => text.push_str("There are no data here yet: nothing is lost."),
        Present::Unreadable(why) => {
            text.push_str(&format!(
                "The present data cannot be read ({why}). They are kept beside."
            ));
        }
        Present::Known(known) => {
            text.push_str(&format!("Present data: {}\n", holds(&known.contents, zone)));
            text.push_str(&loss(known, backup));
        }
    }
    text
}

fn holds(contents: &Contents, zone: &TimeZone) -> String {
    let last = contents.at.map_or_else(|| "nothing yet".to_owned(), |at| clock(at, zone));
    let (orders, days, devices) = (contents.orders(), u64::from(contents.days), contents.devices());
    format!(
        "last change {last}; {} on {}; {}",
        count(orders, "order"),
        count(days, "day"),
        count(devices, "device")
    )
}

fn loss(known: &Known, backup: &Contents) -> String {
    if !known.is_of(backup) {
        return "They are another bar's, and would all go. They are kept beside.".to_owned();
    }
    let (rows, orders, devices) = known.ahead_of(backup);
    if rows == 0 {
        return "Nothing has happened since the backup: nothing is lost.".to_owned();
    }
    let back = known.at().zip(backup.at).map_or_else(String::new, |(now, then)| {
        format!(" by {}", span(now.duration_since(then).as_secs()))
    });
    let mut text = format!(
        "The bar would go back{back}: {} and {} would be lost, and what became of others since.\n\
         The present data are kept beside.",
        count(orders, "order"),
        count(devices, "device")
    );
    if known.wiped {
        text.push_str(
            "\nThey were wiped, and the backup holds names again: wipe again afterwards.",
        );
    }
    text
}

/// What was done.
pub(super) fn after(
    backup: &Contents,
    carried: &Carried,
    kept: Option<&Path>,
    zone: &TimeZone,
) -> String {
    let mut lines = vec![format!("Restored: {}.", holds(backup, zone))];
    if let Some((day, number)) = &carried.numbers {
        lines.push(format!(
            "Numbers of {day} go on after {number}: those up to it may have been called out."
        ));
    }
    for (number, noun, what) in
        [(carried.revoked, "device", "revoked"), (carried.forgotten, "guest", "forgotten")]
    {
        if number > 0 {
            let who = count(u64::try_from(number).unwrap_or(u64::MAX), noun);
            lines.push(format!("{who} {what} since the backup: {what} again."));
        }
    }
    if let Some(kept) = kept {
        lines.push(format!("What was there before is kept in {}.", kept.display()));
    }
    lines.push("Start the bar as before: `demitasse serve` or `demitasse up`.".to_owned());
    lines.join("\n")
}

fn clock(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

fn count(number: u64, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// A span as a person would say it.
fn span(seconds: i64) -> String {
    let (minutes, hours) = (seconds / 60, seconds / 3_600);
    match seconds {
        ..120 => format!("{} s", seconds.max(0)),
        120..7_200 => format!("{minutes} min"),
        7_200..172_800 => format!("{hours} h"),
        _ => format!("{} days", hours / 24),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_in_one_unit() {
        let spans = [0, 119, 120, 7_199, 7_200, 172_799, 172_800].map(span);
        assert_eq!(spans, ["0 s", "119 s", "2 min", "119 min", "2 h", "47 h", "2 days"]);
    }
}
