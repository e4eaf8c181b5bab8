//! `demitasse serve`: the server alone.

use std::io::Write;
use std::net::SocketAddr;

use demitasse_shared::Timestamp;
use tokio::net::TcpListener;

use crate::RunError;
use crate::clock::Clock;
use crate::config::{Config, loopback};

/// Run the server.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    config: Config,

    /// Where to listen; port 0 takes any free one
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_LISTEN", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,

    /// Print `{"listening":"http://…"}` as the first line once it accepts
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: ServeArgs) -> Result<(), RunError> {
    let listener = TcpListener::bind(args.listen)
        .await
        .map_err(|source| RunError::Listen { address: args.listen, source })?;
    let address = loopback(listener.local_addr().map_err(RunError::Socket)?);
    let ready = move || announce(address, args.json);
    let clock = Clock::system(Timestamp::UNIX_EPOCH);
    crate::run(&args.config, clock, listener, ready, super::asked_to_stop()).await
}

/// Says where the server is. Scripts wait for this line.
fn announce(address: SocketAddr, json: bool) {
    let line = if json {
        format!("{{\"listening\":\"http://{address}\"}}")
    } else {
        format!("Serving at http://{address}. Ctrl-C closes the bar.")
    };
    let mut out = std::io::stdout().lock();
    if let Err(error) = writeln!(out, "{line}").and_then(|()| out.flush()) {
        tracing::warn!(%error, "nobody reads where the server listens");
    }
}
