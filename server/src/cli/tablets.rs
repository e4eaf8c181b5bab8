//! Tells how tablets get in.

use std::net::SocketAddr;

use demitasse_shared::client::LocalServer;

use crate::config::{Boards, Config, reachable};

/// How tablets get into a server that listens at this address, if they do.
pub(super) fn words(config: &Config, address: SocketAddr) -> Option<String> {
    if config.boards == Boards::Off {
        return None;
    }
    let url = config.staff_url(address).ok()?;
    let local = LocalServer::read(&config.data).ok();
    let by_ssh = local.and_then(|local| local.ssh).map(|ssh| {
        let (host, port) = (reachable(SocketAddr::new(address.ip(), ssh.port())).ip(), ssh.port());
        format!(", or ssh bar@{host} -p {port}")
    });
    Some(format!(
        "Tablets open {url}/barista{}, with a code from `demitasse staff pair`.",
        by_ssh.unwrap_or_default()
    ))
}
