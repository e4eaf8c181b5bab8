//! Lines that must not come about, in words that say what to do.

use demitasse_shared::client::{Client, TlsFault};
use demitasse_tests::{Launch, Server};

use super::{asked, authority, authority_file, fault, made_at, serve, tls_init};

#[tokio::test(flavor = "multi_thread")]
async fn nobody_but_the_authority_that_was_given_vouches_for_the_bar() {
    let [data, other] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    tls_init(data.path(), &[]).await;
    tls_init(other.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    let foreign = asked(&server, &authority(other.path())).await;
    assert_eq!(fault(foreign), TlsFault::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_counts_in_its_own_time_only() {
    let cases =
        [("2020-01-01T12:00:00Z", TlsFault::Expired), ("2120-01-01T12:00:00Z", TlsFault::TooEarly)];
    for (made, expected) in cases {
        let data = tempfile::tempdir().expect("a folder");
        made_at(made, data.path(), &[]);
        let server = serve(data.path(), &[]).await;
        assert_eq!(fault(asked(&server, &authority(data.path())).await), expected, "{made}");
    }
}

/// All of 127.0.0.0/8 is this machine, but only its first address stands in the certificate.
#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_counts_for_its_own_names_only() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let anywhere = ["--listen", "0.0.0.0:0", "--ssh", "127.0.0.1:0", "--tls", "own"];
    let server = Server::serve_with(data.path(), &anywhere).await;
    let wrong = format!("https://127.0.0.2:{}", server.address.port());
    let trusted = authority(data.path());
    let client = Client::trusting(&wrong, Some(&trusted)).expect("an address");
    assert_eq!(fault(client.health().await), TlsFault::Name);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_without_https_is_told_from_one_that_is_not_there() {
    let data = tempfile::tempdir().expect("a folder");
    let server = Server::serve(data.path()).await;
    let client = Client::new(&format!("https://{}", server.address)).expect("an address");
    assert_eq!(fault(client.health().await), TlsFault::Plain);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_terminal_says_what_to_do_and_goes_on_once_it_knows_the_authority() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    server.staff.open().await;
    let code = server.staff.code("Ana").await;
    let url = format!("https://{}", server.address);
    let pair = ["--server", &url, "--pair", &code];
    let mut board = Launch::of("demitasse-barista").args(pair).sized(120, 30).start();
    board.shows("what to do", |screen| screen.contains("/authority.crt")).await;
    drop(board);

    let file = authority_file(data.path());
    let trusting = pair.into_iter().chain(["--authority", file.to_str().expect("UTF-8")]);
    let mut board = Launch::of("demitasse-barista").args(trusting).sized(120, 30).start();
    board.shows("the board", |screen| screen.contains("Waiting")).await;
    server.staff.queue(1).await;
    board.shows("an order", |screen| screen.contains("Flat white")).await;
}
