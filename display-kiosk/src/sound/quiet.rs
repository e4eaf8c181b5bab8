//! The hours in which a venue wants to hear nothing, by its own clock.

use std::str::FromStr;

use demitasse_shared::Timestamp;
use jiff::civil::Time;
use jiff::tz::Offset;

/// From one time of the day to another one, which may be after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from: Time,
    to: Time,
}

/// What is no span of hours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSpan(String);

impl std::error::Error for NoSpan {}

impl std::fmt::Display for NoSpan {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} are no quiet hours: write them like 22:00-8:00", self.0)
    }
}

impl FromStr for Span {
    type Err = NoSpan;

    fn from_str(text: &str) -> Result<Self, NoSpan> {
        let read = || {
            let (from, to) = text.split_once(['-', '–'])?;
            let (from, to) = (time(from.trim())?, time(to.trim())?);
            (from != to).then_some(Self { from, to })
        };
        read().ok_or_else(|| NoSpan(text.to_owned()))
    }
}

/// A time such as `8:00`; the day's end may be called `24:00`.
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once(':')?;
    let digits = |digits: &str, most: usize| {
        let good = (1..=most).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        good.then(|| digits.parse::<i8>().ok()).flatten()
    };
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2).filter(|_| minute.len() == 2)?);
    if (hour, minute) == (24, 0) {
        return Some(Time::midnight());
    }
    Time::new(hour, minute, 0, 0).ok()
}

impl Span {
    fn holds(self, time: Time) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&time)
        } else {
            time >= self.from || time < self.to
        }
    }
}

/// All quiet hours of a day.
#[derive(Clone, Debug, Default)]
pub(super) struct Quiet(Vec<Span>);

impl Quiet {
    pub(super) fn of(spans: &[Span]) -> Self {
        Self(spans.to_vec())
    }

    /// Whether nothing is to be heard now, where clocks are so many seconds ahead of UTC.
    pub(super) fn at(&self, now: Timestamp, utc_offset_seconds: i32) -> bool {
        let offset = Offset::from_seconds(utc_offset_seconds).unwrap_or(Offset::UTC);
        let time = offset.to_datetime(now).time();
        self.0.iter().any(|span| span.holds(time))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quiet(spans: &str) -> Quiet {
        Quiet(spans.split(',').map(|span| span.parse().expect(span)).collect())
    }

    #[test]
    fn hours_are_quiet_by_the_venues_clock() {
        let check = |spans: &str, time: &str, offset_hours: i32, expected: bool| {
            let now = format!("2026-05-12T{time}:00Z").parse().expect("a time");
            let is = quiet(spans).at(now, offset_hours * 3_600);
            assert_eq!(is, expected, "{spans} at {time} UTC{offset_hours:+}");
        };
        check("13:00-14:30", "12:59", 0, false);
        check("13:00-14:30", "13:00", 0, true);
        check("13:00-14:30", "14:29", 0, true);
        check("13:00-14:30", "14:30", 0, false);
        check("22:00-8:00", "21:59", 0, false);
        check("22:00-8:00", "22:00", 0, true);
        check("22:00-8:00", "00:00", 0, true);
        check("22:00-8:00", "07:59", 0, true);
        check("22:00-8:00", "08:00", 0, false);
        check("22:00-24:00", "23:59", 0, true);
        check("22:00-24:00", "00:00", 0, false);
        check("0:00-24:00", "12:00", 0, true);
        check("22:00-8:00", "20:30", 2, true);
        check("22:00-8:00", "06:30", 2, false);
        check("22:00-8:00", "02:30", -5, false);
        check("22:00-8:00", "03:30", -5, true);
        check("22:00-8:00,13:00-14:00", "13:30", 0, true);
        check("22:00-8:00,13:00-14:00", "23:30", 0, true);
        check("22:00-8:00,13:00-14:00", "15:00", 0, false);
    }

    #[test]
    fn without_quiet_hours_none_is_quiet() {
        assert!(!Quiet::default().at(Timestamp::UNIX_EPOCH, 0));
    }

    #[test]
    fn what_is_no_span_is_refused() {
        for text in ["", "22:00", "22-8", "22:00-", "25:00-8:00", "22:60-8:00", "22:0-8:00"] {
            let refused = text.parse::<Span>().expect_err(text).to_string();
            assert!(refused.contains("write them like 22:00-8:00"), "{refused}");
        }
        assert!("8:00-8:00".parse::<Span>().is_err());
        assert!("+8:00-9:00".parse::<Span>().is_err());
        assert!("24:01-9:00".parse::<Span>().is_err());
    }
}
