use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{HeaderName, Method};
use axum::response::AppendHeaders;
use axum::routing::post;

use super::*;

/// More than a packet, so that it is worth compressing.
const LARGE: usize = 4 * SMALL_BYTES as usize;

fn front() -> Front {
    let cookies = AppendHeaders([(header::SET_COOKIE, "a=1"), (header::SET_COOKIE, "b=2; Secure")]);
    let router = Router::new()
        .route(
            "/",
            post(async |body: Bytes| body.len().to_string()).get(async || "x".repeat(LARGE)),
        )
        .route("/cookies", post(async move || (cookies, "baked")));
    Front::new(router, Hosts::new(["bar.example".to_owned()]), Noes::default())
}

fn request(method: Method, path: &str) -> Builder {
    Request::builder().method(method).uri(path).header(header::HOST, "bar.example")
}

/// Asks both ways: as programs do, and as browsers do.
async fn both(ask: impl Fn() -> Builder, body: usize, is_secure: bool) -> [Response; 2] {
    let front = front();
    let sent = async |accepts: Option<&str>| {
        let request = accepts.map_or_else(&ask, |it| ask().header(header::ACCEPT_ENCODING, it));
        let request = request.body(Body::from(vec![0; body])).expect("a request");
        front.answer(request, is_secure).await
    };
    [sent(None).await, sent(Some("gzip")).await]
}

#[tokio::test]
async fn strangers_are_turned_away_both_ways() {
    for (name, value) in [(header::HOST, "evil.example"), (header::ORIGIN, "http://evil.example")] {
        let ask = || {
            let mut request = request(Method::POST, "/");
            let headers = request.headers_mut().expect("it is good so far");
            headers.insert(HeaderName::clone(&name), HeaderValue::from_static(value));
            request
        };
        for answer in both(ask, 0, false).await {
            assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{name}: {value}");
        }
    }
    for answer in both(|| request(Method::POST, "/"), 0, false).await {
        assert_eq!(answer.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn bodies_have_a_bound_both_ways() {
    for (bytes, status) in
        [(BODY_BYTES, StatusCode::OK), (BODY_BYTES + 1, StatusCode::PAYLOAD_TOO_LARGE)]
    {
        for answer in both(|| request(Method::POST, "/"), bytes, false).await {
            assert_eq!(answer.status(), status, "{bytes} bytes");
        }
    }
}

#[tokio::test]
async fn cookies_of_a_secure_line_stay_on_secure_lines() {
    for (is_secure, expected) in
        [(false, ["a=1", "b=2; Secure"]), (true, ["a=1; Secure", "b=2; Secure"])]
    {
        for answer in both(|| request(Method::POST, "/cookies"), 0, is_secure).await {
            let cookies = answer.headers().get_all(header::SET_COOKIE).iter();
            assert_eq!(cookies.collect::<Vec<_>>(), expected);
        }
    }
}

#[tokio::test]
async fn only_who_takes_it_gets_it_compressed() {
    let [plain, packed] = both(|| request(Method::GET, "/"), 0, false).await;
    assert_eq!(plain.headers().get(header::CONTENT_ENCODING), None);
    assert_eq!(plain.headers()[header::CONTENT_LENGTH], LARGE.to_string());
    assert_eq!(packed.headers()[header::CONTENT_ENCODING], "gzip");
}

#[test]
fn a_connection_keeps_little_of_it() {
    let (front, request) = (front(), Request::new(Body::empty()));
    let bytes = size_of_val(&front.answer(request, false));
    assert!(bytes <= 1_024, "{bytes} bytes for as long as a phone listens");
}
