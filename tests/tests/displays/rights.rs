use demitasse_shared::api::Role;
use demitasse_tests::{Answer, Bar, Server, fetch};

/// Asks for a path with a token in the monitors' cookie.
async fn ask(bar: &Bar, path: &str, token: &str) -> Answer {
    let server = bar.staff.manager.base().trim_start_matches("http://").trim_end_matches('/');
    let cookie = format!("Cookie: demitasse_display={token}");
    fetch(server.parse().expect("an address"), path, &[&cookie]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_for_paired_monitors_alone() {
    let bar = Bar::open_at("2022-10-14T12:00:00Z").await;
    let display = bar.staff.token(Role::Display, "Wall").await;
    let barista = bar.staff.token(Role::Barista, "Ana").await;
    let manager = bar.staff.token(Role::Manager, "Rui").await;
    let guest = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".to_owned();

    let page = ask(&bar, "/display", &display).await;
    assert!(page.text().contains("id=\"panel\""), "{}", page.text());
    for field in ["cache-control: no-store", "x-frame-options: DENY"] {
        assert!(page.has(field), "{}", page.head);
    }
    // The cookie goes nowhere but below the page.
    for elsewhere in ["\"/assets/", "(/assets/"] {
        assert!(!page.text().contains(elsewhere), "{elsewhere}");
    }
    assert!(!page.text().contains(&bar.staff.window().await.code), "a page is kept by browsers");
    for token in [barista, manager, guest, String::new()] {
        for path in ["/display", "/display?preview=open"] {
            let form = ask(&bar, path, &token).await;
            assert!(form.text().contains("Pairing code"), "{}", form.text());
            assert!(!form.text().contains("id=\"panel\""));
        }
        let stream = ask(&bar, "/display/live", &token).await;
        assert!(stream.has("content-type: text/event-stream"), "{}", stream.head);
        assert!(stream.text().contains("event: unpaired\ndata: null\n\n"), "{}", stream.text());
        assert!(!stream.text().contains("picture"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_keeps_no_cookie_is_told_so() {
    let bar = Bar::at("2022-10-14T12:00:00Z").await;
    let form = ask(&bar, "/display?paired=1", "").await;
    assert!(form.text().contains("did not keep the pairing"), "{}", form.text());
    let form = ask(&bar, "/display", "").await;
    assert!(!form.text().contains("did not keep"), "{}", form.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_face_that_is_none_is_answered_with_those_that_are() {
    let bar = Bar::at("2022-10-14T12:00:00Z").await;
    let display = bar.staff.token(Role::Display, "Wall").await;
    let list = ask(&bar, "/display?preview=brunch", &display).await;
    assert!(list.head.starts_with("HTTP/1.1 404 "), "{}", list.head);
    assert!(list.text().contains("/display?preview=line-lost"), "{}", list.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn monitors_need_no_boards() {
    let data = tempfile::tempdir().expect("a folder");
    let more = ["--listen", "127.0.0.1:0", "--boards", "off"];
    let server = Server::serve_with(data.path(), &more).await;
    let form = fetch(server.address, "/display", &[]).await;
    assert!(form.text().contains("Pairing code"), "{}", form.head);
}
