//! The guests' web app: pages that the server renders and that work without JavaScript. A small
//! script (`assets/web/app.js`) makes them live.
//!
//! Pages are pure functions in `pages`; `handlers` ask the bar and show what came of it. What
//! people read is in `assets/texts`, a file for each language; `language` knows which one it is.

mod assets;
mod cups;
mod display;
mod dress;
mod fields;
#[cfg(feature = "gallery")]
pub mod gallery;
mod handlers;
mod headers;
mod language;
mod layout;
mod names;
mod packed;
mod pages;
#[cfg(any(test, feature = "gallery"))]
mod samples;
mod script;
mod short;
mod view;
mod visitor;
mod word;
mod words;

use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use axum::{Router, middleware};

use crate::http::Http;
use crate::photo::PHOTO_BYTES;

pub(crate) use assets::{for_pairing as pairing_scripts, for_tablets as tablet_assets};
pub use display::DisplayDress;
pub use dress::Dress;
pub(crate) use handlers::{nowhere, proof_words};
pub(crate) use headers::{protect_display, protect_tablet};
pub(crate) use visitor::language_of;

/// Where a picture of the code is sent to.
pub(crate) const PHOTO: &str = "/q/photo";

/// What a picture's form has beside the picture, in bytes.
const FORM_BYTES: usize = 4 * 1024;

/// Every page, every form and what they are made of. Where a form's answer can stay in the address
/// bar, looking at that address again shows what belongs there and does nothing.
pub fn routes(http: &Http) -> Router<Http> {
    Router::new()
        .route("/", get(handlers::home))
        .route("/language", get(handlers::home).post(handlers::language))
        .route("/q", get(handlers::home).post(handlers::typed))
        .route("/q/{code}", get(handlers::menu).post(handlers::redeem))
        .route(PHOTO, get(handlers::home).post(handlers::photo).layer(photos()))
        // What the QR code says: upper case keeps its picture small.
        .route("/Q/{code}", get(handlers::menu).post(handlers::redeem))
        .route("/sign-in", get(handlers::sign_in_form).post(handlers::sign_in))
        .route("/sign-in/code", get(handlers::proof_form).post(handlers::prove))
        .route("/sign-in/again", get(handlers::proof_form).post(handlers::ask_again))
        .route("/sign-out", get(handlers::sign_in_form).post(handlers::sign_out))
        .route("/orders", get(handlers::today))
        .route("/orders/{id}", get(handlers::order).post(handlers::submit))
        .route("/orders/{id}/cancel", get(handlers::order).post(handlers::cancel))
        .route("/orders/{id}/journey", get(handlers::journey))
        .route("/forget-me", get(handlers::forget_form).post(handlers::forget))
        .route("/j/{word}", get(handlers::shared_journey))
        .route(assets::ROUTE, get(assets::asset))
        .route(assets::DISPLAY_ROUTE, get(assets::asset))
        .route("/sw.js", get(assets::worker))
        .route(crate::app::LOGO_ROUTE, get(dress::logo))
        .layer(middleware::from_fn_with_state(http.clone(), headers::protect))
}

/// A picture is larger than anything else that is sent.
fn photos() -> DefaultBodyLimit {
    DefaultBodyLimit::max(PHOTO_BYTES + FORM_BYTES)
}
