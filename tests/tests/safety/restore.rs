//! Back to a backup, and on from there.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use demitasse_shared::api::{SignIn, route};
use demitasse_shared::error::RefusalCode;
use demitasse_tests::{Server, View, refusal, run, stranger};
use reqwest::Method;

use crate::backup::folders;
use crate::{back_up, begun, close, demitasse, files, refused, restore};

#[tokio::test(flavor = "multi_thread")]
async fn screens_and_phones_go_on_and_nothing_comes_twice() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    let address = server.address;
    server.staff.open().await;
    let (ana, kept) = server.staff.order("Ana").await;
    let mut monitor = server.staff.monitor().await;
    let backup = back_up(data.path(), stick.path()).await;
    let (_, lost) = server.staff.order("Ben").await;
    let seen = |view: &View| view.orders().any(|o| o.id == lost.id).then_some(());
    monitor.until("the order that will be lost", seen).await;
    server.kill().await;

    let restored = restore(data.path(), Path::new(&backup.file)).await;
    assert_eq!(restored["lost_orders"], 1);
    assert_eq!(restored["numbers_after"], 2);
    let server = Server::serve_on(data.path(), address).await;

    let next = server.staff.order("Next").await.1;
    assert_eq!(next.number, Some(3), "2 was called out");
    let board = monitor.agrees().await;
    assert!(board.order(lost.id).is_none(), "the monitor shows what is lost");
    assert_eq!(monitor.view().snapshots, 2, "it began anew");
    assert_eq!(ana.order(kept.id).await.expect("she is signed in").number, kept.number);
    let no = refusal(ana.order(lost.id).await);
    assert_eq!(no.code, RefusalCode::NotFound, "nobody else's order has that id now");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_shows_what_would_be_lost_and_does_nothing_unasked() {
    let (data, stick, _) = folders();
    let backup = {
        let server = Server::serve(data.path()).await;
        server.staff.open().await;
        server.staff.queue(2).await;
        let backup = back_up(data.path(), stick.path()).await;
        server.staff.queue(3).await;
        server.staff.barista("Ana").await;
        close(server, data.path()).await;
        backup
    };
    let before = fs::read(data.path().join("demitasse.db")).expect("it is there");
    let said = demitasse("restore", data.path(), &[OsStr::new(&backup.file)]).await;
    assert_eq!(said.status.code(), Some(1), "{said:?}");
    for words in ["2 orders", "5 orders", "3 orders and 1 device would be lost"] {
        assert!(said.stdout.contains(words), "{words}: {said:?}");
    }
    assert!(said.stderr.contains("--yes"), "{said:?}");
    let after = fs::read(data.path().join("demitasse.db")).expect("it is there");
    assert!(before == after, "the data are as they were");
    let named = files(data.path()).into_iter().map(|file| file.file_name().map(OsStr::to_owned));
    assert!(!named.flatten().any(|name| name.to_string_lossy().contains("restor")), "no traces");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_replaced_is_kept_and_can_be_restored_itself() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    server.staff.queue(1).await;
    let backup = back_up(data.path(), stick.path()).await;
    server.staff.queue(4).await;
    server.kill().await;
    let restored = restore(data.path(), Path::new(&backup.file)).await;
    let kept = Path::new(restored["kept"].as_str().expect("it says where")).join("demitasse.db");
    restore(data.path(), &kept).await;
    let server = Server::serve(data.path()).await;
    let board = server.staff.manager.board().await.expect("a manager sees it");
    assert_eq!(board.orders.len(), 5, "the way back leads there again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_server_is_left_alone() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    let backup = back_up(data.path(), stick.path()).await;
    let more = [OsStr::new(&backup.file), OsStr::new("--yes")];
    let said = refused("restore", data.path(), &more).await;
    assert!(said.contains("a server runs") && said.contains("stop it first"), "{said}");
    server.staff.open().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_good_backup_changes_nothing() {
    let (data, stick, _) = folders();
    begun(data.path()).await;
    let good = back_up(data.path(), stick.path()).await;
    let good = fs::read(&good.file).expect("it is there");
    let mut damaged = good.clone();
    damaged[8_192..12_000].fill(0x5a);
    let mut newer = good.clone();
    // SQLite, "Database File Format": the user version stands at byte 60.
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let before = files(data.path());
    let check = async |name: &str, content: &[u8], expected: &str| {
        let file = stick.path().join(name);
        fs::write(&file, content).expect("room");
        let more = [file.as_os_str(), OsStr::new("--yes")];
        let said = refused("restore", data.path(), &more).await;
        assert!(said.contains(expected) && said.contains(name), "{name}: {said}");
        assert!(said.contains("nothing was changed"), "{name}: {said}");
        assert_eq!(files(data.path()), before, "{name}: no traces");
    };
    check("damaged", &damaged, "damaged").await;
    check("half", &good[..good.len() / 2], "damaged").await;
    check("newer", &newer, "use a newer demitasse").await;
    check("letter", b"Dear Ana, the beans are in the cellar.", "no backup of a bar").await;
    check("empty", b"", "no backup of a bar").await;
    let missing = stick.path().join("missing.db");
    let said = refused("restore", data.path(), &[missing.as_os_str()]).await;
    assert!(said.contains("missing.db"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_forgotten_since_stays_so() {
    let (data, stick, _) = folders();
    let server = Server::serve(data.path()).await;
    let session = sign_in(&server).await;
    assert_eq!(asked(&server, Method::GET, route::ORDERS, &session).await, 200);
    let backup = back_up(data.path(), stick.path()).await;
    assert_eq!(asked(&server, Method::POST, route::SESSION_FORGET, &session).await, 204);
    assert!(server.stop().await.success());

    restore(data.path(), Path::new(&backup.file)).await;

    let database = fs::read(data.path().join("demitasse.db")).expect("it is there");
    let name = NAME.as_bytes();
    assert!(!database.windows(name.len()).any(|at| at == name), "her name came back");
    let server = Server::serve(data.path()).await;
    assert_eq!(asked(&server, Method::GET, route::ORDERS, &session).await, 401);
}

const NAME: &str = "Xanthippe";

/// A guest's cookie.
async fn sign_in(server: &Server) -> String {
    let url = format!("http://{}{}", server.address, route::SESSION);
    let answer = stranger().post(url).json(&SignIn::by_name(NAME)).send().await;
    let answer = answer.expect("the server answers");
    let cookie = answer.headers()["set-cookie"].to_str().expect("text");
    cookie.split(';').next().expect("a name and a value").to_owned()
}

async fn asked(server: &Server, method: Method, path: &str, session: &str) -> u16 {
    let url = format!("http://{}{path}", server.address);
    let request = stranger().request(method, url).header("Cookie", session);
    request.send().await.expect("the server answers").status().as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn help_tells_how() {
    for command in ["backup", "restore", "wipe"] {
        let said = run([command, "--help"]).await;
        assert!(said.status.success() && said.stdout.contains("--data"), "{said:?}");
    }
}
