//! Figures as a person would say them.

use demitasse_shared::Timestamp;
use demitasse_shared::order::Party;
use demitasse_shared::report::{Cancelled, Promises, Report};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::report::zone_named;

/// A time as a stopwatch shows it: `2:10`, or `1:02:10` from an hour on.
pub(super) fn stopwatch(seconds: u32) -> String {
    let (minutes, second) = (seconds / 60, seconds % 60);
    match minutes / 60 {
        0 => format!("{minutes}:{second:02}"),
        hours => format!("{hours}:{:02}:{second:02}", minutes % 60),
    }
}

/// A time in a sentence: `45 s`, `2 min`, `2 min 10 s`.
pub(super) fn span(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, second) => format!("{second} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, second) => format!("{minutes} min {second} s"),
    }
}

/// A share in a hundred: never 100 where something is missing, never 0 where something is there.
pub(super) fn share(part: u32, whole: u32) -> String {
    let percent = match (part, whole) {
        (0, _) | (_, 0) => 0,
        (part, whole) if part >= whole => 100,
        (part, whole) => {
            let (part, whole) = (u64::from(part), u64::from(whole));
            ((part * 200 + whole) / (whole * 2)).clamp(1, 99)
        }
    };
    format!("{percent} %")
}

/// `1 drink`, `2 drinks`.
pub(super) fn many(count: u32, one: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {one}{plural}", number(count))
}

/// A large number with thin groups of three.
pub(super) fn number(count: u32) -> String {
    let digits = count.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `Friday, 14 October 2022`.
pub(super) fn long_day(day: Date) -> String {
    day.strftime("%A, %-d %B %Y").to_string()
}

/// `Fri 14 Oct`.
pub(super) fn short_day(day: Date) -> String {
    day.strftime("%a %-d %b").to_string()
}

/// The days of several reports: `14 to 16 October 2022`.
pub(super) fn days(first: Date, last: Date) -> String {
    let whole = |day: Date| day.strftime("%-d %B %Y").to_string();
    let from = match () {
        () if first.year() != last.year() => whole(first),
        () if first.month() != last.month() => first.strftime("%-d %B").to_string(),
        () => first.day().to_string(),
    };
    format!("{from} to {}", whole(last))
}

/// The venue's clocks, as a report names them.
#[derive(Clone, Debug)]
pub(super) struct Clocks(TimeZone);

impl Clocks {
    pub(super) fn of(report: &Report) -> Self {
        Self(zone_named(&report.zone))
    }

    /// `9:05`.
    pub(super) fn time(&self, at: Timestamp) -> String {
        at.to_zoned(self.0.clone()).strftime("%-H:%M").to_string()
    }

    /// `2022-10-14 09:05:00`, as spreadsheets take for a time.
    pub(super) fn stamp(&self, at: Timestamp) -> String {
        at.to_zoned(self.0.clone()).strftime("%Y-%m-%d %H:%M:%S").to_string()
    }

    /// By how many minutes the clocks are ahead of UTC.
    pub(super) fn offset_minutes(&self, at: Timestamp) -> i32 {
        self.0.to_offset(at).seconds() / 60
    }

    /// Of what moment the figures are: nothing where the day was over by then.
    pub(super) fn as_of(&self, report: &Report) -> Option<String> {
        let there = report.at.to_zoned(self.0.clone());
        (there.date() == report.day).then(|| self.time(report.at))
    }
}

/// By whom and why something was cancelled.
pub(super) fn cancelled(cancelled: &Cancelled) -> String {
    match (cancelled.by, &cancelled.reason) {
        (Party::Guest, _) => "By the guest".to_owned(),
        (Party::Bar, Some(reason)) => format!("By the bar: {reason}"),
        (Party::Bar, None) => "By the bar".to_owned(),
    }
}

/// What became of what guests were told, in sentences.
pub(super) fn promises(promises: &Promises) -> String {
    let Promises { told, within, sooner, later, .. } = *promises;
    let said = format!(
        "{} of {} ({}) were ready within the time that their guests were told when they ordered, \
         {sooner} sooner, {later} later.",
        number(within),
        many(told, "drink"),
        share(within, told),
    );
    let late = promises.later_by.map(|late| match later {
        1 => format!(" It was {} late.", span(late.max)),
        _ => format!(
            " Half of the late ones were at most {} late, 95 in 100 at most {}.",
            span(late.p50),
            span(late.p95)
        ),
    });
    said + &late.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn figures_are_said_as_a_person_would() {
        assert_eq!(
            [0, 59, 60, 130, 3_730].map(stopwatch),
            ["0:00", "0:59", "1:00", "2:10", "1:02:10"]
        );
        assert_eq!([45, 120, 130].map(span), ["45 s", "2 min", "2 min 10 s"]);
        assert_eq!([999, 1_000, 1_234_567].map(number), ["999", "1,000", "1,234,567"]);
        assert_eq!(
            [1, 0, 2].map(|count| many(count, "drink")),
            ["1 drink", "0 drinks", "2 drinks"]
        );
    }

    #[test]
    fn a_share_is_never_rounded_to_all_or_nothing() {
        let cases = [(0, 9, "0 %"), (9, 9, "100 %"), (999, 1_000, "99 %"), (1, 1_000, "1 %")];
        for (part, whole, expected) in cases.into_iter().chain([(1, 3, "33 %"), (0, 0, "0 %")]) {
            assert_eq!(share(part, whole), expected, "{part} of {whole}");
        }
    }

    #[test]
    fn days_are_named_once() {
        let (first, last) = (date(2022, 10, 14), date(2022, 10, 16));
        assert_eq!(days(first, last), "14 to 16 October 2022");
        assert_eq!(days(date(2022, 9, 30), last), "30 September to 16 October 2022");
        assert_eq!(days(date(2021, 12, 31), last), "31 December 2021 to 16 October 2022");
        assert_eq!(
            (long_day(first), short_day(first)),
            ("Friday, 14 October 2022".into(), "Fri 14 Oct".into())
        );
    }
}
