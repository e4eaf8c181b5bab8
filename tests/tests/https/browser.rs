//! What a browser gives the bar's pages over https, and what it keeps from them over plain http.

use std::path::Path;
use std::process::Stdio;

use demitasse_tests::{source, within};
use serde::Deserialize;
use serde_json::json;
use tokio::process::Command;

use super::{serve, tls_init};

/// What a page has.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is something that a browser gives or not")]
struct Look {
    opened: bool,
    #[serde(default)]
    secure: bool,
    #[serde(default)]
    camera: bool,
    #[serde(default)]
    awake: bool,
    /// Whether the page offers to scan.
    #[serde(default)]
    scans: bool,
}

const NOTHING: Look =
    Look { opened: false, secure: false, camera: false, awake: false, scans: false };

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_gives_camera_and_wakefulness_to_secure_pages_only() {
    let data = tempfile::tempdir().expect("a folder");
    tls_init(data.path(), &["--name", "bar.local"]).await;
    let server = serve(data.path(), &[]).await;
    server.staff.open().await;
    let port = server.address.port();
    let pages = [
        format!("http://bar.local:{port}/"),
        format!("https://bar.local:{port}/"),
        format!("https://bar.local:{port}/display"),
    ];
    let key = key_hash(&data.path().join("tls/server.crt")).await;
    let [plain, guest, monitor] = looks(&key, &pages).await;
    assert_eq!(plain, Look { opened: true, ..NOTHING });
    let full = |scans| Look { opened: true, secure: true, camera: true, awake: true, scans };
    assert_eq!(guest, full(true));
    assert_eq!(monitor, full(false));

    let unknown = looks("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", &pages).await;
    assert_eq!(unknown[1], NOTHING, "a browser that does not know the bar refuses it");
}

/// Opens the pages in a browser that knows a certificate with this key.
async fn looks<const PAGES: usize>(key: &str, pages: &[String; PAGES]) -> [Look; PAGES] {
    let wish = json!({ "key": key, "names": ["bar.local"], "addresses": pages.as_slice() });
    let mut node = Command::new("node");
    node.arg(source::root().join("tests/browser/secure.mjs")).arg(wish.to_string());
    node.stdin(Stdio::null()).kill_on_drop(true);
    let output = within("the browser", node.output()).await.expect("node is installed");
    let looks: Vec<Look> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|why| panic!("{why}: {}", String::from_utf8_lossy(&output.stderr)));
    looks.try_into().expect("as many as there are pages")
}

/// SHA-256 over a certificate's key in base64, reckoned by OpenSSL.
async fn key_hash(certificate: &Path) -> String {
    let line = "openssl x509 -in \"$0\" -pubkey -noout | openssl pkey -pubin -outform der \
                | openssl dgst -sha256 -binary | base64";
    let output = Command::new("sh").arg("-c").arg(line).arg(certificate).output().await;
    String::from_utf8(output.expect("it is installed").stdout).expect("text").trim().to_owned()
}
