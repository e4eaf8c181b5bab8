//! The certificate is renewed while the bar serves.

use std::fs;

use demitasse_shared::api::Role;
use demitasse_shared::client::{Client, TlsFault};
use demitasse_tests::Feed;

use super::{asked, authority, fault, serve, tls_init, url};
use demitasse::tls::Folder;

#[tokio::test(flavor = "multi_thread")]
async fn a_new_certificate_counts_at_once_and_open_lines_go_on() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    server.staff.open().await;
    let before = authority(data.path());
    let token = server.staff.token(Role::Barista, "Ana").await;
    let screen = Client::trusting(&url(&server), Some(&before)).expect("an address");
    let mut feed = Feed::follow("the screen", &screen.with_token(&token)).await;

    tls_init(data.path(), &["--new-authority"]).await;
    assert_eq!(fault(asked(&server, &before).await), TlsFault::Unknown);
    assert!(asked(&server, &authority(data.path())).await.expect("an answer"));
    server.staff.queue(1).await;
    let view =
        feed.until("the order", |view| (view.orders().count() > 0).then(|| view.clone())).await;
    assert_eq!((view.downs, view.snapshots), (0, 1), "the open line did not break");
}

#[tokio::test(flavor = "multi_thread")]
async fn half_a_pair_changes_nothing() {
    let [data, other] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    tls_init(data.path(), &[]).await;
    tls_init(other.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    let trusted = authority(data.path());
    let files = Folder::of(data.path()).files();
    let strange = Folder::of(other.path()).files();

    let whole = fs::read_to_string(&files.certificate).expect("it is there");
    let half = &whole[..whole.len() / 2];
    let foreign = fs::read_to_string(&strange.certificate).expect("it is there");
    for bad in [half, "", &foreign] {
        fs::write(&files.certificate, bad).expect("written");
        assert!(asked(&server, &trusted).await.expect("an answer"), "{bad}");
    }
    fs::remove_file(&files.certificate).expect("it was there");
    assert!(asked(&server, &trusted).await.expect("an answer"));
    fs::write(&files.certificate, &foreign).expect("written");
    fs::copy(&strange.key, &files.key).expect("copied");
    let strange = authority(other.path());
    assert!(asked(&server, &strange).await.expect("an answer"), "and the whole one counts");
}
