//! The monitor, on this session's display or on a virtual one.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use demitasse_tests::{program, within};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::clock::pass;

/// Where windows open.
pub(crate) struct Display {
    name: Option<String>,
    pub(crate) about: &'static str,
    _server: Option<Child>,
}

impl Display {
    /// The session's own, or a virtual one.
    pub(crate) async fn find() -> Option<Self> {
        if ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some()) {
            return Some(Self { name: None, about: "on this session's display", _server: None });
        }
        let args = ["-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp"];
        let mut xvfb = Command::new("Xvfb");
        xvfb.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = xvfb.kill_on_drop(true).spawn().ok()?;
        let mut lines = BufReader::new(server.stdout.take().expect("it is piped")).lines();
        let number = within("Xvfb's number", lines.next_line()).await.ok()??;
        let (name, about) = (Some(format!(":{number}")), "software rendering under Xvfb");
        Some(Self { name, about, _server: Some(server) })
    }
}

/// Starts the monitor on a running server's data, and waits until it is paired.
pub(crate) async fn open(data: &Path, display: &Display) -> Child {
    let keep = data.join("kiosk.json");
    let mut monitor = Command::new(program("demitasse-kiosk"));
    monitor.env_clear();
    monitor.envs(
        std::env::vars_os().filter(|(name, _)| !name.to_string_lossy().starts_with("DEMITASSE_")),
    );
    monitor.envs(display.name.iter().map(|name| ("DISPLAY", name)));
    monitor.args(["--windowed", "1920x1080", "--data"]).arg(data).arg("--credentials").arg(&keep);
    monitor.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let monitor = monitor.kill_on_drop(true).spawn().expect("it can be started");
    within("the monitor to be paired", async {
        while !keep.exists() {
            pass(Duration::from_millis(100)).await;
        }
    })
    .await;
    monitor
}
