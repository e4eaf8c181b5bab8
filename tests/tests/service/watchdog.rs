//! What the server tells its service manager, held by a socket of the test's.

use std::path::Path;
use std::process::Stdio;

use demitasse_tests::{alone, program, within};
use rusqlite::Connection;
use rustix::process::{Pid, Signal, kill_process};
use tokio::net::UnixDatagram;
use tokio::process::{Child, Command};

/// How long this manager waits for a word, in microseconds.
const PATIENCE: &str = "300000";

/// The service manager: it hears.
struct Manager(UnixDatagram);

impl Manager {
    fn listen(folder: &Path) -> Self {
        Self(UnixDatagram::bind(folder.join("notify")).expect("a socket"))
    }

    /// Starts a server that knows the way here.
    fn start(folder: &Path) -> Child {
        let mut server = Command::new(program("demitasse"));
        server.args(["serve", "--boards", "off", "--listen", "127.0.0.1:0", "--data"]);
        server.arg(folder.join("data")).stdin(Stdio::null()).stdout(Stdio::null());
        alone(server.as_std_mut());
        server.env("NOTIFY_SOCKET", folder.join("notify")).env("WATCHDOG_USEC", PATIENCE);
        server.kill_on_drop(true).spawn().expect("it can be started")
    }

    /// The next message, which may be of several words.
    async fn hears(&self) -> String {
        let mut message = vec![0; 4_096];
        let length = within("a word of the server", self.0.recv(&mut message)).await;
        message.truncate(length.expect("it can be heard"));
        String::from_utf8(message).expect("text")
    }

    /// Listens until a message has these words; how many signs of life came before.
    async fn until(&self, words: &str) -> usize {
        let mut alive = 0;
        loop {
            let message = self.hears().await;
            if message.contains(words) {
                return alive;
            }
            alive += usize::from(message.contains("WATCHDOG=1"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bars_opening_life_and_closing_are_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let manager = Manager::listen(folder.path());
    let mut server = Manager::start(folder.path());
    let first = manager.hears().await;
    assert!(first.starts_with("READY=1\nSTATUS=Serving at http://127.0.0.1:"), "{first}");
    for _ in 0..3 {
        // A slow machine may miss one, and say so.
        manager.until("WATCHDOG=1").await;
    }
    let id = server.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    kill_process(id.expect("it runs"), Signal::TERM).expect("it is our own child");
    manager.until("STOPPING=1").await;
    assert!(within("the end", server.wait()).await.expect("it ends").success());
}

/// A process that runs and cannot write is no bar: no sign of life comes until it can.
#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_cannot_write_gives_no_sign_of_life() {
    let folder = tempfile::tempdir().expect("a folder");
    let manager = Manager::listen(folder.path());
    let _server = Manager::start(folder.path());
    manager.until("WATCHDOG=1").await;

    let other = Connection::open(folder.path().join("data/demitasse.db")).expect("a database");
    other.execute_batch("BEGIN IMMEDIATE").expect("nobody else holds it for long");
    manager.until("STATUS=Nothing can be written").await;
    for _ in 0..5 {
        assert_eq!(manager.hears().await, "STATUS=Nothing can be written\n");
    }
    other.execute_batch("ROLLBACK").expect("it was held");
    manager.until("WATCHDOG=1\nSTATUS=Serving at http://127.0.0.1:").await;
    // A slow machine may miss one more before it goes on.
    manager.until("WATCHDOG=1\n").await;
}
