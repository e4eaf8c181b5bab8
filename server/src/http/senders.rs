//! For managers: what lets guests sign in. The list of badges, and a test of what sends codes.

use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::StatusCode;
use demitasse_shared::api::{BadgesTaken, SendTest, route};
use demitasse_shared::error::Problem;

use super::Http;
use super::auth::{Manager, actor};
use super::error::ApiResult;
use super::json::Json;
use crate::domain::Refusal;

/// The largest list of badges, in bytes: a hundred thousand attendees with their names.
const LIST_BYTES: usize = 8 * 1024 * 1024;

/// Take over a list of attendees' codes in place of the last one: CSV, the code in the first
/// column. Who is not on it any more cannot sign in anew.
#[utoipa::path(put, path = route::BADGES, tag = "managers",
    request_body(content = String, content_type = "text/csv"),
    responses((status = 200, body = BadgesTaken), (status = "4XX", body = Problem)))]
pub(super) async fn badges(
    State(http): State<Http>,
    Manager(device): Manager,
    body: Body,
) -> ApiResult<axum::Json<BadgesTaken>> {
    let list = to_bytes(body, LIST_BYTES).await;
    let list = list.map_err(|_long| Refusal::invalid("A list of badges has at most 8 MB."))?;
    Ok(axum::Json(http.bar.take_badges(actor(&device), &list).await?))
}

/// Send a message to see whether messages arrive. A refusal says why one was not taken, and what to
/// do.
#[utoipa::path(post, path = route::SENDERS_TEST, tag = "managers", request_body = SendTest,
    responses((status = 204), (status = "4XX", body = Problem), (status = 503, body = Problem)))]
pub(super) async fn test(
    State(http): State<Http>,
    _manager: Manager,
    Json(body): Json<SendTest>,
) -> ApiResult<StatusCode> {
    http.bar.send_test(&body.to).await?;
    Ok(StatusCode::NO_CONTENT)
}
