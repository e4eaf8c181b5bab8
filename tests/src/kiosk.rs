//! The real monitor, in a window on a display of its own.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use demitasse_shared::monitor::sample::Sample;
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use tokio::process::{Child, Command};

use crate::display::Display;
use crate::{Panel, Picture, program, within};

/// `demitasse-kiosk`, running. It is killed when it is dropped.
#[derive(Debug)]
pub struct Kiosk {
    display: Display,
    panel: Panel,
    program: Child,
    args: Vec<OsString>,
    home: TempDir,
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
        let args = ["--data".into(), data.into()].into_iter();
        let args: Vec<OsString> = args.chain(more.iter().map(OsString::from)).collect();
        Self::start(Panel::SMALL, &args, environment).await
    }

    /// Opens the monitor of a bar elsewhere, with a pairing code. What it complains of is kept.
    pub async fn paired(server: &str, code: &str) -> Self {
        let args = ["--server", server, "--pair", code].map(OsString::from);
        let display = Display::start(Panel::SMALL).await;
        let home = tempfile::tempdir().expect("a folder");
        let complaints = File::create(complaints(&home)).expect("a file");
        let mut command = command(&display, Panel::SMALL, &home, &args);
        let program = command.stderr(complaints).spawn().expect("it can be started");
        Self { display, panel: Panel::SMALL, program, args: args.to_vec(), home }
    }

    /// What a monitor that was [`paired`](Self::paired) has complained of.
    pub fn complaints(&self) -> String {
        fs::read_to_string(complaints(&self.home)).expect("it was kept")
    }

    /// What the program has cost so far.
    #[cfg(target_os = "linux")]
    pub fn vitals(&self) -> crate::Vitals {
        crate::Vitals::of(self.program.id().expect("it ran until now"))
    }

    /// Opens a face with sample data on a panel of this size, with more on the command line.
    pub async fn preview(panel: Panel, face: Sample, more: &[&str]) -> Self {
        Self::start(panel, &preview(face, more), []).await
    }

    async fn start(
        panel: Panel,
        args: &[OsString],
        environment: impl IntoIterator<Item = (&'static str, OsString)>,
    ) -> Self {
        let display = Display::start(panel).await;
        let home = tempfile::tempdir().expect("a folder");
        let mut command = command(&display, panel, &home, args);
        let program = command.envs(environment).spawn().expect("it can be started");
        Self { display, panel, program, args: args.to_vec(), home }
    }

    /// Shows another face on the same panel, after the last one has gone from it.
    pub async fn turn_to(&mut self, face: Sample, more: &[&str]) {
        within("the monitor to end", self.program.kill()).await.expect("it ran until now");
        self.shows("nothing", Picture::is_blank).await;
        let mut command = command(&self.display, self.panel, &self.home, &preview(face, more));
        self.program = command.spawn().expect("it can be started");
    }

    /// Kills the monitor, which cannot prepare for it, and starts it again with the same command
    /// line at home, where it finds what it left.
    pub async fn pull_the_plug(&mut self) {
        within("the killed monitor to end", self.program.kill()).await.expect("it ran until now");
        self.shows("nothing", Picture::is_blank).await;
        let mut command = command(&self.display, self.panel, &self.home, &self.args);
        self.program = command.spawn().expect("it can be started");
    }

    /// Freezes the monitor for as long as `meanwhile` takes. What the server says meanwhile it
    /// hears at once afterwards.
    pub async fn freeze(&self, meanwhile: impl AsyncFnOnce()) {
        self.signal(Signal::STOP);
        meanwhile().await;
        self.signal(Signal::CONT);
    }

    /// Sends the monitor a signal.
    pub fn signal(&self, signal: Signal) {
        let id = self.program.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?));
        kill_process(id.expect("it ran until now"), signal).expect("it is our own child");
    }

    /// Waits for a code that a camera can read, and answers what it says.
    pub async fn code(&mut self) -> String {
        self.display.until("a code", Picture::code).await
    }

    /// Waits until the panel looks so.
    pub async fn shows(&mut self, what: &str, look: impl Fn(&Picture) -> bool) {
        self.display.until(what, |picture| look(picture).then_some(())).await;
    }

    /// Sees to it that the panel never looks so, for as long as `meanwhile` takes.
    pub async fn never_shows<T>(
        &mut self,
        what: &str,
        look: impl Fn(&Picture) -> bool,
        meanwhile: impl Future<Output = T>,
    ) -> T {
        tokio::select! {
            done = meanwhile => done,
            () = self.display.once(look) => panic!("the monitor showed {what}"),
        }
    }

    /// Waits until nothing moves any more and the panel has what is looked for, and answers that.
    pub async fn rests<T>(&mut self, what: &str, look: impl Fn(&Picture) -> Option<T>) -> T {
        self.display.rests(what, |picture| look(picture).filter(|_| !picture.is_blank())).await
    }

    /// Waits until a face is there and nothing moves any more.
    pub async fn face(&mut self) -> Picture {
        self.rests("a face", |panel| Some(panel.clone())).await
    }
}

fn complaints(home: &TempDir) -> PathBuf {
    home.path().join("complaints")
}

fn preview(face: Sample, more: &[&str]) -> Vec<OsString> {
    let args = ["--preview", face.as_str()].into_iter().chain(more.iter().copied());
    args.map(OsString::from).collect()
}

fn command(display: &Display, panel: Panel, home: &TempDir, args: &[OsString]) -> Command {
    let mut command = Command::new(program("demitasse-kiosk"));
    command.arg("--windowed").arg(panel.to_string()).args(args);
    command.env_clear().env("HOME", home.path()).envs(display.environment());
    command.stdin(Stdio::null()).kill_on_drop(true);
    command
}
