//! What the doctor finds: whether the bar is fit to open, and what to do where it is not.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How it stands with one thing, or with all of them: the worst one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
pub enum Light {
    /// All is well.
    Green,
    /// The bar can open; somebody should know this.
    Amber,
    /// Something will not work.
    Red,
}

impl Light {
    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }
}

impl fmt::Display for Light {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// What was found about one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// What was looked at, a stable word such as `disk`.
    pub check: String,
    /// How it stands with it.
    pub light: Light,
    /// What was found, in a sentence or two.
    pub says: String,
    /// What to do about it, where something is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub todo: Option<String>,
}

impl Finding {
    /// All is well with it.
    pub fn green(check: &str, says: impl Into<String>) -> Self {
        Self { check: check.to_owned(), light: Light::Green, says: says.into(), todo: None }
    }

    /// Somebody should know this, and could do that.
    pub fn amber(check: &str, says: impl Into<String>, todo: impl Into<String>) -> Self {
        Self { light: Light::Amber, todo: Some(todo.into()), ..Self::green(check, says) }
    }

    /// Something will not work until somebody does that.
    pub fn red(check: &str, says: impl Into<String>, todo: impl Into<String>) -> Self {
        Self { light: Light::Red, todo: Some(todo.into()), ..Self::green(check, says) }
    }
}

/// `GET /api/doctor`: all that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Diagnosis {
    /// The worst of all lights.
    pub light: Light,
    /// The address that phones reach, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What was found, thing by thing.
    pub findings: Vec<Finding>,
}

impl Diagnosis {
    /// What these findings come to.
    pub fn new(findings: Vec<Finding>, address: Option<String>) -> Self {
        let light = findings.iter().map(|finding| finding.light).max().unwrap_or(Light::Green);
        Self { light, address, findings }
    }

    /// The same without what only staff should read: the worst light of each check, in the order of
    /// the findings.
    pub fn lights(&self) -> Vec<Checked> {
        let mut lights: Vec<Checked> = Vec::new();
        for Finding { check, light, .. } in &self.findings {
            match lights.iter_mut().find(|seen| seen.check == *check) {
                Some(seen) => seen.light = seen.light.max(*light),
                None => lights.push(Checked { check: check.clone(), light: *light }),
            }
        }
        lights
    }
}

/// What machines may know of a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Checked {
    /// What was looked at.
    pub check: String,
    /// How it stands with it.
    pub light: Light,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_hear_one_light_of_each_check() {
        let findings = [
            Finding::amber("disk", "It is slow.", "Take another."),
            Finding::green("menu", "It is there."),
            Finding::green("disk", "It has room."),
        ];
        let lights = Diagnosis::new(findings.to_vec(), None).lights();
        let lights: Vec<_> = lights.iter().map(|one| (one.check.as_str(), one.light)).collect();
        assert_eq!(lights, [("disk", Light::Amber), ("menu", Light::Green)]);
    }

    #[test]
    fn the_worst_light_counts() {
        let finding = |light| Finding { light, ..Finding::green("disk", "It is there.") };
        let light = |lights: &[Light]| {
            Diagnosis::new(lights.iter().copied().map(finding).collect(), None).light
        };
        assert_eq!(light(&[]), Light::Green);
        assert_eq!(light(&[Light::Amber, Light::Green]), Light::Amber);
        assert_eq!(light(&[Light::Amber, Light::Red, Light::Green]), Light::Red);
    }
}
