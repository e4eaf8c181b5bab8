//! The venue's laptop: a home, a clock, a shell, and the server that runs on it.

use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};

use demitasse_shared::client::{Client, LocalServer, data_dir};
use demitasse_tests::{Staff, program, within};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};

/// Where Debian's package `libfaketime` puts the library that tells programs another time.
fn faketime() -> String {
    let machine = std::env::consts::ARCH;
    format!("/usr/lib/{machine}-linux-gnu/faketime/libfaketimeMT.so.1")
}

/// A laptop in a story.
#[derive(Debug)]
pub(crate) struct Laptop {
    home: TempDir,
    server: Option<Child>,
}

impl Laptop {
    /// A new one: nothing of Demitasse is on it but its programs.
    pub(crate) fn unpacked() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        Self { home, server: None }
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Sets the clock of every program that runs here.
    pub(crate) fn clock(&self, time: &str) -> String {
        // Programs look at the file each time they ask for the time: it must never be half there.
        let fresh = self.home().join("clock.new");
        std::fs::write(&fresh, format!("{time}:00")).expect("the clock can be written");
        std::fs::rename(fresh, self.home().join("clock")).expect("the clock can be set");
        String::new()
    }

    /// Runs a line as a shell does, and says what is read then. A line that ends with `&` is the
    /// server: it goes on, once it has said where it listens.
    pub(crate) async fn types(&mut self, line: &str) -> String {
        let line = line.trim_start_matches("$ ");
        match line.strip_suffix('&') {
            Some(server) => self.serves(server.trim()).await,
            None => self.runs(line).await,
        }
    }

    async fn runs(&self, line: &str) -> String {
        let (status, said) = self.ends(line).await;
        if status.success() { said } else { format!("{}\n[{status}]", said.trim_end()) }
    }

    /// Runs a line to its end: how it ended, and all that was to be read.
    pub(crate) async fn ends(&self, line: &str) -> (ExitStatus, String) {
        let output = within(line, self.shell(line).output()).await.expect("there is a shell");
        let said = [output.stdout, output.stderr].concat();
        (output.status, String::from_utf8_lossy(&said).into_owned())
    }

    /// Starts a server, and says its first line.
    pub(crate) async fn serves(&mut self, line: &str) -> String {
        assert!(self.server.is_none(), "a server runs already");
        let mut command = self.shell(&format!("exec {line}"));
        let mut child = command.stdout(Stdio::piped()).spawn().expect("there is a shell");
        let out = child.stdout.take().expect("it is piped");
        let mut out = BufReader::new(out);
        let mut first = String::new();
        within(line, out.read_line(&mut first)).await.expect("it can be read");
        // What else it says is let go, so that it never waits for a reader.
        tokio::spawn(async move { out.read_to_end(&mut Vec::new()).await });
        self.server = Some(child);
        first
    }

    pub(crate) fn is_serving(&self) -> bool {
        self.server.is_some()
    }

    /// Ends the server as a pulled plug does.
    pub(crate) async fn pull_the_plug(&mut self) {
        let mut server = self.server.take().expect("a server runs");
        within("the server to end", server.kill()).await.expect("it ran until now");
    }

    /// The laptop goes, and with it the bar's data; what is on the stick stays.
    pub(crate) async fn is_lost(&mut self) {
        self.pull_the_plug().await;
        std::fs::remove_dir_all(self.home().join(".local")).expect("there were data");
    }

    /// The way into the server that runs on the usual data, or on those of this folder.
    pub(crate) fn manager(&self) -> Client {
        let folders = std::fs::read_dir(self.home()).expect("a home").flatten().map(|e| e.path());
        let mut folders = folders.chain([self.data()]);
        let runs = folders.find(|data| LocalServer::read(data).is_ok());
        Staff::of(&runs.expect("a server runs")).manager
    }

    /// Where programs keep the bar's data here, unless they are told otherwise.
    fn data(&self) -> PathBuf {
        let usual = data_dir().expect("the platform has one");
        let name = usual.file_name().expect("it has a name").to_owned();
        self.home().join(".local/share").join(name)
    }

    fn shell(&self, line: &str) -> Command {
        let programs = program("demitasse");
        let programs = programs.parent().expect("it is in a folder");
        let path = std::env::join_paths([programs, Path::new("/usr/bin"), Path::new("/bin")]);
        let mut command = Command::new("sh");
        command.arg("-c").arg(line).current_dir(self.home()).env_clear().stdin(Stdio::null());
        command.env("PATH", path.expect("a path")).env("HOME", self.home());
        command.env("LANG", "C.UTF-8").env("COLUMNS", "100");
        command.env("DEMITASSE_LISTEN", "127.0.0.1:0").env("DEMITASSE_SSH", "127.0.0.1:0");
        command
            .env("LD_PRELOAD", faketime())
            .env("FAKETIME_NO_CACHE", "1")
            .env("NO_FAKE_STAT", "1");
        command.env("FAKETIME_TIMESTAMP_FILE", self.home().join("clock"));
        command.env("FAKETIME_DONT_FAKE_MONOTONIC", "1").env("TZ", "WET-1");
        command.kill_on_drop(true);
        command
    }
}
