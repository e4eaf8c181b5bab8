//! The pages' handlers: each asks one use-case of the bar and shows what came of it.

use axum::extract::Path;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{IntoResponse, Response};
use demitasse_shared::code::normalize;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState};

use super::fields::Fields;
use super::pages::{self, Draft, order_address, scan_address};
use super::visitor::Visitor;
use crate::app::Reader;
use crate::domain::Refusal;
use crate::domain::order::GuestId;
use crate::http::auth::end_session;
use crate::http::error::{ApiError, ApiResult, no_such_page};

/// The bar in words, or the way to the own order.
pub(super) async fn home(visitor: Visitor) -> Response {
    let status = visitor.bar.hub().status();
    let own = match visitor.id() {
        Some(guest) => visitor.bar.orders_of(guest).await.map(|answer| answer.orders),
        None => Ok(Vec::new()),
    };
    let own = own.unwrap_or_default().into_iter().find(|order| order.state.is_on_board());
    visitor.page(pages::home(&visitor.view(), &status, own.as_ref()))
}

/// A code that was typed: on to its page.
pub(super) async fn typed(visitor: Visitor, fields: Fields) -> Response {
    if let Some(code) = normalize(fields.text("code")) {
        return visitor.go(&scan_address(&code));
    }
    let refusal = Refusal::new(RefusalCode::WrongCode, "That is no code of ours.");
    visitor.refused(&refusal.into(), "/")
}

/// The page behind the code. To look at it takes nothing: link previews do that too.
pub(super) async fn scan(visitor: Visitor, Path(code): Path<String>) -> Response {
    visitor.page(pages::scan(&visitor.view(), &readable(&code), None))
}

/// Signs in where that is needed, redeems, and leads to the order: the code leaves the address bar.
pub(super) async fn redeem(
    mut visitor: Visitor,
    Path(code): Path<String>,
    fields: Fields,
) -> Response {
    let code = readable(&code);
    let name = fields.text("name");
    let guest = match visitor.id() {
        Some(guest) => guest,
        None => match visitor.sign_in(name, fields.text("visit")).await {
            Ok(guest) => guest,
            Err(ApiError(problem)) => {
                let page = pages::scan(&visitor.view(), &code, Some((&problem.detail, name)));
                return visitor.problem_page(&problem, page);
            }
        },
    };
    match visitor.bar.redeem(guest, &code).await.map_err(ApiError::from) {
        Ok(order) => visitor.go(&order_address(order.id)),
        Err(ApiError(problem)) => visitor.refused(&problem, &scan_address(&code)),
    }
}

/// A code as it is written, or what stood in the address where that is none: it will be refused.
fn readable(code: &str) -> String {
    normalize(code).unwrap_or_else(|| "0".to_owned())
}

/// The form for a name.
pub(super) async fn sign_in_form(visitor: Visitor) -> Response {
    visitor.page(pages::sign_in(&visitor.view(), "/", None))
}

/// Signs in and goes on to where the guest wanted to be.
pub(super) async fn sign_in(mut visitor: Visitor, fields: Fields) -> Response {
    let (name, next) = (fields.text("name"), own_page(fields.text("next")));
    match visitor.sign_in(name, fields.text("visit")).await {
        Ok(_) => visitor.go(next),
        Err(ApiError(problem)) => {
            let page = pages::sign_in(&visitor.view(), next, Some((&problem.detail, name)));
            visitor.problem_page(&problem, page)
        }
    }
}

/// An address of ours that a guest can be sent to, whatever the form says.
fn own_page(asked: &str) -> &str {
    let rest = asked.strip_prefix("/orders");
    let ours = rest.is_some_and(|rest| {
        let id = rest.strip_prefix('/').unwrap_or(rest);
        id.bytes().all(|byte| byte.is_ascii_digit())
    });
    if ours { asked } else { "/" }
}

/// Signs out.
pub(super) async fn sign_out(mut visitor: Visitor) -> Response {
    match visitor.sign_out().await {
        Ok(()) => ([(header::SET_COOKIE, end_session(visitor.bar.venue()))], visitor.go("/"))
            .into_response(),
        Err(ApiError(problem)) => visitor.refused(&problem, "/sign-in"),
    }
}

