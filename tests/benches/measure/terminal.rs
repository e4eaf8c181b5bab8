//! The baristas' program in a pseudo-terminal, and how soon it answers a key.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use demitasse_tests::{PATIENCE, program};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::clock::now;

/// A tablet's terminal.
const SIZE: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };

/// Paints that may wait to be looked at.
const PAINTS: usize = 1_024;

/// More than a frame takes to come in whole.
const QUIET: Duration = Duration::from_millis(10);

/// Keys that are pressed.
const KEYS: usize = 200;

/// What the program wrote at once.
struct Paint {
    at: Instant,
    bytes: Vec<u8>,
}

/// The program and its terminal; both go together.
pub(crate) struct Terminal {
    keys: Box<dyn Write + Send>,
    paints: Receiver<Paint>,
    child: Box<dyn Child + Send + Sync>,
    _line: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts the program on a running server's data, and waits for its board.
    pub(crate) fn open(data: &Path) -> Self {
        let pair = native_pty_system().openpty(SIZE).expect("the system has pseudo-terminals");
        let child = pair.slave.spawn_command(barista(data)).expect("it can be started");
        let screen = pair.master.try_clone_reader().expect("a screen");
        let keys = pair.master.take_writer().expect("a keyboard");
        let (show, paints) = sync_channel(PAINTS);
        thread::spawn(move || watch(screen, &show));
        let terminal = Self { keys, paints, child, _line: pair.master };
        terminal.wait_for("Waiting");
        terminal
    }

    /// From a key to the first byte that answers it, many times.
    pub(crate) fn key_to_paint(&mut self) -> Vec<Duration> {
        // Down and up again: the mark moves to another ticket and back.
        b"jk".iter().cycle().take(KEYS).map(|key| self.press(*key)).collect()
    }

    fn press(&mut self, key: u8) -> Duration {
        while self.paints.recv_timeout(QUIET).is_ok() {}
        let pressed = now();
        self.keys.write_all(&[key]).and_then(|()| self.keys.flush()).expect("the line holds");
        let paint = self.paints.recv_timeout(PATIENCE).expect("every key moves the mark");
        paint.at.duration_since(pressed)
    }

    fn wait_for(&self, word: &str) {
        let mut seen = Vec::new();
        while !String::from_utf8_lossy(&seen).contains(word) {
            let paint = self.paints.recv_timeout(PATIENCE);
            seen.extend(paint.unwrap_or_else(|_| panic!("{word} never came")).bytes);
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it ran until now");
    }
}

fn barista(data: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(program("demitasse-barista"));
    command.env_clear();
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.args(["--name", "Ana", "--data"]);
    command.arg(data);
    command.arg("--credentials");
    command.arg(data.join("barista.json"));
    command
}

/// Notes when bytes come, until the program hangs up.
fn watch(mut screen: Box<dyn Read + Send>, show: &SyncSender<Paint>) {
    let mut buffer = vec![0; 65_536];
    while let Ok(length @ 1..) = screen.read(&mut buffer) {
        let paint = Paint { at: now(), bytes: buffer[..length].to_vec() };
        if show.send(paint).is_err() {
            return;
        }
    }
}
