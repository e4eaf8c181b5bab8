//! Socket activation: the service manager listens, the server takes the socket over.

use std::fs::File;
use std::net::TcpListener;
use std::os::fd::OwnedFd;
use std::process::Stdio;

use demitasse_shared::client::provide_tls;
use demitasse_tests::{Server, Staff, alone, program, within};
use rustix::process::{Pid, Signal, kill_process};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// Hands its standard input over as systemd does: from descriptor 3 on, in its own process.
const HAND_OVER: &str = "exec 3<&0 </dev/null; LISTEN_PID=$$ LISTEN_FDS=1; \
                         export LISTEN_PID LISTEN_FDS; exec \"$@\"";

fn handed(socket: &TcpListener, data: &std::path::Path) -> Command {
    let socket = socket.try_clone().expect("it can be shared");
    let mut command = Command::new("sh");
    command.args(["-c", HAND_OVER, "sh"]).arg(program("demitasse"));
    command.args(["serve", "--json", "--boards", "off", "--data"]).arg(data);
    alone(command.as_std_mut()).env("PATH", "/usr/bin:/bin");
    command.kill_on_drop(true);
    command.stdin(Stdio::from(OwnedFd::from(socket))).stdout(Stdio::piped());
    command
}

async fn first_line(child: &mut Child) -> (String, Lines<BufReader<ChildStdout>>) {
    let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
    let line = within("the first line", lines.next_line()).await.expect("it can be read");
    (line.expect("the server says where it listens"), lines)
}

/// The door stays open while the server starts anew: who comes meanwhile waits, and is let in.
#[tokio::test(flavor = "multi_thread")]
async fn the_door_outlives_the_server() {
    let data = tempfile::tempdir().expect("a folder");
    let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = socket.local_addr().expect("it is bound");
    let mut server = handed(&socket, data.path()).spawn().expect("it can be started");
    let (line, _out) = first_line(&mut server).await;
    assert_eq!(line, format!("{{\"listening\":\"http://{address}\"}}"));
    let staff = Staff::of(data.path());
    staff.manager.board().await.expect("a manager sees it");

    let id = server.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    kill_process(id.expect("it runs"), Signal::TERM).expect("it is our own child");
    within("the server to stop", server.wait()).await.expect("it can be waited for");
    let url = format!("http://{address}/health");
    let caller = tokio::spawn(async move { reqwest::get(url).await.map(|answer| answer.status()) });
    let mut server = handed(&socket, data.path()).spawn().expect("it can be started");
    let (_line, _out) = first_line(&mut server).await;
    let status = within("an answer", caller).await.expect("it does not panic");
    assert_eq!(status.expect("it was let in"), 200);
}

/// Descriptors that were meant for another process are left alone.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_meant_for_others_is_left_alone() {
    let data = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(program("demitasse"));
    command.args(["serve", "--json", "--boards", "off", "--listen", "127.0.0.1:0", "--data"]);
    command.arg(data.path()).kill_on_drop(true);
    alone(command.as_std_mut()).env("LISTEN_PID", "1").env("LISTEN_FDS", "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut server = command.spawn().expect("it can be started");
    let (line, _out) = first_line(&mut server).await;
    assert!(line.starts_with("{\"listening\":\"http://127.0.0.1:"), "{line}");
}

/// What is no socket, and more than one, is refused with words.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_door_is_refused() {
    let data = tempfile::tempdir().expect("a folder");
    let socket = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let mut file = handed(&socket, data.path());
    file.stdin(File::open("/dev/null").expect("it is there")).stderr(Stdio::piped());
    let refused = within("the refusal", file.output()).await.expect("it can be started");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{told}");
    assert!(told.contains("the socket cannot be used: fd 3 is not a socket"), "{told}");

    let two = HAND_OVER.replace("LISTEN_FDS=1", "LISTEN_FDS=2");
    let mut several = Command::new("sh");
    several.args(["-c", &two, "sh"]).arg(program("demitasse")).args(["serve", "--data"]);
    several.arg(data.path()).kill_on_drop(true);
    alone(several.as_std_mut());
    several.stdin(Stdio::from(OwnedFd::from(socket)));
    let refused = within("the refusal", several.output()).await.expect("it can be started");
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(told.contains("leave one ListenStream= in demitasse.socket"), "{told}");
}

/// systemd's own tool listens, and starts the server with the first guest.
#[tokio::test(flavor = "multi_thread")]
async fn systemd_starts_the_server_with_the_first_guest() {
    let data = tempfile::tempdir().expect("a folder");
    // A port that was free a moment ago, on a loopback address of this test's own.
    let free = TcpListener::bind("127.77.1.9:0").expect("a free port");
    let address = free.local_addr().expect("it is bound");
    drop(free);
    let mut systemd = Command::new("systemd-socket-activate");
    // It hands nothing of its own surroundings on that it is not told to.
    systemd.args(["--setenv", "XDG_CONFIG_HOME=/nowhere"]);
    systemd.args(["--listen", &address.to_string()]).arg(program("demitasse"));
    systemd.args(["serve", "--boards", "off", "--data"]).arg(data.path());
    systemd.env_clear().stdin(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut systemd = systemd.spawn().expect("systemd is installed");
    let mut told = BufReader::new(systemd.stderr.take().expect("it is piped")).lines();
    let line = within("systemd to listen", told.next_line()).await.expect("it can be read");
    assert!(line.as_ref().is_some_and(|line| line.contains("Listening on")), "{line:?}");
    provide_tls();
    let answer = within("the guest's answer", reqwest::get(format!("http://{address}/health")));
    assert_eq!(answer.await.expect("it was let in").status(), 200);
}

/// Who is asked to close as soon as the bar is open closes it well.
#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_has_just_opened_closes_well() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    assert!(server.stop().await.success());
}
