//! Demitasse's server: the bar's rules, its memory, its HTTP interface and the guests' pages.
//!
//! `http → app → domain → shared`; `app → storage → domain`; `app → live → shared`; nothing points
//! back. [`run`] is the one seam: the program calls it with the machine's clock and a socket, tests
//! with a clock that they move and port 0.

pub mod app;
pub mod boards;
pub mod cli;
pub mod clock;
pub mod config;
pub mod displays;
pub mod doctor;
pub mod domain;
pub mod http;
pub mod live;
pub mod mdns;
pub mod menu_file;
pub mod photo;
pub mod report;
pub mod secret;
pub mod sender;
mod service;
pub mod storage;
pub(crate) mod style;
pub mod tls;
pub mod web;

use std::future::Future;
use std::io;
use std::iter;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use demitasse_shared::api::SignInKind;
use demitasse_shared::client::{ClientError, LocalServer, local_server_file, write_private};
use tokio::net::TcpListener;

use crate::app::Bar;
use crate::boards::Boards;
use crate::boards::browser::Pages;
use crate::boards::ssh::Ssh;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use crate::displays::Displays;
use crate::doctor::{Patient, Round};
use crate::domain::menu::word;
use crate::http::auth;
use crate::http::guard::Hosts;
use crate::http::listener::{self, Limits, Secure};
use crate::live::Hall;
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
    /// There can be no boards for tablets.
    #[error("cannot host boards for tablets; turn them off with --boards off")]
    Boards(#[from] ClientError),
    /// There is no room for guests' phones.
    #[error("cannot open the hall where phones listen")]
    Hall(#[source] io::Error),
    /// TLS cannot be spoken.
    #[error("cannot serve https")]
    Tls(#[from] rustls::Error),
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
    // First: where it cannot be used, nothing else was begun, and no word is left behind.
    let keeper = config.tls.keeper(&config.data).map_err(ConfigError::from)?;
    let bar = open(config, &clock, address)?;
    // What was slept through is worked off before anybody is answered.
    if let Err(error) = bar.catch_up().await {
        tracing::error!(error = &error as &dyn std::error::Error, "the bar could not catch up");
    }
    let tablets = Tablets::open(config, &bar, address).await?;
    let local = leave_word(&config.data, address, tablets.ssh_address())?;
    let public_url = bar.venue().public_url.clone();
    let names = keeper.iter().flat_map(|keeper| keeper.certificate().names);
    let hosts = Hosts::new(iter::once(public_url.clone()).chain(names));
    if let Some(ailment) = keeper.as_ref().and_then(|own| own.ailment(&public_url, clock.now())) {
        tracing::warn!("{ailment} `demitasse tls show` says more");
    }
    let secure = keeper.as_ref().map(|keeper| Secure::new(keeper, &public_url)).transpose()?;
    let dress = web::Dress::new(&bar.venue().look);
    let state = http::Http::new(http::AtHand {
        bar: bar.clone(),
        local_token: local.token.into(),
        staff_url: config.staff_url(address)?.into(),
        hosts,
        dress,
        display_dress: web::DisplayDress::new(bar.venue().look.accent),
        hall: Hall::open(bar.hub()).map_err(RunError::Hall)?,
        displays: Displays::new(bar.clone()),
        doctor: Round::new(
            Patient { config: config.clone(), listen: address, clock, is_open: true },
            bar.clone(),
        ),
        pages: tablets.pages.clone(),
        open_metrics: config.open_metrics,
        keeper,
    });
    let (hub, boards) = (bar.hub().clone(), tablets.boards.clone());
    let stop = async move {
        shutdown.await;
        service::stopping();
        if let Some(boards) = boards {
            boards.close();
        }
        hub.close();
    };
    let is_screen = state.clone();
    let limits = Limits::new(move |headers| auth::is_known(&is_screen, headers))
        .within_open_files(open_files());
    let url = own_url(address);
    ready();
    service::opened(&url);
    let announced = announced(config, &bar, address);
    let serve = listener::serve(listener, http::front(state), limits, secure, stop);
    tokio::select! {
        ((), ()) = async { tokio::join!(serve, tablets.serve()) } => {}
        () = bar.tick() => {}
        () = service::watch(&bar, &url) => {}
        () = bar.keep_backups(config.backup.plan()) => {}
    }
    if let Some(announced) = announced {
        announced.withdraw().await;
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
    let (sender, badges) = (config.sender().map_err(ConfigError::from)?, config.badges()?);
    let mut storage = Storage::open(&config.data)?;
    let has_badges = app::import_badges(&mut storage, badges.as_deref())?;
    if venue.sign_in == SignInKind::Badge && !has_badges {
        return Err(ConfigError::NoBadges.into());
    }
    let has_menu = app::menu_offline(&mut storage, &menu)?;
    if let Some(path) = config.menu.as_ref().filter(|_| word(&has_menu) != word(&menu)) {
        let path = path.display();
        tracing::warn!(
            "the bar has a menu already, and {path} is another one: it is not put up. `demitasse \
             menu import {path}` does that at any time"
        );
    }
    Ok(Bar::open(storage, clock, venue, &menu)?.with_sender(sender))
}

/// Where programs on this machine reach the server.
fn own_url(address: SocketAddr) -> String {
    format!("http://{}", config::loopback(address))
}

/// Tells the network where the bar is, unless it is for this machine alone. Without that the bar
/// opens all the same.
fn announced(config: &Config, bar: &Bar, address: SocketAddr) -> Option<mdns::Announced> {
    if config.mdns.mdns == config::Mdns::Off || address.ip().is_loopback() {
        return None;
    }
    let venue = bar.venue();
    let announced = mdns::announce(&venue.name, &venue.public_url, address);
    let announced = announced.inspect_err(|error| {
        let error = error as &dyn std::error::Error;
        tracing::warn!(error, "devices find the bar by its address alone");
    });
    announced.ok()
}

/// The boards that the server hosts for tablets.
struct Tablets {
    boards: Option<Boards>,
    pages: Option<Pages>,
    ssh: Option<Ssh>,
}

impl Tablets {
    /// Opens them unless they are off. Without a place for ssh clients the bar opens all the same.
    async fn open(config: &Config, bar: &Bar, address: SocketAddr) -> Result<Self, RunError> {
        if config.boards == config::Boards::Off {
            return Ok(Self { boards: None, pages: None, ssh: None });
        }
        let boards = Boards::new(bar.clone(), &own_url(address))?;
        let ssh = Ssh::listen(config.ssh(address), &config.data, boards.clone()).await;
        let ssh = ssh.inspect_err(|error| {
            tracing::warn!(
                "no board for ssh clients: {error}. Choose another address with --ssh, or turn \
                 boards for tablets off with --boards off"
            );
        });
        let pages = Pages::new(boards.clone());
        Ok(Self { boards: Some(boards), pages: Some(pages), ssh: ssh.ok() })
    }

    /// Where programs on this machine find the ssh server.
    fn ssh_address(&self) -> Option<SocketAddr> {
        let address = self.ssh.as_ref()?.address().ok()?;
        tracing::info!(%address, "ssh clients find the board");
        Some(config::loopback(address))
    }

    /// Serves ssh clients until the bar closes.
    async fn serve(self) {
        if let Some(ssh) = self.ssh {
            ssh.serve().await;
        }
    }
}

/// Lets programs of the same user in: they find the address and a manager's token here.
fn leave_word(
    data: &Path,
    address: SocketAddr,
    ssh: Option<SocketAddr>,
) -> Result<LocalServer, RunError> {
    let local = LocalServer { url: own_url(address), token: secret::token()?, ssh };
    let path = local_server_file(data);
    write_private(&path, &local).map_err(|source| RunError::Local { path, source })?;
    Ok(local)
}
