use std::net::TcpListener;

use demitasse::config::{Boards, Config};
use demitasse_shared::client::LocalServer;
use demitasse_tests::{Bar, Server, fetch};

#[tokio::test(flavor = "multi_thread")]
async fn one_setting_turns_both_off() {
    let config = Config { boards: Boards::Off, ..Config::default() };
    let bar = Bar::of_venue("2022-10-14T12:00:00Z", config).await;
    let word = LocalServer::read(bar.data()).expect("it runs");
    assert_eq!(word.ssh, None);
    assert!(!bar.data().join("ssh_host_ed25519_key").exists(), "nothing is even prepared");
    for address in ["/barista", "/barista/live?board=a&columns=80&rows=24"] {
        let server = word.url.trim_start_matches("http://").parse().expect("an address");
        let answer = fetch(server, address, &[]).await;
        assert!(answer.head.starts_with("HTTP/1.1 404 "), "{address}: {}", answer.head);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_port_that_is_taken_keeps_no_bar_closed() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("it has one").to_string();
    let data = tempfile::tempdir().expect("a folder");
    let server =
        Server::serve_with(data.path(), &["--listen", "127.0.0.1:0", "--ssh", &address]).await;
    let word = LocalServer::read(data.path()).expect("it runs");
    assert_eq!(word.ssh, None);
    assert!(server.staff.nobody().health().await.is_ok());
}
