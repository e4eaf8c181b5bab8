//! Whether phones reach the bar over https, what browsers refuse without it, and how long the
//! certificate is good.

use std::net::SocketAddr;

use demitasse_shared::Timestamp;
use demitasse_shared::doctor::Finding;
use jiff::SignedDuration;

use crate::config::Config;

const CHECK: &str = "https";

/// Whoever renews certificates does it a month before; this close to the end nobody did.
const SOON: SignedDuration = SignedDuration::from_hours(7 * 24);

pub(super) fn check(config: &Config, listen: SocketAddr, now: Timestamp) -> Vec<Finding> {
    let url = config.public_url(listen).unwrap_or_default();
    let certificate = match config.tls.keeper(&config.data) {
        Ok(None) => None,
        Ok(Some(keeper)) => {
            let certificate = keeper.certificate();
            let names = certificate.names.join(", ");
            Some(judge(&names, certificate.begins_at, certificate.ends_at, now))
        }
        Err(refused) => Some(Finding::red(
            CHECK,
            format!("Https cannot be served: {refused}."),
            "Look at the certificate and its key, or leave them out.",
        )),
    };
    [Some(phones(&url)), certificate].into_iter().flatten().collect()
}

/// How phones come.
fn phones(url: &str) -> Finding {
    if url.starts_with("https://") {
        return Finding::green(CHECK, "Phones reach the bar over https.");
    }
    Finding::amber(
        CHECK,
        "Over plain http browsers keep the camera for live scanning, the screen awake, and \
         notifications to themselves. Guests scan with the phone's own camera or send a photo; all \
         else works.",
        "Nothing, unless you want these: then give the bar a certificate (--tls-certificate).",
    )
}

fn judge(names: &str, begins: Timestamp, ends: Timestamp, now: Timestamp) -> Finding {
    let (first, last) = (begins.strftime("%Y-%m-%d"), ends.strftime("%Y-%m-%d"));
    let todo = "Renew it: a new file counts at once. `demitasse tls init` renews the bar's own.";
    if now >= ends {
        return Finding::red(CHECK, format!("The certificate for {names} ended on {last}."), todo);
    }
    if now < begins {
        let says =
            format!("The certificate for {names} begins on {first}, by this machine's clock.");
        return Finding::red(CHECK, says, "Look at the machine's clock.");
    }
    let says = format!("The certificate for {names} is good until {last}.");
    if ends.duration_since(now) < SOON {
        Finding::amber(CHECK, says, todo)
    } else {
        Finding::green(CHECK, says)
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn a_certificate_is_judged_by_its_days() {
        let at = |day: &str| format!("{day}T00:00:00Z").parse::<Timestamp>().expect("a day");
        let light =
            |now: &str| judge("bar.example", at("2026-05-01"), at("2026-07-30"), at(now)).light;
        assert_eq!(light("2026-04-30"), Light::Red);
        assert_eq!(light("2026-05-01"), Light::Green);
        assert_eq!(light("2026-07-23"), Light::Green);
        assert_eq!(light("2026-07-24"), Light::Amber);
        assert_eq!(light("2026-07-30"), Light::Red);
    }

    #[test]
    fn plain_http_is_worth_knowing() {
        assert_eq!(phones("http://bar.example").light, Light::Amber);
        assert_eq!(phones("https://bar.example").light, Light::Green);
    }
}
