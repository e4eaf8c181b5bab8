//! What a venue gives its monitors beside the board: its look, its languages, its Wi-Fi.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Timestamp;
use crate::colour::Colour;

/// The largest logo, in bytes: it comes over the same bad Wi-Fi as the guests' pages.
pub const LOGO_BYTES: usize = 30_000;

/// What monitors know of the venue. `GET /api/venue` answers with it; it changes with a restart of
/// the server only, so screens ask for it whenever their line has come up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Venue {
    /// The venue's name.
    pub name: String,
    /// The languages that monitors speak, by their tags (BCP 47), one or two; the first leads.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The venue's colour, such as `#0a7cff`, as it was given: whoever paints with it moves it to
    /// where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>))]
    pub accent: Option<Colour>,
    /// Where the venue's logo is, as a path on the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// The network that guests' phones take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wifi: Option<Wifi>,
    /// How far the venue's clocks are ahead of UTC just now, in seconds.
    #[serde(default)]
    pub utc_offset_seconds: i32,
    /// When the venue's clocks are set next, where its zone does that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clocks_change: Option<ClocksChange>,
}

/// When clocks are set for summer or winter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ClocksChange {
    /// The moment.
    pub at: Timestamp,
    /// How far the clocks are ahead of UTC from then on, in seconds.
    pub utc_offset_seconds: i32,
}

impl Venue {
    /// How far the venue's clocks are ahead of UTC at a moment, in seconds.
    pub fn utc_offset_seconds_at(&self, moment: Timestamp) -> i32 {
        let changed = self.clocks_change.filter(|change| change.at <= moment);
        changed.map_or(self.utc_offset_seconds, |change| change.utc_offset_seconds)
    }
}

/// The network that guests' phones take. What is logged of it does not say its code, which holds
/// the password.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Wifi {
    /// Its name (SSID).
    pub name: String,
    /// What a code that joins it says, where the venue wants one shown on faces without an order
    /// code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl fmt::Debug for Wifi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut wifi = f.debug_struct("Wifi");
        wifi.field("name", &self.name).field("has_code", &self.code.is_some()).finish()
    }
}

impl Wifi {
    /// What a code says with which phones join a network: the form that Wi-Fi Alliance's WPA3
    /// specification, section 7, takes over from the cameras. Without a password the network is
    /// open.
    pub fn join(name: &str, password: Option<&str>) -> String {
        let name = escaped(name);
        match password {
            Some(password) => format!("WIFI:T:WPA;S:{name};P:{};;", escaped(password)),
            None => format!("WIFI:S:{name};;"),
        }
    }
}

/// The letters that part a code's fields are meant as letters behind a backslash.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | ';' | ',' | ':' | '"') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_that_joins_a_network_keeps_its_letters() {
        let check = |name: &str, password: Option<&str>, expected: &str| {
            assert_eq!(Wifi::join(name, password), expected);
        };
        check("Guests", None, "WIFI:S:Guests;;");
        check("Café", Some("flat white"), "WIFI:T:WPA;S:Café;P:flat white;;");
        check("a;b", Some(r#"c:\,"d"#), r#"WIFI:T:WPA;S:a\;b;P:c\:\\\,\"d;;"#);
    }
}
