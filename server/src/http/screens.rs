//! For screens: the board, and who they are.

use axum::extract::State;
use demitasse_shared::api::{DeviceAnswer, route};
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::live::Snapshot;
use demitasse_shared::venue::Venue;

use super::Http;
use super::auth::Caller;
use super::error::ApiResult;
use super::kept::Written;
use crate::domain::Refusal;
use crate::storage::devices::Device;

/// All that a screen shows, with the journal's sequence number.
#[utoipa::path(get, path = route::BOARD, tag = "screens",
    responses((status = 200, body = Snapshot), (status = "4XX", body = Problem)))]
pub(super) async fn board(State(http): State<Http>, caller: Caller) -> ApiResult<Written> {
    screen(caller)?;
    Ok(http.kept().board(http.bar.hub()))
}

/// The venue, as its monitors need it: its look, its languages, its Wi-Fi, its clocks.
#[utoipa::path(get, path = route::VENUE, tag = "screens",
    responses((status = 200, body = Venue), (status = "4XX", body = Problem)))]
pub(super) async fn venue(
    State(http): State<Http>,
    caller: Caller,
) -> ApiResult<axum::Json<Venue>> {
    screen(caller)?;
    Ok(axum::Json(http.bar.monitor_venue()))
}

/// Who the asking device is to the bar: what it may do, and whose it is.
#[utoipa::path(get, path = route::DEVICE, tag = "screens",
    responses((status = 200, body = DeviceAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn device(caller: Caller) -> ApiResult<axum::Json<DeviceAnswer>> {
    let Device { id, role, name } = screen(caller)?;
    Ok(axum::Json(DeviceAnswer { id, role, name }))
}

/// The paired device that asks.
fn screen(caller: Caller) -> Result<Device, Refusal> {
    match caller {
        Caller::Device(device) => Ok(device),
        Caller::Guest(_) => {
            Err(Refusal::new(RefusalCode::NotAllowed, "This is for the bar's screens."))
        }
        Caller::Nobody => {
            let detail = "This is for the bar's paired screens.";
            Err(Refusal::new(RefusalCode::NotSignedIn, detail))
        }
    }
}
