//! What every page tells the browser about itself.

use axum::http::{HeaderName, HeaderValue, header};
use axum::response::Response;

/// Only what the server itself sends is loaded, run and sent to; nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// The headers of every page. A page's address can hold a code, so no other site hears of it;
/// `no-referrer` would also empty the `Origin` of the own forms, by which the server knows them.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Adds the headers. Pages are the guest's own and change at any moment; assets say for themselves
/// how long they keep.
pub(super) async fn protect(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let own = HeaderValue::from_static("private, no-cache");
    headers.entry(header::CACHE_CONTROL).or_insert(own);
    response
}
