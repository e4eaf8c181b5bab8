//! Two network namespaces: the hall, where the test itself lives with all its screens and phones,
//! and the bar's. One cable between them is the hall's Wi-Fi, which is cut; the other one is staff's,
//! by which the test sees what the bar does meanwhile.

#![expect(clippy::print_stdout, reason = "what the test said inside, and that there is no inside")]

use std::env;
use std::path::Path;
use std::process::Stdio;

use demitasse_shared::client::{Client, LocalServer};
use demitasse_tests::{Server, Staff, alone, program, within};
use rustix::process::getuid;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::watch;

/// Tells a test that it lives in a namespace already.
const INSIDE: &str = "DEMITASSE_INSIDE";

/// The bar at the end of each cable. Nothing of it leaves the namespaces.
pub(super) const BAR: &str = "http://10.77.0.1:8080";
const FOR_STAFF: &str = "http://10.78.0.1:8080";

/// A machine that is not there: what is sent to it is gone.
const NOBODY: &str = "02:00:00:00:00:99";

/// How the Wi-Fi is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cut {
    /// The hall's end has no network: whoever tries hears so.
    Unplugged,
    /// All that is sent is gone, and nobody hears of it.
    Swallowed,
    /// Questions arrive, answers do not.
    Unheard,
}

impl Cut {
    pub(super) const ALL: [Self; 3] = [Self::Unplugged, Self::Swallowed, Self::Unheard];
}

/// Both namespaces. The bar's goes with its keeper, and that with the test: its input is a pipe.
#[derive(Debug)]
pub(super) struct Network {
    keeper: Child,
    is_whole: watch::Sender<bool>,
}

impl Network {
    /// Runs the test of this name once more, in a namespace, where it gets its network from here;
    /// outside of it there is nothing left to do then.
    pub(super) async fn around(test: &str) -> Option<Self> {
        if env::var_os(INSIDE).is_some() {
            return Some(Self::lay().await);
        }
        if !unshare().arg("true").status().await.is_ok_and(|status| status.success()) {
            println!("no network of its own here: that needs a namespace");
            return None;
        }
        let own = env::current_exe().expect("a test knows where it is");
        let mut again = unshare();
        again.arg(own).args(["--exact", test, "--nocapture"]).env(INSIDE, "yes");
        let output = again.stdin(Stdio::null()).kill_on_drop(true).output().await;
        let output = output.expect("it can be started");
        let said = String::from_utf8_lossy(&output.stdout);
        println!("{said}\n{}", String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success() && said.contains("1 passed"), "{test} failed inside");
        None
    }

    async fn lay() -> Self {
        let mut keeper = Command::new("unshare");
        keeper.args(["--net", "sh", "-c", "echo made && exec cat"]);
        keeper.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut keeper = keeper.spawn().expect("namespaces could be made before");
        let out = keeper.stdout.take().expect("it is piped");
        let made = within("the bar's network", BufReader::new(out).lines().next_line()).await;
        made.expect("it can be read").expect("it is made");
        let network = Self { keeper, is_whole: watch::Sender::new(true) };
        network.join("0", "10.77.0").await;
        network.join("1", "10.78.0").await;
        hall("link set lo up").await;
        network.bar("link set lo up").await;
        network
    }

    /// Lays a cable: the bar has the first address, the hall the second.
    async fn join(&self, cable: &str, net: &str) {
        let id = self.id();
        hall(&format!("link add hall{cable} type veth peer name bar{cable} netns {id}")).await;
        hall(&format!("addr add {net}.2/24 dev hall{cable}")).await;
        hall(&format!("link set hall{cable} up")).await;
        self.bar(&format!("addr add {net}.1/24 dev bar{cable}")).await;
        self.bar(&format!("link set bar{cable} up")).await;
    }

    /// Cuts the Wi-Fi.
    pub(super) async fn cut(&self, cut: Cut) {
        self.is_whole.send_replace(false);
        if cut == Cut::Unplugged {
            return hall("link set hall0 down").await;
        }
        self.bar(&format!("neigh replace 10.77.0.2 lladdr {NOBODY} dev bar0 nud permanent")).await;
        if cut == Cut::Swallowed {
            let gone = format!("neigh replace 10.77.0.1 lladdr {NOBODY} dev hall0 nud permanent");
            hall(&gone).await;
        }
    }

    /// Makes it whole again.
    pub(super) async fn mend(&self, cut: Cut) {
        match cut {
            Cut::Unplugged => hall("link set hall0 up").await,
            Cut::Swallowed => {
                hall("neigh del 10.77.0.1 dev hall0").await;
                self.bar("neigh del 10.77.0.2 dev bar0").await;
            }
            Cut::Unheard => self.bar("neigh del 10.77.0.2 dev bar0").await,
        }
        self.is_whole.send_replace(true);
    }

    /// Whether the Wi-Fi is whole, for those who wait for it.
    pub(super) fn is_whole(&self) -> watch::Receiver<bool> {
        self.is_whole.subscribe()
    }

    /// Serves a bar at the other end of both cables, and staff at the end of theirs.
    pub(super) async fn serve(&self, data: &Path) -> (Server, Staff) {
        let mut command = self.inside();
        command.arg(program("demitasse")).args(["serve", "--listen", "0.0.0.0:8080"]);
        command.args(["--public-url", BAR, "--ssh", "127.0.0.1:0", "--zone", "UTC", "--mdns"]);
        command.arg("off").arg("--data").arg(data);
        alone(command.as_std_mut());
        let server = Server::begin(command, data).await.expect("nobody else is there");
        let own = LocalServer::read(data).expect("a running server leaves word of itself");
        let staff = Client::new(FOR_STAFF).expect("an address").with_token(&own.token);
        (server, Staff { manager: staff })
    }

    async fn bar(&self, command: &str) {
        let mut inside = self.inside();
        ip(inside.arg("ip"), command).await;
    }

    fn inside(&self) -> Command {
        let mut command = Command::new("nsenter");
        command.arg(format!("--net=/proc/{}/ns/net", self.id())).arg("--");
        command
    }

    fn id(&self) -> u32 {
        self.keeper.id().expect("it waits for its input to end")
    }
}

/// What starts a program in a network of its own, as root there.
fn unshare() -> Command {
    let mut command = Command::new("unshare");
    command.args((!getuid().is_root()).then_some("--map-root-user")).arg("--net");
    command
}

async fn hall(command: &str) {
    ip(&mut Command::new("ip"), command).await;
}

async fn ip(program: &mut Command, command: &str) {
    let output = program.args(command.split(' ')).output().await.expect("iproute2 is installed");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
}
