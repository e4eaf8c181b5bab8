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
use crate::storage::Answer;

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
    let writes = http.bar.is_ready().await;
    judged(&diagnosis, writes, http.bar.hub().is_deaf())
}

/// What is said of a bar that was looked at: whether its writer writes, and whether phones hear.
fn judged(diagnosis: &Diagnosis, writes: Answer<()>, is_deaf: bool) -> Health {
    let broken = breaks_promises(diagnosis).map(|finding| &finding.check);
    let reason = match (writes, broken) {
        (Err(error), _) => Some(error.to_string()),
        (Ok(()), _) if is_deaf => Some("phones do not hear of their orders".to_owned()),
        (Ok(()), Some(check)) => {
            Some(format!("the {check} is not fit: `demitasse doctor` says why"))
        }
        (Ok(()), None) => None,
    };
    Health { ok: reason.is_none(), reason, checks: diagnosis.lights() }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Finding;

    use super::*;
    use crate::storage::StorageError;

    #[track_caller]
    fn check(finding: Finding, writes: Answer<()>, is_deaf: bool, reason: Option<&str>) {
        let health = judged(&Diagnosis::new(vec![finding], None), writes, is_deaf);
        assert_eq!((health.ok, health.reason.as_deref()), (reason.is_none(), reason));
        assert_eq!(health.checks.len(), 1);
    }

    #[test]
    fn the_bar_keeps_its_promises_or_machines_hear_why_not() {
        let red = |check| Finding::red(check, "It is broken.", "Mend it.");
        check(Finding::green("disk", "It is well."), Ok(()), false, None);
        check(red("address"), Ok(()), false, None);
        let unfit = "the disk is not fit: `demitasse doctor` says why";
        check(red("disk"), Ok(()), false, Some(unfit));
        check(red("address"), Ok(()), true, Some("phones do not hear of their orders"));
        let stopped = StorageError::Stopped;
        let reason = stopped.to_string();
        check(red("disk"), Err(stopped.into()), true, Some(&reason));
    }
}
