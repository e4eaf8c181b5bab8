//! From a code to an order: the first page, the page behind the code, and what its form does.

use axum::response::Response;
use demitasse_shared::code::normalize;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::{Face, ShopStatus};

use super::orders::{arrived, submit_to};
use crate::app::Card;
use crate::domain::Refusal;
use crate::domain::order::GuestId;
use crate::http::error::{ApiError, ApiResult};
use crate::web::fields::Fields;
use crate::web::pages::{self, Choosing, Draft, Place, code_address, order_address};
use crate::web::visitor::Visitor;
use crate::web::word::Word;

/// The bar in words, or the way to the own order.
pub(in crate::web) async fn home(visitor: Visitor) -> Response {
    let status = visitor.bar.hub().status();
    let own = own_orders(&visitor).await.into_iter().find(|order| order.state.is_on_board());
    let menu = visitor.bar.menu().await.unwrap_or_default();
    visitor.page(pages::home(&visitor.view(), &status, own.as_ref(), &menu))
}

/// The visitor's orders of today. A first page without them is better than none.
async fn own_orders(visitor: &Visitor) -> Vec<Order> {
    match visitor.id() {
        Some(guest) => visitor.bar.orders_of(guest).await.map(|answer| answer.orders),
        None => Ok(Vec::new()),
    }
    .unwrap_or_default()
}

/// A code that was typed: on to its page.
pub(in crate::web) async fn typed(visitor: Visitor, fields: Fields) -> Response {
    if let Some(code) = normalize(fields.text("code")) {
        return visitor.go(&code_address(&code));
    }
    let refusal = Refusal::new(RefusalCode::WrongCode, "That is no code of ours.");
    visitor.bar.turn_away(refusal.code);
    visitor.refused(&refusal.into(), "/")
}

/// The page behind the code: the menu. To look at it takes nothing: link previews do that too.
/// Whoever could not order anyway hears so before choosing.
pub(in crate::web) async fn menu(visitor: Visitor, Word(code): Word) -> Response {
    let code = readable(&code);
    let orders = own_orders(&visitor).await;
    if let Some(kept) = orders.iter().find(|order| order.state == OrderState::Reserved) {
        return visitor.go(&order_address(kept.id));
    }
    if let Some(refusal) = foreseen(&visitor, &code, &orders) {
        visitor.bar.turn_away(refusal.code);
        return visitor.refused(&refusal.into(), &code_address(&code));
    }
    if visitor.id().is_none() && !visitor.signs_in_by_name() {
        return visitor.page(pages::sign_in(&visitor.view(), &code_address(&code), None));
    }
    match visitor.bar.card().await.map_err(ApiError::from) {
        Ok(card) => visitor.page(behind(&visitor, &code, &card, &Draft::default(), None)),
        Err(ApiError(problem)) => visitor.refused(&problem, "/"),
    }
}

fn behind(
    visitor: &Visitor,
    code: &str,
    Card { menu, word }: &Card,
    draft: &Draft,
    refused_name: Option<&str>,
) -> maud::Markup {
    let place = Place::Code { code, refused_name };
    pages::choose(&visitor.view(), Choosing { place, menu, word, draft, problem: None })
}

/// What the bar would say to whoever asked now, as far as it can be known without asking.
fn foreseen(visitor: &Visitor, code: &str, orders: &[Order]) -> Option<Refusal> {
    let board = visitor.bar.hub().status();
    let settings = visitor.bar.hub().settings();
    let alive: Vec<_> = orders.iter().filter(|order| order.state.is_alive()).collect();
    let open = usize::try_from(settings.open_orders_per_guest).unwrap_or(usize::MAX);
    if let Some(order) = alive.first().filter(|_| alive.len() >= open) {
        return Some(Refusal::new(RefusalCode::HasOpenOrder, "").about(order.id));
    }
    let ShopStatus { next_code_at, paused_until, opens_at, .. } = board;
    match board.face {
        Face::Closed => Some(Refusal::new(RefusalCode::ShopClosed, "").until(opens_at)),
        Face::Paused => Some(Refusal::new(RefusalCode::ShopPaused, "").until(paused_until)),
        Face::Full => Some(Refusal::new(RefusalCode::BarFull, "")),
        // A code that has just turned may have places of its own.
        Face::SoldOut if visitor.bar.hub().shows_code(code) => {
            Some(Refusal::new(RefusalCode::SoldOut, "").until(next_code_at))
        }
        Face::Open | Face::SoldOut => None,
    }
}

/// Signs in where that is needed, redeems, and orders what is chosen, all in one. It leads to the
/// order: the code leaves the address bar. Sent twice, it is the same order.
pub(in crate::web) async fn redeem(
    mut visitor: Visitor,
    Word(code): Word,
    fields: Fields,
) -> Response {
    let (code, draft) = (readable(&code), fields.draft());
    let guest = match signed_in(&mut visitor, &fields).await {
        Ok(guest) => guest,
        Err(ApiError(problem)) => return not_signed_in(&visitor, &code, &fields, &problem).await,
    };
    let order = match visitor.bar.redeem(guest, &code).await.map_err(ApiError::from) {
        Ok(order) => order,
        Err(ApiError(problem)) => return visitor.refused(&problem, &code_address(&code)),
    };
    let holds = !fields.text("hold").is_empty();
    if holds && visitor.is_script() && order.state == OrderState::Reserved {
        return visitor.page(pages::place_kept(&visitor.view(), &order));
    }
    if holds || draft.drink.is_none() {
        return arrived(&visitor, &order).await;
    }
    submit_to(&visitor, guest, order.id, &draft).await
}

/// The guest, who may be new.
async fn signed_in(visitor: &mut Visitor, fields: &Fields) -> ApiResult<GuestId> {
    match visitor.id() {
        Some(guest) => Ok(guest),
        None if visitor.signs_in_by_name() => {
            visitor.sign_in(fields.text("name"), fields.text("visit")).await
        }
        None => visitor.signed_in(),
    }
}

/// The menu again, with the name that cannot be used and all that was chosen.
async fn not_signed_in(
    visitor: &Visitor,
    code: &str,
    fields: &Fields,
    problem: &Problem,
) -> Response {
    if problem.code != RefusalCode::InvalidRequest || !visitor.signs_in_by_name() {
        return visitor.refused(problem, &code_address(code));
    }
    let card = visitor.bar.card().await.unwrap_or_default();
    let page = behind(visitor, code, &card, &fields.draft(), Some(fields.text("name")));
    visitor.problem_page(problem, page)
}

/// A code as it is written, or what stood in the address where that is none: it will be refused.
fn readable(code: &str) -> String {
    normalize(code).unwrap_or_else(|| "0".to_owned())
}
