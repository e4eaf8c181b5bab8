//! The page behind the code. To look at it takes nothing: only the button does.

use maud::{Markup, html};

use super::sign_in::name_field;
use crate::web::cups::cup;
use crate::web::layout::Page;
use crate::web::view::View;

/// Where a code's page is, and where its form goes.
pub(in crate::web) fn address(code: &str) -> String {
    format!("/q/{code}")
}

/// `GET /q/{code}`. `problem` says what is wrong with the name that was typed, as `name`.
pub(in crate::web) fn scan(view: &View, code: &str, problem: Option<(&str, &str)>) -> Markup {
    let greeting = match &view.guest {
        Some(name) => format!("Hello, {name}"),
        None => "What may we call you?".to_owned(),
    };
    let body = html! {
        div.stack {
            (cup("flat-white"))
            h1 { (greeting) }
            @if view.guest.is_some() {
                p { "We keep a place for you while you choose." }
            } @else {
                p { "Your first name is enough. The screens show numbers, never names." }
            }
        }
        form.asks method="post" action=(address(code)) {
            @if view.guest.is_none() { (name_field(view, problem)) }
            button.button { "Choose a drink" }
        }
    };
    Page::new("Order", body).frame(view)
}

/// The field for a code that is typed.
pub(super) fn code_field() -> Markup {
    html! {
        div.field {
            label for="code" { "No camera at hand? Type the code" }
            input.code #code name="code" required autocomplete="off" autocapitalize="characters"
                spellcheck="false" enterkeyhint="go" maxlength="40"
                placeholder="16 letters and digits";
        }
    }
}
