//! The real bar on the test's disk, without its sockets, and a screen that listens to it.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use demitasse::RunError;
use demitasse::app::Bar;
use demitasse::clock::Clock;
use demitasse::config::Config;
use demitasse::live::LiveStream;
use demitasse::storage::Answer;
use demitasse_disk::Disk;
use demitasse_shared::Timestamp;
use demitasse_tests::{unlocked, within};
use futures_util::FutureExt as _;
use rusqlite::Connection;
use tempfile::TempDir;

use super::ask::ask;
use super::day::Command;
use super::people::People;
use super::state::State;

/// When each day begins. No day of these tests lasts until midnight.
const MORNING: &str = "2022-10-14T08:00:00Z";

/// What a screen has heard: each change's own bytes, by its place in the journal.
pub(crate) type Heard = BTreeMap<i64, String>;

/// The bar, its disk and its people.
pub(crate) struct House {
    running: Option<Running>,
    pub(crate) clock: Clock,
    pub(crate) disk: Disk,
    pub(crate) people: People,
    pub(crate) heard: Heard,
    data: TempDir,
}

/// What is there while the server runs.
struct Running {
    screen: LiveStream,
    /// Another connection, which only looks.
    eyes: Connection,
    bar: Bar,
}

impl House {
    /// An empty house.
    pub(crate) fn new() -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let disk = Disk::under(data.path());
        Self {
            running: None,
            clock: Clock::manual(MORNING.parse().expect("a time")),
            disk,
            people: People::default(),
            heard: Heard::new(),
            data,
        }
    }

    /// Starts the server; a screen goes on where it was.
    pub(crate) async fn start(&mut self) {
        let bar = open(self.data.path(), &self.clock).expect("its data are good");
        let hub = bar.hub().clone();
        let last = hub.moment().0;
        self.disk.mark(move || hub.moment().0.0);
        let screen = bar.hub().subscribe(Some(last));
        let eyes = Connection::open(self.database()).expect("it is there");
        self.running = Some(Running { screen, eyes, bar });
        self.bar().catch_up().await.expect("the disk is well");
    }

    /// Stops the server.
    pub(crate) async fn stop(&mut self) {
        self.listen().await;
        self.running = None;
        within("the data to be let go", unlocked(self.data.path())).await;
    }

    /// Closes a bar that was opened on the side.
    pub(crate) async fn let_go(&self, bar: Bar) {
        drop(bar);
        within("the data to be let go", unlocked(self.data.path())).await;
    }

    /// The running bar.
    pub(crate) fn bar(&self) -> &Bar {
        &self.running.as_ref().expect("the server runs").bar
    }

    /// The data, as files.
    pub(crate) fn folder(&self) -> &Path {
        self.data.path()
    }

    fn database(&self) -> std::path::PathBuf {
        self.data.path().join("demitasse.db")
    }

    /// Asks one thing.
    pub(crate) async fn ask(&mut self, command: &Command) -> Answer<()> {
        match command {
            Command::Restart => {
                self.stop().await;
                self.start().await;
                Ok(())
            }
            Command::Fold => {
                let fold = "PRAGMA wal_checkpoint(PASSIVE)";
                Ok(Connection::open(self.database())?.query_row(fold, [], |_| Ok(()))?)
            }
            command => {
                let bar = self.bar().clone();
                ask(&bar, &mut self.people, command).await
            }
        }
    }

    /// All that is stored, as another program reads it.
    pub(crate) fn state(&self) -> State {
        let eyes = &self.running.as_ref().expect("the server runs").eyes;
        State::read(eyes).expect("it can be read")
    }

    /// Hears all that was told.
    pub(crate) async fn listen(&mut self) {
        let running = self.running.as_mut().expect("the server runs");
        let last = running.bar.hub().moment().0;
        while let Some(bytes) = running.screen.next().now_or_never() {
            let bytes = bytes.expect("the server is open");
            let text = String::from_utf8(bytes.to_vec()).expect("text");
            let Some((id, event)) = text.strip_prefix("id: ").and_then(|t| t.split_once('\n'))
            else {
                continue;
            };
            let seq = id.parse().expect("a place in the journal");
            self.heard.insert(seq, event.to_owned());
            if seq == last.0 {
                break;
            }
        }
        // Whatever was polled before it was there has another turn.
        tokio::task::yield_now().await;
    }

    /// The bar's time.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }
}

/// Opens the bar on some data.
pub(crate) fn open(data: &Path, clock: &Clock) -> Result<Bar, RunError> {
    let config =
        Config { data: data.to_owned(), zone: Some("UTC".to_owned()), ..Config::default() };
    demitasse::open(&config, clock, SocketAddr::from((Ipv4Addr::LOCALHOST, 80)))
}
