//! The real programs in a pseudo-terminal: the baristas' board, and a whole bar.

mod launch;
mod screen;

use std::ffi::OsStr;
use std::fmt;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use portable_pty::{Child, MasterPty};
use rustix::fs::{Mode, OFlags, open};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, tcgetattr};
use tempfile::TempDir;
use tokio::sync::watch::{Receiver, Sender};
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use vt100::Screen;

pub use launch::Launch;

use crate::{PATIENCE, within};
use launch::{cells, pty_size};
use screen::{Shown, seen};

/// A program that runs in a terminal. It is killed when it is dropped.
pub struct Terminal {
    program: Running,
    screen: Receiver<Shown>,
    show: Sender<Shown>,
    keys: Box<dyn Write + Send>,
    line: Box<dyn MasterPty + Send>,
    launch: Launch,
    home: Arc<TempDir>,
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal").field("program", &self.program.0).finish_non_exhaustive()
    }
}

/// The program itself.
struct Running(Box<dyn Child + Send + Sync>);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended by itself needs no killing.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

impl Terminal {
    /// Opens a barista's board of the bar that serves this data directory.
    pub fn open(data: &Path, name: &str) -> Self {
        Launch::board(data, name).start()
    }

    /// Runs one of the programs, in the smallest terminal that most people have.
    pub fn run<'a>(name: &str, args: impl IntoIterator<Item = &'a OsStr>) -> Self {
        Launch::of(name).args(args).start()
    }

    /// Presses keys.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("it reads its keys");
        self.keys.flush().expect("it reads its keys");
    }

    /// Gives the terminal another size, as a hand on a window's corner does.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.show.send_modify(|shown| {
            shown.parser.screen_mut().set_size(cells(rows), cells(columns));
        });
        self.line.resize(pty_size(columns, rows)).expect("it has a size");
    }

    /// Sends the program a signal.
    pub fn signal(&self, signal: Signal) {
        let id = self.program.0.process_id().and_then(|id| i32::try_from(id).ok());
        let id = id.and_then(Pid::from_raw).expect("it was started");
        kill_process(id, signal).expect("it is our own child");
    }

    /// Kills the program, which cannot prepare for it, and starts it again at home, where it finds
    /// what it left.
    pub async fn pull_the_plug(&mut self) {
        self.signal(Signal::KILL);
        self.end().await;
        *self = self.launch.clone().start_in(Arc::clone(&self.home));
    }

    /// Waits until the screen shows what `look` looks for.
    pub async fn shows(&mut self, what: &str, look: impl Fn(&str) -> bool) {
        self.looks(what, |screen| look(&screen.contents())).await;
    }

    /// The same, for what is more than text: which screen it is, colours, modes.
    pub async fn looks(&mut self, what: &str, look: impl Fn(&Screen) -> bool) {
        let found = |shown: &Shown| look(shown.parser.screen());
        let shown = timeout(PATIENCE, self.screen.wait_for(found)).await;
        let missed = match shown.map(|shown| shown.is_ok()) {
            Ok(true) => return,
            Ok(false) => "ended before it showed",
            Err(_elapsed) => "never showed",
        };
        panic!("the terminal {missed} {what}; its screen was\n{}", self.text())
    }

    /// Sees to it that something never shows, for as long as `meanwhile` takes.
    pub async fn never_shows<T>(
        &mut self,
        what: &str,
        look: impl Fn(&str) -> bool,
        meanwhile: impl Future<Output = T>,
    ) -> T {
        let shown = async {
            let found = |shown: &Shown| look(&shown.parser.screen().contents());
            drop(self.screen.wait_for(found).await.expect("it runs meanwhile"));
        };
        tokio::select! {
            done = meanwhile => done,
            () = shown => panic!("the terminal showed {what}:\n{}", self.text()),
        }
    }

    /// Waits until another terminal of the same size shows the same, cell by cell.
    pub async fn shows_the_same_as(&mut self, other: &mut Self) {
        let same = async {
            loop {
                let mine = seen(self.screen.borrow_and_update().parser.screen());
                if mine == seen(other.screen.borrow_and_update().parser.screen()) {
                    return;
                }
                tokio::select! {
                    changed = self.screen.changed() => changed.expect("it runs"),
                    changed = other.screen.changed() => changed.expect("it runs"),
                }
            }
        };
        let same = timeout(PATIENCE, same).await.is_ok();
        assert!(same, "these never became the same:\n{}\n\n{}", self.text(), other.text());
    }

    /// What the program has cost so far.
    #[cfg(target_os = "linux")]
    pub fn vitals(&self) -> crate::Vitals {
        crate::Vitals::of(self.program.0.process_id().expect("it was started"))
    }

    /// What stands on the screen.
    pub fn text(&self) -> String {
        self.screen.borrow().parser.screen().contents()
    }

    /// Whether keys reach the program one by one, without showing by themselves.
    pub fn is_raw(&self) -> bool {
        let name = self.line.tty_name().expect("it has one");
        // Looked at from here, it must not become the test's own terminal.
        let tty = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).expect("it is there");
        let modes = tcgetattr(File::from(tty)).expect("it is a terminal").local_modes;
        !modes.intersects(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Waits until the program has ended by itself, and returns its exit code. What it left behind
    /// can still be looked at.
    pub async fn end(&mut self) -> u32 {
        // The last word has come once nobody holds the program's end of the terminal.
        let over = self.screen.wait_for(|shown| shown.over);
        drop(within("the program to end", over).await.expect("this terminal stands"));
        self.program.0.wait().expect("it was started").exit_code()
    }

    /// The same, where nobody looks at the screen again.
    pub async fn ended(mut self) -> u32 {
        self.end().await
    }

    /// Hangs up, as a lost line does, waits until the program has ended by itself, and returns its
    /// exit code. `key` must make it paint: the terminal notices then that nobody looks.
    pub async fn hang_up(mut self, key: &str) -> u32 {
        drop(self.screen);
        self.keys.write_all(key.as_bytes()).expect("it reads its keys");
        drop((self.keys, self.line));
        let ended = spawn_blocking(move || self.program.0.wait());
        let ended = within("the program to end", ended).await.expect("no panic");
        ended.expect("it was started").exit_code()
    }
}
