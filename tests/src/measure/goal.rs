//! A goal: a figure that must not be missed, and who else has tried.

use std::fmt;

use super::unit::Unit;

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
    fn a_goal_says_what_must_hold() {
        assert_eq!(goal(Bound::AtLeast(25_000.0), Unit::PerSecond).to_string(), "≥ 25,000 /s");
        assert_eq!(goal(Bound::AtMost(1.1), Unit::Times).to_string(), "≤ 1.1 ×");
        assert_eq!(goal(Bound::Exactly(0.0), Unit::Count).to_string(), "exactly 0");
    }
}
