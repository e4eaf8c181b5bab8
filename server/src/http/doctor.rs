//! Whether the bar is fit: in full for managers, in lights for machines.

use axum::extract::State;
use axum::http::StatusCode;
use demitasse_shared::api::{Health, route};
use demitasse_shared::doctor::Diagnosis;
use demitasse_shared::error::Problem;

use super::Http;
use super::auth::Manager;
use super::error::ApiResult;
use crate::doctor::breaks_promises;

/// Look at everything that breaks bars, now.
#[utoipa::path(get, path = route::DOCTOR, tag = "managers",
    responses((status = 200, body = Diagnosis), (status = "4XX", body = Problem)))]
pub(super) async fn doctor(
    State(http): State<Http>,
    _manager: Manager,
) -> ApiResult<axum::Json<Diagnosis>> {
    Ok(axum::Json(http.doctor.now().await))
}

/// Whether the bar can keep its promises: the writer answers, the disk takes what is written, the
/// data are whole, and phones hear of their orders. What else the doctor found stands beside it,
/// without what only staff should read.
#[utoipa::path(get, path = route::READY, tag = "anyone",
    responses((status = 200, body = Health), (status = 503, body = Health)))]
pub(super) async fn ready(State(http): State<Http>) -> (StatusCode, axum::Json<Health>) {
    let health = health(&http).await;
    let status = if health.ok { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, axum::Json(health))
}

/// How the bar is: whether it keeps its promises, why not, and the lights.
pub(super) async fn health(http: &Http) -> Health {
    let diagnosis = http.doctor.lately().await;
    let broken = breaks_promises(&diagnosis).map(|finding| finding.check.clone());
    let reason = match http.bar.is_ready().await {
        Ok(()) if http.bar.hub().is_deaf() => Some("phones do not hear of their orders".to_owned()),
        Ok(()) => {
            broken.map(|check| format!("the {check} is not fit: `demitasse doctor` says why"))
        }
        Err(error) => Some(error.to_string()),
    };
    Health { ok: reason.is_none(), reason, checks: diagnosis.lights() }
}
