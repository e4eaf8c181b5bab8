//! `demitasse serve`: the server alone.

use std::io::Write;
use std::net::SocketAddr;

use demitasse_shared::Timestamp;

use super::tablets;
use crate::RunError;
use crate::clock::Clock;
use crate::config::Config;
use crate::service;

/// Run the server.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    config: Config,

    /// Where to listen; port 0 takes any free one. A socket that systemd hands over comes first
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_LISTEN", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,

    /// Print `{"listening":"http://…"}` as the first line once it accepts
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: ServeArgs) -> Result<(), RunError> {
    let listener = service::listener(args.listen).await?;
    let address = listener.local_addr().map_err(RunError::Socket)?;
    let config = args.config.listening(args.listen);
    let url = config.told_url(address).map_err(RunError::Config)?;
    let word = config.clone();
    let ready = move || {
        if args.json {
            return say(&format!("{{\"listening\":\"{url}\"}}"));
        }
        say(&format!("Serving at {url}. Ctrl-C closes the bar."));
        if let Some(words) = tablets::words(&word, address) {
            say(&words);
        }
    };
    let clock = Clock::system(Timestamp::UNIX_EPOCH);
    Box::pin(crate::run(&config, clock, listener, ready, super::asked_to_stop())).await
}

/// Says a line. Scripts wait for the first one.
fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    if let Err(error) = writeln!(out, "{line}").and_then(|()| out.flush()) {
        tracing::warn!(%error, "nobody reads where the server listens");
    }
}
