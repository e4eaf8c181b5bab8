//! The bar's own authority, from `tls init` to a guest's cookie.

use std::path::Path;

use demitasse_shared::api::Role;
use demitasse_shared::client::{Client, TlsFault};
use demitasse_tests::{Server, fetch, run};

use super::{asked, authority, authority_file, fault, made_at, serve, tls_init, url};

#[tokio::test(flavor = "multi_thread")]
async fn one_command_and_one_flag_make_the_bar_speak_https_beside_http() {
    let data = tempfile::tempdir().expect("a folder");
    let told = tls_init(data.path(), &["--name", "bar.venue.example"]).await;
    for words in ["bar.venue.example", "127.0.0.1", "--tls own", "fingerprint", "--authority"] {
        assert!(told.contains(words), "{words} is not in:\n{told}");
    }
    let server = serve(data.path(), &[]).await;

    let file = std::fs::read_to_string(authority_file(data.path())).expect("it is there");
    let given = fetch(server.address, "/authority.crt", &[]).await;
    assert!(given.has("content-type: application/x-x509-ca-cert"), "{}", given.head);
    assert_eq!(given.text(), file, "devices get it over http");

    assert!(asked(&server, &authority(data.path())).await.expect("an answer"));
    assert!(server.staff.nobody().health().await.expect("an answer").ok, "http goes on");
    server.staff.open().await;
    let code = server.staff.window().await.url;
    assert!(code.starts_with("HTTP://127"), "guests' phones know no such authority: {code}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_over_https_is_never_sent_in_the_clear() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    for (scheme, secure) in [("https", true), ("http", false)] {
        let given = signed_in(data.path(), scheme, &server, &[]).await;
        assert!(given.contains("demitasse_session="), "{given}");
        assert_eq!(given.contains("; Secure"), secure, "{given}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_came_in_the_clear_changes_nothing_over_https() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    for (origin, answer) in [("https", "Ana"), ("http", "not_allowed")] {
        let from = format!("Origin: {origin}://{}", server.address);
        let given = signed_in(data.path(), "https", &server, &["-H", &from]).await;
        assert!(given.contains(answer), "{origin}: {given}");
    }
}

/// What Ana gets for signing in, with its head.
async fn signed_in(data: &Path, scheme: &str, server: &Server, more: &[&str]) -> String {
    let file = authority_file(data).display().to_string();
    let session = format!("{scheme}://{}/api/session", server.address);
    let args = ["--cacert", &file, "-i", "--json", r#"{"name":"Ana"}"#, &session];
    curl(&[&args, more].concat()).await
}

/// curl, and what it got.
pub(super) async fn curl(args: &[&str]) -> String {
    let mut curl = tokio::process::Command::new("curl");
    curl.args(["--silent", "--show-error", "--noproxy", "*"]).args(args).env_clear();
    let output = demitasse_tests::within("curl", curl.output()).await.expect("it is installed");
    String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_certificate_keeps_its_names_and_its_authority() {
    let data = tempfile::tempdir().expect("a folder");
    let folder = made_at("2026-01-01T12:00:00Z", data.path(), &["bar.venue.example"]);
    let before = std::fs::read(folder.authority()).expect("it is there");
    let told = tls_init(data.path(), &["--name", "second.local"]).await;
    assert!(told.contains("bar.venue.example") && told.contains("second.local"), "{told}");
    assert!(told.contains("trust it already"), "{told}");
    assert_eq!(std::fs::read(folder.authority()).expect("it is there"), before);

    let data = data.path().to_str().expect("a path in UTF-8");
    let refused = run(["tls", "init", "--data", data, "--name", "bank.example"]).await;
    assert_eq!(refused.status.code(), Some(1));
    assert!(refused.stderr.contains("may not vouch for bank.example"), "{}", refused.stderr);
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn keys_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("bar");
    tls_init(&data, &[]).await;
    let mode = |path: &Path| {
        let found = std::fs::metadata(path).expect("it is there");
        found.permissions().mode() & 0o777
    };
    for file in ["authority.key", "server.key"] {
        assert_eq!(mode(&data.join("tls").join(file)), 0o600);
    }
    assert_eq!(mode(&data), 0o700, "though the bar never opened");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_there_is_shown_and_what_is_missing_is_named() {
    let data = tempfile::tempdir().expect("a folder");
    let path = data.path().to_str().expect("a path in UTF-8");
    let none = run(["tls", "show", "--data", path]).await;
    assert!(
        !none.status.success() && none.stderr.contains("demitasse tls init"),
        "{}",
        none.stderr
    );
    let none = run(["serve", "--data", path, "--listen", "127.0.0.1:0", "--tls", "own"]).await;
    assert!(
        !none.status.success() && none.stderr.contains("demitasse tls init"),
        "{}",
        none.stderr
    );

    made_at("2020-01-01T12:00:00Z", data.path(), &["bar.local"]);
    let shown = run(["tls", "show", "--data", path]).await;
    assert!(shown.stdout.contains("bar.local") && shown.stdout.contains("run out"), "{shown:?}");
    let shown = run(["tls", "show", "--data", path, "--json"]).await;
    let shown: serde_json::Value = serde_json::from_str(&shown.stdout).expect("it is JSON");
    assert_eq!(shown["certificate"]["names"][0], "bar.local");
    assert_eq!(shown["certificate"]["ends_at"], "2021-01-01T00:00:00Z");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_from_files_is_what_phones_are_sent_to() {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let folder = made_at("2026-11-01T12:00:00Z", elsewhere.path(), &["bar.local"]);
    let files = folder.files();
    let [certificate, key] = [&files.certificate, &files.key].map(|f| f.to_str().expect("UTF-8"));
    let data = tempfile::tempdir().expect("a folder");
    let listen = ["--listen", "127.0.0.1:0", "--ssh", "127.0.0.1:0"];
    let args = [&listen[..], &["--tls-certificate", certificate, "--tls-key", key]].concat();
    let server = Server::serve_with(data.path(), &args).await;
    server.staff.open().await;
    let code = server.staff.window().await.url;
    let phones = format!("HTTPS://BAR.LOCAL:{}/Q/", server.address.port());
    assert!(code.starts_with(&phones), "{code}");
    let device = server.staff.device(Role::Barista, "Ana").await;
    assert!(device.board().await.is_ok(), "programs on the bar's own machine need no certificate");
    let missing = fetch(server.address, "/authority.crt", &[]).await;
    assert!(missing.head.starts_with("HTTP/1.1 404"), "{}", missing.head);
    let stranger = Client::new(&url(&server)).expect("an address");
    assert_eq!(fault(stranger.health().await), TlsFault::Unknown);
}
