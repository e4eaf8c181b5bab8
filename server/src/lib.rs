//! Demitasse's server: the bar's rules, its memory, its HTTP interface and the guests' pages.
//!
//! `http → app → domain → shared`; `app → storage → domain`; `app → live → shared`; nothing points
//! back. [`run`] is the one seam: the program calls it with the machine's clock and a socket, tests
//! with a clock that they move and port 0.

pub mod app;
pub mod cli;
pub mod clock;
pub mod config;
pub mod domain;
pub mod http;
pub mod live;
pub mod photo;
pub mod secret;
pub mod sender;
pub mod storage;
pub mod web;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use demitasse_shared::api::SignInKind;
use demitasse_shared::client::{LocalServer, local_server_file, write_private};
use tokio::net::TcpListener;

use crate::app::Bar;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::http::auth;
use crate::http::guard::Hosts;
use crate::http::listener::{self, Limits};
use crate::storage::{Storage, StorageError};

/// Why the server does not run, or not any more.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The configuration cannot be used.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The data cannot be used.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The system gives no random numbers.
    #[error(transparent)]
    Randomness(#[from] secret::NoRandomness),
    /// The address cannot be listened at.
    #[error("cannot listen at {address}; is it in use? Choose another with --listen")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The socket cannot be used.
    #[error("the socket cannot be used")]
    Socket(#[source] io::Error),
    /// Word of the running server cannot be left for programs of the same user.
    #[error("cannot write {path}: {source}")]
    Local {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Opens the bar and serves it until `shutdown` resolves; calls `ready` once it accepts.
///
/// # Errors
/// Why it could not be opened, or had to stop. What was acknowledged is kept in any case.
pub async fn run(
    config: &Config,
    clock: Clock,
    listener: TcpListener,
    ready: impl FnOnce(),
    shutdown: impl Future<Output = ()>,
) -> Result<(), RunError> {
    let address = listener.local_addr().map_err(RunError::Socket)?;
    let bar = open(config, &clock, address)?;
    // What was slept through is worked off before anybody is answered.
    if let Err(error) = bar.catch_up().await {
        tracing::error!(error = &error as &dyn std::error::Error, "the bar could not catch up");
    }
    let local = leave_word(&config.data, address)?;
    let hosts = Hosts::new([bar.venue().public_url.clone()]);
    let dress = web::Dress::new(&bar.venue().look);
    let state = http::Http { bar: bar.clone(), local_token: local.token.into(), hosts, dress };
    let hub = bar.hub().clone();
    let stop = async move {
        shutdown.await;
        hub.close();
    };
    let is_screen = state.clone();
    let limits = Limits::new(move |headers| auth::device(&is_screen, headers).is_some())
        .within_open_files(open_files());
    ready();
    tokio::select! {
        () = listener::serve(listener, http::router(state), limits, stop) => {}
        () = bar.tick() => {}
    }
    if let Err(error) = bar.write_down().await {
        tracing::warn!(error = &error as &dyn std::error::Error, "the last counts are lost");
    }
    let word = local_server_file(&config.data);
    if let Err(error) = std::fs::remove_file(&word) {
        tracing::debug!(%error, "the word of the running server was gone already");
    }
    Ok(())
}

/// Takes all the open files that the system lets the process have, and says how many.
#[cfg(unix)]
fn open_files() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let most = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let granted = match setrlimit(Resource::Nofile, most) {
        Ok(()) => limit.maximum,
        Err(_) => limit.current,
    };
    granted.and_then(|files| usize::try_from(files).ok()).unwrap_or(usize::MAX)
}

#[cfg(not(unix))]
fn open_files() -> usize {
    usize::MAX
}

/// Opens the bar of a configuration, without serving it.
///
/// # Errors
/// Why it cannot be opened.
pub fn open(config: &Config, clock: &Clock, address: SocketAddr) -> Result<Bar, RunError> {
    let (venue, menu) = (config.venue(address)?, config.menu()?);
    let (sender, badges) = (config.sender()?, config.badges()?);
    let mut storage = Storage::open(&config.data)?;
    let has_badges = app::import_badges(&mut storage, badges.as_deref())?;
    if venue.sign_in == SignInKind::Badge && !has_badges {
        return Err(ConfigError::NoBadges.into());
    }
    Ok(Bar::open(storage, clock, venue, &menu)?.with_sender(sender))
}

/// Lets programs of the same user in: they find the address and a manager's token here.
fn leave_word(data: &Path, address: SocketAddr) -> Result<LocalServer, RunError> {
    let local = LocalServer {
        url: format!("http://{}", config::loopback(address)),
        token: secret::token()?,
    };
    let path = local_server_file(data);
    write_private(&path, &local).map_err(|source| RunError::Local { path, source })?;
    Ok(local)
}
