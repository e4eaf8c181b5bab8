//! For baristas: what they tell the room, that something has run out, or a line for everybody.

use axum::extract::State;
use axum::http::StatusCode;
use demitasse_shared::api::{Availability, NewAnnouncement, route};
use demitasse_shared::error::Problem;
use demitasse_shared::ids::{ChoiceId, DrinkId, IngredientId};
use demitasse_shared::menu::{Item, SoldOut};
use demitasse_shared::shop::Announcement;

use super::Http;
use super::auth::Staff;
use super::error::ApiResult;
use super::json::{Json, WordPath};

/// Mark a drink as sold out, or as there again. Answers with all that has run out then.
#[utoipa::path(patch, path = route::MENU_DRINK, tag = "baristas", request_body = Availability,
    params(("id" = String, Path)),
    responses((status = 200, body = SoldOut), (status = "4XX", body = Problem)))]
pub(super) async fn mark_drink(
    State(http): State<Http>,
    staff: Staff,
    WordPath(id): WordPath,
    Json(body): Json<Availability>,
) -> ApiResult<axum::Json<SoldOut>> {
    let item = Item::Drink(DrinkId(id));
    Ok(axum::Json(http.bar.mark(staff.actor(), item, body.available).await?))
}

/// The same for a choice of any drink, such as oat milk.
#[utoipa::path(patch, path = route::MENU_CHOICE, tag = "baristas", request_body = Availability,
    params(("id" = String, Path)),
    responses((status = 200, body = SoldOut), (status = "4XX", body = Problem)))]
pub(super) async fn mark_choice(
    State(http): State<Http>,
    staff: Staff,
    WordPath(id): WordPath,
    Json(body): Json<Availability>,
) -> ApiResult<axum::Json<SoldOut>> {
    let item = Item::Choice(ChoiceId(id));
    Ok(axum::Json(http.bar.mark(staff.actor(), item, body.available).await?))
}

/// The same for what drinks and choices are made with: whatever needs it has run out, too.
#[utoipa::path(patch, path = route::MENU_INGREDIENT, tag = "baristas", request_body = Availability,
    params(("id" = String, Path)),
    responses((status = 200, body = SoldOut), (status = "4XX", body = Problem)))]
pub(super) async fn mark_ingredient(
    State(http): State<Http>,
    staff: Staff,
    WordPath(id): WordPath,
    Json(body): Json<Availability>,
) -> ApiResult<axum::Json<SoldOut>> {
    let item = Item::Ingredient(IngredientId(id));
    Ok(axum::Json(http.bar.mark(staff.actor(), item, body.available).await?))
}

/// Say a line to every guest and on the monitor, in place of the last one.
#[utoipa::path(post, path = route::ANNOUNCEMENTS, tag = "baristas", request_body = NewAnnouncement,
    responses((status = 200, body = Announcement), (status = "4XX", body = Problem)))]
pub(super) async fn announce(
    State(http): State<Http>,
    staff: Staff,
    Json(body): Json<NewAnnouncement>,
) -> ApiResult<axum::Json<Announcement>> {
    Ok(axum::Json(http.bar.announce(staff.actor(), body).await?))
}

/// Take the line down.
#[utoipa::path(delete, path = route::ANNOUNCEMENTS, tag = "baristas",
    responses((status = 204), (status = "4XX", body = Problem)))]
pub(super) async fn take_down(State(http): State<Http>, staff: Staff) -> ApiResult<StatusCode> {
    http.bar.take_down(staff.actor()).await?;
    Ok(StatusCode::NO_CONTENT)
}
