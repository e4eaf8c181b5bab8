//! The address that phones reach: whether it leads here, and whether the bar answers there.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};

use demitasse_shared::client::Client;
use demitasse_shared::doctor::Finding;
use tokio::net::lookup_host;

use crate::config::{Config, own_addresses};

const CHECK: &str = "address";

/// What stands behind the address, as far as this machine can see.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    port: u16,
    /// Where the name leads.
    leads_to: Vec<IpAddr>,
    /// The machine's own addresses.
    own: Vec<IpAddr>,
}

pub(super) async fn check(config: &Config, listen: SocketAddr) -> Finding {
    let Ok(url) = config.public_url(listen) else {
        return Finding::red(CHECK, "The address for phones is none.", ADVICE);
    };
    let (host, port) = host_and_port(&url);
    let found = lookup_host((host.as_str(), port)).await;
    let leads_to = found.map(|found| found.map(|one| one.ip()).collect()).unwrap_or_default();
    let own = own_addresses().into_iter().map(|(_, ip)| ip).collect();
    judge(&url, &Seen { port, leads_to, own }, listen)
}

/// What keeps a bar that is not open yet from listening, where something does. Any port is free
/// where none is named.
pub(super) fn taken(listen: SocketAddr) -> Option<Finding> {
    if listen.port() == 0 {
        return None;
    }
    // The listener is gone with this line: the bar itself needs the port next.
    let why = TcpListener::bind(listen).err()?;
    let says = match why.kind() {
        ErrorKind::AddrInUse => format!("Another program listens at {listen} already."),
        _ => format!("The bar cannot listen at {listen}: {why}."),
    };
    Some(Finding::red(CHECK, says, "Stop what listens there, or choose another with --listen."))
}

/// What to do about an address that leads nowhere.
const ADVICE: &str =
    "Give the address that phones reach: `demitasse setup` offers this machine's own.";

fn judge(url: &str, seen: &Seen, listen: SocketAddr) -> Finding {
    let Seen { port, leads_to, own } = seen;
    if leads_to.is_empty() {
        return Finding::red(CHECK, format!("Nobody here knows where {url} leads."), ADVICE);
    }
    if leads_to.iter().all(|ip| ip.is_loopback() || ip.is_unspecified()) {
        return Finding::red(
            CHECK,
            format!("{url} is how this machine calls itself: no phone gets here by it."),
            "Let the bar listen in the venue's network (--listen 0.0.0.0:8080), or give the address \
             that phones reach (--public-url).",
        );
    }
    if !leads_to.iter().any(|ip| own.contains(ip) || *ip == listen.ip()) {
        return Finding::amber(
            CHECK,
            format!("{url} does not lead to this machine."),
            "That is right where a tunnel or a proxy stands before the bar. If none does, run \
             `demitasse setup` and choose this machine's own address.",
        );
    }
    if *port != listen.port() {
        return Finding::amber(
            CHECK,
            format!("Phones call {url}, and the bar listens on port {}.", listen.port()),
            "That is right where something passes them on. If nothing does, give the same port to \
             --public-url and --listen.",
        );
    }
    if listen.ip().is_loopback() {
        return Finding::red(
            CHECK,
            format!("Phones call {url}, but the bar listens to this machine alone ({listen})."),
            "Let it listen in the venue's network: --listen 0.0.0.0:8080.",
        );
    }
    Finding::green(CHECK, format!("{url} leads to this machine."))
}

/// Host and port of an address; the scheme's own port where it has none.
fn host_and_port(url: &str) -> (String, u16) {
    let (scheme, host) = url.split_once("://").unwrap_or(("http", url));
    let usual = if scheme == "https" { 443 } else { 80 };
    let port = host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']'));
    let named = port.and_then(|(host, port)| Some((host, port.parse().ok()?)));
    let (host, port) = named.unwrap_or((host, usual));
    (host.trim_matches(['[', ']']).to_owned(), port)
}

/// Whether the bar answers at its public address, called from here.
pub async fn answers(url: &str) -> Finding {
    let answer = match Client::new(url) {
        Ok(client) => client.health().await.map(drop),
        Err(error) => Err(error),
    };
    match answer {
        Ok(()) => Finding::green(CHECK, format!("The bar answers at {url}.")),
        Err(why) => Finding::red(
            CHECK,
            format!("The bar does not answer at {url}: {why}."),
            "Look at the firewall, the port and the address. A phone in the guests' Wi-Fi shows it \
             best.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn an_address_has_a_host_and_a_port() {
        let check = |url: &str, host: &str, port| {
            assert_eq!(host_and_port(url), (host.to_owned(), port), "{url}");
        };
        check("http://192.168.1.7:8080", "192.168.1.7", 8080);
        check("http://bar.example", "bar.example", 80);
        check("https://bar.example", "bar.example", 443);
        check("http://[fd00::7]:8080", "fd00::7", 8080);
        check("http://[fd00::7]", "fd00::7", 80);
    }

    #[test]
    fn a_port_that_somebody_has_is_seen_before_the_bar_opens() {
        let somebody = TcpListener::bind("127.0.0.1:0").expect("there are free ports");
        let found = taken(somebody.local_addr().expect("it listens")).expect("it is taken");
        assert!(found.light == Light::Red && found.says.contains("already"), "{found:?}");
        assert!(found.todo.is_some_and(|todo| todo.contains("--listen")));
        assert_eq!(taken("127.0.0.1:0".parse().expect("an address")), None);
    }

    #[track_caller]
    fn check(leads_to: &[&str], port: u16, listen: &str, light: Light, words: &str) {
        let ip = |text: &&str| text.parse::<IpAddr>().expect("an address");
        let leads_to = leads_to.iter().map(ip).collect();
        let own = ["192.168.1.7"].iter().map(ip).collect();
        let listen = listen.parse().expect("an address");
        let found = judge("http://bar.example", &Seen { port, leads_to, own }, listen);
        assert!(found.light == light && found.says.contains(words), "{found:?}");
    }

    #[test]
    fn an_address_leads_here_and_to_the_right_port() {
        check(&["192.168.1.7"], 8080, "0.0.0.0:8080", Light::Green, "leads to this machine");
        check(&[], 8080, "0.0.0.0:8080", Light::Red, "Nobody here knows");
        check(&["127.0.0.1"], 8080, "127.0.0.1:8080", Light::Red, "calls itself");
        check(&["203.0.113.5"], 443, "127.0.0.1:8080", Light::Amber, "does not lead");
        check(&["192.168.1.7"], 80, "0.0.0.0:8080", Light::Amber, "port 8080");
        check(&["192.168.1.7"], 8080, "127.0.0.1:8080", Light::Red, "alone");
    }
}
