//! What is on: for anyone to read, for managers to change.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use demitasse_shared::api::{MenuQuery, route};
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::menu::Menu;

use super::Http;
use super::auth::{Manager, actor};
use super::error::{ApiError, ApiResult};
use super::json::{Json, Query};
use super::kept::Written;
use crate::app::NewMenu;
use crate::storage::WriteError;

/// The largest menu, in bytes of JSON: a hundred drinks in ten languages fit in.
pub(super) const BYTES: usize = 512 * 1_024;

/// What a menu is answered with: its version in the head, so that it can be changed safely.
type Answer = ([(header::HeaderName, HeaderValue); 1], Written);

/// What is on. `ETag` is the menu's version.
#[utoipa::path(get, path = route::MENU, tag = "anyone", responses((status = 200, body = Menu)))]
pub(super) async fn menu(State(http): State<Http>) -> ApiResult<Answer> {
    Ok(answer(&http, http.bar.menu().await?))
}

/// Put another menu up, at once and everywhere. Orders stay what they are. With `If-Match` only in
/// place of that version; `marks=keep` keeps what is marked as sold out now.
#[utoipa::path(put, path = route::MENU, tag = "managers", request_body = Menu,
    params(
        ("marks" = Option<String>, Query, description = "`keep`, or `replace` if not given"),
        ("If-Match" = Option<String>, Header),
    ),
    responses((status = 200, body = Menu), (status = "4XX", body = Problem)))]
pub(super) async fn set_menu(
    State(http): State<Http>,
    Manager(device): Manager,
    Query(query): Query<MenuQuery>,
    headers: HeaderMap,
    Json(menu): Json<Menu>,
) -> ApiResult<Answer> {
    let version = headers.get(header::IF_MATCH).and_then(wanted);
    let new = NewMenu { menu, marks: query.marks, version };
    let set = http.bar.set_menu(actor(&device), new).await;
    set.map(|menu| answer(&http, menu.into())).map_err(|error| match error {
        WriteError::Refused(refusal) if refusal.code == RefusalCode::WrongState => {
            ApiError::from(refusal).with_status(StatusCode::PRECONDITION_FAILED)
        }
        error => error.into(),
    })
}

/// The version that a header asks for; `*` takes any. What is no text is no version.
fn wanted(header: &HeaderValue) -> Option<String> {
    let tag = header.to_str().unwrap_or_default();
    (tag != "*").then(|| tag.trim_start_matches("W/").trim_matches('"').to_owned())
}

fn answer(http: &Http, menu: Arc<Menu>) -> Answer {
    let (tag, written) = http.kept().menu(menu);
    ([(header::ETAG, tag)], written)
}
