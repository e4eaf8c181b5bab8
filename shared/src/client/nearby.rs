//! Bars on the same network, found by multicast DNS (RFC 6762, RFC 6763).
//!
//! What is found is what somebody on the network says, and no more: it names an address, and proves
//! nothing. So it is asked for only by who has a pairing code and no address, and taken only where
//! one bar answers.

use std::collections::BTreeSet;
use std::time::Duration;

use mdns_sd::{ResolvedService, ServiceDaemon, ServiceEvent};
use tokio::time::timeout;

/// What bars announce themselves as.
pub const SERVICE: &str = "_demitasse._tcp.local.";

/// Under which word an announcement carries the address that phones reach.
pub const URL: &str = "url";

/// How long the first answer is waited for.
const FIRST_WITHIN: Duration = Duration::from_secs(5);

/// How long others are waited for after it.
const OTHERS_WITHIN: Duration = Duration::from_secs(1);

/// The longest name of an instance, in bytes (RFC 6763, section 4.1.1), and so in characters.
const NAME_BYTES: usize = 63;

/// A bar that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nearby {
    /// The venue's name.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// The network cannot be asked.
#[derive(Debug, thiserror::Error)]
#[error("this machine cannot look for bars on the network")]
pub struct NoSearch(#[from] mdns_sd::Error);

/// The bars that answer, each once.
pub async fn nearby() -> Result<Vec<Nearby>, NoSearch> {
    let daemon = ServiceDaemon::new()?;
    let events = daemon.browse(SERVICE)?;
    let (mut found, mut patience) = (BTreeSet::new(), FIRST_WITHIN);
    while let Ok(Ok(event)) = timeout(patience, events.recv_async()).await {
        if let ServiceEvent::ServiceResolved(service) = event
            && let Some(bar) = told(&service)
        {
            found.insert(bar);
            patience = OTHERS_WITHIN;
        }
    }
    // Its thread ends by itself; nobody has to wait for it.
    drop(daemon.shutdown());
    Ok(found.into_iter().collect())
}

/// The bar of an announcement, where it makes sense.
fn told(service: &ResolvedService) -> Option<Nearby> {
    let url = service.get_property_val_str(URL)?.trim_end_matches('/');
    let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"))?;
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '/' | '?' | '#' | '@' | '\\');
    if host.is_empty() || !host.chars().all(is_plain) {
        return None;
    }
    Some(Nearby { name: name(service.get_fullname()), url: url.to_owned() })
}

/// The name at the beginning of an announcement's full name, as people wrote it.
fn name(full: &str) -> String {
    let own = full.strip_suffix(SERVICE).unwrap_or(full);
    let own = own.strip_suffix('.').unwrap_or(own);
    let own = own.replace("\\.", ".").replace("\\\\", "\\");
    own.chars().filter(|c| !c.is_control() && !turns_a_line(*c)).take(NAME_BYTES).collect()
}

/// Signs that nobody sees and that turn a line round: a stranger's announcement must not read as
/// another bar's.
fn turns_a_line(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use mdns_sd::ServiceInfo;

    use super::*;

    fn heard(name: &str, url: &str) -> Option<Nearby> {
        let info = ServiceInfo::new(SERVICE, name, "bar.local.", "10.0.0.7", 80, &[(URL, url)][..]);
        told(&info.expect("it can be announced").as_resolved_service())
    }

    #[test]
    fn a_bar_is_named_as_its_venue_wrote_it() {
        let bar = heard("St. Ana's \\ Espresso", "http://10.0.0.7:8080/").expect("a bar");
        assert_eq!(bar.name, "St. Ana's \\ Espresso");
        assert_eq!(bar.url, "http://10.0.0.7:8080");
        assert!(heard("Bar", "https://bar.example").is_some());
    }

    #[test]
    fn a_name_holds_nothing_that_nobody_sees() {
        let bar = heard("An\u{202e}a\u{200b}\u{7}'s", "http://10.0.0.7").expect("a bar");
        assert_eq!(bar.name, "Ana's");
    }

    #[test]
    fn what_is_no_address_is_no_bar() {
        for url in ["", "bar", "ftp://bar", "http://", "http://bar/path", "http://a@b"] {
            assert_eq!(heard("Bar", url), None, "{url}");
        }
        assert_eq!(heard("Bar", "http://bar\u{1b}[2J"), None);
    }
}
