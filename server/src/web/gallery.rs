//! Every sample page over HTTP, with the headers and assets that guests get: what the audits of
//! the tests walk through. Behind the feature `gallery`, so no bar has it.

use std::future::Future;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Router, middleware};
use tokio::net::TcpListener;

use super::samples::every_page;
use super::{assets, headers};
use crate::http::listener::{self, Limits};

/// Serves the gallery until `shutdown` resolves: each page at `/NAME`, all names at `/`, one a line.
pub async fn serve(listener: TcpListener, shutdown: impl Future<Output = ()>) {
    let router = Router::new()
        .route("/", get(names))
        .route("/{*name}", get(page))
        .route(assets::ROUTE, get(assets::asset))
        .layer(middleware::map_response(headers::protect));
    listener::serve(listener, router, Limits::new(|_| false), shutdown).await;
}

async fn names() -> String {
    every_page().into_iter().map(|(name, _)| format!("en/{name}\n")).collect()
}

async fn page(Path(asked): Path<String>) -> Response {
    let found = every_page().into_iter().find(|(name, _)| format!("en/{name}") == asked);
    found.map_or_else(
        || StatusCode::NOT_FOUND.into_response(),
        |(_, page)| Html(page).into_response(),
    )
}
