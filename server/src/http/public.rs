//! For anyone: whether the bar is open, what is on, and whether the server is well.

use axum::extract::State;
use axum::http::StatusCode;
use demitasse_shared::api::{Health, route};
use demitasse_shared::shop::ShopStatus;

use super::Http;

/// Open or not, why, and when to come back.
#[utoipa::path(get, path = route::SHOP, tag = "anyone", responses((status = 200, body = ShopStatus)))]
pub(super) async fn shop(State(http): State<Http>) -> axum::Json<ShopStatus> {
    axum::Json(http.bar.hub().status())
}

/// Whether the process lives.
#[utoipa::path(get, path = route::HEALTH, tag = "anyone", responses((status = 200, body = Health)))]
pub(super) async fn health() -> axum::Json<Health> {
    axum::Json(Health { ok: true, reason: None })
}

/// Whether the bar can keep its promises: the writer answers, and the database can be locked for
/// writing.
#[utoipa::path(get, path = route::READY, tag = "anyone",
    responses((status = 200, body = Health), (status = 503, body = Health)))]
pub(super) async fn ready(State(http): State<Http>) -> (StatusCode, axum::Json<Health>) {
    match http.bar.is_ready().await {
        Ok(()) => (StatusCode::OK, axum::Json(Health { ok: true, reason: None })),
        Err(error) => {
            let reason = Some(error.to_string());
            (StatusCode::SERVICE_UNAVAILABLE, axum::Json(Health { ok: false, reason }))
        }
    }
}
