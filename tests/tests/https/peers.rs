//! Peers that are not ours: curl and OpenSSL.

use std::process::Stdio;

use demitasse_tests::{Finished, Server, within};
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

use super::own::curl;
use super::{authority_file, serve, tls_init, url};

/// `openssl s_client`, with a request for it to send.
async fn openssl(server: &Server, more: &[&str]) -> Finished {
    let mut openssl = Command::new("openssl");
    openssl.args(["s_client", "-connect", &server.address.to_string(), "-ign_eof"]).args(more);
    openssl.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut peer = openssl.spawn().expect("it is installed");
    let request =
        format!("GET /health HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", server.address);
    let mut says = peer.stdin.take().expect("it is piped");
    // One that finds no common language ends before it has heard the request.
    drop(says.write_all(request.as_bytes()).await);
    let output = within("openssl", peer.wait_with_output()).await.expect("it ran");
    drop(says);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Finished { status: output.status, stdout: text(output.stdout), stderr: text(output.stderr) }
}

#[tokio::test(flavor = "multi_thread")]
async fn openssl_verifies_the_bar_in_both_versions_and_hears_it_say_goodbye() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    let file = authority_file(data.path());
    let trust = ["-CAfile", file.to_str().expect("UTF-8"), "-verify_return_error"];
    let names = ["-verify_ip", "127.0.0.1", "-alpn", "h2,http/1.1"];
    for (flag, version) in [("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")] {
        let heard = openssl(&server, &[&trust[..], &names, &[flag]].concat()).await;
        let said = &heard.stdout;
        for words in
            [version, "Verify return code: 0 (ok)", "ALPN protocol: http/1.1", r#"{"ok":true"#]
        {
            assert!(said.contains(words), "{words} is not in:\n{said}\n{}", heard.stderr);
        }
        assert!(!heard.stderr.contains("unexpected eof"), "no goodbye: {}", heard.stderr);
        assert!(heard.status.success(), "{heard:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_language_in_common_with_the_bar_is_refused() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &[]).await;
    let server = serve(data.path(), &[]).await;
    for strange in [&["-tls1_1"][..], &["-tls1_3", "-alpn", "h2"]] {
        let heard = openssl(&server, strange).await;
        assert!(!heard.stdout.contains(r#"{"ok":true"#), "{strange:?}: {}", heard.stdout);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn curl_trusts_the_authority_by_every_name_and_nobody_without_it() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &["--name", "bar.venue.example"]).await;
    let server = serve(data.path(), &["--public-url", "https://bar.venue.example"]).await;
    let file = authority_file(data.path()).display().to_string();
    let port = server.address.port();
    for host in ["127.0.0.1", "localhost", "bar.venue.example"] {
        let there = format!("{host}:{port}:127.0.0.1");
        let health = format!("https://{host}:{port}/health");
        let answer = curl(&["--cacert", &file, "--resolve", &there, &health]).await;
        assert!(answer.contains(r#""ok":true"#), "{host}: {answer}");
    }
    let refused = curl(&[&format!("{}/health", url(&server))]).await;
    assert!(refused.contains("certificate"), "{refused}");
}
