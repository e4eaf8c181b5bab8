//! For baristas and managers: the steps, walk-up orders, the shop, the rules, pairing.

use axum::extract::State;
use demitasse_shared::api::{
    Claim, Claimed, NewPairing, OrderAnswer, Pairing, Role, ShopChange, Submit, route,
};
use demitasse_shared::error::Problem;
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::Step;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::ShopStatus;

use super::Http;
use super::auth::{Manager, Staff, actor};
use super::error::ApiResult;
use super::json::{IdempotencyKey, Json, OrderPath};
use super::{boards, displays};
use crate::domain::order::EntryKey;

/// Make: take it in hand.
#[utoipa::path(post, path = route::ORDER_MAKE, tag = "baristas", params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn make(
    State(http): State<Http>,
    staff: Staff,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<OrderAnswer>> {
    step(&http, &staff, id, Step::Make).await
}

/// Unmake: put it back into the queue.
#[utoipa::path(post, path = route::ORDER_UNMAKE, tag = "baristas", params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn unmake(
    State(http): State<Http>,
    staff: Staff,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<OrderAnswer>> {
    step(&http, &staff, id, Step::Unmake).await
}

/// Complete: set it on the counter.
#[utoipa::path(post, path = route::ORDER_COMPLETE, tag = "baristas", params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn complete(
    State(http): State<Http>,
    staff: Staff,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<OrderAnswer>> {
    step(&http, &staff, id, Step::Complete).await
}

/// Recall: take it back from the counter, within 30 minutes.
#[utoipa::path(post, path = route::ORDER_RECALL, tag = "baristas", params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn recall(
    State(http): State<Http>,
    staff: Staff,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<OrderAnswer>> {
    step(&http, &staff, id, Step::Recall).await
}

/// Collect: the guest has it.
#[utoipa::path(post, path = route::ORDER_COLLECT, tag = "baristas", params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn collect(
    State(http): State<Http>,
    staff: Staff,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<OrderAnswer>> {
    step(&http, &staff, id, Step::Collect).await
}

async fn step(
    http: &Http,
    staff: &Staff,
    id: OrderId,
    step: Step,
) -> ApiResult<axum::Json<OrderAnswer>> {
    let order = http.bar.step(staff.barista(), staff.actor(), id, step, None).await?;
    Ok(axum::Json(OrderAnswer { order }))
}

/// A walk-up order, for somebody without a phone: same queue, same numbers.
#[utoipa::path(post, path = route::ORDERS, tag = "baristas", request_body = Submit,
    params(("Idempotency-Key" = Option<String>, Header, min_length = 1, max_length = 64,
        pattern = "^[!-~]+$",
        description = "A word of the device's own, new for each order. Sent again with the same \
                       key by the same device, it is the same order, as it is by now.")),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn walk_up(
    State(http): State<Http>,
    staff: Staff,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<Submit>,
) -> ApiResult<axum::Json<OrderAnswer>> {
    let entry = key.map(|key| EntryKey { device: staff.0.id, key });
    let order = http.bar.walk_up(staff.actor(), body, entry).await?;
    Ok(axum::Json(OrderAnswer { order }))
}

/// Open, close or pause.
#[utoipa::path(put, path = route::SHOP, tag = "baristas", request_body = ShopChange,
    responses((status = 200, body = ShopStatus), (status = "4XX", body = Problem)))]
pub(super) async fn set_shop(
    State(http): State<Http>,
    staff: Staff,
    Json(body): Json<ShopChange>,
) -> ApiResult<axum::Json<ShopStatus>> {
    Ok(axum::Json(http.bar.set_shop(staff.actor(), body).await?))
}

/// The rules.
#[utoipa::path(get, path = route::SETTINGS, tag = "managers",
    responses((status = 200, body = Settings), (status = "4XX", body = Problem)))]
pub(super) async fn settings(
    State(http): State<Http>,
    _manager: Manager,
) -> ApiResult<axum::Json<Settings>> {
    Ok(axum::Json(http.bar.settings().await?))
}

/// Change the rules while the bar runs. What is left out goes back to its default.
#[utoipa::path(put, path = route::SETTINGS, tag = "managers", request_body = Settings,
    responses((status = 200, body = Settings), (status = "4XX", body = Problem)))]
pub(super) async fn set_settings(
    State(http): State<Http>,
    Manager(device): Manager,
    Json(body): Json<Settings>,
) -> ApiResult<axum::Json<Settings>> {
    Ok(axum::Json(http.bar.set_settings(actor(&device), body).await?))
}

/// Make a pairing code: good once, for ten minutes.
#[utoipa::path(post, path = route::PAIRINGS, tag = "managers", request_body = NewPairing,
    responses((status = 200, body = Pairing), (status = "4XX", body = Problem)))]
pub(super) async fn pair(
    State(http): State<Http>,
    Manager(device): Manager,
    Json(body): Json<NewPairing>,
) -> ApiResult<axum::Json<Pairing>> {
    let pairing = http.bar.pair(actor(&device), body).await?;
    let url = page_for(&http, &pairing);
    Ok(axum::Json(Pairing { url, ..pairing }))
}

/// Where a browser takes a code: the page for its role, with the code where no log sees it.
fn page_for(http: &Http, pairing: &Pairing) -> Option<String> {
    let page = match pairing.role {
        Role::Display => displays::PAGE,
        Role::Barista | Role::Manager => http.pages.as_ref().map(|_pages| boards::PAGE)?,
    };
    Some(format!("{}{page}#{}", http.staff_url, pairing.code))
}

/// Turn a pairing code into a device's token.
#[utoipa::path(post, path = route::PAIRINGS_CLAIM, tag = "anyone", request_body = Claim,
    responses((status = 200, body = Claimed), (status = "4XX", body = Problem)))]
pub(super) async fn claim(
    State(http): State<Http>,
    Json(body): Json<Claim>,
) -> ApiResult<axum::Json<Claimed>> {
    Ok(axum::Json(http.bar.claim(body).await?))
}
