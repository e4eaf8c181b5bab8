//! The hours in which a venue wants to hear nothing, by its own clock.

use std::str::FromStr;

use demitasse_shared::Timestamp;
use jiff::tz::Offset;

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// From one minute of the day to another one, which may be after midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    from: u16,
    to: u16,
}

/// What is no span of hours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} are no quiet hours: write them like 22:00-8:00")]
pub struct NoSpan(String);

impl FromStr for Span {
    type Err = NoSpan;

    fn from_str(text: &str) -> Result<Self, NoSpan> {
        let read = || {
            let (from, to) = text.split_once(['-', '–'])?;
            let (from, to) = (minute(from.trim())?, minute(to.trim())?);
            (from != to).then_some(Self { from, to })
        };
        read().ok_or_else(|| NoSpan(text.to_owned()))
    }
}

/// The minute of the day of a time such as `8:00`; the day ends at `24:00`.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let minute = number(hours)? * 60 + number(minutes).filter(|m| minutes.len() == 2 && *m < 60)?;
    (minute <= DAY).then_some(minute)
}

/// One or two digits.
fn number(digits: &str) -> Option<u16> {
    let is_short = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| digits.parse().ok()).flatten()
}

impl Span {
    fn holds(self, minute: u16) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
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

    /// Whether nothing is to be heard now, where clocks are so many seconds ahead of UTC. While
    /// nobody knows how many, it may be night.
    pub(super) fn at(&self, now: Timestamp, utc_offset_seconds: Option<i32>) -> bool {
        let Some(utc_offset_seconds) = utc_offset_seconds else { return !self.0.is_empty() };
        let offset = Offset::from_seconds(utc_offset_seconds).unwrap_or(Offset::UTC);
        let time = offset.to_datetime(now).time();
        let minute =
            u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
        self.0.iter().any(|span| span.holds(minute))
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
            let is = quiet(spans).at(now, Some(offset_hours * 3_600));
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
        assert!(!Quiet::default().at(Timestamp::UNIX_EPOCH, Some(0)));
        assert!(!Quiet::default().at(Timestamp::UNIX_EPOCH, None));
    }

    #[test]
    fn a_venue_whose_clock_is_not_known_is_not_woken() {
        assert!(quiet("22:00-8:00").at(Timestamp::UNIX_EPOCH, None));
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
