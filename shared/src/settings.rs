//! The rules that staff change while the bar runs.

use serde::{Deserialize, Serialize};

/// Declares the settings once: field, default, bounds, meaning.
macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident = $default:literal in $min:literal..=$max:literal;)+) => {
        /// The bar's rules, as numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(deny_unknown_fields, default)]
        pub struct Settings {
            $($(#[doc = $doc])+ pub $name: u32,)+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($name: $default,)+ }
            }
        }

        impl Settings {
            /// Every rule with its bounds, in the order of this list.
            pub const RULES: &[Bounds] =
                &[$(Bounds { name: stringify!($name), min: $min, max: $max },)+];

            /// A rule's number, by its name.
            pub fn get(&self, name: &str) -> Option<u32> {
                match name {
                    $(stringify!($name) => Some(self.$name),)+
                    _ => None,
                }
            }

            /// The same settings with another number for one rule; the same where no rule has
            /// that name.
            #[must_use]
            pub fn with(mut self, name: &str, value: u32) -> Self {
                match name {
                    $(stringify!($name) => self.$name = value,)+
                    _ => {}
                }
                self
            }

            /// Finds the first number that is out of its bounds.
            pub fn check(&self) -> Result<(), OutOfBounds> {
                $(if !($min..=$max).contains(&self.$name) {
                    return Err(OutOfBounds {
                        name: stringify!($name),
                        value: self.$name,
                        min: $min,
                        max: $max,
                    });
                })+
                Ok(())
            }
        }
    };
}

settings! {
    /// Length of a code window, in minutes.
    window_minutes = 5 in 1..=60;
    /// Drinks that one code gives.
    window_drinks = 10 in 1..=100_000;
    /// How long a code still counts after its window turned, in seconds.
    grace_seconds = 20 in 0..=300;
    /// How long a guest may take to choose, in seconds.
    submit_within_seconds = 300 in 30..=3_600;
    /// After how long an order that no barista takes expires, in seconds.
    unclaimed_after_seconds = 900 in 60..=86_400;
    /// Orders alive at once (reserved, waiting, making) before redeeming stops.
    capacity = 20 in 1..=100_000;
    /// Alive orders that one guest may have.
    open_orders_per_guest = 1 in 1..=100;
    /// Drinks that one guest may have on one day.
    drinks_per_day = 3 in 1..=1_000;
    /// How long a ready number stays on the monitor, in seconds.
    ready_for_seconds = 600 in 30..=86_400;
    /// Age at which a ticket turns amber, in seconds.
    amber_after_seconds = 120 in 1..=86_400;
    /// Age at which a ticket turns red, in seconds.
    red_after_seconds = 300 in 1..=86_400;
}

/// From where to where a rule's number goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The rule's name, as it travels.
    pub name: &'static str,
    /// The least it can be.
    pub min: u32,
    /// The most it can be.
    pub max: u32,
}

/// A setting that the bar cannot work with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} is {value}; it goes from {min} to {max}")]
pub struct OutOfBounds {
    /// The setting.
    pub name: &'static str,
    /// What it was to become.
    pub value: u32,
    /// The least it can be.
    pub min: u32,
    /// The most it can be.
    pub max: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_within_their_bounds() {
        assert_eq!(Settings::default().check(), Ok(()));
    }

    #[test]
    fn a_rule_can_be_read_and_changed_by_its_name() {
        for rule in Settings::RULES {
            for value in [rule.min, rule.max] {
                let settings = Settings::default().with(rule.name, value);
                assert_eq!(settings.get(rule.name), Some(value), "{}", rule.name);
                assert_eq!(settings.check(), Ok(()), "{}", rule.name);
            }
            let refused = Settings::default().with(rule.name, rule.max + 1).check();
            assert_eq!(refused.map_err(|refused| refused.name), Err(rule.name));
        }
        assert_eq!(Settings::default().get("price"), None);
        assert_eq!(Settings::default().with("price", 3), Settings::default());
    }

    #[test]
    fn a_number_out_of_bounds_is_named() {
        let settings = Settings { window_minutes: 61, ..Settings::default() };
        let refused = settings.check().expect_err("61 minutes is too long");
        assert_eq!(refused.to_string(), "window_minutes is 61; it goes from 1 to 60");
    }
}
