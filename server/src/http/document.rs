//! The API's document, for people and programs that write clients.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use demitasse_shared::api::route;
use demitasse_shared::packed::Packed;

use super::Http;

/// The document. `table` holds it to the handlers.
const DOCUMENT: Packed = Packed::file("openapi.json");

pub(super) fn routes() -> Router<Http> {
    Router::new().route(route::OPENAPI, get(document))
}

/// Hardly anybody asks, so it is unpacked each time.
async fn document() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], DOCUMENT.text())
}
