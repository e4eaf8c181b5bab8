//! The venue's time, for commands that tell it.

use demitasse_shared::Timestamp;
use demitasse_shared::client::Client;
use jiff::tz::{Offset, TimeZone};

use super::StaffError;
use crate::cli::reach::{Place, Reached};
use crate::config::{ConfigError, zone_named};

/// A bar whose times are told.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Venue {
    #[command(flatten)]
    pub(super) place: Place,

    /// The venue's time zone, such as Europe/Lisbon; a running server knows its own
    #[arg(long, value_name = "ZONE", env = "DEMITASSE_ZONE")]
    zone: Option<String>,
}

impl Venue {
    /// The venue's zone: what was said, else this machine's; but never another one than the running
    /// server goes by.
    pub(super) async fn zone(&self, reached: &Reached) -> Result<TimeZone, StaffError> {
        let own = self.own_zone()?;
        match reached {
            Reached::Server(server) => Ok(of_server(server, Some(own)).await?.1),
            Reached::Data(_) => Ok(own),
        }
    }

    /// What was said, else this machine's zone.
    pub(super) fn own_zone(&self) -> Result<TimeZone, ConfigError> {
        zone_named(self.zone.as_deref())
    }
}

/// The server's moment and its zone. The server says how far its clocks are ahead; what they do in
/// the nights when clocks change, a zone of this machine knows, where it is the venue's.
pub(super) async fn of_server(
    server: &Client,
    own: Option<TimeZone>,
) -> Result<(Timestamp, TimeZone), StaffError> {
    let (now, venue) = (server.shop().await?.at, server.venue().await?);
    let fixed = Offset::from_seconds(venue.utc_offset_seconds).unwrap_or(Offset::UTC);
    let zone = own.filter(|zone| zone.to_offset(now) == fixed);
    Ok((now, zone.unwrap_or_else(|| TimeZone::fixed(fixed))))
}
