//! Screens that are started for the first time while the server comes back. The word by which they find
//! it is still the dead one's then, and the new server takes nobody in by that.

use std::fs;

use demitasse_shared::client::local_server_file;
use demitasse_tests::{Kiosk, Server, Terminal};

use super::rows::is_live;

#[tokio::test(flavor = "multi_thread")]
async fn screens_that_find_a_dead_servers_word_wait_for_the_next_one() {
    let data = tempfile::tempdir().expect("a folder");
    let word = local_server_file(data.path());
    let server = Server::serve(data.path()).await;
    server.staff.open().await;
    let (address, dead) = (server.address, fs::read(&word).expect("it left word"));
    server.kill().await;
    let server = Server::serve_on(data.path(), address).await;
    let living = fs::read(&word).expect("it left word");
    fs::write(&word, dead).expect("room");

    let mut board = Terminal::open(data.path(), "Ana");
    let mut monitor = Kiosk::open(data.path()).await;
    board.shows("who answers", |screen| screen.contains("Another server answers")).await;
    monitor.face().await;
    fs::write(&word, living).expect("room");

    board.shows("a live board", is_live).await;
    let code = monitor.code().await;
    assert_eq!(code, server.staff.window().await.url);
}
