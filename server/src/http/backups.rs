//! Backups: how safe the data are, and one more for programs on the bar's own machine.

use axum::extract::State;
use demitasse_shared::api::route;
use demitasse_shared::backup::{BackupMade, Backups, NewBackup};
use demitasse_shared::error::{Problem, RefusalCode};

use super::Http;
use super::auth::{Local, Manager};
use super::error::{ApiError, ApiResult};
use super::json::Json;
use crate::domain::Refusal;
use crate::storage::backup::BackupError;

/// How safe the data are: the last backup, and those that the server makes by itself.
#[utoipa::path(get, path = route::BACKUPS, tag = "managers",
    responses((status = 200, body = Backups), (status = "4XX", body = Problem)))]
pub(super) async fn backups(
    State(http): State<Http>,
    _manager: Manager,
) -> ApiResult<axum::Json<Backups>> {
    Ok(axum::Json(http.bar.backups().await?))
}

/// Makes a backup while the bar goes on. For programs of the server's own user: whoever names files
/// must be somebody who could write them anyway.
#[utoipa::path(post, path = route::BACKUPS, tag = "managers", request_body = NewBackup,
    responses((status = 200, body = BackupMade), (status = "4XX", body = Problem)))]
pub(super) async fn back_up(
    State(http): State<Http>,
    _local: Local,
    Json(new): Json<NewBackup>,
) -> ApiResult<axum::Json<BackupMade>> {
    Ok(axum::Json(http.bar.back_up(new).await?))
}

impl From<BackupError> for ApiError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Storage(fault) => fault.into(),
            // The asker reads the server's files anyway, and can do something about it.
            told => Refusal::new(RefusalCode::Unavailable, format!("{told}.")).into(),
        }
    }
}
