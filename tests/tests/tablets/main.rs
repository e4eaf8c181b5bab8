//! The baristas' board on devices that have nothing installed: a real ssh client in a
//! pseudo-terminal, and Chromium with touch.

mod browser;
mod crowd;
mod off;
mod ssh;

use std::path::{Path, PathBuf};

use demitasse_shared::client::LocalServer;
use demitasse_tests::{Launch, OpenBar};
use tokio::process::Command;

/// More drinks than any story needs.
const DRINKS: u32 = 1_000;

/// An ssh client's home: where its key is, and which bars it knows.
#[derive(Debug)]
struct Client {
    home: tempfile::TempDir,
}

impl Client {
    /// A client with a key of its own.
    async fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let options = ["-q", "-t", "ed25519", "-N", "", "-f"];
        let made = Command::new("ssh-keygen").args(options).arg(home.path().join("key")).status();
        assert!(made.await.expect("ssh-keygen is installed (cargo xtask setup)").success());
        Self { home }
    }

    /// What stands on its command line before what it is asked for.
    fn args(&self, data: &Path) -> Vec<String> {
        let word = LocalServer::read(data).expect("a running server leaves word of itself");
        let address = word.ssh.expect("boards are on");
        let in_home = |name: &str| self.home.path().join(name).display().to_string();
        let options = [
            format!("UserKnownHostsFile={}", in_home("known")),
            "StrictHostKeyChecking=accept-new".to_owned(),
            "IdentitiesOnly=yes".to_owned(),
            format!("IdentityFile={}", in_home("key")),
        ];
        let options = options.into_iter().flat_map(|option| ["-o".to_owned(), option]);
        let port =
            ["-F".to_owned(), "none".to_owned(), "-p".to_owned(), address.port().to_string()];
        let to = [format!("bar@{}", address.ip())];
        options.chain(port).chain(to).collect()
    }

    /// A terminal in which it comes to the bar.
    fn comes_to(&self, bar: &OpenBar) -> Launch {
        Launch::at(ssh()).args(self.args(bar.data()))
    }
}

/// The system's ssh client: a terminal starts programs by their whole path.
fn ssh() -> PathBuf {
    let path = std::env::var_os("PATH").expect("there is one");
    let found = std::env::split_paths(&path).map(|folder| folder.join("ssh"));
    found.into_iter().find(|path| path.exists()).expect("ssh is installed (cargo xtask setup)")
}

/// Whether the columns hold so many: waiting, making, ready.
fn holds(screen: &str, [waiting, making, ready]: [u32; 3]) -> bool {
    let heads =
        [format!("Waiting {waiting} "), format!("Making {making} "), format!("Ready {ready} ")];
    heads.iter().all(|head| screen.contains(head))
}
