//! For managers: what happened, row by row and in figures.

use axum::extract::State;
use demitasse_shared::api::{ReportQuery, route};
use demitasse_shared::error::Problem;
use demitasse_shared::journal::{JournalPage, JournalQuery};
use demitasse_shared::report::Report;

use super::Http;
use super::auth::Manager;
use super::error::ApiResult;
use super::json::Query;

/// Everything that happened, in order. Guests are never told apart in it.
#[utoipa::path(get, path = route::JOURNAL, tag = "managers", params(JournalQuery),
    responses((status = 200, body = JournalPage), (status = "4XX", body = Problem)))]
pub(super) async fn journal(
    State(http): State<Http>,
    _manager: Manager,
    Query(asked): Query<JournalQuery>,
) -> ApiResult<axum::Json<JournalPage>> {
    Ok(axum::Json(http.bar.journal(asked).await?))
}

/// A day in figures, up to this moment.
#[utoipa::path(get, path = route::REPORT, tag = "managers", params(ReportQuery),
    responses((status = 200, body = Report), (status = "4XX", body = Problem)))]
pub(super) async fn report(
    State(http): State<Http>,
    _manager: Manager,
    Query(asked): Query<ReportQuery>,
) -> ApiResult<axum::Json<Report>> {
    Ok(axum::Json(http.bar.report(asked.day).await?))
}
