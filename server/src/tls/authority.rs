//! The bar's own authority: for staff's devices, where nobody else vouches for the bar.
//!
//! Guests' phones do not know it, and must never be asked to. What it may vouch for is written
//! into it: the venue's names and private networks. So a key that was stolen with the laptop
//! opens nobody's bank.

use std::fs;
use std::io;
use std::net::IpAddr;
use std::path::{Path, PathBuf};

use demitasse_shared::Timestamp;
use demitasse_shared::client::write_whole;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    NameConstraints, SanType, date_time_ymd,
};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use super::names::{Name, of_this_machine};
use super::pair::{Pair, text};
use super::{BadPair, Certificate, Folder};

/// How long devices trust the authority: longer than any of them lives.
fn authority_life() -> Span {
    10.years()
}

/// How long a server's certificate is good. Apple's devices refuse more than 825 days.
fn server_life() -> Span {
    1.year()
}

/// The networks in which every venue is, as address and length of the common part.
const PRIVATE: [(&str, u8); 7] = [
    ("10.0.0.0", 8),
    ("172.16.0.0", 12),
    ("192.168.0.0", 16),
    ("100.64.0.0", 10),
    ("127.0.0.0", 8),
    ("fc00::", 7),
    ("::1", 128),
];

/// Below these every machine finds its neighbours, and itself.
const NEIGHBOURS: [&str; 2] = ["local", "localhost"];

/// Why there is no certificate of the bar's own.
#[derive(Debug, thiserror::Error)]
pub enum NoAuthority {
    /// A file cannot be written.
    #[error("cannot write {path}: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What is there cannot be used.
    #[error(
        "{0}. `demitasse tls init --new-authority` makes another; every device has to trust it anew"
    )]
    Read(#[from] BadPair),
    /// The authority may not vouch for that name.
    #[error(
        "this bar's authority may not vouch for {0}: make another one with --new-authority; every \
         device has to trust it anew"
    )]
    NotPermitted(Name),
    /// The certificate could not be made.
    #[error("cannot make the certificate")]
    Make(#[from] rcgen::Error),
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// What stands in the authority's certificate.
    pub authority: Certificate,
    /// What stands in the server's.
    pub certificate: Certificate,
    /// Whether devices have to trust the authority first.
    pub is_new: bool,
}

/// Makes a certificate for the server: for these names, for those of the one before, and for
/// whatever the machine is called now. The authority is the one that is there, unless there is
/// none or a new one is wanted. All is made before the first file is written; what a run left that
/// was cut off between two files, the next one names or puts right.
///
/// # Errors
/// What is in the way. What was there then is as it was.
pub fn init(
    folder: &Folder,
    wanted: &[Name],
    anew: bool,
    now: Timestamp,
) -> Result<Made, NoAuthority> {
    let in_file = |path: &Path| {
        let path = path.to_owned();
        move |source| NoAuthority::Write { path, source }
    };
    let write = |path: &Path, text: &str| {
        write_whole(path, text.as_bytes(), |_private| Ok(())).map_err(in_file(path))
    };
    let is_new = anew || !folder.authority().exists();
    let mut names = wanted.to_vec();
    let issuer = if is_new {
        make_authority(wanted, now)?
    } else {
        names.extend(names_before(folder));
        (text(&folder.authority())?, text(&folder.authority_key())?)
    };
    names.extend(of_this_machine());
    let (certificate, key) = make_server(folder, &issuer, wanted, &names, now)?;
    fs::create_dir_all(folder.path()).map_err(in_file(folder.path()))?;
    if is_new {
        write(&folder.authority_key(), &issuer.1)?;
        write(&folder.authority(), &issuer.0)?;
    }
    let files = folder.files();
    write(&files.key, &key)?;
    write(&files.certificate, &certificate)?;
    let Pair { certificate, .. } = files.read()?;
    Ok(Made { authority: authority_in(folder)?, certificate, is_new })
}

/// What stands in the certificate of a folder's authority.
///
/// # Errors
/// Where there is none.
pub fn authority_in(folder: &Folder) -> Result<Certificate, BadPair> {
    let authority = der(&folder.authority(), &text(&folder.authority())?)?;
    Certificate::read(&[authority]).ok_or_else(|| BadPair::Certificate(folder.authority()))
}

/// The hosts that the certificate before was for: a renewed one is for them, too. Its addresses
/// may be those of another venue.
fn names_before(folder: &Folder) -> Vec<Name> {
    let before = folder.files().read().map(|pair| pair.certificate.names).unwrap_or_default();
    let names = before.iter().filter_map(|name| name.parse().ok());
    names.filter(|name| matches!(name, Name::Host(_))).collect()
}

fn make_authority(wanted: &[Name], now: Timestamp) -> Result<(String, String), rcgen::Error> {
    let key = KeyPair::generate()?;
    let machine = of_this_machine();
    let host = wanted.iter().chain(&machine[1..]).find(|name| matches!(name, Name::Host(_)));
    let today = today(now);
    let host = host.map_or_else(|| "a laptop".to_owned(), Name::to_string);
    let mut params = lasting(today, authority_life());
    params.distinguished_name = called(&format!("Demitasse at {host}, {today}"));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.name_constraints = Some(NameConstraints {
        permitted_subtrees: permitted(wanted.iter().chain(&machine)),
        excluded_subtrees: Vec::new(),
    });
    Ok((params.self_signed(&key)?.pem(), key.serialize_pem()))
}

