//! Whether phones reach the bar over https, what browsers refuse without it, and how long the
//! certificate is good.

use std::net::SocketAddr;

use demitasse_shared::Timestamp;
use demitasse_shared::doctor::Finding;

use crate::config::Config;
use crate::tls::Pair;

const CHECK: &str = "https";

pub(super) fn check(config: &Config, listen: SocketAddr, now: Timestamp) -> Vec<Finding> {
    let url = config.public_url(listen).unwrap_or_default();
    let certificate = match config.tls.pair(&config.data) {
        Ok(pair) => pair.map(|pair| judge(&pair, &url, now)),
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

/// What devices would say to a certificate, where phones come by this address.
fn judge(pair: &Pair, url: &str, now: Timestamp) -> Finding {
    let certificate = &pair.certificate;
    let day = |moment: Timestamp| moment.strftime("%Y-%m-%d").to_string();
    let (first, last) = (day(certificate.begins_at), day(certificate.ends_at));
    let names = certificate.names.join(", ");
    let Some(ailment) = pair.ailment(url, now) else {
        return Finding::green(CHECK, format!("The certificate for {names} is good until {last}."));
    };
    let says = format!("{ailment} It is for {names}, from {first} until {last}.");
    let todo = ailment.todo(pair.is_own());
    if ailment.is_grave() {
        Finding::red(CHECK, says, todo)
    } else {
        Finding::amber(CHECK, says, todo)
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;
    use crate::tls::Folder;
    use crate::tls::authority::init;

    #[test]
    fn a_certificate_is_judged_by_what_devices_would_say() {
        let at = |day: &str| format!("{day}T12:00:00Z").parse::<Timestamp>().expect("a day");
        let data = tempfile::tempdir().expect("a folder");
        let folder = Folder::of(data.path());
        let name = "bar.local".parse().expect("a name");
        init(&folder, &[name], false, at("2026-01-01")).expect("made");
        let pair = folder.files().read().expect("a pair");
        let light = |url: &str, now: &str| judge(&pair, url, at(now)).light;
        let bar = "https://bar.local:8080";
        assert_eq!(light(bar, "2025-06-01"), Light::Red);
        assert_eq!(light(bar, "2026-06-01"), Light::Green);
        assert_eq!(light("https://bar.example", "2026-06-01"), Light::Red);
        assert_eq!(light(bar, "2026-12-20"), Light::Amber);
        assert_eq!(light(bar, "2027-01-02"), Light::Red);
        let ended = judge(&pair, bar, at("2027-01-02"));
        assert!(ended.todo.is_some_and(|todo| todo.contains("demitasse tls init")));
    }

    #[test]
    fn plain_http_is_worth_knowing() {
        assert_eq!(phones("http://bar.example").light, Light::Amber);
        assert_eq!(phones("https://bar.example").light, Light::Green);
    }
}
