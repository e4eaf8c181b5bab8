//! HTTP: the route table, grouped by who calls. Handlers translate; the use-cases decide.

pub mod auth;
mod authority;
mod backups;
mod boards;
mod counter;
mod devices;
mod displays;
mod doctor;
mod door;
pub mod error;
mod front;
pub mod guard;
mod guests;
mod json;
mod kept;
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

use std::ops::Deref;
use std::sync::Arc;

use demitasse_shared::api::route;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::Bar;
use crate::boards::browser::Pages;
use crate::displays::Displays;
use crate::doctor::Round;
use crate::live::Hall;
use crate::web::{DisplayDress, Dress};

pub use front::Front;
use kept::Kept;

/// What every handler has at hand. Clones share it: each request takes one.
#[derive(Clone, Debug)]
pub struct Http(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    at_hand: AtHand,
    kept: Kept,
}

/// What a server gives its handlers.
#[derive(Debug)]
pub struct AtHand {
    /// The bar.
    pub bar: Bar,
    /// The token that lets programs of the server's own user in.
    pub local_token: Arc<str>,
    /// The address that staff's tablets and monitors open.
    pub staff_url: Arc<str>,
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
    pub keeper: Option<Arc<crate::tls::Keeper>>,
}

impl Http {
    /// Lays it out.
    pub fn new(at_hand: AtHand) -> Self {
        Self(Arc::new(Inside { at_hand, kept: Kept::default() }))
    }

    /// Answers that are written already.
    fn kept(&self) -> &Kept {
        &self.0.kept
    }
}

impl Deref for Http {
    type Target = AtHand;

    fn deref(&self) -> &AtHand {
        &self.0.at_hand
    }
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
pub fn front(http: Http) -> Front {
    let (api, mut document) = api().split_for_parts();
    env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
    let document: axum::body::Bytes = serde_json::to_vec(&document).unwrap_or_default().into();
    let hosts = http.hosts.clone();
    let router = api
        .route(
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
        .with_state(http);
    Front::new(router, hosts)
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
