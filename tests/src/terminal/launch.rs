//! How a program is started in a terminal of its own.

use std::ffi::OsStr;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;
use vt100::Parser;

use super::{Running, Terminal, screen};
use crate::program;

/// A program that is about to be started. It has a home of its own, and no display.
#[derive(Clone, Debug)]
#[must_use = "nothing runs until it is started"]
pub struct Launch {
    command: CommandBuilder,
    columns: u16,
    rows: u16,
}

impl Launch {
    /// One of the workspace's programs.
    pub fn of(name: &str) -> Self {
        Self::at(program(name))
    }

    /// The program in this file, in a terminal of the smallest size that most people have.
    pub fn at(path: PathBuf) -> Self {
        let mut command = CommandBuilder::new(path);
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        Self { command, columns: 80, rows: 24 }
    }

    /// A barista's board of the bar that serves this data directory.
    pub fn board(data: &Path, name: &str) -> Self {
        let args = ["--name", name, "--data"].map(OsStr::new);
        Self::of("demitasse-barista").args(args.into_iter().chain([data.as_os_str()]))
    }

    /// With more on its command line.
    pub fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    /// With a variable in its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// In a terminal of this size.
    pub fn sized(self, columns: u16, rows: u16) -> Self {
        Self { columns, rows, ..self }
    }

    /// Starts it.
    pub fn start(self) -> Terminal {
        self.start_in(Arc::new(tempfile::tempdir().expect("a folder")))
    }

    /// Starts it at home, where it may have left something.
    pub(super) fn start_in(mut self, home: Arc<TempDir>) -> Terminal {
        let launch = self.clone();
        self.command.env("HOME", home.path());
        let size = pty_size(self.columns, self.rows);
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let program = pair.slave.spawn_command(self.command).expect("it can be started");
        let output = pair.master.try_clone_reader().expect("the terminal's output");
        let keys = pair.master.take_writer().expect("the terminal's keys");
        let parser = Parser::new(cells(self.rows), cells(self.columns), 0);
        let (show, screen) = screen::watch(output, parser);
        let program = Running(program);
        Terminal { program, screen, show, keys, line: pair.master, launch, home }
    }
}

pub(super) fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

pub(super) fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("a terminal has some")
}
