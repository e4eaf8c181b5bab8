//! For guests: redeem, submit, follow, cancel.

use axum::extract::State;
use demitasse_shared::api::{
    Cancel, OrderAnswer, OrdersAnswer, OrdersQuery, Redeem, Submit, route,
};
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::journey::Journey;
use demitasse_shared::order::Step;

use super::Http;
use super::auth::{Caller, Guest, Staff};
use super::error::ApiResult;
use super::json::{Json, OptionalJson, OrderPath, Query};
use crate::app::Reader;
use crate::domain::Refusal;

/// Redeem a code. The same guest with the same window gets the same reservation.
#[utoipa::path(post, path = route::RESERVATIONS, tag = "guests", request_body = Redeem,
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn redeem(
    State(http): State<Http>,
    guest: Guest,
    Json(body): Json<Redeem>,
) -> ApiResult<axum::Json<OrderAnswer>> {
    let order = http.bar.redeem(guest.guest.id, &body.code).await?;
    Ok(axum::Json(OrderAnswer { order }))
}

/// Submit: choose the drink. Asking again for the same is a success that changes nothing.
#[utoipa::path(put, path = route::ORDER_DRINK, tag = "guests", request_body = Submit,
    params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn submit(
    State(http): State<Http>,
    guest: Guest,
    OrderPath(id): OrderPath,
    Json(body): Json<Submit>,
) -> ApiResult<axum::Json<OrderAnswer>> {
    let order = http.bar.submit(guest.guest.id, id, body).await?;
    Ok(axum::Json(OrderAnswer { order }))
}

/// Today's orders, newest first: a guest's own; for staff everybody's, or those of one state, the
/// last that came there first.
#[utoipa::path(get, path = route::ORDERS, tag = "guests", params(OrdersQuery),
    responses((status = 200, body = OrdersAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn orders(
    State(http): State<Http>,
    caller: Caller,
    Query(asked): Query<OrdersQuery>,
) -> ApiResult<axum::Json<OrdersAnswer>> {
    let answer = match caller {
        Caller::Guest(guest) => http.bar.some_orders_of(guest.guest.id, asked).await?,
        Caller::Device(device) if device.role.is_staff() => http.bar.orders_of_day(asked).await?,
        Caller::Device(_) => return Err(for_baristas().into()),
        Caller::Nobody => return Err(nobody().into()),
    };
    Ok(axum::Json(answer))
}

/// One order: a guest's own, or any for staff and monitors.
#[utoipa::path(get, path = route::ORDER, tag = "guests", params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn order(
    State(http): State<Http>,
    caller: Caller,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<OrderAnswer>> {
    let order = http.bar.order(reader(&caller)?, id).await?;
    Ok(axum::Json(OrderAnswer { order }))
}

/// What became of one order, step by step; a guest's own also says where others may see it.
#[utoipa::path(get, path = route::ORDER_JOURNEY, tag = "guests", params(("id" = i64, Path)),
    responses((status = 200, body = Journey), (status = "4XX", body = Problem)))]
pub(super) async fn journey(
    State(http): State<Http>,
    caller: Caller,
    OrderPath(id): OrderPath,
) -> ApiResult<axum::Json<Journey>> {
    Ok(axum::Json(http.bar.journey(reader(&caller)?, id).await?))
}

/// Cancel: the guest until a barista has begun, a barista with a reason.
#[utoipa::path(post, path = route::ORDER_CANCEL, tag = "guests", request_body = Option<Cancel>,
    params(("id" = i64, Path)),
    responses((status = 200, body = OrderAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn cancel(
    State(http): State<Http>,
    caller: Caller,
    OrderPath(id): OrderPath,
    OptionalJson(body): OptionalJson<Cancel>,
) -> ApiResult<axum::Json<OrderAnswer>> {
    let order = match caller {
        Caller::Guest(guest) => http.bar.withdraw(guest.guest.id, id).await?,
        Caller::Device(device) if device.role.is_staff() => {
            let staff = Staff(device);
            let (barista, actor) = (staff.barista(), staff.actor());
            http.bar.step(barista, actor, id, Step::Cancel, body.reason).await?
        }
        Caller::Device(_) => {
            return Err(for_baristas().into());
        }
        Caller::Nobody => return Err(nobody().into()),
    };
    Ok(axum::Json(OrderAnswer { order }))
}

/// As whom the caller looks at orders.
fn reader(caller: &Caller) -> Result<Reader, Refusal> {
    match caller {
        Caller::Guest(guest) => Ok(Reader::Guest(guest.guest.id)),
        Caller::Device(_) => Ok(Reader::Screen),
        Caller::Nobody => Err(nobody()),
    }
}

fn nobody() -> Refusal {
    Refusal::new(RefusalCode::NotSignedIn, "Sign in first.")
}

fn for_baristas() -> Refusal {
    Refusal::new(RefusalCode::NotAllowed, "This is for baristas.")
}
