//! "Forget me": asked once more, with what it does; and done.

use maud::{Markup, html};

use super::order_address;
use crate::web::layout::Page;
use crate::web::view::View;
use demitasse_shared::ids::OrderId;

/// `GET /forget-me`. `open` is the order that is still under way.
pub(in crate::web) fn forget(view: &View, open: Option<OrderId>) -> Markup {
    let body = html! {
        div.stack {
            h1 { (view.say("forget-title.ask")) }
            p { (view.say("forget-title.what")) }
            @if open.is_some() { p { (view.say("forget-title.open")) } }
        }
        div.push.stack {
            @if let Some(order) = open {
                a.button href=(order_address(order)) { (view.say("refused-see-order")) }
            } @else {
                form method="post" action="/forget-me" data-forget {
                    button.button.plain { (view.say("forget-title.yes")) }
                }
                a.button href="/orders" { (view.say("forget-title.no")) }
            }
        }
    };
    Page::new(view.say("forget-title"), body).personal().at("/forget-me").frame(view)
}

/// The answer to the yes.
pub(in crate::web) fn forgotten(view: &View) -> Markup {
    let body = html! {
        div.stack {
            h1 { (view.say("forget-done")) }
            p { (view.say("forget-done.next")) }
        }
        p.push { a.button.plain href="/" { (view.say("refused-home")) } }
    };
    Page::new(view.say("forget-done"), body).at("/").frame(view)
}
