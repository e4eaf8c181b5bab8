//! The real programs, as the build made them.

use std::ffi::OsStr;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::sync::LazyLock;

use demitasse::clock::Clock;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustix::process::{Pid, Signal, kill_process};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::{Staff, within};

/// A program of the workspace: cargo puts it beside the folder of the tests' own executables.
pub fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().expect("a test knows where it is");
    let folder = own.parent().and_then(Path::parent).expect("target/PROFILE/deps/TEST");
    let path = folder.join(name).with_extension(std::env::consts::EXE_EXTENSION);
    assert!(
        path.exists(),
        "{} is not there: build the programs first: cargo build --workspace",
        path.display()
    );
    path
}

/// How a program ended.
#[derive(Clone, Debug)]
pub struct Finished {
    /// Its exit status.
    pub status: ExitStatus,
    /// What it printed for others to read.
    pub stdout: String,
    /// What it told its person.
    pub stderr: String,
}

/// Runs `demitasse` to its end.
pub async fn run(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Finished {
    run_with(args, &[]).await
}

/// The same, with these variables in its environment.
pub async fn run_with(
    args: impl IntoIterator<Item = impl AsRef<OsStr>>,
    variables: &[(&str, &str)],
) -> Finished {
    let mut demitasse = demitasse(args);
    demitasse.envs(variables.iter().copied());
    let output = within("demitasse to finish", demitasse.output()).await;
    let output = output.expect("it can be started");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    Finished { status: output.status, stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// Starts `demitasse`, for tests that kill it before its end.
pub fn start(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Child {
    let quiet = || Stdio::null();
    demitasse(args).stdout(quiet()).stderr(quiet()).spawn().expect("it can be started")
}

/// `demitasse` with nothing of this machine's settings.
fn demitasse(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(program("demitasse"));
    command.args(args).stdin(Stdio::null()).kill_on_drop(true);
    alone(command.as_std_mut());
    command
}

/// Leaves a program alone with what the test gives it: nothing of this machine's environment, nor
/// the configuration of whoever runs the tests, which a program without a home looks up by itself.
pub fn alone(command: &mut std::process::Command) -> &mut std::process::Command {
    command.env_clear().env("XDG_CONFIG_HOME", "/nowhere")
}

/// The socket behind a server's address on this machine.
fn local(url: &str) -> Option<SocketAddr> {
    let (_scheme, host) = url.split_once("://")?;
    let by_name =
        || Some(SocketAddr::from((Ipv4Addr::LOCALHOST, host.rsplit(':').next()?.parse().ok()?)));
    host.parse().ok().or_else(by_name)
}

/// A zone where it is about noon while the test runs: no story on the real clock meets midnight,
/// when numbers begin anew.
static NOON: LazyLock<String> = LazyLock::new(|| {
    let now = Clock::system(Timestamp::MIN).now();
    let hours_to_noon = 12 - i32::from(now.to_zoned(TimeZone::UTC).hour());
    // POSIX counts these zones the other way round: Etc/GMT-3 is three hours ahead of UTC.
    format!("Etc/GMT{:+}", -hours_to_noon)
});

/// The real server, running. It is killed when it is dropped.
#[derive(Debug)]
pub struct Server {
    /// The way in.
    pub staff: Staff,
    /// Where it listens.
    pub address: SocketAddr,
    child: Child,
}

impl Server {
    /// Serves a data directory on any free port.
    pub async fn serve(data: &Path) -> Self {
        Self::serve_on(data, "127.0.0.1:0".parse().expect("an address")).await
    }

    /// Serves a data directory on this address.
    pub async fn serve_on(data: &Path, listen: SocketAddr) -> Self {
        let listen = listen.to_string();
        Self::serve_with(data, &["--listen", &listen, "--ssh", "127.0.0.1:0"]).await
    }

    /// Serves a data directory with more on its command line.
    pub async fn serve_with(data: &Path, more: &[&str]) -> Self {
        let begun = Self::begin(Self::serving(data, more), data).await;
        begun.unwrap_or_else(|status| panic!("the server ended with {status}"))
    }

    /// Serves as this command says, which may start it in surroundings of its own; there its data
    /// may have another name than this one, by which they are found from here.
    ///
    /// # Errors
    /// How it ended, where it did before it listened.
    pub async fn begin(command: Command, data: &Path) -> Result<Self, ExitStatus> {
        let mut child = Self::start(command);
        let out = child.stdout.take().expect("it is piped");
        let mut lines = BufReader::new(out).lines();
        let line = within("the server's first line", lines.next_line()).await;
        let Some(line) = line.expect("it can be read") else {
            return Err(within("the server to end", child.wait()).await.expect("it was started"));
        };
        let said: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
        let url = said["listening"].as_str().expect("it says where");
        let address = local(url).unwrap_or_else(|| panic!("{url} is no address"));
        Ok(Self { staff: Staff::of(data), address, child })
    }

    /// Starts a server and kills it after so many looks at it, perhaps before it listens.
    pub async fn serve_in_vain(data: &Path, listen: SocketAddr, looks: u64) {
        let listen = listen.to_string();
        let more = ["--listen", &listen, "--ssh", "127.0.0.1:0"];
        let mut child = Self::start(Self::serving(data, &more));
        for _ in 0..looks {
            let ended = child.try_wait().expect("it is our own child");
            assert_eq!(ended, None, "it ended by itself");
            tokio::task::yield_now().await;
        }
        within("the killed server to end", child.kill()).await.expect("it ran until now");
    }

    /// What serves a data directory.
    fn serving(data: &Path, more: &[&str]) -> Command {
        let mut command = demitasse(["serve", "--zone", &NOON, "--data"]);
        command.arg(data).args(more);
        command
    }

    fn start(mut command: Command) -> Child {
        command.arg("--json").stdin(Stdio::null()).stdout(Stdio::piped()).kill_on_drop(true);
        command.spawn().expect("it can be started")
    }

    /// Asks the server to stop, as a service manager does, and waits until it has.
    pub async fn stop(mut self) -> ExitStatus {
        kill_process(self.id(), Signal::TERM).expect("it is our own child");
        within("the server to stop", self.child.wait()).await.expect("it can be waited for")
    }

    /// Asks the server to stop, and kills it after so many looks if it has not by then.
    pub async fn stop_in_haste(mut self, looks: u64) {
        kill_process(self.id(), Signal::TERM).expect("it is our own child");
        for _ in 0..looks {
            if self.child.try_wait().expect("it is our own child").is_some() {
                return;
            }
            tokio::task::yield_now().await;
        }
        self.kill().await;
    }

    /// Freezes the server for as long as `meanwhile` takes. What is sent to it meanwhile waits at
    /// its door, and comes in at once.
    pub async fn freeze(&self, meanwhile: impl AsyncFnOnce()) {
        kill_process(self.id(), Signal::STOP).expect("it is our own child");
        meanwhile().await;
        kill_process(self.id(), Signal::CONT).expect("it is our own child");
    }

    /// How many sockets it has open.
    #[cfg(target_os = "linux")]
    pub fn sockets(&self) -> usize {
        let files = std::fs::read_dir(format!("/proc/{}/fd", self.id().as_raw_pid()));
        let links =
            files.expect("it runs").filter_map(|file| std::fs::read_link(file.ok()?.path()).ok());
        links.filter(|link| link.to_string_lossy().starts_with("socket:")).count()
    }

    /// How much memory it holds, in kilobytes.
    #[cfg(target_os = "linux")]
    pub fn memory_kilobytes(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id().as_raw_pid()));
        let status = status.expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.trim().strip_suffix(" kB"));
        number.and_then(|number| number.parse().ok()).expect("the kernel says it")
    }

    /// Pulls the plug: SIGKILL, which no program can prepare for.
    pub async fn kill(mut self) {
        within("the killed server to end", self.child.kill()).await.expect("it ran until now");
    }

    fn id(&self) -> Pid {
        let id = self.child.id().and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("it ran until now")
    }
}
