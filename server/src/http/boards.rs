//! The board in a tablet's browser: its page, its pairing, its stream, and what its person does.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use demitasse_shared::api::Claim;
use demitasse_shared::error::RefusalCode;
use serde::Deserialize;

use super::auth::{TABLET_COOKIE, cookie, keep_paired};
use super::door::TypedCode;
use super::error::{ApiError, ApiResult};
use super::json::{Json, Query};
use super::{Http, sse};
use crate::boards::NoBoard;
use crate::boards::browser::{NotOpen, Opening, Pages, Stream, WISHES, Wish, page, refused};
use crate::domain::Refusal;
use crate::storage::devices::Device;
use crate::web;

/// The page's address, and that of all below it: its cookie goes nowhere else.
pub(super) const PAGE: &str = "/barista";

/// What the bar's list of devices calls a tablet's browser.
const LABEL: &str = "A browser";

/// The routes, unless boards are off.
pub(super) fn routes(http: &Http) -> Router<Http> {
    if http.pages.is_none() {
        return Router::new();
    }
    Router::new()
        .route(PAGE, get(show).post(pair))
        .route("/barista/live", get(live))
        .route("/barista/wishes", post(wish))
        .layer(middleware::from_fn(web::protect_tablet))
}

/// The device of the tablet that asks.
pub(super) fn device(http: &Http, headers: &HeaderMap) -> Option<Device> {
    tablet(http, headers).map(|(_, device)| device)
}

/// A paired tablet, and what it may open.
fn tablet<'a>(http: &'a Http, headers: &HeaderMap) -> Option<(&'a Pages, Device)> {
    let pages = http.pages.as_ref()?;
    Some((pages, pages.device(cookie(headers, TABLET_COOKIE)?)?))
}

/// The board where the tablet is paired, else the form for it.
async fn show(State(http): State<Http>, headers: HeaderMap) -> Html<String> {
    let page = match device(&http, &headers) {
        Some(_) => page::board(&parts(&http)),
        None => page::door(&parts(&http), None),
    };
    Html(page.into_string())
}

/// Pairs a tablet: its token goes into a cookie that only the board's own page sends back.
async fn pair(State(http): State<Http>, TypedCode { code }: TypedCode) -> Response {
    let claim = Claim { code, device: LABEL.to_owned() };
    match http.bar.claim_board(claim, None).await {
        Ok(claimed) => {
            let kept = keep_paired(TABLET_COOKIE, &claimed.token, PAGE, http.bar.venue());
            let kept = [(header::SET_COOKIE, kept)];
            (kept, Redirect::to(PAGE)).into_response()
        }
        Err(error) => {
            let ApiError(problem) = error.into();
            let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::FORBIDDEN);
            let form = page::door(&parts(&http), Some(&problem.detail));
            (status, Html(form.into_string())).into_response()
        }
    }
}

/// The board's pictures, as they come. A page's script cannot see why a stream is refused, so a
/// stream says that itself.
async fn live(
    State(http): State<Http>,
    headers: HeaderMap,
    Query(mut opening): Query<Opening>,
) -> Response {
    opening.language = web::language_of(&headers);
    let stream = match tablet(&http, &headers) {
        Some((pages, device)) => pages.watch(&device, &opening).await,
        None => Err(NoBoard::NotPaired),
    };
    match stream {
        Ok(stream) => sse::answer(body(stream)),
        Err(why) => sse::answer(refused(&why)),
    }
}

/// Which board it is about.
#[derive(Debug, Deserialize)]
struct Which {
    board: String,
}

/// What a tablet's person does, in order.
async fn wish(
    State(http): State<Http>,
    headers: HeaderMap,
    Query(Which { board }): Query<Which>,
    Json(wishes): Json<Vec<Wish>>,
) -> ApiResult<StatusCode> {
    let (pages, device) = tablet(&http, &headers).ok_or_else(not_paired)?;
    if wishes.len() > WISHES {
        return Err(Refusal::invalid("Nobody does so much at once.").into());
    }
    let done = pages.wish(&device, &board, wishes).await;
    done.map_err(|gone: NotOpen| Refusal::new(RefusalCode::NotFound, gone.to_string()))?;
    Ok(StatusCode::NO_CONTENT)
}

fn body(board: Stream) -> Body {
    sse::body(board, |mut board| async move {
        let event = board.next().await?;
        Some((event, board))
    })
}

fn not_paired() -> Refusal {
    Refusal::new(RefusalCode::NotSignedIn, NoBoard::NotPaired.to_string())
}

fn parts(http: &Http) -> page::Parts<'_> {
    let [style, script, icon] = web::tablet_assets();
    let [pairing, _] = web::pairing_scripts();
    page::Parts { venue: &http.bar.venue().name, style, script, pairing, icon }
}
