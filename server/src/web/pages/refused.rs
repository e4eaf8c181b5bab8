//! A page for each refusal: what happened, what to do, and until when.

use demitasse_shared::error::{Problem, RefusalCode};
use maud::{Markup, html};

use super::order::address;
use super::scan::code_field;
use crate::web::layout::Page;
use crate::web::view::View;
use crate::web::words::{self, Words};

/// The answer to whatever was refused. `again` is where the same form can be sent once more.
pub(in crate::web) fn refused(view: &View, problem: &Problem, again: Option<&str>) -> Markup {
    let Words { title, happened, next } = words::refusal(problem.code);
    let body = html! {
        div.stack {
            h1 { (title) }
            p { (happened) }
            @if let Some(at) = problem.retry_at {
                (words::countdown(problem.code, at).large(view))
            }
            p { (next) }
        }
        (way_on(problem, again))
    };
    let home = problem.order.map_or("/".to_owned(), address);
    Page::new(title, body).at(home).frame(view)
}

/// One thing to do next, at the thumb.
fn way_on(problem: &Problem, again: Option<&str>) -> Markup {
    use RefusalCode as Code;
    html! {
        @match (problem.code, problem.order, again) {
            (Code::WrongCode, ..) => form.asks.push method="post" action="/q" {
                (code_field())
                button.button { "Use this code" }
            },
            (_, Some(order), _) => p.push {
                a.button href=(address(order)) { "See your order" }
            },
            (Code::BarFull | Code::Unavailable, None, Some(again)) => {
                form.asks.push method="post" action=(again) { button.button { "Try again" } }
            },
            (Code::NotAllowed, ..) => p.push { a.button href="/orders" { "My orders" } },
            _ => p.push { a.button.plain href="/" { "To the first page" } },
        }
    }
}
