//! The first page: is the bar open, and how does one order?

use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::{Face, ShopStatus};
use maud::{Markup, html};

use super::scan::code_field;
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::view::{Countdown, View};

/// `GET /`. `own` is the order that the guest has under way, where there is one.
pub(in crate::web) fn home(view: &View, status: &ShopStatus, own: Option<&Order>) -> Markup {
    let (title, words) = in_words(status.face);
    let body = html! {
        div.stack {
            @if let Some(order) = own { (own_order(order)) } @else { (cup("cappuccino")) }
            h1 { (title) }
            p { (words) }
            @if let Some(countdown) = countdown(status) { (countdown.large(view)) }
        }
        @if status.face == Face::Open && own.is_none() { (typed_code()) }
    };
    Page::new(title, body).fresh().frame(view)
}

fn in_words(face: Face) -> (&'static str, &'static str) {
    match face {
        Face::Open => ("The bar is open", "Scan the code on the monitor with your camera."),
        Face::SoldOut => {
            ("Sold out for now", "When the next code is on the monitor, scan it with your camera.")
        }
        Face::Full => (
            "The baristas have their hands full",
            "With each drink they finish a place comes free. Then the monitor shows a code again.",
        ),
        Face::Paused => {
            ("The bar is taking a short pause", "When it goes on, the monitor shows a code again.")
        }
        Face::Closed => {
            ("The bar is closed", "When it opens, the monitor shows a code. Scan it to order.")
        }
    }
}

fn countdown(status: &ShopStatus) -> Option<Countdown<'static>> {
    let (until, by, left, over) = match status.face {
        Face::SoldOut => (
            status.next_code_at?,
            "Next code at {}.",
            "Next code in {}.",
            "The next code is on the monitor.",
        ),
        Face::Paused => {
            (status.paused_until?, "It goes on at {}.", "It goes on in {}.", "It goes on now.")
        }
        Face::Open | Face::Full | Face::Closed => return None,
    };
    Some(Countdown { until, by, left, over, reload: true })
}

fn own_order(order: &Order) -> Markup {
    let words = match order.state {
        OrderState::Reserved => "Your place is kept. Choose your drink",
        OrderState::Making => "Being made",
        OrderState::Ready => "✓ Ready for you on the counter",
        _ => "In the queue",
    };
    html! {
        a.own href={ "/orders/" (order.id) } {
            @if let Some(number) = order.number { span.no { (number) } }
            @else { (cup("flat-white")) }
            span { (words) }
            @if order.chosen.is_some() { span.what { (order.label()) } }
        }
    }
}

/// For who cannot scan: the code, typed from the monitor.
fn typed_code() -> Markup {
    html! {
        form.asks.push method="post" action="/q" {
            (code_field())
            button.button.plain { "Use this code" }
        }
    }
}
