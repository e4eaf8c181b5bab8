//! The real programs in a pseudo-terminal: the baristas' board, and a whole bar.

use std::ffi::OsStr;
use std::fmt;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::thread;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;
use tokio::sync::watch;
use tokio::time::timeout;

use crate::{PATIENCE, program, within};

/// The terminal's size: the smallest that most people have.
const ROWS: NonZero<u16> = NonZero::new(24).expect("not zero");
const COLS: NonZero<u16> = NonZero::new(80).expect("not zero");

/// A program that runs in a terminal. It is killed when it is dropped.
pub struct Terminal {
    screen: watch::Receiver<String>,
    keys: Box<dyn Write + Send>,
    program: Box<dyn Child + Send + Sync>,
    _line: Box<dyn MasterPty + Send>,
    _home: TempDir,
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal").field("program", &self.program).finish_non_exhaustive()
    }
}

impl Terminal {
    /// Opens a barista's board of the bar that serves this data directory.
    pub fn open(data: &Path, name: &str) -> Self {
        let data = data.as_os_str();
        let args = ["--name", name, "--data"].map(OsStr::new);
        Self::run("demitasse-barista", args.into_iter().chain([data]))
    }

    /// Runs one of the programs. It has a home of its own, and no display.
    pub fn run<'a>(name: &str, args: impl IntoIterator<Item = &'a OsStr>) -> Self {
        let size = PtySize { rows: ROWS.get(), cols: COLS.get(), pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let home = tempfile::tempdir().expect("a folder");
        let mut command = CommandBuilder::new(program(name));
        command.args(args);
        command.env_clear();
        command.env("HOME", home.path());
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        let program = pair.slave.spawn_command(command).expect("it can be started");
        let reader = pair.master.try_clone_reader().expect("the terminal's output");
        let keys = pair.master.take_writer().expect("the terminal's keys");
        let screen = watch_screen(reader);
        Self { screen, keys, program, _line: pair.master, _home: home }
    }

    /// Presses keys.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("it reads its keys");
        self.keys.flush().expect("it reads its keys");
    }

    /// Waits until the screen shows what `look` looks for.
    pub async fn shows(&mut self, what: &str, look: impl Fn(&str) -> bool) {
        let shown = timeout(PATIENCE, self.screen.wait_for(|text| look(text)));
        let missed = match shown.await.map(|shown| shown.is_ok()) {
            Ok(true) => return,
            Ok(false) => "ended before it showed",
            Err(_elapsed) => "never showed",
        };
        let screen = self.screen.borrow();
        panic!("the terminal {missed} {what}; its screen was\n{}", *screen)
    }

    /// Waits until the program has ended by itself, and returns its exit code.
    pub async fn ended(mut self) -> u32 {
        // The screen's writer goes with the program's last end of the terminal.
        while within("the program to end", self.screen.changed()).await.is_ok() {}
        self.program.wait().expect("it was started").exit_code()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // One that has ended by itself needs no killing.
        drop(self.program.kill());
        drop(self.program.wait());
    }
}

/// Reads what the program writes, as a terminal does, until it ends.
fn watch_screen(mut output: Box<dyn Read + Send>) -> watch::Receiver<String> {
    let mut parser = vt100::Parser::new(ROWS, COLS, 0);
    let (show, screen) = watch::channel(String::new());
    thread::spawn(move || {
        let mut bytes = [0; 4_096];
        while let Ok(read @ 1..) = output.read(&mut bytes) {
            parser.process(&bytes[..read]);
            if show.send(parser.screen().contents()).is_err() {
                break;
            }
        }
    });
    screen
}
