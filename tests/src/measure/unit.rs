//! What figures count, and how people read them.

/// What a figure counts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unit {
    /// How many times something else that was measured in the same run.
    Times,
    /// Happenings a second.
    PerSecond,
    /// Milliseconds.
    Milliseconds,
    /// Seconds.
    Seconds,
    /// Minutes.
    Minutes,
    /// Thousands of bytes.
    Kilobytes,
    /// Millions of bytes.
    Megabytes,
    /// Hundredths of a core.
    Percent,
    /// Things that are counted.
    Count,
}

impl Unit {
    /// A figure with three digits that count, and its unit.
    pub fn shown(self, value: f64) -> String {
        let places = match value.abs() {
            _ if self == Self::Count => 0,
            size if self == Self::Times && size < 10.0 => 2,
            size if size < 1.0 => 2,
            size if size < 100.0 => 1,
            _ => 0,
        };
        self.with(&grouped(&format!("{value:.places$}")))
    }

    /// A figure as somebody has set it: without digits that say nothing.
    pub(super) fn bare(self, value: f64) -> String {
        self.with(&grouped(&value.to_string()))
    }

    fn with(self, figure: &str) -> String {
        let unit = match self {
            Self::Times => " ×",
            Self::PerSecond => " /s",
            Self::Milliseconds => " ms",
            Self::Seconds => " s",
            Self::Minutes => " min",
            Self::Kilobytes => " kB",
            Self::Megabytes => " MB",
            Self::Percent => " %",
            Self::Count => "",
        };
        format!("{figure}{unit}")
    }
}

/// `25,000`: a number whose thousands can be told apart.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find('.').unwrap_or(number.len()));
    let digits = whole.trim_start_matches('-').len();
    let mut text = whole[..whole.len() - digits].to_owned();
    for (place, digit) in whole[whole.len() - digits..].chars().enumerate() {
        if place > 0 && (digits - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_as_many_digits_as_they_are_worth() {
        let cases = [
            (Unit::Times, 0.634, "0.63 ×"),
            (Unit::Times, 1.5, "1.50 ×"),
            (Unit::Times, 12.34, "12.3 ×"),
            (Unit::PerSecond, 25_123.4, "25,123 /s"),
            (Unit::Milliseconds, 7.25, "7.2 ms"),
            (Unit::Percent, 0.129, "0.13 %"),
            (Unit::Count, 10.0, "10"),
            (Unit::Kilobytes, 1_234_567.0, "1,234,567 kB"),
        ];
        for (unit, value, expected) in cases {
            assert_eq!(unit.shown(value), expected);
        }
    }

    #[test]
    fn thousands_can_be_told_apart() {
        assert_eq!(grouped("-1234.5"), "-1,234.5");
        assert_eq!(grouped("999"), "999");
    }
}
