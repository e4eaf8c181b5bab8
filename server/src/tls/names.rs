//! The names that a certificate is for.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use rustls::pki_types::DnsName;
use x509_parser::extensions::{GeneralName, GeneralSubtree};

/// A name by which devices reach the bar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// A host's name, in lower case.
    Host(String),
    /// An address.
    Address(IpAddr),
}

/// Why something is no name for a certificate.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no name for a certificate: give a host like bar.local, or an address")]
pub struct BadName(String);

impl FromStr for Name {
    type Err = BadName;

    fn from_str(text: &str) -> Result<Self, BadName> {
        if let Ok(address) = text.trim_matches(['[', ']']).parse() {
            return Ok(Self::Address(address));
        }
        let host = text.trim_end_matches('.').to_ascii_lowercase();
        match DnsName::try_from(host.as_str()) {
            Ok(_valid) => Ok(Self::Host(host)),
            Err(_bad) => Err(BadName(text.to_owned())),
        }
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(host) => f.write_str(host),
            Self::Address(address) => address.fmt(f),
        }
    }
}

impl Name {
    /// Whether an authority may vouch for it: whether one of the subtrees that it is bound to has
    /// it.
    pub(super) fn is_within(&self, permitted: &[GeneralSubtree<'_>]) -> bool {
        permitted.iter().any(|subtree| match (&subtree.base, self) {
            (GeneralName::DNSName(tree), Self::Host(host)) => {
                let above = host.strip_suffix(*tree);
                above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
            }
            (GeneralName::IPAddress(bytes), Self::Address(own)) => is_in_network(bytes, *own),
            _ => false,
        })
    }
}

/// Whether an address is in a network, written as its address and its mask one after the other.
fn is_in_network(bytes: &[u8], own: IpAddr) -> bool {
    let own = match own {
        IpAddr::V4(own) => own.octets().to_vec(),
        IpAddr::V6(own) => own.octets().to_vec(),
    };
    let (network, mask) = bytes.split_at(bytes.len() / 2);
    let masked = |octets: &[u8]| -> Vec<u8> {
        octets.iter().zip(mask).map(|(octet, mask)| octet & mask).collect()
    };
    own.len() == network.len() && masked(&own) == masked(network)
}

/// An address as certificates write it.
pub(super) fn address(bytes: &[u8]) -> Option<IpAddr> {
    let v4 = <[u8; 4]>::try_from(bytes).map(|octets| Ipv4Addr::from(octets).into());
    v4.or_else(|_other| <[u8; 16]>::try_from(bytes).map(|octets| Ipv6Addr::from(octets).into()))
        .ok()
}

/// What this machine is called in any case: by itself, in its network, and by its addresses.
pub(super) fn of_this_machine() -> Vec<Name> {
    let own = if_addrs::get_if_addrs().unwrap_or_default().into_iter().map(|own| own.ip());
    let reachable = own.filter(|ip| !ip.is_loopback() && !is_link_local(*ip));
    let mut names = vec![Name::Host("localhost".to_owned())];
    names.extend(host_names());
    names.extend([Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()].map(Name::Address));
    names.extend(reachable.map(Name::Address));
    names
}

/// The machine's name, and the one by which mDNS knows it. The second leads: phones and tablets
/// find it.
fn host_names() -> Vec<Name> {
    let name = hostname::get().ok().and_then(|name| name.into_string().ok());
    let name = name.unwrap_or_default();
    let label = name.split('.').next().unwrap_or_default();
    let names = [format!("{label}.local"), name.clone()];
    names.iter().filter(|_| !label.is_empty()).filter_map(|name| name.parse().ok()).collect()
}

/// An address that means something only together with a cable: no certificate can name it.
fn is_link_local(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => ip.is_link_local(),
        IpAddr::V6(ip) => ip.is_unicast_link_local(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_addresses_are_names_and_nothing_else_is() {
        let host = |text: &str| Ok(Name::Host(text.to_owned()));
        assert_eq!("Bar.Local.".parse(), host("bar.local"));
        assert_eq!("192.168.1.7".parse(), Ok(Name::Address(Ipv4Addr::new(192, 168, 1, 7).into())));
        assert_eq!("[::1]".parse(), Ok(Name::Address(Ipv6Addr::LOCALHOST.into())));
        for bad in ["", "https://bar.local", "bar local", "bar.local:8080"] {
            assert!(
                bad.parse::<Name>().is_err_and(|e| e.to_string().contains("bar.local")),
                "{bad}"
            );
        }
    }

    #[test]
    fn an_authority_vouches_for_what_is_below_its_names_and_in_its_networks() {
        let tree = |base| GeneralSubtree { base };
        let permitted = [
            tree(GeneralName::DNSName("local")),
            tree(GeneralName::IPAddress(&[192, 168, 0, 0, 255, 255, 0, 0])),
        ];
        for (name, may) in [
            ("local", true),
            ("bar.local", true),
            ("notlocal", false),
            ("bar.example", false),
            ("192.168.7.1", true),
            ("192.169.7.1", false),
            ("::1", false),
        ] {
            let parsed: Name = name.parse().expect("a name");
            assert_eq!(parsed.is_within(&permitted), may, "{name}");
        }
    }
}
