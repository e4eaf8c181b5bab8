//! What a certificate says, for people and for the doctor.

use std::net::IpAddr;

use demitasse_shared::Timestamp;
use rustls::pki_types::CertificateDer;
use serde::Serialize;
use sha2::{Digest, Sha256};
use x509_parser::certificate::X509Certificate;
use x509_parser::extensions::GeneralName;
use x509_parser::prelude::FromDer;
use x509_parser::time::ASN1Time;

use super::names::address;

/// What stands in a certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// The names and addresses that it is for.
    pub names: Vec<String>,
    /// Who vouches for it.
    pub issuer: String,
    /// From when it is good.
    pub begins_at: Timestamp,
    /// Until when it is good.
    pub ends_at: Timestamp,
    /// Whether those who vouch for it came along.
    pub chain: Chain,
    /// SHA-256 over it, in pairs of digits: what devices show too.
    pub fingerprint: String,
}

/// Whether a file holds all that lies between the bar's certificate and an authority that phones
/// know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Chain {
    /// Each certificate is followed by that of whoever issued it.
    Linked,
    /// It came alone. That is right where devices know its issuer itself, as they do the bar's own
    /// authority; public ones send another along, and some phones refuse a bar without it.
    Alone,
    /// Something else follows it than its issuer's.
    Broken,
}

impl Certificate {
    /// Reads the first certificate of a chain, and how the others follow it.
    pub(super) fn read(chain: &[CertificateDer<'_>]) -> Option<Self> {
        let parsed: Option<Vec<_>> = chain.iter().map(parse).collect();
        let parsed = parsed?;
        let own = parsed.first()?;
        Some(Self {
            names: names(own),
            issuer: common_name(own),
            begins_at: moment(own.validity().not_before)?,
            ends_at: moment(own.validity().not_after)?,
            chain: linked(&parsed),
            fingerprint: fingerprint(chain.first()?),
        })
    }

    /// The first of its names that is one host's: an address for phones.
    pub fn host(&self) -> Option<&str> {
        let is_host = |name: &&String| !name.contains('*') && name.parse::<IpAddr>().is_err();
        self.names.iter().find(is_host).map(String::as_str)
    }
}

fn parse<'a>(der: &'a CertificateDer<'_>) -> Option<X509Certificate<'a>> {
    X509Certificate::from_der(der).ok().map(|(_rest, certificate)| certificate)
}

fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let names = certificate.subject_alternative_name().ok().flatten();
    let names = names.iter().flat_map(|names| &names.value.general_names);
    let names = names.filter_map(|name| match name {
        GeneralName::DNSName(host) => Some(host.to_ascii_lowercase()),
        GeneralName::IPAddress(bytes) => address(bytes).map(|ip| ip.to_string()),
        _ => None,
    });
    names.collect()
}

/// The issuer by its name, or by all that it says about itself.
fn common_name(certificate: &X509Certificate<'_>) -> String {
    let issuer = certificate.issuer();
    let name = issuer.iter_common_name().next().and_then(|name| name.as_str().ok());
    name.map_or_else(|| issuer.to_string(), str::to_owned)
}

fn moment(time: ASN1Time) -> Option<Timestamp> {
    Timestamp::from_second(time.timestamp()).ok()
}

fn linked(chain: &[X509Certificate<'_>]) -> Chain {
    let follows = |pair: &[X509Certificate<'_>]| match pair {
        [one, next] => one.issuer().as_raw() == next.subject().as_raw(),
        _ => true,
    };
    match chain {
        [_one] => Chain::Alone,
        _ if chain.windows(2).all(follows) => Chain::Linked,
        _ => Chain::Broken,
    }
}

/// SHA-256, as devices show it: `AB:CD:…`.
pub(super) fn fingerprint(der: &[u8]) -> String {
    let pairs: Vec<_> = Sha256::digest(der).iter().map(|byte| format!("{byte:02X}")).collect();
    pairs.join(":")
}
