//! The guest's orders of today.

use demitasse_shared::api::OrdersAnswer;
use demitasse_shared::order::{Order, OrderState};
use maud::{Markup, html};

use super::order::address;
use crate::web::layout::Page;
use crate::web::view::View;

/// `GET /orders`.
pub(in crate::web) fn today(view: &View, answer: &OrdersAnswer) -> Markup {
    let name = view.guest.as_deref().unwrap_or_default();
    let body = html! {
        div.stack {
            h1 { "Today" }
            p.quiet { (allowance(answer.drinks_left.unwrap_or_default())) }
            @if answer.orders.is_empty() {
                p { "Nothing yet. Scan the code on the monitor to order." }
            } @else {
                ul.list { @for order in &answer.orders { li { (line(view, order)) } } }
            }
        }
        p.push.quiet.small { "Signed in as " (name) ". " a href="/sign-in" { "Change this" } }
    };
    Page::new("My orders today", body).fresh().frame(view)
}

fn allowance(left: u32) -> String {
    match left {
        0 => "You have had all your drinks of the day.".to_owned(),
        1 => "You can have one more drink today.".to_owned(),
        left => format!("You can have {left} more drinks today."),
    }
}

fn line(view: &View, order: &Order) -> Markup {
    let label = order.label();
    html! {
        a href=(address(order.id)) {
            span.no { @if let Some(number) = order.number { (number) } @else { "–" } }
            span {
                (if label.is_empty() { "Not chosen" } else { &label })
                span class={ "state " (order.state) } { (state(view, order)) }
            }
        }
    }
}

fn state(view: &View, order: &Order) -> String {
    let word = match order.state {
        OrderState::Reserved => "A place is kept for you",
        OrderState::Waiting => "○ In the queue",
        OrderState::Making => "◐ Being made",
        OrderState::Ready => "✓ Ready for you on the counter",
        OrderState::Collected => "Collected",
        OrderState::Cancelled => "Cancelled",
        OrderState::Expired => "Ran out of time",
    };
    match order.ended_at {
        Some(at) => format!("{word} at {}", view.clock(at)),
        None => word.to_owned(),
    }
}
