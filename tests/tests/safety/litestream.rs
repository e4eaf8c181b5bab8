//! Litestream follows the data to another disk: the laptop is lost in a rush, and the bar goes on
//! elsewhere. The real engine, as `docs/backup.md` says.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use demitasse_shared::api::Role;
use demitasse_tests::{Server, source, within};
use tokio::process::{Child, Command};

use crate::backup::folders;
use crate::{demitasse, refused, restore};

/// The engine, as `tests/package.json` brings it.
fn litestream() -> Command {
    let system = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let processor = if cfg!(target_arch = "aarch64") { "arm64" } else { "x64" };
    let package = format!("tests/node_modules/@flydotio/litestream-{system}-{processor}");
    let program = source::root().join(package).join("litestream");
    assert!(program.exists(), "{} is not there: `cargo xtask setup`", program.display());
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
    command
}

/// Follows the data to a folder until it is killed.
fn follow(data: &Path, replica: &Path) -> Child {
    let mut command = litestream();
    command.arg("replicate").arg(data.join("demitasse.db")).arg(address(replica));
    command.spawn().expect("it can be started")
}

fn address(replica: &Path) -> String {
    format!("file://{}", replica.display())
}

/// What the replica holds by now, where it holds anything.
async fn fetch(replica: &Path, to: PathBuf) -> Option<PathBuf> {
    let restored = litestream().arg("restore").arg("-o").arg(&to).arg(address(replica)).status();
    within("litestream to restore", restored).await.is_ok_and(|end| end.success()).then_some(to)
}

/// Fetches until the replica holds so many orders; answers with the fetched file.
async fn fetch_until(replica: &Path, scratch: &Path, orders: &str) -> PathBuf {
    within("the replica to have it all", async {
        for time in 0.. {
            let Some(file) = fetch(replica, scratch.join(format!("{time}.db"))).await else {
                continue;
            };
            let look = scratch.join(format!("look-{time}"));
            let said = demitasse("restore", &look, &[file.as_os_str()]).await;
            if said.stdout.contains(orders) {
                return file;
            }
        }
        unreachable!("it goes on until somebody loses patience")
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_laptop_goes_on_elsewhere() {
    let (data, replica, other) = folders();
    let scratch = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let address = server.address;
    let engine = follow(data.path(), replica.path());
    server.staff.open().await;
    let mut monitor = server.staff.monitor().await;
    let barista = server.staff.token(Role::Barista, "Ben").await;
    let (ana, order) = server.staff.order("Ana").await;
    server.staff.queue(15).await;
    fetch_until(replica.path(), scratch.path(), "16 orders").await;
    let (_, lost) = server.staff.order("Perhaps too late").await;
    server.kill().await;
    drop(engine);
    data.close().expect("the laptop is gone");

    let file = fetch(replica.path(), scratch.path().join("last.db")).await.expect("a replica");
    restore(other.path(), &file).await;
    let server = Server::serve_on(other.path(), address).await;

    monitor.agrees().await;
    assert_eq!(ana.order(order.id).await.expect("she is signed in").number, order.number);
    let ben = server.staff.nobody().with_token(&barista);
    ben.board().await.expect("his device is paired");
    let (_, next) = server.staff.order("Next").await;
    assert!(next.number > lost.number, "{next:?} after {lost:?}");
    monitor
        .until("the next order", |view| view.orders().any(|o| o.id == next.id).then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wipe_waits_until_nobody_reads_along() {
    let (data, replica, scratch) = folders();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    let mut engine = follow(data.path(), replica.path());
    server.staff.order("Zebulonia").await;
    fetch_until(replica.path(), scratch.path(), "1 order").await;
    assert!(server.stop().await.success());

    let said = refused("wipe", data.path(), &[OsStr::new("--yes")]).await;
    assert!(said.contains("Litestream") && said.contains("stop it"), "{said}");

    engine.kill().await.expect("it is our own child");
    let more = ["--yes", "--backups"].map(OsStr::new);
    let said = demitasse("wipe", data.path(), &more).await;
    assert!(said.status.success() && said.stdout.contains("None of them"), "{said:?}");
    assert!(!data.path().join(".demitasse.db-litestream").exists(), "its own copies are gone");
}
