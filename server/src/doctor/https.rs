//! Whether phones reach the bar over https, and what browsers refuse without it.

use std::net::SocketAddr;

use demitasse_shared::doctor::Finding;

use crate::config::Config;

const CHECK: &str = "https";

pub(super) fn check(config: &Config, listen: SocketAddr) -> Finding {
    let url = config.public_url(listen).unwrap_or_default();
    if url.starts_with("https://") {
        return Finding::green(CHECK, "Phones reach the bar over https.");
    }
    Finding::amber(
        CHECK,
        "Over plain http browsers keep the camera for live scanning, the screen awake, and \
         notifications to themselves. Guests scan with the phone's own camera or send a photo; all \
         else works.",
        "Nothing, unless you want these: then give the bar a certificate.",
    )
}
