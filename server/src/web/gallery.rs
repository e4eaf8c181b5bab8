//! Every sample page over HTTP, with the policy and the assets that guests get: what the audits of
//! the tests walk through. Behind the feature `gallery`, and no route of a bar leads here.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;

use super::assets;
use super::dress::Dress;
use super::language::Language;
use super::samples::every_page;
use crate::app::Look;
use crate::http::listener::{self, Limits};

/// All pages, by `LANGUAGE/NAME`.
type Pages = Arc<BTreeMap<String, String>>;

/// Serves the pages in these languages until `shutdown` resolves: each page at `/LANGUAGE/NAME`, all
/// names at `/`, one a line.
pub async fn serve(listener: TcpListener, languages: &[&str], shutdown: impl Future<Output = ()>) {
    let spoken = languages.iter().filter_map(|tag| Language::tagged(tag));
    let pages = spoken.flat_map(|language| {
        let pages = every_page(language.tag).into_iter();
        pages.map(|(name, page)| (format!("{}/{name}", language.tag), page))
    });
    let router = Router::new()
        .route("/", get(names))
        .route("/{*name}", get(page))
        .route(assets::ROUTE, get(assets::asset))
        .with_state(Arc::new(pages.collect()));
    listener::serve(listener, router, Limits::new(|_| false), None, shutdown).await;
}

async fn names(State(pages): State<Pages>) -> String {
    pages.keys().flat_map(|name| [name, "\n"]).collect()
}

async fn page(State(pages): State<Pages>, Path(asked): Path<String>) -> Response {
    let Some(page) = pages.get(&asked) else { return StatusCode::NOT_FOUND.into_response() };
    let policy = Dress::new(&Look::default()).policy();
    ([(header::CONTENT_SECURITY_POLICY, policy)], Html(page.clone())).into_response()
}
