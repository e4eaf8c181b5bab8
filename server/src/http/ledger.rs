//! For managers: what happened, row by row and in figures.

use axum::extract::State;
use demitasse_shared::api::route;
use demitasse_shared::error::Problem;
use demitasse_shared::journal::{JournalPage, JournalQuery};
use demitasse_shared::report::{DayOrders, DayOrdersQuery, Report, ReportDays, ReportQuery};

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

/// The days that there are figures of, oldest first.
#[utoipa::path(get, path = route::REPORT_DAYS, tag = "managers",
    responses((status = 200, body = ReportDays), (status = "4XX", body = Problem)))]
pub(super) async fn report_days(
    State(http): State<Http>,
    _manager: Manager,
) -> ApiResult<axum::Json<ReportDays>> {
    Ok(axum::Json(http.bar.report_days().await?))
}

/// The orders that a day's figures are made of, without anything that guests have said.
#[utoipa::path(get, path = route::REPORT_ORDERS, tag = "managers", params(DayOrdersQuery),
    responses((status = 200, body = DayOrders), (status = "4XX", body = Problem)))]
pub(super) async fn report_orders(
    State(http): State<Http>,
    _manager: Manager,
    Query(asked): Query<DayOrdersQuery>,
) -> ApiResult<axum::Json<DayOrders>> {
    Ok(axum::Json(http.bar.report_orders(asked).await?))
}
