//! The guest's orders of today.

use demitasse_shared::api::OrdersAnswer;
use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Order, OrderState};
use maud::{Markup, html};

use super::order_address;
use crate::web::layout::Page;
use crate::web::names::Names;
use crate::web::view::View;

/// `GET /orders`.
pub(in crate::web) fn today(view: &View, answer: &OrdersAnswer, menu: &Menu) -> Markup {
    let names = Names::new(menu, view.tongue.language.tag);
    let left = answer.drinks_left.unwrap_or_default();
    let body = html! {
        div.stack {
            h1 { (view.say("today-title.heading")) }
            p.quiet { (view.count("today-left", "drinks", left)) }
            @if answer.orders.is_empty() {
                p { (view.say("today-title.none")) }
            } @else {
                ul.list { @for order in &answer.orders { li { (line(view, order, names)) } } }
            }
        }
        div.push.quiet.small.account { (account(view)) }
    };
    Page::new(view.say("today-title"), body).personal().following().frame(view)
}

/// Who is signed in, and the ways out.
fn account(view: &View) -> Markup {
    html! {
        p {
            @match view.name() {
                Some(name) => (view.around_name("today-signed-in", "name", name)),
                None => (view.say("today-signed-in.nameless")),
            }
        }
        p {
            a href="/sign-in" { (view.say("today-signed-in.change")) }
            a href="/forget-me" { (view.say("today-forget")) }
        }
    }
}

fn line(view: &View, order: &Order, names: Names<'_>) -> Markup {
    let label = names.label(order);
    html! {
        a href=(order_address(order.id)) {
            span.no { @if let Some(number) = order.number { (number) } @else { "–" } }
            span {
                @if label.is_empty() { (view.say("today-no-drink")) } @else { bdi { (label) } }
                span class={ "state " (order.state) } { (mark(order.state)) (state(view, order)) }
            }
        }
    }
}

/// A shape beside the colour of what moves.
fn mark(state: OrderState) -> &'static str {
    match state {
        OrderState::Waiting => "○ ",
        OrderState::Making => "◐ ",
        OrderState::Ready => "✓ ",
        _ => "",
    }
}

fn state(view: &View, order: &Order) -> String {
    let words = match order.state {
        OrderState::Reserved => "today-reserved",
        OrderState::Waiting => "today-waiting",
        OrderState::Making => "today-making",
        OrderState::Ready => "today-ready",
        OrderState::Collected => "today-collected",
        OrderState::Cancelled => "today-cancelled",
        OrderState::Expired => "today-expired",
    };
    view.timed(words, order.ended_at.unwrap_or(view.now))
}
