//! The programs that `up` starts beside the server.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::process::{Child, Command};

use super::terminal;

/// How long a program that was asked to end may take.
const END_WITHIN: Duration = Duration::from_secs(3);

/// The exit code of a board that Ctrl-C ended, as shells count it: 128 and the signal's number.
const INTERRUPTED: i32 = 130;

/// How the monitor opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    Full,
    Window,
}

/// What runs beside the server.
#[derive(Debug)]
pub(super) struct Programs {
    data: PathBuf,
    running: Vec<Child>,
}

impl Programs {
    pub(super) fn new(data: &Path) -> Self {
        Self { data: data.to_path_buf(), running: Vec::new() }
    }

    /// Opens the monitor; the bar goes on without one where that fails.
    pub(super) fn open_monitor(&mut self, screen: Screen) {
        let mut monitor = self.paired("demitasse-kiosk", "Monitor");
        if screen == Screen::Window {
            monitor.arg("--windowed");
        }
        monitor.arg("--until-input-ends");
        self.start(monitor, "the monitor");
    }

    /// Starts a program that says nothing on the terminal: the board may be on it. Nothing is written
    /// to it either: its input only ends with this program, however that ends.
    pub(super) fn start(&mut self, mut program: Command, what: &str) {
        program.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        match program.kill_on_drop(true).spawn() {
            Ok(child) => self.running.push(child),
            Err(error) => terminal::could_not_start(what, &error),
        }
    }

    /// Shows the board whenever somebody asks for it, until Ctrl-C. Without a terminal it only
    /// waits.
    pub(super) async fn serve_board(&self, is_wanted: bool) {
        if !is_wanted {
            return std::future::pending().await;
        }
        terminal::board_opens_soon();
        terminal::enter_or_patience().await;
        loop {
            match self.show_board().await {
                Some(INTERRUPTED) => return,
                Some(_) => terminal::board_closed(),
                None => return std::future::pending().await,
            }
            terminal::enter().await;
        }
    }

    /// Shows the board until it is closed, and returns its exit code.
    async fn show_board(&self) -> Option<i32> {
        let mut board = self.paired("demitasse-barista", "Counter");
        match board.status().await {
            Ok(status) => Some(exit_code(status)),
            Err(error) => {
                terminal::could_not_start("the barista board", &error);
                None
            }
        }
    }

    /// A screen that pairs by itself and keeps its token with the bar's data.
    fn paired(&self, name: &str, called: &str) -> Command {
        let mut program = program(name);
        let keep = self.data.join(format!("{name}.json"));
        program.arg("--data").arg(&self.data).arg("--credentials").arg(keep);
        program.arg("--name").arg(called);
        program
    }

    /// Asks every program to end, and ends those that do not.
    pub(super) async fn close(&mut self) {
        for child in &self.running {
            ask_to_end(child);
        }
        for child in &mut self.running {
            if tokio::time::timeout(END_WITHIN, child.wait()).await.is_err()
                && let Err(error) = child.kill().await
            {
                tracing::debug!(%error, "a program had ended already");
            }
        }
    }
}

/// The exit code as shells count it: a program that a signal ended has 128 and its number.
#[cfg(unix)]
fn exit_code(status: ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or_default())
}

#[cfg(not(unix))]
fn exit_code(status: ExitStatus) -> i32 {
    status.code().unwrap_or_default()
}

/// One of the bar's programs: beside this one, or wherever the system finds it.
pub(super) fn program(name: &str) -> Command {
    let beside = env::current_exe().ok().map(|own| own.with_file_name(name));
    Command::new(beside.filter(|path| path.exists()).unwrap_or_else(|| name.into()))
}

/// Whether a window can open here.
pub(super) fn has_display() -> bool {
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some())
}

#[cfg(unix)]
fn ask_to_end(child: &Child) {
    use rustix::process::{Pid, Signal, kill_process};
    let pid = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    if let Some(pid) = pid
        && let Err(error) = kill_process(pid, Signal::TERM)
    {
        tracing::debug!(%error, "a program had ended already");
    }
}

#[cfg(not(unix))]
fn ask_to_end(_child: &Child) {}
