//! A copy while the bar goes on.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use demitasse_shared::api::Role;
use demitasse_shared::backup::NewBackup;
use demitasse_shared::error::RefusalCode;
use demitasse_tests::{Server, refusal};

use crate::{back_up, begun, demitasse, files, refused, restore};

#[tokio::test(flavor = "multi_thread")]
async fn made_while_serving_it_opens_elsewhere_as_the_bar_was() {
    let (data, stick, other) = folders();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    let (ana, order) = server.staff.order("Ana").await;
    let ben = server.staff.token(Role::Barista, "Ben").await;
    let before = server.staff.manager.board().await.expect("a manager sees it");

    let made = back_up(data.path(), stick.path()).await;

    assert_eq!(files(stick.path()), [Path::new(&made.file)], "nothing else is left there");
    let rights = fs::metadata(&made.file).expect("it is there").permissions().mode();
    assert_eq!(rights & 0o777, 0o600, "it is for the own user alone");
    assert_eq!(made.orders, 1);
    let (_, lost) = server.staff.order("Too late").await;
    let address = server.address;
    server.kill().await;

    restore(other.path(), Path::new(&made.file)).await;
    let server = Server::serve_on(other.path(), address).await;

    let after = server.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(after.orders, before.orders);
    assert_eq!(ana.order(order.id).await.expect("her session is good").state, order.state);
    let board = server.staff.nobody().with_token(&ben).board().await;
    assert_eq!(board.expect("his token is good").orders, before.orders);
    let (_, next) = server.staff.order("Next").await;
    assert!(next.number > lost.number, "a number that was called out comes again: {next:?}");
    assert!(next.id > lost.id, "an id comes again: {next:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn made_without_a_server_it_is_the_same() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    server.staff.order("Ana").await;
    let with = back_up(data.path(), stick.path()).await;
    assert!(server.stop().await.success());
    let without = back_up(data.path(), stick.path()).await;
    assert!(without.seq >= with.seq && without.orders == with.orders, "{with:?}, {without:?}");
    assert!(files(stick.path()).contains(&without.file.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_beside_the_data_and_says_so_where_nothing_is_said() {
    let (data, ..) = folders();
    let server = Server::serve(data.path()).await;
    let said = demitasse("backup", data.path(), &[]).await;
    assert!(said.status.success() && said.stdout.contains("same disk"), "{said:?}");
    let [file] = &files(&data.path().join("backups"))[..] else { panic!("one backup: {said:?}") };
    assert!(said.stdout.contains(file.to_str().expect("letters")), "{said:?}");
    let known = server.staff.manager.backups().await.expect("a manager may ask");
    assert_eq!(known.last.expect("it is remembered").file, file.to_string_lossy());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_own_machine_says_where_files_go() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    let manager = server.staff.device(Role::Manager, "Eva's phone").await;
    let to = Some(stick.path().to_string_lossy().into_owned());
    let no = refusal(manager.back_up(&NewBackup { to, ..NewBackup::default() }).await);
    assert_eq!(no.code, RefusalCode::NotAllowed);
    assert_eq!(files(stick.path()).len(), 0);
    manager.backups().await.expect("to know is for managers");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_cannot_be_used_is_told_in_words() {
    let (data, stick, _) = folders();
    let nothing = refused("backup", &stick.path().join("typo"), &[]).await;
    assert!(nothing.contains("no data") && files(stick.path()).is_empty(), "{nothing}");
    begun(data.path()).await;
    let gone = stick.path().join("pulled/out");
    let to = [OsStr::new("--to"), gone.as_os_str()];
    let offline = refused("backup", data.path(), &to).await;
    let _server = Server::serve(data.path()).await;
    let online = refused("backup", data.path(), &to).await;
    for said in [offline, online] {
        assert!(said.contains("pulled/out") && said.contains("plug in"), "{said}");
    }
    let own = data.path().join("demitasse.db");
    let said = refused("backup", data.path(), &[OsStr::new("--to"), own.as_os_str()]).await;
    assert!(said.contains("the data themselves"), "{said}");
}

/// A disk of 128 kB, where the test may make one.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_stick_is_told_and_left_as_it_was() {
    use std::process::Command;
    let (data, stick, _) = folders();
    let mount = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=128k", "tmpfs"])
        .arg(stick.path())
        .output();
    if !mount.is_ok_and(|mount| mount.status.success()) {
        eprintln!("no small disk here: that needs root; the rest of the tests stands for it");
        return;
    }
    let _server = Server::serve(data.path()).await;
    let to = [OsStr::new("--to"), stick.path().as_os_str()];
    let said = refused("backup", data.path(), &to).await;
    let left = files(stick.path());
    let unmount = Command::new("umount").arg(stick.path()).status();
    assert!(unmount.is_ok_and(|status| status.success()), "nobody uses it any more");
    assert!(said.contains("no room") && said.contains("free some space"), "{said}");
    assert_eq!(left.len(), 0, "nothing half done is left: {left:?}");
}

/// The data, a stick and another machine.
pub(crate) fn folders() -> (tempfile::TempDir, tempfile::TempDir, tempfile::TempDir) {
    let folder = || tempfile::tempdir().expect("a folder");
    (folder(), folder(), folder())
}
