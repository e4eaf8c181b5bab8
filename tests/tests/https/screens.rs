//! Screens whose line is a secure one: a paired device keeps whom it trusts.

use demitasse_shared::api::Role;
use demitasse_tests::{Kiosk, Launch};

use super::{authority_file, serve, tls_init, url};

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_keeps_the_authority_with_its_pairing() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    let home = tempfile::tempdir().expect("a folder");
    let keep = home.path().join("barista.json");
    let (keep, url) = (keep.to_str().expect("UTF-8"), url(&server));
    let file = authority_file(data.path());
    let code = server.staff.code("Ana").await;
    let known = ["--server", &url, "--credentials", keep];
    let first = ["--pair", &code, "--authority", file.to_str().expect("UTF-8")];

    let mut board = Launch::of("demitasse-barista").args(known.iter().chain(&first)).start();
    board.shows("the board", |screen| screen.contains("Waiting")).await;
    drop(board);
    let mut again = Launch::of("demitasse-barista").args(known).start();
    again.shows("the board without a word", |screen| screen.contains("Waiting")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_monitor_shows_the_code_over_https() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    server.staff.open().await;
    let nowhere = tempfile::tempdir().expect("a folder");
    let code = server.staff.code_for(Role::Display, "Monitor").await;
    let file = authority_file(data.path());
    let url = url(&server);
    let more = ["--server", &url, "--pair", &code, "--authority", file.to_str().expect("UTF-8")];
    let mut monitor = Kiosk::open_with(nowhere.path(), &more, []).await;
    assert_eq!(monitor.code().await, server.staff.window().await.url);
}
