//! `demitasse up`: server, monitor and barista board together on this machine.

mod demo;
mod programs;
mod terminal;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use demitasse_shared::Timestamp;
use demitasse_shared::api::ShopChange;
use demitasse_shared::client::{Client, ClientError, LocalServer};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::{JoinError, JoinHandle};

use crate::RunError;
use crate::clock::Clock;
use crate::config::{Config, ConfigError};
use programs::{Programs, Screen};

/// The port that `up` takes unless it is in use: then it takes any free one.
const PORT: u16 = 8080;

/// Open a whole bar on this machine: server, monitor and barista board, paired and open.
///
/// Ctrl-C closes everything in order. The monitor opens where there is a display, the board where
/// there is a terminal.
#[derive(Clone, Debug, clap::Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own on the command line"
)]
pub(super) struct UpArgs {
    #[command(flatten)]
    config: Config,

    /// Where to listen; port 8080 of every network if not given, or any free port
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_LISTEN")]
    listen: Option<SocketAddr>,

    /// Let a recorded rush run through a bar of its own, to see it live
    #[arg(long)]
    demo: bool,

    /// With --demo: how many times faster than recorded
    #[arg(long, value_name = "TIMES", default_value_t = 3, requires = "demo")]
    speed: u16,

    /// Fill the screen with the monitor at once (F11 does it later)
    #[arg(long)]
    full_screen: bool,

    /// Open no monitor
    #[arg(long)]
    no_monitor: bool,

    /// Open no barista board
    #[arg(long)]
    no_board: bool,
}

/// Why the bar did not open.
#[derive(Debug, thiserror::Error)]
pub(super) enum UpError {
    #[error(transparent)]
    Run(#[from] RunError),
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error("the bar is running, but does not answer as it should: {0}")]
    Answer(#[from] ClientError),
    #[error("the server stopped unexpectedly")]
    Stopped(#[from] JoinError),
    #[error("{what}: {source}")]
    System {
        /// What was tried.
        what: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

pub(super) async fn run(mut args: UpArgs) -> Result<(), UpError> {
    if args.demo {
        args.config.data.push("demo");
    }
    let listener = listen(args.listen).await?;
    let address = listener.local_addr().map_err(RunError::Socket)?;
    if let Some(asked) = args.listen {
        args.config = args.config.listening(asked);
    }
    let url = args.config.public_url(address)?;
    let mut server = Server::start(args.config.clone(), listener).await?;
    let outcome = tokio::select! {
        outcome = open(&args, &url, address) => outcome,
        ended = &mut server.task => return Ok(ended??),
    };
    server.stop().await?;
    outcome
}

/// Opens the shop and its screens, and waits until somebody closes the bar.
async fn open(args: &UpArgs, url: &str, address: SocketAddr) -> Result<(), UpError> {
    let data = &args.config.data;
    let word = LocalServer::read(data)
        .map_err(|source| UpError::System { what: "cannot find the running server", source })?;
    let manager = Client::new(&word.url)?.with_token(&word.token);
    if args.demo {
        manager.set_settings(&demo::settings()).await?;
    }
    manager.set_shop(&ShopChange::OPEN).await?;
    let tablets = super::tablets::words(&args.config, address);
    terminal::welcome(url, tablets.as_deref(), args.demo);
    let mut programs = Programs::new(data);
    if !args.no_monitor && programs::has_display() {
        programs.open_monitor(if args.full_screen { Screen::Full } else { Screen::Window });
    }
    if args.demo {
        programs.start(demo::rush(data, args.speed)?, "the recorded rush");
    }
    tokio::select! {
        () = super::asked_to_stop() => {}
        () = programs.serve_board(!args.no_board && terminal::is_there()) => {}
    }
    terminal::goodbye();
    programs.close().await;
    Ok(())
}

async fn listen(wanted: Option<SocketAddr>) -> Result<TcpListener, RunError> {
    let everywhere = |port| SocketAddr::from((Ipv4Addr::UNSPECIFIED, port));
    let address = match wanted {
        Some(address) => address,
        None => match TcpListener::bind(everywhere(PORT)).await {
            Ok(listener) => return Ok(listener),
            Err(_in_use) => everywhere(0),
        },
    };
    TcpListener::bind(address).await.map_err(|source| RunError::Listen { address, source })
}

/// The server, in a task of its own.
struct Server {
    stop: oneshot::Sender<()>,
    task: JoinHandle<Result<(), RunError>>,
}

impl Server {
    /// Starts it and waits until it accepts.
    async fn start(config: Config, listener: TcpListener) -> Result<Self, UpError> {
        let (ready, is_ready) = oneshot::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let mut task = tokio::spawn(async move {
            let clock = Clock::system(Timestamp::UNIX_EPOCH);
            let ready = || {
                if ready.send(()).is_err() {
                    tracing::debug!("closed before it was open");
                }
            };
            let asked = async { drop(stopped.await) };
            crate::run(&config, clock, listener, ready, asked).await
        });
        tokio::select! {
            Ok(()) = is_ready => Ok(Self { stop, task }),
            ended = &mut task => match ended? {
                Ok(()) => Ok(Self { stop, task: tokio::spawn(async { Ok(()) }) }),
                Err(error) => Err(error.into()),
            },
        }
    }

    async fn stop(self) -> Result<(), UpError> {
        drop(self.stop);
        Ok(self.task.await??)
    }
}
