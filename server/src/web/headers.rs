//! What every page tells the browser about itself.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

use super::packed;
use crate::http::Http;

/// The request header by which the page's script asks for a page without its frame.
pub(super) const PART: HeaderName = HeaderName::from_static("demitasse-part");

/// What a page looks like depends on the phone's language, who is signed in, and how it is asked for.
const VARY: &str = "accept-language, cookie, demitasse-part";

/// The headers of every page. A page's address can hold a code, so no other site hears of it;
/// `no-referrer` would also empty the `Origin` of the own forms, by which the server knows them.
/// Pages are the guest's own and change at any moment.
const HEADERS: [(HeaderName, &str); 4] = [
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::CACHE_CONTROL, "private, no-cache"),
    (header::VARY, VARY),
];

/// Adds the headers to whatever the guests' app answers, and packs its pages.
pub(super) async fn protect(State(http): State<Http>, request: Request, next: Next) -> Response {
    let asked = request.headers();
    let (is_part, is_packed) = (asked.contains_key(PART), packed::is_understood(asked));
    let might_be_kept = request.method().is_safe();
    let mut response = next.run(request).await;
    if is_part && response.status() != StatusCode::SEE_OTHER {
        add_to_part(response.headers_mut(), might_be_kept);
    } else {
        protected(&http, response.headers_mut());
    }
    if is_packed { packed::page(response).await } else { response }
}

/// A part is never a page by itself: only the script of a page of ours can ask for one, takes it
/// apart, and keeps it nowhere; that answers to forms are not kept needs no word (RFC 9110, section
/// 9.3.3). By which policy it lives says the page that it comes into.
fn add_to_part(headers: &mut HeaderMap, might_be_kept: bool) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if might_be_kept {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
}

/// What a tablet's page may load and run: the house's own files, and nothing that stands in it.
const TABLET_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
     img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the headers to whatever the page of a tablet's board answers.
pub(crate) async fn protect_tablet(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let policy = HeaderValue::from_static(TABLET_POLICY);
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    add(headers);
    response
}

/// Adds the headers to whatever a monitor's page answers. It is kept nowhere: a page that comes back
/// from memory would show a code from then.
pub(crate) async fn protect_display(
    State(http): State<Http>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, http.display_dress.policy());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    add(headers);
    response
}

/// Adds the headers of a page. What is no page says for itself how long it keeps, and by what
/// policy it lives.
pub(super) fn protected(http: &Http, headers: &mut HeaderMap) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if headers.contains_key(header::CACHE_CONTROL) {
        return;
    }
    headers.insert(header::CONTENT_SECURITY_POLICY, http.dress.policy());
    add(headers);
}

fn add(headers: &mut HeaderMap) {
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
