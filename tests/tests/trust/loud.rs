//! The real server at its most talkative, started by somebody whose new files everybody may read.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;

use demitasse_tests::{Staff, alone, program, within};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A running server.
#[derive(Debug)]
pub(crate) struct Loud {
    pub(crate) staff: Staff,
    child: Child,
}

impl Loud {
    /// Serves a data directory; what the server says goes to the end of the log.
    pub(crate) async fn serve(data: &Path, log: &Path, more: &[&str]) -> Self {
        let log = File::options().create(true).append(true).open(log).expect("room");
        let mut command = Command::new("/bin/sh");
        command.args(["-c", "umask 0; exec \"$@\"", "sh"]).arg(program("demitasse"));
        command.args(["serve", "--json", "--zone", "UTC", "--listen", "127.0.0.1:0"]);
        command.args(["--ssh", "127.0.0.1:0", "--mdns", "off", "--data"]).arg(data).args(more);
        alone(command.as_std_mut()).env("PATH", "/usr/bin:/bin").env("DEMITASSE_LOG", "trace");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).kill_on_drop(true);
        let mut child = command.spawn().expect("it can be started");
        let out = child.stdout.take().expect("it is piped");
        let line =
            within("its first line", async { BufReader::new(out).lines().next_line().await });
        assert!(line.await.expect("it can be read").is_some(), "it did not open");
        Self { staff: Staff::of(data), child }
    }

    /// Pulls the plug: what has been written stays as it is.
    pub(crate) async fn kill(mut self) {
        within("the killed server to end", self.child.kill()).await.expect("it ran until now");
    }
}
