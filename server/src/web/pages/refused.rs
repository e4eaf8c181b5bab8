//! A page for each refusal: what happened, what to do, and until when.

use demitasse_shared::error::{Problem, RefusalCode};
use maud::{Markup, html};

use super::{codes, order_address};
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::view::View;
use crate::web::words;

/// The answer to whatever was refused. `again` is where the same form can be sent once more.
pub(in crate::web) fn refused(view: &View, problem: &Problem, again: Option<&str>) -> Markup {
    let title = words::title(view, problem.code);
    let body = html! {
        div.stack {
            (cup("espresso"))
            h1 { (title) }
            p { (words::happened(view, problem.code)) }
            @if let Some(at) = problem.retry_at {
                (words::countdown(problem.code, at).large(view))
            }
            p { (words::next(view, problem.code)) }
        }
        (way_on(view, problem, again))
    };
    let home = problem.order.map_or("/".to_owned(), order_address);
    Page::new(title, body).at(home).frame(view)
}

/// One thing to do next, at the thumb.
fn way_on(view: &View, problem: &Problem, again: Option<&str>) -> Markup {
    use RefusalCode as Code;
    html! {
        @match (problem.code, problem.order, again) {
            (Code::WrongCode, ..) => div.push { (codes::typed(view, "button")) },
            (_, Some(order), _) => p.push {
                a.button href=(order_address(order)) { (view.say("refused-see-order")) }
            },
            (Code::BarFull | Code::Unavailable, None, Some(again)) => {
                form.asks.push method="post" action=(again) {
                    button.button { (view.say("refused-again")) }
                }
            },
            (Code::NotAllowed, ..) => p.push {
                a.button href="/orders" { (view.say("refused-orders")) }
            },
            _ => p.push { a.button.plain href="/" { (view.say("refused-home")) } },
        }
    }
}
