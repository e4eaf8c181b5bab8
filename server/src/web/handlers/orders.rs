//! A guest's own orders: choosing, following, cancelling, looking back.

use axum::http::Uri;
use axum::response::Response;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::OrderId;
use demitasse_shared::order::{Order, OrderState};

use crate::app::{Card, Reader};
use crate::domain::Refusal;
use crate::domain::order::GuestId;
use crate::http::error::{ApiError, ApiResult};
use crate::web::fields::Fields;
use crate::web::pages::{self, Choosing, Draft, Place, order_address};
use crate::web::visitor::Visitor;
use crate::web::word::Word;

/// The guest's orders of today.
pub(in crate::web) async fn today(visitor: Visitor) -> Response {
    let shown = async {
        let guest = visitor.signed_in()?;
        let (answer, menu) = (visitor.bar.orders_of(guest).await?, visitor.bar.menu().await?);
        ApiResult::Ok(visitor.page(pages::today(&visitor.view(), &answer, &menu)))
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, "/orders"))
}

/// One order, wherever in its life it is.
pub(in crate::web) async fn order(visitor: Visitor, uri: Uri, Word(id): Word) -> Response {
    let shown = async {
        let (_, order) = own_order(&visitor, &id).await?;
        show(&visitor, &order, &Draft::default(), None).await
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, uri.path()))
}

/// Submits the choice. A choice that is refused is shown again as it was made.
pub(in crate::web) async fn submit(
    visitor: Visitor,
    uri: Uri,
    Word(id): Word,
    fields: Fields,
) -> Response {
    match own_order(&visitor, &id).await {
        Ok((guest, order)) => submit_to(&visitor, guest, order.id, &fields.draft()).await,
        Err(ApiError(problem)) => visitor.refused(&problem, uri.path()),
    }
}

/// Submits a choice to a kept place.
pub(super) async fn submit_to(
    visitor: &Visitor,
    guest: GuestId,
    id: OrderId,
    draft: &Draft,
) -> Response {
    match visitor.bar.submit(guest, id, draft.into()).await.map_err(ApiError::from) {
        Ok(order) => arrived(visitor, &order).await,
        Err(ApiError(problem)) => refused_about(visitor, guest, id, draft, problem).await,
    }
}

/// Cancels.
pub(in crate::web) async fn cancel(visitor: Visitor, uri: Uri, Word(id): Word) -> Response {
    let (guest, order) = match own_order(&visitor, &id).await {
        Ok(own) => own,
        Err(ApiError(problem)) => return visitor.refused(&problem, uri.path()),
    };
    match visitor.bar.withdraw(guest, order.id).await.map_err(ApiError::from) {
        Ok(order) => arrived(&visitor, &order).await,
        Err(ApiError(problem)) => {
            refused_about(&visitor, guest, order.id, &Draft::default(), problem).await
        }
    }
}

/// What became of one order, step by step.
pub(in crate::web) async fn journey(visitor: Visitor, uri: Uri, Word(id): Word) -> Response {
    let shown = async {
        let guest = visitor.signed_in()?;
        let id = order_id(&id)?;
        let journey = visitor.bar.journey(Reader::Guest(guest), id).await?;
        let menu = visitor.bar.menu().await?;
        ApiResult::Ok(visitor.page(pages::journey(&visitor.view(), id, &journey, &menu)))
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, uri.path()))
}

/// The same for everybody who has the link.
pub(in crate::web) async fn shared_journey(visitor: Visitor, Word(word): Word) -> Response {
    let shown = async {
        let journey = visitor.bar.shared_journey(&word).await?;
        let menu = visitor.bar.menu().await?;
        ApiResult::Ok(visitor.page(pages::shared_journey(&visitor.view(), &journey, &menu)))
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, "/"))
}

/// On to an order's page. The page's script gets it at once: each way back costs a phone on bad
/// Wi-Fi most of a second.
pub(super) async fn arrived(visitor: &Visitor, order: &Order) -> Response {
    if !visitor.is_script() {
        return visitor.go(&order_address(order.id));
    }
    let shown = show(visitor, order, &Draft::default(), None).await;
    shown.unwrap_or_else(|_unread| visitor.go(&order_address(order.id)))
}

/// The guest and the own order that the address names.
async fn own_order(visitor: &Visitor, id: &str) -> ApiResult<(GuestId, Order)> {
    let guest = visitor.signed_in()?;
    Ok((guest, visitor.bar.order(Reader::Guest(guest), order_id(id)?).await?))
}

fn order_id(id: &str) -> Result<OrderId, Refusal> {
    id.parse().map(OrderId).map_err(|_not_a_number| Refusal::no_such_order())
}

/// Shows where an order stands after something about it was refused. What is not about the order
/// has its own page.
async fn refused_about(
    visitor: &Visitor,
    guest: GuestId,
    id: OrderId,
    draft: &Draft,
    problem: Problem,
) -> Response {
    use RefusalCode as Code;
    let is_about_it = matches!(
        problem.code,
        Code::WrongState
            | Code::UnknownDrink
            | Code::UnknownOption
            | Code::MissingOption
            | Code::DuplicateOption
            | Code::DrinkSoldOut
            | Code::InvalidRequest
    );
    if !is_about_it {
        return visitor.refused(&problem, &order_address(id));
    }
    let shown = async {
        let order = visitor.bar.order(Reader::Guest(guest), id).await?;
        show(visitor, &order, draft, Some(&problem)).await
    };
    shown.await.unwrap_or_else(|ApiError(problem)| visitor.refused(&problem, &order_address(id)))
}

async fn show(
    visitor: &Visitor,
    order: &Order,
    draft: &Draft,
    problem: Option<&Problem>,
) -> ApiResult<Response> {
    let (view, Card { menu, word }) = (visitor.view(), visitor.bar.card().await?);
    let page = if order.state == OrderState::Reserved {
        let place = Place::Kept(order);
        pages::choose(&view, Choosing { place, menu: &menu, word: &word, draft, problem })
    } else {
        pages::order(&view, order, &menu, problem)
    };
    Ok(match problem {
        Some(problem) => visitor.problem_page(problem, page),
        None => visitor.page(page),
    })
}
