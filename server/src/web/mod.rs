//! The guests' web app: pages that the server renders and that work without JavaScript. A small
//! script (`assets/web/app.js`) makes them live.
//!
//! Pages are pure functions in `pages`; `handlers` ask the bar and show what came of it. What
//! people read when the bar says no is in `words`.

mod assets;
mod cups;
mod fields;
#[cfg(feature = "gallery")]
pub mod gallery;
mod handlers;
mod headers;
mod layout;
mod pages;
#[cfg(any(test, feature = "gallery"))]
mod samples;
mod view;
mod visitor;
mod words;

use axum::routing::get;
use axum::{Router, middleware};

use crate::http::Http;

pub(crate) use handlers::nowhere;

/// Every page, every form and what they are made of. Where a form's answer can stay in the address
/// bar, looking at that address again shows what belongs there and does nothing.
pub fn routes() -> Router<Http> {
    Router::new()
        .route("/", get(handlers::home))
        .route("/q", get(handlers::home).post(handlers::typed))
        .route("/q/{code}", get(handlers::scan).post(handlers::redeem))
        // What the QR code says: upper case keeps its picture small.
        .route("/Q/{code}", get(handlers::scan).post(handlers::redeem))
        .route("/sign-in", get(handlers::sign_in_form).post(handlers::sign_in))
        .route("/sign-out", get(handlers::sign_in_form).post(handlers::sign_out))
        .route("/orders", get(handlers::orders))
        .route("/orders/{id}", get(handlers::order).post(handlers::submit))
        .route("/orders/{id}/cancel", get(handlers::order).post(handlers::cancel))
        .route(assets::ROUTE, get(assets::asset))
        .layer(middleware::map_response(headers::protect))
}
