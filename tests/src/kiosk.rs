//! The real monitor, in a window on a display of its own.

use std::ffi::OsString;
use std::path::Path;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::display::{Display, PANEL};
use crate::{Picture, program};

/// `demitasse-kiosk`, running. It is killed when it is dropped.
#[derive(Debug)]
pub struct Kiosk {
    display: Display,
    program: Child,
    _home: TempDir,
}

impl Kiosk {
    /// Opens the monitor of the bar that serves this data directory, as on the bar's own laptop.
    pub async fn open(data: &Path) -> Self {
        Self::open_with(data, &[], []).await
    }

    /// The same, with more on its command line and in its environment.
    pub async fn open_with<const VARIABLES: usize>(
        data: &Path,
        more: &[&str],
        environment: [(&'static str, OsString); VARIABLES],
    ) -> Self {
        let display = Display::start().await;
        let home = tempfile::tempdir().expect("a folder");
        let (width, height) = PANEL;
        let program = Command::new(program("demitasse-kiosk"))
            .arg("--windowed")
            .arg(format!("{width}x{height}"))
            .arg("--data")
            .arg(data)
            .args(more)
            .env_clear()
            .env("HOME", home.path())
            .envs(display.environment())
            .envs(environment)
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("it can be started");
        Self { display, program, _home: home }
    }

    /// Freezes the monitor for as long as `meanwhile` takes. What the server says meanwhile it
    /// hears at once afterwards.
    pub async fn freeze(&self, meanwhile: impl AsyncFnOnce()) {
        let id = self.program.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
        let id = id.expect("it ran until now");
        kill_process(id, Signal::STOP).expect("it is our own child");
        meanwhile().await;
        kill_process(id, Signal::CONT).expect("it is our own child");
    }

    /// Waits for a code that a camera can read, and answers what it says.
    pub async fn code(&mut self) -> String {
        self.display.until("a code", Picture::code).await
    }

    /// Waits until the panel looks so.
    pub async fn shows(&mut self, what: &str, look: impl Fn(&Picture) -> bool) {
        self.display.until(what, |picture| look(picture).then_some(())).await;
    }
}
