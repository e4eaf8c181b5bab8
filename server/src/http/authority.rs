//! The certificate of the bar's own authority, for devices that are to trust it. Nothing of it is
//! secret: it is given to anyone, over plain http too, and people compare its fingerprint.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use demitasse_shared::api::route;

use super::Http;

/// By this type tablets know that a certificate comes, and offer to install it.
const MEDIA: &str = "application/x-x509-ca-cert";

pub(super) fn routes() -> Router<Http> {
    Router::new().route(route::AUTHORITY, get(authority))
}

async fn authority(State(http): State<Http>) -> Response {
    let own = http.keeper.as_ref().and_then(|keeper| keeper.authority());
    match own {
        Some(text) => {
            let headers = [(header::CONTENT_TYPE, MEDIA), (header::CACHE_CONTROL, "no-cache")];
            (headers, text.to_string()).into_response()
        }
        None => (StatusCode::NOT_FOUND, "This bar has no authority of its own.\n").into_response(),
    }
}
