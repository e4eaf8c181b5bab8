//! The bar in figures, for programs that watch it: numbers, and words that this code knows
//! beforehand. Nothing that anybody typed is among them.

mod page;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::IntoResponse;
use demitasse_shared::api::route;
use demitasse_shared::doctor::Light;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::live::Snapshot;
use demitasse_shared::order::OrderState;
use demitasse_shared::shop::Face;

use self::page::{COUNTER, GAUGE, MEDIA_TYPE, Page};
use super::Http;
use super::doctor::health;
use super::error::{ApiError, ApiResult};
use super::guard::is_this_machine;
use super::listener::AtHome;
use crate::domain::Refusal;

/// This server's version.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What proxies add: with any of these, a request that came from this machine began elsewhere.
const PROXIED: [HeaderName; 3] =
    [header::FORWARDED, header::VIA, HeaderName::from_static("x-forwarded-for")];

/// The bar in figures, as Prometheus reads them. For programs on the bar's own machine, unless the
/// venue opened them to anybody.
#[utoipa::path(get, path = route::METRICS, tag = "anyone",
    responses((status = 200, body = String, content_type = "text/plain"),
        (status = "4XX", body = Problem)))]
pub(super) async fn metrics(
    State(http): State<Http>,
    at_home: Option<Extension<AtHome>>,
    headers: HeaderMap,
) -> ApiResult<impl IntoResponse> {
    if !http.open_metrics && (at_home.is_none() || !is_own(&headers)) {
        return Err(for_this_machine());
    }
    let mut page = Page::default();
    page.each(GAUGE, "build_info", "The server's version.", "version", [(VERSION, 1)]);
    counter(&mut page, &http.bar.hub().snapshot());
    house(&mut page, &http).await;
    let headers = [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CACHE_CONTROL, "no-store")];
    Ok((headers, page.into_text()))
}

/// Whether the request names this machine, and nobody has handed it on.
fn is_own(headers: &HeaderMap) -> bool {
    is_this_machine(headers) && !PROXIED.iter().any(|name| headers.contains_key(name))
}

fn for_this_machine() -> ApiError {
    let detail = "These figures are for programs on the bar's own machine. `--open-metrics` opens \
                  them to anybody.";
    Refusal::new(RefusalCode::NotAllowed, detail).into()
}

/// What happens at the counter.
fn counter(page: &mut Page, board: &Snapshot) {
    page.one(GAUGE, "time_seconds", "The bar's time.", board.at.as_second());
    let states = OrderState::ALL.into_iter().filter(|state| state.is_on_board());
    let orders = states.map(|state| {
        let orders = board.orders.iter().filter(|order| order.state == state);
        (state.as_str(), orders.count())
    });
    page.each(GAUGE, "orders", "Orders on the board.", "state", orders);
    let waiting = board.orders.iter().filter(|order| order.state == OrderState::Waiting);
    if let Some(oldest) = waiting.filter_map(|order| order.submitted_at).min() {
        let help = "Since when the longest waiting order waits.";
        page.one(GAUGE, "oldest_waiting_since_seconds", help, oldest.as_second());
    }
    if let Some(window) = &board.window {
        page.one(GAUGE, "window_drinks", "Drinks that the code gives.", window.drinks);
        page.one(GAUGE, "window_left", "Drinks that are left of them.", window.left);
        let help = "When the code turns.";
        page.one(GAUGE, "window_closes_seconds", help, window.closes_at.as_second());
    }
}

/// How the house is.
async fn house(page: &mut Page, http: &Http) {
    let (hub, health) = (http.bar.hub(), health(http).await);
    let is_open = hub.status().face == Face::Open;
    page.one(GAUGE, "open", "Whether a code shows that is good.", u8::from(is_open));
    page.one(COUNTER, "journal_rows_total", "What ever happened.", hub.moment().0);
    page.one(GAUGE, "screens", "Screens that listen.", hub.screens());
    page.one(GAUGE, "phones", "Phones that listen.", http.hall.phones());
    page.one(GAUGE, "ready", "Whether the bar keeps its promises.", u8::from(health.ok));
    let checks = health.checks.iter().map(|one| (one.check.as_str(), degree(one.light)));
    let help = "What the doctor found: 0 is green, 1 amber, 2 red.";
    page.each(GAUGE, "check", help, "check", checks);
    let noes = http.noes().counts();
    let noes = noes.iter().map(|(code, many)| (code.as_str(), *many));
    let help = "Requests that were refused since the server began.";
    page.each(COUNTER, "refusals_total", help, "code", noes);
}

/// A light as a number: the worse, the higher.
fn degree(light: Light) -> u8 {
    match light {
        Light::Green => 0,
        Light::Amber => 1,
        Light::Red => 2,
    }
}
