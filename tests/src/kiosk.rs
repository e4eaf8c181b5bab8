//! The real monitor, in a window on a display of its own.

use std::path::Path;
use std::process::Stdio;

use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::display::{Display, PANEL};
use crate::{Picture, program};

/// `demitasse-kiosk`, running. It is killed when it is dropped.
#[derive(Debug)]
pub struct Kiosk {
    display: Display,
    _program: Child,
    _home: TempDir,
}

impl Kiosk {
    /// Opens the monitor of the bar that serves this data directory, as on the bar's own laptop.
    pub async fn open(data: &Path) -> Self {
        let display = Display::start().await;
        let home = tempfile::tempdir().expect("a folder");
        let (width, height) = PANEL;
        let program = Command::new(program("demitasse-kiosk"))
            .arg("--windowed")
            .arg(format!("{width}x{height}"))
            .arg("--data")
            .arg(data)
            .env_clear()
            .env("HOME", home.path())
            .envs(display.environment())
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("it can be started");
        Self { display, _program: program, _home: home }
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
