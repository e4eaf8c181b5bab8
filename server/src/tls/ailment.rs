//! What is wrong with a certificate, before devices say so.

use std::net::IpAddr;

use demitasse_shared::Timestamp;
use jiff::SignedDuration;

use super::pair::Pair;
use super::{Certificate, Chain};

/// From so long before its end a certificate should be renewed. Public ones renew themselves a
/// month before, if they do.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What is wrong with a certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Ailment {
    /// No device takes it any more.
    #[error("The certificate has run out.")]
    Ended,
    /// No device takes it yet.
    #[error("The certificate is not good yet.")]
    TooEarly,
    /// Phones come by another name.
    #[error("The certificate is not for {0}, by which phones come.")]
    Name(String),
    /// It runs out within two weeks.
    #[error("The certificate runs out soon.")]
    EndsSoon,
    /// Other certificates follow it than its issuer's.
    #[error("What follows the certificate in its file is not its chain.")]
    Broken,
    /// A public authority gave it, and its chain is missing.
    #[error("The certificate came alone: some phones need its chain, too.")]
    Alone,
}

impl Ailment {
    /// Whether devices refuse the bar for it.
    pub fn is_grave(&self) -> bool {
        matches!(self, Self::Ended | Self::TooEarly | Self::Name(_))
    }

    /// What to do about it.
    pub fn todo(&self, is_own: bool) -> &'static str {
        match self {
            Self::TooEarly => "See whether this machine's clock is right.",
            Self::Name(_) => {
                "Give a name that it is for with --public-url (`demitasse tls show` lists them), or \
                 a certificate for this one."
            }
            Self::Ended | Self::EndsSoon if is_own => "Renew it: `demitasse tls init`.",
            Self::Ended | Self::EndsSoon => {
                "Renew it where it comes from; the bar takes the new files at once."
            }
            Self::Broken | Self::Alone => {
                "Give the full chain with --tls-certificate: often a file named fullchain."
            }
        }
    }
}

impl Pair {
    /// Whether the bar's own authority made it.
    pub fn is_own(&self) -> bool {
        self.authority.is_some()
    }

    /// The worst that is wrong with it now, where phones come by this address.
    pub fn ailment(&self, public_url: &str, now: Timestamp) -> Option<Ailment> {
        let certificate = &self.certificate;
        if certificate.ends_at <= now {
            return Some(Ailment::Ended);
        }
        if now < certificate.begins_at {
            return Some(Ailment::TooEarly);
        }
        if let Some(host) = secure_host(public_url).filter(|host| !certificate.is_for(host)) {
            return Some(Ailment::Name(host.to_owned()));
        }
        if certificate.ends_at.duration_since(now) < SOON {
            return Some(Ailment::EndsSoon);
        }
        match certificate.chain {
            Chain::Broken => Some(Ailment::Broken),
            Chain::Alone if !self.is_own() => Some(Ailment::Alone),
            Chain::Alone | Chain::Linked => None,
        }
    }
}

impl Certificate {
    /// Whether it is for this host or address. A star stands for one label.
    fn is_for(&self, host: &str) -> bool {
        let host = host.to_ascii_lowercase();
        let above = host.split_once('.').map(|(_label, above)| above);
        self.names.iter().any(|name| match name.strip_prefix("*.") {
            Some(domain) => above == Some(domain) && host.parse::<IpAddr>().is_err(),
            None => *name == host,
        })
    }
}

/// The host of an address over https.
fn secure_host(url: &str) -> Option<&str> {
    let authority = url.strip_prefix("https://")?;
    let port = authority.rsplit_once(':').filter(|(_, port)| !port.ends_with(']'));
    let host = port.map_or(authority, |(host, _port)| host);
    Some(host.trim_matches(['[', ']']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tls::authority::init;
    use crate::tls::{Files, Folder};

    fn at(time: &str) -> Timestamp {
        time.parse().expect("a time")
    }

    /// A pair that was made at noon on the first of January 2026, for a year.
    fn pair(is_own: bool) -> Pair {
        let data = tempfile::tempdir().expect("a folder");
        let folder = Folder::of(data.path());
        let name = "bar.local".parse().expect("a name");
        init(&folder, &[name], false, at("2026-01-01T12:00:00Z")).expect("made");
        let files = folder.files();
        let authority = files.authority.filter(|_| is_own);
        Files { authority, ..files }.read().expect("a pair")
    }

    #[test]
    fn the_worst_is_told_first() {
        let own = pair(true);
        let check = |time: &str, url: &str, ailment: Option<Ailment>| {
            assert_eq!(own.ailment(url, at(time)), ailment, "{time} {url}");
        };
        let bar = "https://bar.local:8080";
        check("2026-06-01T12:00:00Z", bar, None);
        check("2026-06-01T12:00:00Z", "https://[::1]:8080", None);
        check("2026-06-01T12:00:00Z", "http://bar.example", None);
        let other = Ailment::Name("bar.example".to_owned());
        check("2026-06-01T12:00:00Z", "https://bar.example", Some(other));
        check("2026-12-20T12:00:00Z", bar, Some(Ailment::EndsSoon));
        check("2027-01-01T12:00:00Z", bar, Some(Ailment::Ended));
        check("2025-06-01T12:00:00Z", bar, Some(Ailment::TooEarly));
        let strange = pair(false).ailment(bar, at("2026-06-01T12:00:00Z"));
        assert_eq!(strange, Some(Ailment::Alone), "a public authority sends a chain along");
    }

    #[test]
    fn a_star_stands_for_one_label() {
        let mut certificate = pair(true).certificate;
        certificate.names = vec!["*.venue.example".to_owned()];
        for (host, is_for) in
            [("BAR.venue.example", true), ("venue.example", false), ("a.b.venue.example", false)]
        {
            assert_eq!(certificate.is_for(host), is_for, "{host}");
        }
    }
}
