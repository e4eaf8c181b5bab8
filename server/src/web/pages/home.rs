//! The first page: is the bar open, and how does one order?

use demitasse_shared::menu::Menu;
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::{Face, ShopStatus};
use maud::{Markup, html};

use super::{codes, order_address};
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::names::Names;
use crate::web::view::{Countdown, View};

/// `GET /`. `own` is the order that the guest has under way, where there is one.
pub(in crate::web) fn home(
    view: &View,
    status: &ShopStatus,
    own: Option<&Order>,
    menu: &Menu,
) -> Markup {
    let words = words(status.face);
    let title = view.say(words);
    let names = Names::new(menu, view.tongue.language.tag);
    let body = html! {
        div.stack {
            @if let Some(order) = own { (own_order(view, order, names)) }
            @else { (cup("cappuccino")) }
            h1 { (title) }
            @if status.face != Face::Open || own.is_none() {
                p { (view.say(&format!("{words}.next"))) }
            }
            @if let Some(countdown) = countdown(status) { (countdown.large(view)) }
            @if let Some(opening) = view.opening(status.opens_at) { (opening) }
        }
        @if status.face == Face::Open && own.is_none() { (codes::all(view)) }
    };
    Page::new(title, body).following().showing(status.face).opening(status.opens_at).frame(view)
}

fn words(face: Face) -> &'static str {
    match face {
        Face::Open => "home-open",
        Face::SoldOut => "home-sold-out",
        Face::Full => "home-full",
        Face::Paused => "home-paused",
        Face::Closed => "home-closed",
    }
}

fn countdown(status: &ShopStatus) -> Option<Countdown> {
    let (until, words) = match status.face {
        Face::SoldOut => (status.next_code_at?, "next-code"),
        Face::Paused => (status.paused_until?, "goes-on"),
        Face::Open | Face::Full | Face::Closed => return None,
    };
    Some(Countdown { until, words, reload: true })
}

fn own_order(view: &View, order: &Order, names: Names<'_>) -> Markup {
    let words = match order.state {
        OrderState::Reserved => "home-own-reserved",
        OrderState::Making => "home-own-making",
        OrderState::Ready => "home-own-ready",
        _ => "home-own-waiting",
    };
    html! {
        a.own href=(order_address(order.id)) {
            @if let Some(number) = order.number { span.no { (number) } }
            @else { (cup("flat-white")) }
            span { @if order.state == OrderState::Ready { "✓ " } (view.say(words)) }
            @if order.chosen.is_some() { span.what { bdi { (names.label(order)) } } }
        }
    }
}
