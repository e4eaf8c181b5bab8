//! Every route lies behind the same guard, whichever way its answer is asked for.

use std::collections::BTreeSet;

use demitasse_shared::api::Role;
use demitasse_tests::Bar;
use reqwest::Response;
use reqwest::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderName,
    ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use serde_json::{Value, json};

use crate::document;
use crate::wire::{Asked, Caller, Wire, device, open_bar};

/// Pages, which no document lists: guests' own, and those of tablets and monitors.
const PAGES: [&str; 8] = [
    "/",
    "/q/0000000000000000",
    "/sign-in",
    "/orders",
    "/orders/1",
    "/j/0",
    "/barista",
    "/display",
];

/// Asked by a program, and by a browser.
const WAYS: [Option<(HeaderName, &str)>; 2] = [None, Some((ACCEPT_ENCODING, "gzip"))];

/// Every method and path that there is.
async fn everything(bar: &Bar) -> BTreeSet<(String, String)> {
    let pages = PAGES.map(|page| ("GET".to_owned(), page.to_owned()));
    let nowhere = ("POST".to_owned(), "/nowhere".to_owned());
    let routes = document::routes(&document::read(bar).await).into_iter();
    let routes = routes.map(|(method, path)| (method, path.replace("{id}", "1")));
    routes.chain(pages).chain([nowhere]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_route_answers_a_stranger() {
    let bar = open_bar().await;
    let (wire, manager) = (Wire::to(&bar), device(&bar, Role::Manager).await);
    let before = bar.staff.manager.board().await.expect("a manager sees it").seq;
    for (method, path) in everything(&bar).await {
        let changes = method != "GET";
        let foreign = [(HOST, "evil.example"), (ORIGIN, "http://evil.example")];
        for header in foreign.into_iter().take(1 + usize::from(changes)) {
            for way in WAYS {
                let what = format!("{method} {path}, {header:?}, {way:?}");
                let answer = ask(&wire, (&method, &path), &manager, [Some(header.clone()), way]);
                check_refused(&what, answer.await).await;
            }
        }
    }
    let after = bar.staff.manager.board().await.expect("a manager sees it").seq;
    assert_eq!(after, before, "a stranger changed something");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_carries_its_protection() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    for path in PAGES {
        for way in WAYS {
            let answer = ask(&wire, ("GET", path), &None, [way, None]).await;
            let text = |name: HeaderName| {
                let value = answer.headers().get(&name);
                let value = value.unwrap_or_else(|| panic!("{path} has no {name}"));
                value.to_str().expect("text").to_owned()
            };
            assert!(text(CONTENT_SECURITY_POLICY).contains("default-src 'none'"), "{path}");
            assert_eq!(text(X_CONTENT_TYPE_OPTIONS), "nosniff", "{path}");
            assert_eq!(text(X_FRAME_OPTIONS), "DENY", "{path}");
            assert_eq!(text(REFERRER_POLICY), "same-origin", "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_browser_has_to_guess_what_an_answer_is() {
    let bar = open_bar().await;
    let wire = Wire::to(&bar);
    for (method, path) in everything(&bar).await {
        let answer = ask(&wire, (&method, &path), &None, [None, None]).await;
        assert_eq!(answer.headers()[X_CONTENT_TYPE_OPTIONS], "nosniff", "{method} {path}");
    }
}

async fn ask(
    wire: &Wire,
    (method, path): (&str, &str),
    caller: &Caller,
    headers: [Option<(HeaderName, &'static str)>; 2],
) -> Response {
    let mut asked = Asked::new(method, path, caller);
    asked.headers.extend(headers.into_iter().flatten());
    wire.send(&asked).await
}

async fn check_refused(what: &str, answer: Response) {
    assert_eq!(answer.status(), 403, "{what}");
    assert_eq!(answer.headers()[CONTENT_TYPE], "application/problem+json", "{what}");
    assert_eq!(answer.headers()[CACHE_CONTROL], "no-store", "{what}");
    let problem: Value = answer.json().await.expect("it is JSON");
    assert_eq!(problem["code"], json!("not_allowed"), "{what}");
}
