//! A goal: a figure that must not be missed, and who else has tried.

use std::fmt;

/// On which side of a figure it is good to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// More is better, and this is the least.
    AtLeast(f64),
    /// Less is better, and this is the most.
    AtMost(f64),
    /// Anything else is wrong.
    Exactly(f64),
}

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

/// What somebody else reaches at the same work on this class of machine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Other {
    /// Whose figure it is.
    pub name: &'static str,
    /// In the goal's unit.
    pub value: f64,
}

/// One line of what Demitasse must reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goal {
    /// The part of the run that measures it.
    pub part: &'static str,
    /// What is measured. It names the goal: no two are called the same.
    pub what: &'static str,
    /// What must hold of the figure.
    pub bound: Bound,
    /// What the figure counts.
    pub unit: Unit,
    /// Who else does this.
    pub others: &'static [Other],
}

impl Goal {
    /// Whether a figure reaches it.
    pub fn is_met_by(&self, value: f64) -> bool {
        match self.bound {
            Bound::AtLeast(least) => value >= least,
            Bound::AtMost(most) => value <= most,
            Bound::Exactly(it) => (value - it).abs() < f64::EPSILON,
        }
    }

    /// How many times better than the goal a figure is, so that goals of both directions can stand
    /// side by side: 2 is twice as good, 0.5 half. Where only one figure is right, nothing is.
    pub fn margin(&self, value: f64) -> Option<f64> {
        match self.bound {
            Bound::AtLeast(least) => Some(value / least),
            Bound::AtMost(most) => Some(most / value),
            Bound::Exactly(_) => None,
        }
    }

    /// A figure with its unit.
    pub fn shown(&self, value: f64) -> String {
        self.unit.shown(value)
    }
}

/// `≤ 8 kB`, with the unit.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, value) = match self.bound {
            Bound::AtLeast(least) => ("≥", least),
            Bound::AtMost(most) => ("≤", most),
            Bound::Exactly(it) => ("exactly", it),
        };
        write!(f, "{sign} {}", self.unit.bare(value))
    }
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
    fn bare(self, value: f64) -> String {
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

    fn goal(bound: Bound, unit: Unit) -> Goal {
        Goal { part: "part", what: "what", bound, unit, others: &[] }
    }

    #[test]
    fn a_goal_is_met_on_its_own_side_and_on_the_line() {
        let least = goal(Bound::AtLeast(0.5), Unit::Times);
        assert_eq!([0.49, 0.5, 0.51].map(|value| least.is_met_by(value)), [false, true, true]);
        let most = goal(Bound::AtMost(8.0), Unit::Kilobytes);
        assert_eq!([7.9, 8.0, 8.1].map(|value| most.is_met_by(value)), [true, true, false]);
        let exact = goal(Bound::Exactly(10.0), Unit::Count);
        assert_eq!([9.0, 10.0, 11.0].map(|value| exact.is_met_by(value)), [false, true, false]);
        // What could not be measured reaches nothing.
        assert!(![least, most, exact].iter().any(|goal| goal.is_met_by(f64::NAN)));
    }

    #[test]
    fn better_is_more_whatever_the_direction() {
        assert_eq!(goal(Bound::AtLeast(0.5), Unit::Times).margin(1.0), Some(2.0));
        assert_eq!(goal(Bound::AtMost(8.0), Unit::Kilobytes).margin(16.0), Some(0.5));
        assert_eq!(goal(Bound::Exactly(10.0), Unit::Count).margin(10.0), None);
    }

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
    fn a_goal_says_what_must_hold() {
        assert_eq!(goal(Bound::AtLeast(25_000.0), Unit::PerSecond).to_string(), "≥ 25,000 /s");
        assert_eq!(goal(Bound::AtMost(1.1), Unit::Times).to_string(), "≤ 1.1 ×");
        assert_eq!(goal(Bound::Exactly(0.0), Unit::Count).to_string(), "exactly 0");
        assert_eq!(grouped("-1234.5"), "-1,234.5");
        assert_eq!(grouped("999"), "999");
    }
}
