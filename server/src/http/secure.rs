//! What differs on a secure line.

use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::listener::Peer;

/// What a cookie says that is never to be sent in the clear.
const SECURE: &str = "; Secure";

/// Sees to it that no cookie that was given over a secure line is ever sent in the clear, whatever
/// the address is that phones reach.
pub(super) async fn cookies(request: Request, next: Next) -> Response {
    let is_secure = request.extensions().get::<Peer>().is_some_and(|peer| peer.is_secure);
    let mut response = next.run(request).await;
    if is_secure {
        for cookie in
            response.headers_mut().iter_mut().filter(|(name, _)| *name == header::SET_COOKIE)
        {
            secure(cookie.1);
        }
    }
    response
}

fn secure(cookie: &mut HeaderValue) {
    let Ok(text) = cookie.to_str() else { return };
    if !text.contains(SECURE)
        && let Ok(secured) = HeaderValue::from_str(&format!("{text}{SECURE}"))
    {
        *cookie = secured;
    }
}