/// What an authority of these names may vouch for.
fn permitted<'a>(names: impl Iterator<Item = &'a Name>) -> Vec<GeneralSubtree> {
    let private = PRIVATE.iter().filter_map(|(network, length)| {
        let network: IpAddr = network.parse().ok()?;
        Some(GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(network, *length)))
    });
    let neighbours = NEIGHBOURS.iter().map(|name| GeneralSubtree::DnsName((*name).to_owned()));
    let own = names.map(|name| match name {
        Name::Host(host) => GeneralSubtree::DnsName(host.clone()),
        Name::Address(address) => GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(
            *address,
            if address.is_ipv4() { 32 } else { 128 },
        )),
    });
    private.chain(neighbours).chain(own).collect()
}

/// The server's certificate and its key, by an authority's certificate and key.
fn make_server(
    folder: &Folder,
    (authority, authority_key): &(String, String),
    wanted: &[Name],
    names: &[Name],
    now: Timestamp,
) -> Result<(String, String), NoAuthority> {
    let authority_der = der(&folder.authority(), authority)?;
    let names = only_permitted(&authority_der, wanted, names)?;
    let own_key =
        KeyPair::from_pem(authority_key).map_err(|_bad| BadPair::Key(folder.authority_key()))?;
    if !is_key_of(&own_key, &authority_der) {
        let (certificate, key) = (folder.authority(), folder.authority_key());
        return Err(BadPair::Mismatch { certificate, key }.into());
    }
    let issuer = Issuer::from_ca_cert_pem(authority, own_key)?;
    let key = KeyPair::generate()?;
    let mut params = lasting(today(now), server_life());
    params.distinguished_name = called("Demitasse");
    params.subject_alt_names = names.iter().map(subject).collect::<Result<_, _>>()?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    Ok((params.signed_by(&key, &issuer)?.pem(), key.serialize_pem()))
}

/// Whether a certificate is for this key. What another key vouches for no device would take.
fn is_key_of(key: &KeyPair, certificate: &CertificateDer<'_>) -> bool {
    X509Certificate::from_der(certificate).is_ok_and(|(_rest, parsed)| {
        *parsed.public_key().subject_public_key.data == *key.public_key_raw()
    })
}

/// Each name once, in order. One that was asked for must be permitted; of the others what may be.
fn only_permitted(
    authority: &CertificateDer<'_>,
    wanted: &[Name],
    names: &[Name],
) -> Result<Vec<Name>, NoAuthority> {
    let parsed = X509Certificate::from_der(authority).ok().map(|(_rest, parsed)| parsed);
    let bound = parsed.as_ref().and_then(|parsed| parsed.name_constraints().ok().flatten());
    let permitted = bound.and_then(|bound| bound.value.permitted_subtrees.as_deref());
    let may = |name: &&Name| permitted.is_none_or(|permitted| name.is_within(permitted));
    if let Some(refused) = wanted.iter().find(|name| !may(name)) {
        return Err(NoAuthority::NotPermitted(refused.clone()));
    }
    let mut once = Vec::new();
    for name in names.iter().filter(may) {
        if !once.contains(name) {
            once.push(name.clone());
        }
    }
    Ok(once)
}

fn subject(name: &Name) -> Result<SanType, rcgen::Error> {
    Ok(match name {
        Name::Host(host) => SanType::DnsName(host.as_str().try_into()?),
        Name::Address(address) => SanType::IpAddress(*address),
    })
}

fn called(name: &str) -> DistinguishedName {
    let mut called = DistinguishedName::new();
    called.push(DnType::CommonName, name);
    called
}

/// From the day before, for devices whose clock is behind, and for so long.
fn lasting(today: Date, life: Span) -> CertificateParams {
    let day = |date: Date| {
        let part = |part: i8| u8::try_from(part).unwrap_or(1);
        date_time_ymd(date.year().into(), part(date.month()), part(date.day()))
    };
    let mut params = CertificateParams::default();
    params.not_before = day(today.saturating_sub(1.day()));
    params.not_after = day(today.saturating_add(life));
    params
}

fn today(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

fn der(path: &Path, text: &str) -> Result<CertificateDer<'static>, BadPair> {
    CertificateDer::from_pem_slice(text.as_bytes())
        .map_err(|_none| BadPair::Certificate(path.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_authority_that_was_cut_off_between_its_files_is_noticed() {
        let now: Timestamp = "2026-01-01T12:00:00Z".parse().expect("a time");
        let [data, elsewhere] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
        let (folder, other) = (Folder::of(data.path()), Folder::of(elsewhere.path()));
        for folder in [&folder, &other] {
            init(folder, &[], false, now).expect("made");
        }
        fs::copy(other.authority_key(), folder.authority_key()).expect("there is room");
        let shown = || text(&folder.files().certificate).expect("it is there");
        let before = shown();
        let refused = init(&folder, &[], false, now);
        let is_noticed = matches!(refused, Err(NoAuthority::Read(BadPair::Mismatch { .. })));
        assert!(is_noticed, "{refused:?}");
        assert_eq!(shown(), before);
        assert!(init(&folder, &[], true, now).is_ok());
    }
}
