//! The bar announces itself on the local network, so that devices which have a pairing code need no
//! address (multicast DNS, RFC 6762, and its services, RFC 6763).

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use demitasse_shared::client::nearby;
use mdns_sd::{IfKind, ServiceDaemon, ServiceInfo};
use tokio::time::timeout;

use crate::secret;

/// The longest name of an instance, in bytes (RFC 6763, section 4.1.1).
const NAME_BYTES: usize = 63;

/// How long saying goodbye may take.
const GOODBYE_WITHIN: Duration = Duration::from_secs(1);

/// Random characters in the host's name: two servers on one network never share it.
const HOST_CHARS: usize = 8;

/// Why the bar is not announced.
#[derive(Debug, thiserror::Error)]
pub enum NotAnnounced {
    /// The network does not take it.
    #[error("the network cannot be told where the bar is")]
    Network(#[from] mdns_sd::Error),
    /// The system gives no random numbers.
    #[error(transparent)]
    Randomness(#[from] secret::NoRandomness),
}

/// An announcement that stands.
pub struct Announced {
    daemon: ServiceDaemon,
    full_name: String,
}

/// Announces a venue that phones reach at `url`, on a server that listens at `address`.
///
/// # Errors
/// Where the network cannot be told.
pub fn announce(venue: &str, url: &str, address: SocketAddr) -> Result<Announced, NotAnnounced> {
    let daemon = ServiceDaemon::new()?;
    // Nobody else is on this machine's own interface.
    daemon.disable_interface(vec![IfKind::LoopbackV4, IfKind::LoopbackV6])?;
    let info = service(venue, url, address)?;
    let full_name = info.get_fullname().to_owned();
    daemon.register(info)?;
    Ok(Announced { daemon, full_name })
}

fn service(venue: &str, url: &str, address: SocketAddr) -> Result<ServiceInfo, NotAnnounced> {
    let word = secret::token()?.to_ascii_lowercase();
    let host = format!("demitasse-{}.local.", &word[..HOST_CHARS]);
    let scheme = url.split(':').next().unwrap_or_default();
    let told = [(nearby::URL, url), ("scheme", scheme), ("version", env!("CARGO_PKG_VERSION"))];
    let name = &venue[..venue.floor_char_boundary(NAME_BYTES)];
    let mut info = ServiceInfo::new(nearby::SERVICE, name, &host, (), address.port(), &told[..])?
        .enable_addr_auto();
    if !address.ip().is_unspecified() {
        info.set_interfaces(vec![IfKind::Addr(address.ip())]);
    }
    Ok(info)
}

impl fmt::Debug for Announced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Announced").field("full_name", &self.full_name).finish_non_exhaustive()
    }
}

impl Announced {
    /// Says goodbye, so that nobody looks for a bar that has closed.
    pub async fn withdraw(self) {
        let Self { daemon, full_name } = self;
        if let Ok(withdrawn) = daemon.unregister(&full_name)
            && timeout(GOODBYE_WITHIN, withdrawn.recv_async()).await.is_err()
        {
            tracing::debug!("the goodbye to the network took too long");
        }
        drop(daemon.shutdown());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_announcement_says_where_phones_reach_the_bar() {
        let address = "0.0.0.0:8080".parse().expect("an address");
        let info = service("St. Ana's", "https://bar.example", address).expect("it can be said");
        assert_eq!(info.get_fullname(), "St\\. Ana's._demitasse._tcp.local.");
        let told = ["url", "scheme", "version"].map(|word| info.get_property_val_str(word));
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(told, [Some("https://bar.example"), Some("https"), Some(version)]);
    }

    #[test]
    fn a_long_name_is_cut_between_characters() {
        let address = "192.168.1.7:80".parse().expect("an address");
        let info = service(&"é".repeat(40), "http://192.168.1.7", address).expect("it can be said");
        assert!(info.get_fullname().starts_with(&"é".repeat(31)));
        assert!(!info.get_fullname().starts_with(&"é".repeat(32)));
    }
}
