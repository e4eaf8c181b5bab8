//! HTTP: the route table, grouped by who calls. Handlers translate; the use-cases decide.

pub mod auth;
mod authority;
mod backups;
mod boards;
mod counter;
mod devices;
mod displays;
mod doctor;
pub mod error;
pub mod guard;
mod guests;
mod json;
mod ledger;
pub mod listener;
mod live;
mod menu;
pub mod pending;
mod public;
mod screens;
mod secure;
mod senders;
mod session;
mod sse;
mod staff;

use axum::body::HttpBody;
use axum::extract::DefaultBodyLimit;
use axum::http::{Response, header};
use axum::{Router, middleware};
use demitasse_shared::api::route;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate, SizeAbove};
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Bar;
use crate::boards::browser::Pages;
use crate::displays::Displays;
use crate::doctor::Round;
use crate::live::Hall;
use crate::web::{DisplayDress, Dress};

/// The largest body that any request may have, in bytes. An order with a note is under 1 kB.
const BODY_BYTES: usize = 16 * 1024;

/// The largest answer that is sent as it is, in bytes: it fits into one packet.
const SMALL_BYTES: u16 = 1_024;

/// What every handler has at hand.
#[derive(Clone, Debug)]
pub struct Http {
    /// The bar.
    pub bar: Bar,
    /// The token that lets programs of the server's own user in.
    pub local_token: std::sync::Arc<str>,
    /// The address that staff's tablets and monitors open.
    pub staff_url: std::sync::Arc<str>,
    /// The names under which phones may reach the server.
    pub hosts: guard::Hosts,
    /// What the guests' pages wear.
    pub dress: Dress,
    /// What the monitors in browsers wear.
    pub display_dress: DisplayDress,
    /// Where phones listen to the live feed.
    pub hall: Hall,
    /// The monitors in browsers.
    pub displays: Displays,
    /// Looks whether the bar is fit.
    pub doctor: Round,
    /// The boards in tablets' browsers, unless they are off.
    pub pages: Option<Pages>,
    /// What shows the bar's certificate, where it serves https.
    pub keeper: Option<std::sync::Arc<crate::tls::Keeper>>,
}

/// The API's document without its paths, which come from the handlers.
#[derive(OpenApi)]
#[openapi(info(
    title = "Demitasse",
    description = "A whole pop-up espresso bar on one laptop. Every refusal is answered with \
                   problem details (RFC 9457) whose `code` is stable.",
))]
struct Document;

/// Everything that the server answers: the API, the live feed and the guests' pages.
pub fn router(http: Http) -> Router {
    let (api, mut document) = api().split_for_parts();
    env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
    let document: axum::body::Bytes = serde_json::to_vec(&document).unwrap_or_default().into();
    api.route(
        route::OPENAPI,
        axum::routing::get(move || {
            let document = document.clone();
            async move { ([(axum::http::header::CONTENT_TYPE, "application/json")], document) }
        }),
    )
    .merge(crate::web::routes(&http))
    .merge(boards::routes(&http))
    .merge(displays::routes(&http))
    .merge(authority::routes())
    .fallback(crate::web::nowhere)
    .method_not_allowed_fallback(error::no_such_method)
    .layer(DefaultBodyLimit::max(BODY_BYTES))
    .layer(middleware::from_fn(guard::within_time))
    .layer(CompressionLayer::new().compress_when(WorthIt))
    .layer(middleware::from_fn_with_state(http.clone(), guard::check))
    .layer(middleware::from_fn(secure::cookies))
    .with_state(http)
}

/// What is sent compressed: not what is small and made anew each time, nor pictures, nor the live
/// feed, which must not wait for enough to compress.
#[derive(Clone, Copy, Debug)]
struct WorthIt;

impl Predicate for WorthIt {
    fn should_compress<B: HttpBody>(&self, response: &Response<B>) -> bool {
        let media = response.headers().get(header::CONTENT_TYPE);
        let is_script = media.is_some_and(|media| media == "text/javascript");
        let is_large = || SizeAbove::new(SMALL_BYTES).should_compress(response);
        DefaultPredicate::new().should_compress(response) && (is_script || is_large())
    }
}

/// The route table. Each handler carries its method, path and document.
fn api() -> OpenApiRouter<Http> {
    let anyone = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(public::shop, staff::set_shop))
        .merge(menu::routes())
        .routes(routes!(public::health))
        .routes(routes!(doctor::ready))
        .routes(routes!(staff::claim))
        .routes(routes!(live::live));
    let guests = OpenApiRouter::new()
        .routes(routes!(session::sign_in, session::sign_out))
        .routes(routes!(session::verify))
        .routes(routes!(session::forget))
        .routes(routes!(guests::redeem))
        .routes(routes!(guests::submit))
        .routes(routes!(guests::orders, staff::walk_up))
        .routes(routes!(guests::order))
        .routes(routes!(guests::journey))
        .routes(routes!(guests::cancel));
    let staff = OpenApiRouter::new()
        .routes(routes!(staff::make))
        .routes(routes!(staff::unmake))
        .routes(routes!(staff::complete))
        .routes(routes!(staff::recall))
        .routes(routes!(staff::collect))
        .routes(routes!(counter::mark_drink))
        .routes(routes!(counter::mark_choice))
        .routes(routes!(counter::mark_ingredient))
        .routes(routes!(counter::announce, counter::take_down))
        .routes(routes!(staff::settings, staff::set_settings))
        .routes(routes!(ledger::journal))
        .routes(routes!(ledger::report))
        .routes(routes!(devices::list))
        .routes(routes!(devices::rename, devices::revoke))
        .routes(routes!(senders::badges))
        .routes(routes!(senders::test))
        .routes(routes!(ledger::report_days))
        .routes(routes!(ledger::report_orders))
        .routes(routes!(doctor::doctor))
        .routes(routes!(staff::pair))
        .routes(routes!(backups::backups, backups::back_up));
    let screens = OpenApiRouter::new()
        .routes(routes!(screens::board))
        .routes(routes!(screens::venue))
        .routes(routes!(screens::device));
    anyone.merge(guests).merge(staff).merge(screens)
}
