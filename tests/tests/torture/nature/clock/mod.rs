//! Clocks that jump under the real programs: somebody sets a laptop's time while the bar is open.
//!
//! Only the time of day jumps then; what counts seconds goes on. A lid that was shut is the same for
//! the server: by its return the time of day is far ahead, and what counts seconds has stood still.

mod jumps;
mod screens;
mod witness;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};

use demitasse::clock::Clock;
use demitasse_shared::Timestamp;
use demitasse_tests::{Server, alone, program};
use jiff::SignedDuration;
use tempfile::TempDir;
use tokio::process::Command;

/// The clock of one machine, as its programs see it. It goes on by itself, and jumps when the test
/// sets it.
#[derive(Debug)]
struct WallClock {
    folder: TempDir,
    /// How far it is ahead of the real one.
    ahead: Mutex<SignedDuration>,
}

impl WallClock {
    /// One that shows this moment now.
    fn showing(moment: Timestamp) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Self { folder, ahead: Mutex::default() };
        clock.set(moment);
        clock
    }

    /// Sets it.
    fn set(&self, moment: Timestamp) {
        let ahead = moment.duration_since(real());
        *self.ahead.lock().unwrap_or_else(PoisonError::into_inner) = ahead;
        // Programs look at the file each time they ask for the time: it must never be half there.
        let fresh = self.folder.path().join("clock.new");
        std::fs::write(&fresh, format!("{:+}", ahead.as_secs())).expect("it can be written");
        std::fs::rename(fresh, self.file()).expect("it can be set");
    }

    /// Sets it so much forth, or back.
    fn jump(&self, by: SignedDuration) {
        self.set(self.now() + by);
    }

    /// What it shows.
    fn now(&self) -> Timestamp {
        real() + *self.ahead.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What makes a program believe it.
    fn environment(&self) -> [(&'static str, OsString); 5] {
        [
            ("LD_PRELOAD", faketime().into()),
            ("FAKETIME_TIMESTAMP_FILE", self.file().into()),
            ("FAKETIME_NO_CACHE", "1".into()),
            ("FAKETIME_DONT_FAKE_MONOTONIC", "1".into()),
            ("NO_FAKE_STAT", "1".into()),
        ]
    }

    /// A server on a machine with this clock.
    async fn serve(&self, data: &Path, listen: SocketAddr, zone: &str) -> Server {
        let listen = listen.to_string();
        let mut command = Command::new(program("demitasse"));
        alone(command.as_std_mut()).envs(self.environment());
        command.args(["serve", "--listen", &listen, "--ssh", "127.0.0.1:0", "--zone", zone]);
        // That it is far from the machine's time is what this is about.
        command.arg("--data").arg(data).stderr(Stdio::null());
        Server::begin(command, data).await.expect("it opens at any time")
    }

    fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("clock")
    }
}

/// Where Debian's package `libfaketime` puts the library that tells programs another time.
fn faketime() -> String {
    let path = format!("/usr/lib/{}-linux-gnu/faketime/libfaketimeMT.so.1", std::env::consts::ARCH);
    assert!(Path::new(&path).exists(), "{path} is not there (cargo xtask setup)");
    path
}

/// The machine's own time, which nobody sets here.
fn real() -> Timestamp {
    Clock::system(Timestamp::MIN).now()
}

fn any_port() -> SocketAddr {
    "127.0.0.1:0".parse().expect("an address")
}
