//! A bar inside the test's own process, whose clock only the test moves.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use demitasse::RunError;
use demitasse::clock::Clock;
use demitasse::config::Config;
use demitasse_shared::Timestamp;
use demitasse_shared::client::local_server_file;
use jiff::SignedDuration;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::{Staff, within};

/// A running bar with data of its own; both go with it.
#[derive(Debug)]
pub struct Bar {
    /// The way in.
    pub staff: Staff,
    clock: Clock,
    config: Config,
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), RunError>>,
    data: TempDir,
}

impl Bar {
    /// Starts a new, closed bar at this moment, in UTC.
    pub async fn at(time: &str) -> Self {
        Self::in_zone(time, "UTC").await
    }

    /// The same, in a time zone.
    pub async fn in_zone(time: &str, zone: &str) -> Self {
        let zone = Some(zone.to_owned());
        Self::of_venue(time, Config { zone, ..Config::default() }).await
    }

    /// The same, in UTC where nothing else is said, as the venue decided.
    pub async fn of_venue(time: &str, config: Config) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let any_port = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let config = Config {
            data: data.path().to_owned(),
            name: "The test's bar".to_owned(),
            zone: config.zone.or_else(|| Some("UTC".to_owned())),
            ssh: Some(any_port),
            ..config
        };
        Self::start(data, any_port, at(time), config).await
    }

    /// Starts a new bar at this moment and opens its shop.
    pub async fn open_at(time: &str) -> Self {
        let bar = Self::at(time).await;
        bar.staff.open().await;
        bar
    }

    /// Closes the program and starts it again on the same data and address, at this moment.
    pub async fn restart_at(self, time: &str) -> Self {
        let Self { config, stop, served, data, address, .. } = self;
        stop.send(()).expect("it runs until now");
        within("the bar to stop", served).await.expect("no panic").expect("no trouble");
        within("the data to be let go", unlocked(data.path())).await;
        Self::start(data, address, at(time), config).await
    }

    /// Its data directory.
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Moves the clock forward.
    pub fn advance(&self, by: SignedDuration) {
        self.clock.advance(by);
    }

    /// Moves the clock to a later moment.
    pub fn advance_to(&self, time: &str) {
        self.advance(at(time).duration_since(self.clock.now()));
    }

    async fn start(data: TempDir, address: SocketAddr, now: Timestamp, config: Config) -> Self {
        let clock = Clock::manual(now);
        let listener = TcpListener::bind(address).await.expect("a free port");
        let address = listener.local_addr().expect("it has one");
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = oneshot::channel();
        let served = tokio::spawn({
            let (clock, config) = (clock.clone(), config.clone());
            async move {
                let ready = || ready.send(()).expect("the test waits for it");
                // A test that has dropped its bar wants it stopped, too.
                let stop = async { drop(stopped.await) };
                demitasse::run(&config, clock, listener, ready, stop).await
            }
        });
        let opened = within("the bar to open", is_ready).await;
        assert!(opened.is_ok(), "the bar did not open: {:?}", served.await);
        assert!(local_server_file(data.path()).exists(), "word is left before it accepts");
        Self { staff: Staff::of(data.path()), clock, config, address, stop, served, data }
    }
}

/// A moment.
pub fn at(time: &str) -> Timestamp {
    time.parse().unwrap_or_else(|_bad| panic!("{time:?} is no moment"))
}

/// Waits until no server has the data any more: the writer lets go a little after the last answer.
pub async fn unlocked(data: &Path) {
    let lock = File::open(data.join("lock")).expect("a bar locks its data");
    tokio::task::spawn_blocking(move || lock.lock()).await.expect("no panic").expect("a lock");
}
