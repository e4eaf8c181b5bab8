//! For managers: the paired devices, listed, renamed and revoked.

use axum::extract::State;
use axum::http::StatusCode;
use demitasse_shared::api::route;
use demitasse_shared::device::{DevicesAnswer, PairedDevice, RenameDevice};
use demitasse_shared::error::Problem;

use super::Http;
use super::auth::{Manager, actor};
use super::error::ApiResult;
use super::json::{DevicePath, Json};

/// Every device that is paired: whose it is, what it may do, when it was last heard.
#[utoipa::path(get, path = route::DEVICES, tag = "managers",
    responses((status = 200, body = DevicesAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn list(
    State(http): State<Http>,
    _manager: Manager,
) -> ApiResult<axum::Json<DevicesAnswer>> {
    Ok(axum::Json(DevicesAnswer { devices: http.bar.devices().await? }))
}

/// Rename a device. Orders keep the name that stood on them.
#[utoipa::path(patch, path = route::DEVICES_ONE, tag = "managers", params(("id" = i64, Path)),
    request_body = RenameDevice,
    responses((status = 200, body = PairedDevice), (status = "4XX", body = Problem)))]
pub(super) async fn rename(
    State(http): State<Http>,
    Manager(device): Manager,
    DevicePath(id): DevicePath,
    Json(body): Json<RenameDevice>,
) -> ApiResult<axum::Json<PairedDevice>> {
    Ok(axum::Json(http.bar.rename_device(actor(&device), id, body.name).await?))
}

/// Revoke a device: its token is worth nothing from now on, and its lines end at once. A device
/// that is revoked already stays so.
#[utoipa::path(delete, path = route::DEVICES_ONE, tag = "managers", params(("id" = i64, Path)),
    responses((status = 204), (status = "4XX", body = Problem)))]
pub(super) async fn revoke(
    State(http): State<Http>,
    Manager(device): Manager,
    DevicePath(id): DevicePath,
) -> ApiResult<StatusCode> {
    http.bar.revoke_device(actor(&device), id).await?;
    Ok(StatusCode::NO_CONTENT)
}
