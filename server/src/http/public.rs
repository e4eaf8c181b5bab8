//! For anyone: whether the bar is open, what is on, and whether the server is well.

use axum::extract::State;
use demitasse_shared::api::{Health, route};
use demitasse_shared::shop::ShopStatus;

use super::Http;
use super::kept::Written;

/// Open or not, why, and when to come back.
#[utoipa::path(get, path = route::SHOP, tag = "anyone", responses((status = 200, body = ShopStatus)))]
pub(super) async fn shop(State(http): State<Http>) -> Written {
    http.kept().shop(http.bar.hub())
}

/// Whether the process lives.
#[utoipa::path(get, path = route::HEALTH, tag = "anyone", responses((status = 200, body = Health)))]
pub(super) async fn health() -> axum::Json<Health> {
    axum::Json(Health { ok: true, reason: None, checks: Vec::new() })
}
