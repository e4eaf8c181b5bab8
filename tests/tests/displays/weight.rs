//! What the page is made of: small, and of nothing that a browser from 2018 does not know.

use demitasse_shared::api::Role;
use demitasse_tests::{Answer, Bar, fetch};
use tokio::process::Command;

/// What the page may weigh on the wire, in bytes, its typeface aside.
const MOST: usize = 30_000;

/// A monitor's page, and its script.
struct Page {
    page: Answer,
    script: Answer,
    plain: String,
}

impl Page {
    async fn of(bar: &Bar) -> Self {
        let server = bar.staff.manager.base().trim_start_matches("http://");
        let server = server.trim_end_matches('/').parse().expect("an address");
        let token = bar.staff.token(Role::Display, "Wall").await;
        let cookie = format!("Cookie: demitasse_display={token}");
        let packed = [cookie.as_str(), "Accept-Encoding: gzip"];
        let page = fetch(server, "/display", &packed).await;
        let plain = fetch(server, "/display", &packed[..1]).await.text().to_owned();
        let (_, rest) = plain.split_once("script defer src=\"").expect("it has a script");
        let (address, _) = rest.split_once('"').expect("it is quoted");
        let script = fetch(server, address, &packed[1..]).await;
        let plain = fetch(server, address, &[]).await.text().to_owned();
        Self { page, script, plain }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_small() {
    let bar = Bar::at("2022-10-14T12:00:00Z").await;
    let page = Page::of(&bar).await;
    let bytes = page.page.bytes + page.script.bytes;
    println!("page {} + script {} = {bytes} bytes", page.page.bytes, page.script.bytes);
    assert!(bytes <= MOST, "{bytes} bytes");
    assert!(page.script.has("cache-control: public, max-age=31536000, immutable"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_is_one_that_old_browsers_read() {
    let bar = Bar::at("2022-10-14T12:00:00Z").await;
    let script = Page::of(&bar).await.plain;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("display.js");
    std::fs::write(&path, &script).expect("it takes a file");
    let parser = demitasse_tests::source::root().join("tests/browser/parse.mjs");
    let parsed = Command::new("node").arg(parser).arg(path).output().await.expect("node runs");
    assert!(parsed.status.success(), "{}", String::from_utf8_lossy(&parsed.stderr));
    // Later than the browsers that this is for.
    let later = [
        "replaceChildren",
        ".flat(",
        ".flatMap(",
        "fromEntries",
        "matchAll",
        "ResizeObserver",
        "globalThis",
        "queueMicrotask",
        "allSettled",
        ".at(",
        "replaceAll",
        "AbortController",
        "structuredClone",
        "toggleAttribute",
    ];
    for word in later {
        assert!(!script.contains(word), "{word}");
    }
}
