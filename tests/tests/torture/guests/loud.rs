//! The real server at its most talkative.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use demitasse_shared::settings::Settings;
use demitasse_tests::{Staff, alone, program, within};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running server with room for everybody. It is killed when it is dropped.
#[derive(Debug)]
pub(super) struct Loud {
    pub(super) staff: Staff,
    folder: TempDir,
    _child: Child,
}

impl Loud {
    pub(super) async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let log = File::create(folder.path().join("log")).expect("room");
        let data = folder.path().join("bar");
        let mut command = Command::new(program("demitasse"));
        command.args(["serve", "--json", "--zone", "UTC", "--listen", "127.0.0.1:0"]);
        command.args(["--ssh", "127.0.0.1:0", "--mdns", "off", "--data"]).arg(&data);
        alone(command.as_std_mut()).env("DEMITASSE_LOG", "trace");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).kill_on_drop(true);
        let mut child = command.spawn().expect("it can be started");
        let out = child.stdout.take().expect("it is piped");
        let line = async { BufReader::new(out).lines().next_line().await };
        assert!(within("its first line", line).await.expect("it can be read").is_some());
        let staff = Staff::of(&data);
        let roomy = Settings {
            window_minutes: 60,
            window_drinks: 1_000,
            capacity: 1_000,
            grace_seconds: 300,
            ..Settings::default()
        };
        staff.rule(&roomy).await;
        staff.open().await;
        Self { staff, folder, _child: child }
    }

    pub(super) fn data(&self) -> PathBuf {
        self.folder.path().join("bar")
    }

    /// What it has said so far.
    pub(super) fn log(&self) -> String {
        fs::read_to_string(Path::new(self.folder.path()).join("log")).expect("it says something")
    }
}
