//! What a venue decides about its monitors: their languages, and the network that guests take.

use demitasse_shared::monitor::{LANGUAGES_AT_ONCE, Voice};
use demitasse_shared::venue::Wifi;

use super::Password;
use crate::app::Monitors;

/// The longest name of a network, in bytes (IEEE 802.11, "SSID").
const NAME_BYTES: usize = 32;

/// The characters of a network's password: fewer or more can be set on no access point.
const PASSWORD_CHARS: std::ops::RangeInclusive<usize> = 8..=63;

/// Under which heading the help has these flags. Each says so itself: a heading for all of them
/// would go on over the flags that follow them.
const HEADING: &str = "Monitors";

/// A venue's decisions about its monitors, as they were given.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct MonitorFlags {
    /// What the monitors speak: one language or two at once, such as en or de,en; the first leads
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "LANGUAGES",
        env = "DEMITASSE_LANGUAGES",
        value_delimiter = ',',
        default_value = "en"
    )]
    pub languages: Vec<String>,

    /// The name of the Wi-Fi that guests' phones take, shown on the monitors
    #[arg(long, help_heading = HEADING, value_name = "NAME", env = "DEMITASSE_WIFI")]
    pub wifi: Option<String>,

    /// The password of the guests' Wi-Fi, for --wifi-code; other users of this machine can read
    /// flags, but not the environment
    #[arg(
        long,
        help_heading = HEADING,
        value_name = "PASSWORD",
        env = "DEMITASSE_WIFI_PASSWORD",
        hide_env_values = true
    )]
    pub wifi_password: Option<Password>,

    /// Show a code that joins the Wi-Fi, while the monitors show none to order with
    #[arg(long, help_heading = HEADING, env = "DEMITASSE_WIFI_CODE")]
    pub wifi_code: bool,
}

/// Why a venue's decisions about its monitors cannot be used.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadMonitors {
    /// There are no texts in that language.
    #[error("the monitors do not speak {0:?}: they know {known}", known = known())]
    Language(String),
    /// Nobody would find their own among so many.
    #[error("the monitors speak {LANGUAGES_AT_ONCE} languages at once, and no more")]
    Languages,
    /// The name is no network's.
    #[error("{0:?} is no name of a Wi-Fi: give one of 1 to {NAME_BYTES} bytes")]
    Wifi(String),
    /// The password is no network's.
    #[error("the Wi-Fi's password has 8 to 63 characters; without one the Wi-Fi is an open one")]
    Password,
    /// The network has no name.
    #[error("{0} needs the Wi-Fi's name: give it with --wifi")]
    NoWifi(&'static str),
}

fn known() -> String {
    Voice::tags().collect::<Vec<_>>().join(", ")
}

impl MonitorFlags {
    /// The decisions, where they make sense together.
    pub(crate) fn monitors(&self) -> Result<Monitors, BadMonitors> {
        Ok(Monitors { languages: self.spoken()?, wifi: self.network()? })
    }

    /// The languages by the tags that monitors know, each once.
    fn spoken(&self) -> Result<Vec<String>, BadMonitors> {
        if let Some(unknown) = self.languages.iter().find(|tag| !Voice::knows(tag.trim())) {
            return Err(BadMonitors::Language(unknown.clone()));
        }
        if self.languages.len() > LANGUAGES_AT_ONCE {
            return Err(BadMonitors::Languages);
        }
        let tags: Vec<_> = self.languages.iter().map(|tag| tag.trim().to_owned()).collect();
        Ok(Voice::of(&tags).languages().map(str::to_owned).collect())
    }

    fn network(&self) -> Result<Option<Wifi>, BadMonitors> {
        let password = self.wifi_password.as_ref().map(Password::reveal);
        let Some(name) = self.wifi.clone() else {
            return match (password, self.wifi_code) {
                (Some(_), _) => Err(BadMonitors::NoWifi("--wifi-password")),
                (None, true) => Err(BadMonitors::NoWifi("--wifi-code")),
                (None, false) => Ok(None),
            };
        };
        if !(1..=NAME_BYTES).contains(&name.len()) || name.contains(char::is_control) {
            return Err(BadMonitors::Wifi(name));
        }
        if password.is_some_and(|password| !PASSWORD_CHARS.contains(&password.chars().count())) {
            return Err(BadMonitors::Password);
        }
        let code = self.wifi_code.then(|| Wifi::join(&name, password));
        Ok(Some(Wifi { name, code }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(tags: &[&str]) -> Result<Vec<String>, BadMonitors> {
        let languages = tags.iter().map(|tag| (*tag).to_owned()).collect();
        MonitorFlags { languages, ..MonitorFlags::default() }.monitors().map(|m| m.languages)
    }

    #[test]
    fn languages_are_known_ones_and_no_more_than_two() {
        assert_eq!(spoken(&[]).expect("English"), ["en"]);
        assert_eq!(spoken(&["de-AT", " en"]).expect("both are known"), ["de", "en"]);
        assert_eq!(spoken(&["de", "de"]).expect("one is enough"), ["de"]);
        assert_eq!(spoken(&["en", "de", "en"]), Err(BadMonitors::Languages));
        let unknown = spoken(&["en", "tlh"]).expect_err("nobody has translated it").to_string();
        assert!(unknown.contains("tlh") && unknown.contains("en, es, fr, de"), "{unknown}");
    }

    fn network(name: Option<&str>, password: Option<&str>, code: bool) -> MonitorFlags {
        MonitorFlags {
            wifi: name.map(str::to_owned),
            wifi_password: password.map(|password| password.to_owned().into()),
            wifi_code: code,
            ..MonitorFlags::default()
        }
    }

    #[test]
    fn a_password_leaves_only_in_a_code_that_was_asked_for() {
        let check = |password, code, expected: Option<&str>| {
            let monitors = network(Some("Guests"), password, code).monitors();
            let wifi = monitors.expect("it makes sense").wifi.expect("it has a name");
            assert_eq!((&*wifi.name, wifi.code.as_deref()), ("Guests", expected));
        };
        check(None, false, None);
        check(Some("flat white"), false, None);
        check(None, true, Some("WIFI:S:Guests;;"));
        check(Some("flat white"), true, Some("WIFI:T:WPA;S:Guests;P:flat white;;"));
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        let check = |flags: MonitorFlags, expected: &str| {
            let said = flags.monitors().expect_err("it makes no sense").to_string();
            assert!(said.contains(expected), "{said}");
            assert!(!said.contains("secret"), "{said}");
        };
        check(network(None, Some("secret secret"), false), "--wifi-password");
        check(network(None, Some("secret secret"), true), "--wifi-password");
        check(network(None, None, true), "--wifi-code");
        check(network(Some("Guests"), Some("secret"), true), "8 to 63");
        check(network(Some("Guests"), Some(&"secret".repeat(11)), true), "8 to 63");
        check(network(Some(""), None, false), "1 to 32");
        check(network(Some(&"w".repeat(33)), None, false), "1 to 32");
    }

    #[test]
    fn a_password_shows_in_no_log() {
        let flags = network(Some("Guests"), Some("flat white"), true);
        let monitors = flags.monitors().expect("it makes sense");
        let logged = format!("{flags:?} {monitors:?} {:?}", monitors.wifi);
        assert!(logged.contains("Guests") && !logged.contains("flat white"), "{logged}");
    }
}
