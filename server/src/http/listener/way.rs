//! Shows the way to the secure address to those who come in the clear.

use axum::Json;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderValue, Method, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use demitasse_shared::api::route;
use demitasse_shared::error::{Problem, RefusalCode};

/// What is given to anyone over any line: what devices need before they can come over a secure one,
/// and what watches whether the server lives.
const FOR_ALL: [&str; 3] = [route::AUTHORITY, route::HEALTH, route::READY];

/// Where programs ask.
const API: &str = "/api/";

/// Whether a request is answered over a plain line, too.
pub(super) fn is_for_all<B>(request: &Request<B>) -> bool {
    FOR_ALL.contains(&request.uri().path())
}

/// Sends whoever opens a page to the same page over https. A program is told instead: it has sent
/// its token in the clear already, and must not get used to that.
pub(super) fn way<B>(elsewhere: &str, request: &Request<B>) -> Response {
    let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    let opens = matches!(*request.method(), Method::GET | Method::HEAD) && !path.starts_with(API);
    match HeaderValue::try_from(format!("{elsewhere}{path}")) {
        Ok(address) if opens => {
            // Browsers would remember the way for ever; tomorrow the bar may serve plain http here.
            let headers =
                [(LOCATION, address), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
            (StatusCode::PERMANENT_REDIRECT, headers).into_response()
        }
        _ => refused(elsewhere),
    }
}

fn refused(elsewhere: &str) -> Response {
    let code = RefusalCode::InvalidRequest;
    let status = StatusCode::BAD_REQUEST;
    let problem = Problem {
        code,
        title: code.title().to_owned(),
        status: status.as_u16(),
        detail: format!("This bar is reached over https only: {elsewhere}"),
        order: None,
        by: None,
        retry_at: None,
    };
    let media = [(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"))];
    (status, media, Json(problem)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BAR: &str = "https://bar.example:8443";

    fn sent(method: Method, path: &str) -> (StatusCode, Option<String>) {
        let request = Request::builder().method(method).uri(path).body(()).expect("a request");
        let response = way(BAR, &request);
        let to = response.headers().get(LOCATION).map(|to| to.to_str().expect("text").to_owned());
        (response.status(), to)
    }

    #[test]
    fn pages_are_found_over_https_and_nothing_else_is_sent_twice() {
        let page = (StatusCode::PERMANENT_REDIRECT, Some(format!("{BAR}/Q/ABC?x=1")));
        assert_eq!(sent(Method::GET, "/Q/ABC?x=1"), page);
        assert_eq!(sent(Method::HEAD, "http://192.168.1.7/Q/ABC?x=1"), page);
        for (method, path) in
            [(Method::GET, "/api/shop"), (Method::POST, "/q/ABC"), (Method::OPTIONS, "*")]
        {
            assert_eq!(sent(method, path), (StatusCode::BAD_REQUEST, None), "{path}");
        }
    }

    #[test]
    fn devices_get_the_authority_over_any_line() {
        let request = |path: &str| Request::builder().uri(path).body(()).expect("a request");
        assert!(is_for_all(&request("/authority.crt")));
        assert!(!is_for_all(&request("/authority.crt/")));
    }
}