/// The guest's orders of today.
pub(super) async fn orders(visitor: Visitor) -> Response {
    let answer = async {
        let guest = visitor.signed_in()?;
        ApiResult::Ok(visitor.bar.orders_of(guest).await?)
    };
    match answer.await {
        Ok(answer) => visitor.page(pages::today(&visitor.view(), &answer)),
        Err(ApiError(problem)) => visitor.refused(&problem, "/orders"),
    }
}

/// One order, wherever in its life it is.
pub(super) async fn order(visitor: Visitor, uri: Uri, Path(id): Path<String>) -> Response {
    let shown = async {
        let (_, order) = own_order(&visitor, &id).await?;
        show(&visitor, &order, &Draft::default(), None).await
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, uri.path()))
}

/// Submits the choice. A choice that is refused is shown again as it was made.
pub(super) async fn submit(
    visitor: Visitor,
    uri: Uri,
    Path(id): Path<String>,
    fields: Fields,
) -> Response {
    let shown = async {
        let (guest, order) = own_order(&visitor, &id).await?;
        let draft = fields.draft();
        match visitor.bar.submit(guest, order.id, (&draft).into()).await.map_err(ApiError::from) {
            Ok(order) => Ok(visitor.go(&order_address(order.id))),
            Err(ApiError(problem)) => refused_about(&visitor, &id, &draft, problem).await,
        }
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, uri.path()))
}

/// Cancels.
pub(super) async fn cancel(visitor: Visitor, uri: Uri, Path(id): Path<String>) -> Response {
    let shown = async {
        let (guest, order) = own_order(&visitor, &id).await?;
        match visitor.bar.withdraw(guest, order.id).await.map_err(ApiError::from) {
            Ok(order) => Ok(visitor.go(&order_address(order.id))),
            Err(ApiError(problem)) => {
                refused_about(&visitor, &id, &Draft::default(), problem).await
            }
        }
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, uri.path()))
}

/// What is no page of ours. Browsers show a page, programs hear it as problem details.
pub(crate) async fn nowhere(visitor: Visitor, uri: Uri, headers: HeaderMap) -> Response {
    let ApiError(problem) = no_such_page().await;
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let person = accepted.is_some_and(|accepted| accepted.contains("text/html"));
    if !person || uri.path().starts_with("/api/") {
        return ApiError(problem).into_response();
    }
    super::headers::protect(visitor.refused(&problem, "/")).await
}

/// The guest and the own order that the address names.
async fn own_order(visitor: &Visitor, id: &str) -> ApiResult<(GuestId, Order)> {
    let guest = visitor.signed_in()?;
    let id = id.parse().map(OrderId).map_err(|_not_a_number| Refusal::no_such_order())?;
    Ok((guest, visitor.bar.order(Reader::Guest(guest), id).await?))
}

/// Shows where an order stands after something about it was refused. What is not about the order
/// has its own page.
async fn refused_about(
    visitor: &Visitor,
    id: &str,
    draft: &Draft,
    problem: Problem,
) -> ApiResult<Response> {
    use RefusalCode as Code;
    match problem.code {
        Code::WrongState
        | Code::UnknownDrink
        | Code::UnknownOption
        | Code::MissingOption
        | Code::DuplicateOption
        | Code::DrinkSoldOut
        | Code::InvalidRequest => {
            let (_, order) = own_order(visitor, id).await?;
            show(visitor, &order, draft, Some(&problem)).await
        }
        _ => Err(ApiError(problem)),
    }
}

async fn show(
    visitor: &Visitor,
    order: &Order,
    draft: &Draft,
    problem: Option<&Problem>,
) -> ApiResult<Response> {
    let view = visitor.view();
    let page = if order.state == OrderState::Reserved {
        pages::choose(&view, order, &visitor.bar.menu().await?, draft, problem)
    } else {
        pages::order(&view, order, problem)
    };
    Ok(match problem {
        Some(problem) => visitor.problem_page(problem, page),
        None => visitor.page(page),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_cannot_send_a_guest_elsewhere() {
        for ours in ["/orders", "/orders/12"] {
            assert_eq!(own_page(ours), ours);
        }
        for foreign in ["//evil.example", "/orders/../x", "https://evil.example", "/orders/1\r", ""]
        {
            assert_eq!(own_page(foreign), "/", "{foreign}");
        }
    }
}
