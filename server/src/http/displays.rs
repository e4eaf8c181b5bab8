//! The monitor in a browser: its page, its pairing, its stream.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Router, middleware};
use demitasse_shared::api::Claim;
use demitasse_shared::monitor::sample::Sample;
use serde::Deserialize;

use super::auth::{DISPLAY_COOKIE, cookie, keep_paired};
use super::door::TypedCode;
use super::error::ApiError;
use super::json::Query;
use super::{Http, sse};
use crate::app::content_version;
use crate::displays::{page, refused};
use crate::storage::devices::Device;
use crate::web;

/// The page's address, and that of all below it: its cookie goes nowhere else.
pub(super) const PAGE: &str = "/display";

/// What the bar's list of devices calls a monitor's browser.
const LABEL: &str = "A browser";

/// What a browser reads that was given a cookie and came back without it: over plain HTTP it keeps
/// none that is for HTTPS alone.
const NOT_KEPT: &str =
    "This browser did not keep the pairing. Open the bar’s https address, and allow cookies.";

/// The routes.
pub(super) fn routes(http: &Http) -> Router<Http> {
    Router::new()
        .route(PAGE, get(show).post(pair))
        .route("/display/live", get(live))
        .layer(middleware::from_fn_with_state(http.clone(), web::protect_display))
}

/// The device of the monitor that asks.
pub(super) fn device(http: &Http, headers: &HeaderMap) -> Option<Device> {
    http.displays.device(cookie(headers, DISPLAY_COOKIE)?)
}

/// How the monitor looks, and which face it rehearses.
#[derive(Debug, Default, Deserialize)]
struct Wish {
    #[serde(default)]
    theme: Theme,
    preview: Option<String>,
    /// There where the browser has just been given its cookie.
    paired: Option<String>,
}

/// A panel's ground.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Theme {
    Light,
    /// Also for words that are no theme: a panel never stays empty for a slip.
    #[default]
    #[serde(other)]
    Dark,
}

impl Theme {
    /// The page in this theme, for a browser that was given its cookie.
    fn paired(self) -> &'static str {
        match self {
            Self::Dark => "/display?paired=1",
            Self::Light => "/display?theme=light&paired=1",
        }
    }
}

/// The monitor where the browser is paired, else the form for it.
async fn show(State(http): State<Http>, headers: HeaderMap, Query(wish): Query<Wish>) -> Response {
    let parts = http.display_dress.parts(wish.theme == Theme::Light);
    if device(&http, &headers).is_none() {
        let why = wish.paired.map(|_| NOT_KEPT);
        let form = page::door(&parts, &http.bar.venue().name, why);
        return Html(form.into_string()).into_response();
    }
    match wish.preview.as_deref().map(str::parse::<Sample>) {
        None => Html(monitor(&http, &parts)).into_response(),
        Some(Ok(sample)) => {
            let panel = http.displays.preview(sample);
            Html(page::monitor(&parts, &panel, "").into_string()).into_response()
        }
        Some(Err(_none)) => {
            let list = page::previews(&parts, &http.bar.venue().name);
            (StatusCode::NOT_FOUND, Html(list.into_string())).into_response()
        }
    }
}

fn monitor(http: &Http, parts: &page::Parts<'_>) -> String {
    page::monitor(parts, &http.displays.panel(), &version(http)).into_string()
}

/// The page's version. Its theme is the address's, so it is no part of it.
fn version(http: &Http) -> String {
    let parts = http.display_dress.parts(false);
    let page = page::monitor(&parts, &http.displays.panel(), "").into_string();
    content_version(page.as_bytes())
}

/// Pairs a browser: its token goes into a cookie that only the monitor's own page sends back.
async fn pair(
    State(http): State<Http>,
    Query(wish): Query<Wish>,
    TypedCode { code }: TypedCode,
) -> Response {
    let claim = Claim { code, device: LABEL.to_owned() };
    match http.bar.claim_display(claim).await {
        Ok(claimed) => {
            let kept = keep_paired(DISPLAY_COOKIE, &claimed.token, PAGE, http.bar.venue());
            ([(header::SET_COOKIE, kept)], Redirect::to(wish.theme.paired())).into_response()
        }
        Err(error) => {
            let ApiError(problem) = error.into();
            let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::FORBIDDEN);
            let parts = http.display_dress.parts(wish.theme == Theme::Light);
            let form = page::door(&parts, &http.bar.venue().name, Some(&problem.detail));
            (status, Html(form.into_string())).into_response()
        }
    }
}

/// The panel's parts, as they change. A page's script cannot see why a stream is refused, so the
/// stream says that itself.
async fn live(State(http): State<Http>, headers: HeaderMap) -> Response {
    let Some(device) = device(&http, &headers) else { return sse::answer(refused()) };
    let stream = http.displays.watch(&device, version(&http));
    sse::answer(sse::body(stream, |mut stream| async move {
        let event = stream.next().await?;
        Some((event, stream))
    }))
}
