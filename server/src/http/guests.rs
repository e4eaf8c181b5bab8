//! For guests: sign in, redeem, submit, follow, cancel.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use demitasse_shared::api::{
    Cancel, OrderAnswer, OrdersAnswer, Redeem, SignIn, SignedIn, Submit, route,
};
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::order::Step;

use super::Http;
use super::auth::{Caller, Guest, Staff, begin_session, end_session};
use super::error::ApiResult;
use super::json::{Json, OptionalJson, OrderPath};
use crate::app::Reader;
use crate::domain::Refusal;

/// Sign in by name. The answer sets the session's cookie.
#[utoipa::path(post, path = route::SESSION, tag = "guests", request_body = SignIn,
    responses((status = 200, body = SignedIn), (status = "4XX", body = Problem)))]
pub(super) async fn sign_in(
    State(http): State<Http>,
    caller: Caller,
    Json(body): Json<SignIn>,
) -> ApiResult<Response> {
    let current = match caller {
        Caller::Guest(guest) => Some(guest),
        Caller::Device(_) | Caller::Nobody => None,
    };
    let session = http
        .bar
        .sign_in(
            current.as_ref().map(|g| g.guest.id),
            body.name.as_deref().unwrap_or_default(),
            None,
        )
        .await?;
    let token = session.token.or_else(|| current.map(|guest| guest.token)).unwrap_or_default();
    let cookie = [(header::SET_COOKIE, begin_session(&token, http.bar.venue()))];
    let answer = axum::Json(SignedIn { name: session.guest.name });
    Ok((cookie, answer).into_response())
}

/// Sign out.
#[utoipa::path(delete, path = route::SESSION, tag = "guests",
    responses((status = 204), (status = "4XX", body = Problem)))]
pub(super) async fn sign_out(State(http): State<Http>, guest: Guest) -> ApiResult<Response> {
    http.bar.sign_out(guest.guest.id, &guest.token).await?;
    let cookie = [(header::SET_COOKIE, end_session(http.bar.venue()))];
    Ok((StatusCode::NO_CONTENT, cookie).into_response())
}

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

/// Today's orders, newest first: a guest's own; for staff, everybody's.
#[utoipa::path(get, path = route::ORDERS, tag = "guests",
    responses((status = 200, body = OrdersAnswer), (status = "4XX", body = Problem)))]
pub(super) async fn orders(
    State(http): State<Http>,
    caller: Caller,
) -> ApiResult<axum::Json<OrdersAnswer>> {
    let answer = match caller {
        Caller::Guest(guest) => http.bar.orders_of(guest.guest.id).await?,
        Caller::Device(device) if device.role.is_staff() => http.bar.orders_of_day().await?,
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
    let reader = match caller {
        Caller::Guest(guest) => Reader::Guest(guest.guest.id),
        Caller::Device(_) => Reader::Screen,
        Caller::Nobody => return Err(nobody().into()),
    };
    Ok(axum::Json(OrderAnswer { order: http.bar.order(reader, id).await? }))
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

fn nobody() -> Refusal {
    Refusal::new(RefusalCode::NotSignedIn, "Tell us your name first.")
}

fn for_baristas() -> Refusal {
    Refusal::new(RefusalCode::NotAllowed, "This is for baristas.")
}
