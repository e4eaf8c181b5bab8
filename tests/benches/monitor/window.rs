//! The real monitor in its window.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Stdio;

use demitasse_tests::{program, within};
use tokio::process::{Child, Command};

use crate::panel::Panel;
use crate::processes::Process;

/// The monitor, running. It is killed when it is dropped.
pub(crate) struct Window(Child);

impl Window {
    /// Starts the monitor of the bar whose data lie here.
    pub(crate) fn open(data: &Path, panel: &Panel) -> Self {
        let here = [OsStr::new("--data"), data.as_os_str()];
        Self::with(here, data, panel)
    }

    /// Starts a monitor whose files lie in this folder.
    pub(crate) fn with<'a>(
        args: impl IntoIterator<Item = &'a OsStr>,
        home: &Path,
        panel: &Panel,
    ) -> Self {
        let (width, height) = panel.size;
        let child = Command::new(program("demitasse-kiosk"))
            .args(["--windowed", &format!("{width}x{height}")])
            .arg("--credentials")
            .arg(home.join("kiosk.json"))
            .args(args)
            .env_clear()
            .env("HOME", home)
            .env("DISPLAY", &panel.name)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("it can be started");
        Self(child)
    }

    /// What Linux tells of it.
    pub(crate) fn process(&self) -> Process {
        Process::of(self.0.id().expect("it runs"))
    }

    /// Ends it.
    pub(crate) async fn close(mut self) {
        within("the monitor to end", self.0.kill()).await.expect("it ran until now");
    }
}
