//! What differs on a secure line.

use axum::http::{HeaderMap, HeaderValue, header};

/// What a cookie says that is never to be sent in the clear.
const SECURE: &str = "; Secure";

/// Sees to it that no cookie that was given over a secure line is ever sent in the clear, whatever
/// the address is that phones reach.
pub(super) fn cookies(headers: &mut HeaderMap) {
    for (_, cookie) in headers.iter_mut().filter(|(name, _)| *name == header::SET_COOKIE) {
        secure(cookie);
    }
}

fn secure(cookie: &mut HeaderValue) {
    let Ok(text) = cookie.to_str() else { return };
    if !text.contains(SECURE)
        && let Ok(secured) = HeaderValue::from_str(&format!("{text}{SECURE}"))
    {
        *cookie = secured;
    }
}
