//! The real server, in this process, because its clock has to be a faster one.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use demitasse::clock::Clock;
use demitasse::config::{Boards, Config};
use demitasse::{RunError, run};
use demitasse_shared::Timestamp;
use demitasse_shared::settings::Settings;
use demitasse_tests::{Staff, within};
use jiff::tz::TimeZone;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// The bar's server, its clock, and its data; all go together.
pub(crate) struct FastBar {
    pub(crate) staff: Staff,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), RunError>>,
    data: TempDir,
}

impl FastBar {
    pub(crate) async fn open(pace: u32) -> Self {
        let data = tempfile::tempdir().expect("a folder");
        let config = Config {
            data: data.path().to_owned(),
            zone: Some("UTC".to_owned()),
            boards: Boards::Off,
            ..Config::default()
        };
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(address).await.expect("a free port");
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = oneshot::channel();
        let served = tokio::spawn(async move {
            let clock = Clock::paced(morning(), pace);
            let ready = || ready.send(()).expect("it is waited for");
            run(&config, clock, listener, ready, async { drop(stopped.await) }).await
        });
        within("the bar to open", is_ready).await.expect("it opens");
        let staff = Staff::of(data.path());
        staff.rule(&rules()).await;
        Self { staff, stop, served, data }
    }

    /// A folder that goes with the bar.
    pub(crate) fn home(&self) -> &Path {
        self.data.path()
    }

    pub(crate) async fn close(self) {
        self.stop.send(()).expect("it runs until now");
        within("the bar to close", self.served).await.expect("no panic").expect("no trouble");
    }
}

/// Tomorrow, shortly before the bar opens: whenever this is run, a day begins.
fn morning() -> Timestamp {
    let now = Clock::system(Timestamp::MIN).now().to_zoned(TimeZone::UTC);
    let tomorrow = now.tomorrow().expect("there is one").date().at(7, 50, 0, 0);
    tomorrow.to_zoned(TimeZone::UTC).expect("UTC has no gaps").timestamp()
}

/// A picture takes ten seconds of the bar's time to be read: a code must still count by then. And
/// a barista's step takes as long to come in.
fn rules() -> Settings {
    Settings { grace_seconds: 300, window_minutes: 15, window_drinks: 20, ..Settings::default() }
}
