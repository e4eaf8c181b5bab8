//! A bar that is found on the network, in a network of the test's own (Linux; whoever runs it may be
//! anybody, where the system lets people make namespaces).

use std::path::Path;
use std::process::Stdio;

use demitasse_tests::{Launch, alone, program, within};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// A network of one machine: an interface that takes multicasts, and nothing else.
const NETWORK: &str = "ip link set lo up && ip link add bar0 type bridge && \
    ip address add 10.77.0.2/24 dev bar0 && ip link set bar0 up multicast on && \
    ip route add 224.0.0.0/4 dev bar0 && exec \"$@\"";

/// Leaves a program alone but for where programs are: the networks' own have to be found.
fn alone_on_path(command: &mut Command) {
    alone(command.as_std_mut()).envs(std::env::var_os("PATH").map(|path| ("PATH", path)));
}

/// A server in a network of its own. It is killed when it is dropped.
struct Bar {
    child: Child,
}

impl Bar {
    /// Opens a network, and serves there for everybody who is in it.
    async fn open(data: &Path, name: &str, more: &[&str]) -> Self {
        let mut command = Command::new("unshare");
        command
            .args(["--map-root-user", "--net", "--", "sh", "-c", NETWORK, "sh"])
            .arg(program("demitasse"));
        Self::serve(command, data, name, more).await
    }

    /// Serves in the same network as another bar.
    async fn beside(other: &Self, data: &Path, name: &str) -> Self {
        let mut command = Command::new("nsenter");
        command.args(other.inside()).arg(program("demitasse"));
        Self::serve(command, data, name, &[]).await
    }

    async fn serve(mut command: Command, data: &Path, name: &str, more: &[&str]) -> Self {
        command.args(["serve", "--json", "--listen", "0.0.0.0:0", "--venue", name, "--data"]);
        command.arg(data).args(more).stdin(Stdio::null()).stdout(Stdio::piped());
        alone_on_path(&mut command);
        let mut child = command.kill_on_drop(true).spawn().expect("it can be started");
        let out = child.stdout.take().expect("it is piped");
        let mut lines = BufReader::new(out).lines();
        let line = within("the server's first line", lines.next_line()).await;
        line.expect("it can be read").expect("the server says where it listens");
        Self { child }
    }

    /// What leads `nsenter` into its network. Both programs exec: the child is the server itself.
    fn inside(&self) -> Vec<String> {
        let id = self.child.id().expect("it runs");
        let words = format!("--target {id} --user --preserve-credentials --net --");
        words.split(' ').map(str::to_owned).collect()
    }

    /// A fresh code for a barista.
    async fn code(&self, data: &Path) -> String {
        let mut command = Command::new("nsenter");
        command.args(self.inside()).arg(program("demitasse"));
        command.args(["staff", "pair", "--role", "barista", "--name", "Ana", "--json", "--data"]);
        alone_on_path(&mut command);
        let answer = within("a code", command.arg(data).output()).await.expect("it runs");
        let answer: Value = serde_json::from_slice(&answer.stdout).expect("it is JSON");
        answer["code"].as_str().expect("a code").to_owned()
    }

    /// A barista's terminal in its network that knows a code and no address.
    fn board(&self, code: &str) -> Launch {
        let nsenter = std::env::split_paths(&std::env::var_os("PATH").expect("there is one"))
            .map(|folder| folder.join("nsenter"))
            .find(|path| path.exists())
            .expect("nsenter is installed");
        let barista = program("demitasse-barista");
        let args = self.inside().into_iter().chain([barista.display().to_string()]);
        Launch::at(nsenter).args(args).args(["--pair", code]).sized(100, 30)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_enough_where_one_bar_answers() {
    let data = tempfile::tempdir().expect("a folder");
    let bar = Bar::open(data.path(), "St. Ana's", &[]).await;
    let code = bar.code(data.path()).await;
    let mut board = bar.board(&code).start();
    board.shows("the board, live", |screen| screen.contains("● live")).await;
    board.shows("which bar it is", |screen| screen.contains("St. Ana's")).await;

    let mut other = bar.board("0000-0000").start();
    assert_eq!(other.end().await, 1);
    assert!(other.text().contains("This pairing code is not good"), "{}", other.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn where_several_answer_they_are_listed_with_the_flag_to_give() {
    let data = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    let bar = Bar::open(data[0].path(), "North", &[]).await;
    let other = Bar::beside(&bar, data[1].path(), "South").await;
    let code = bar.code(data[0].path()).await;
    let mut board = bar.board(&code).start();
    assert_eq!(board.end().await, 1);
    let text = board.text();
    for named in ["several bars answer", "--server http://10.77.0.2:", "(North)", "(South)"] {
        assert!(text.contains(named), "{named}: {text}");
    }
    drop(other);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_keeps_to_itself_is_not_found() {
    let data = tempfile::tempdir().expect("a folder");
    let bar = Bar::open(data.path(), "Quiet", &["--mdns", "off"]).await;
    let code = bar.code(data.path()).await;
    let mut board = bar.board(&code).start();
    board.shows("that nobody answers", |screen| screen.contains("No bar answers")).await;
}
