//! Whether the venue's decisions can be used: what the server would look at when it starts.

use std::net::SocketAddr;

use demitasse_shared::doctor::Finding;

use crate::config::Config;

const CHECK: &str = "settings";

pub(super) fn check(config: &Config, listen: SocketAddr) -> Finding {
    match config.check(listen) {
        Ok(()) => {
            Finding::green(CHECK, "Every setting can be used, and so can the files it names.")
        }
        Err(refused) => Finding::red(
            CHECK,
            format!("The bar would not open: {refused}."),
            "Run `demitasse setup`, or change the line in the configuration.",
        ),
    }
}
