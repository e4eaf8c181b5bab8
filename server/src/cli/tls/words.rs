//! What people read about certificates.

use demitasse_shared::Timestamp;
use jiff::tz::TimeZone;

use crate::tls::{Certificate, Chain, Folder, Made};

/// What was made, and what to do next.
pub(super) fn made(made: &Made, folder: &Folder) -> String {
    let certificate = &made.certificate;
    let (names, end) = (list(&certificate.names), day(certificate.ends_at));
    let next = if made.is_new {
        to_trust(&made.authority, folder)
    } else {
        "Devices that trust the bar's authority trust it already.".to_owned()
    };
    format!(
        "The bar's certificate is for:\n{names}\nIt is good until {end}; renew it with `demitasse \
         tls init`.\n{next}"
    )
}

/// How staff's devices come to trust a new authority.
fn to_trust(authority: &Certificate, folder: &Folder) -> String {
    let file = folder.authority();
    format!(
        "
Staff's devices have to trust its authority, {name:?}, once:
  1. Start the bar with --tls own.
  2. On the device, open http://THE-BAR:8080/authority.crt, or copy the file
     {file} there.
     iPad     Settings, Profile Downloaded, Install; then General, About,
              Certificate Trust Settings: switch it on
     Android  Settings, Security, Install a certificate, CA certificate
     Debian   copy it to /usr/local/share/ca-certificates, run update-ca-certificates
     demitasse-barista and demitasse-kiosk take --authority authority.crt, the first time
  3. See that the device shows this fingerprint (SHA-256):
     {fingerprint}
Guests' phones need none of it: they stay on http, or know a certificate that you give with
--tls-certificate.",
        name = authority.issuer,
        file = file.display(),
        fingerprint = authority.fingerprint,
    )
}

/// What there is.
pub(super) fn shown(
    certificate: &Certificate,
    authority: Option<&Certificate>,
    now: Timestamp,
) -> String {
    let mut lines = vec![
        format!("Good for:\n{}", list(&certificate.names)),
        format!(
            "Good from {} until {}{}",
            day(certificate.begins_at),
            day(certificate.ends_at),
            ended(certificate, now)
        ),
        format!("Vouched for by {}", certificate.issuer),
        format!("Fingerprint (SHA-256) {}", certificate.fingerprint),
    ];
    match (authority, certificate.chain) {
        (Some(authority), _) => lines.push(format!(
            "The authority is good until {}\nIts fingerprint (SHA-256) {}",
            day(authority.ends_at),
            authority.fingerprint
        )),
        (None, Chain::Linked) => {}
        (None, Chain::Alone) => lines.push(
            "It came alone: if a public authority gave it, some phones need its chain, too. Give \
             the full chain with --tls-certificate."
                .to_owned(),
        ),
        (None, Chain::Broken) => lines.push(
            "What follows it in the file is not its chain. Phones may refuse it: give the full \
             chain, in order."
                .to_owned(),
        ),
    }
    lines.join("\n")
}

fn ended(certificate: &Certificate, now: Timestamp) -> &'static str {
    if certificate.ends_at < now {
        ": it has run out"
    } else if now < certificate.begins_at {
        ": it is not good yet"
    } else {
        ""
    }
}

fn list(names: &[String]) -> String {
    let lines: Vec<_> = names.iter().map(|name| format!("  {name}")).collect();
    lines.join("\n")
}

fn day(moment: Timestamp) -> String {
    moment.to_zoned(TimeZone::system()).strftime("%Y-%m-%d").to_string()
}
