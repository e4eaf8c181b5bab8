//! For screens: the board.

use axum::extract::State;
use demitasse_shared::api::route;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::live::Snapshot;

use super::Http;
use super::auth::Caller;
use super::error::ApiResult;
use crate::domain::Refusal;

/// All that a screen shows, with the journal's sequence number.
#[utoipa::path(get, path = route::BOARD, tag = "screens",
    responses((status = 200, body = Snapshot), (status = "4XX", body = Problem)))]
pub(super) async fn board(
    State(http): State<Http>,
    caller: Caller,
) -> ApiResult<axum::Json<Snapshot>> {
    match caller {
        Caller::Device(_) => Ok(axum::Json(http.bar.hub().snapshot())),
        Caller::Guest(_) => {
            Err(Refusal::new(RefusalCode::NotAllowed, "This is for the bar's screens.").into())
        }
        Caller::Nobody => {
            let detail = "This is for the bar's paired screens.";
            Err(Refusal::new(RefusalCode::NotSignedIn, detail).into())
        }
    }
}
