//! What the venue's monitors are told beside the board.

use demitasse_shared::venue::{ClocksChange, Venue, Wifi};

use super::{Bar, Logo};

/// What the venue decided about its monitors.
#[derive(Clone, Debug, Default)]
pub struct Monitors {
    /// The languages that they speak, by their tags; the first leads.
    pub languages: Vec<String>,
    /// The network that guests' phones take.
    pub wifi: Option<Wifi>,
}

impl Bar {
    /// The venue as its monitors need it, with how far its clocks are ahead of UTC just now. For
    /// paired screens only: the network's code holds its password.
    pub fn monitor_venue(&self) -> Venue {
        let (venue, now) = (self.venue(), self.now());
        let change = venue.zone.following(now).next();
        Venue {
            name: venue.name.clone(),
            languages: venue.monitors.languages.clone(),
            accent: venue.look.accent,
            logo: venue.look.logo.as_ref().map(Logo::path),
            wifi: venue.monitors.wifi.clone(),
            utc_offset_seconds: venue.zone.to_offset(now).seconds(),
            clocks_change: change.map(|change| ClocksChange {
                at: change.timestamp(),
                utc_offset_seconds: change.offset().seconds(),
            }),
        }
    }
}
