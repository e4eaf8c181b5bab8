//! A program in a pseudo-terminal, and when it writes what.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use demitasse_tests::PATIENCE;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::clock::now;
use crate::processes::Process;

/// Paints that may wait to be looked at.
const PAINTS: usize = 65_536;

/// More than a frame takes to come in whole.
const QUIET: Duration = Duration::from_millis(10);

/// What the program wrote at once.
pub(crate) struct Paint {
    pub(crate) at: Instant,
    pub(crate) bytes: Vec<u8>,
}

/// The program and its terminal; both go together.
pub(crate) struct Terminal {
    keys: Box<dyn Write + Send>,
    paints: Receiver<Paint>,
    child: Box<dyn Child + Send + Sync>,
    _line: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts a program with nothing of this machine's settings.
    pub(crate) fn open(mut command: CommandBuilder, size: PtySize) -> Self {
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "C.UTF-8");
        let pair = native_pty_system().openpty(size).expect("the system has pseudo-terminals");
        let child = pair.slave.spawn_command(command).expect("it can be started");
        let screen = pair.master.try_clone_reader().expect("a screen");
        let keys = pair.master.take_writer().expect("a keyboard");
        let (show, paints) = sync_channel(PAINTS);
        thread::spawn(move || watch(screen, &show));
        Self { keys, paints, child, _line: pair.master }
    }

    /// The program.
    pub(crate) fn process(&self) -> Process {
        Process::of(self.child.process_id().expect("it was started"))
    }

    /// Presses keys.
    pub(crate) fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).and_then(|()| self.keys.flush()).expect("the line holds");
    }

    /// Waits for what it writes next.
    pub(crate) fn next_paint(&self) -> Paint {
        self.paints.recv_timeout(PATIENCE).expect("it goes on writing")
    }

    /// Waits until it has nothing more to say, and hands out what that was.
    pub(crate) fn settle(&self) -> Vec<Paint> {
        let next = || self.paints.recv_timeout(QUIET).ok();
        std::iter::from_fn(next).collect()
    }

    /// Waits until it has written a word, and hands out all that it wrote until then.
    pub(crate) fn wait_for(&self, word: &str) -> Vec<u8> {
        let mut seen = Vec::new();
        while !String::from_utf8_lossy(&seen).contains(word) {
            let paint = self.paints.recv_timeout(PATIENCE);
            seen.extend(paint.unwrap_or_else(|_| panic!("{word} never came")).bytes);
        }
        seen
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("it ran until now");
    }
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
