//! A page for each refusal: what happened, what to do, and until when.

use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::shop::Face;
use maud::{Markup, html};

use super::{codes, order_address};
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::view::View;
use crate::web::words;

/// The answer to whatever was refused. `again` is where it can be asked for once more.
pub(in crate::web) fn refused(view: &View, problem: &Problem, again: Option<&str>) -> Markup {
    let title = words::title(view, problem.code);
    let body = html! {
        div.stack {
            (cup("espresso"))
            h1 { (title) }
            p { (words::happened(view, problem.code)) }
            @if problem.code == RefusalCode::ShopClosed {
                @if let Some(opening) = view.opening(problem.retry_at) { (opening) }
            } @else if let Some(at) = problem.retry_at {
                (words::countdown(problem.code, at).large(view))
            }
            p { (words::next(view, problem.code)) }
        }
        (way_on(view, problem, again))
    };
    let home = problem.order.map_or("/".to_owned(), order_address);
    let page = Page::new(title, body).at(home);
    match face(problem.code) {
        Some(Face::Closed) => {
            page.following().showing(Face::Closed).opening(problem.retry_at).frame(view)
        }
        Some(face) => page.following().showing(face).frame(view),
        None => page.frame(view),
    }
}

/// What the bar showed when it refused so: once it shows something else, so does the page.
fn face(code: RefusalCode) -> Option<Face> {
    match code {
        RefusalCode::SoldOut => Some(Face::SoldOut),
        RefusalCode::BarFull => Some(Face::Full),
        RefusalCode::ShopPaused => Some(Face::Paused),
        RefusalCode::ShopClosed => Some(Face::Closed),
        _ => None,
    }
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
                p.push { a.button href=(again) { (view.say("refused-again")) } }
            },
            (Code::NotAllowed, ..) => p.push {
                a.button href="/orders" { (view.say("refused-orders")) }
            },
            _ => p.push { a.button.plain href="/" { (view.say("refused-home")) } },
        }
    }
}
