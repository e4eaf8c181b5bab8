//! Signing in: a first name.

use maud::{Markup, html};

use crate::domain::limits::NAME_CHARS;
use crate::web::layout::Page;
use crate::web::view::View;

/// `GET /sign-in`, and what stands in for a page that needs a guest. `next` is where it leads;
/// `problem` says what is wrong with the name that was typed.
pub(in crate::web) fn sign_in(view: &View, next: &str, problem: Option<(&str, &str)>) -> Markup {
    let body = html! {
        div.stack {
            @if let Some(name) = &view.guest {
                h1 { "You are signed in as " (name) }
                p { "Do you want to be called differently?" }
            } @else {
                h1 { "What may we call you?" }
                p { "Your first name is enough. The screens show numbers, never names." }
            }
        }
        form.asks method="post" action="/sign-in" {
            (name_field(view, problem))
            input type="hidden" name="next" value=(next);
            button.button { "Go on" }
        }
        @if view.guest.is_some() {
            form.asks.push method="post" action="/sign-out" {
                button.button.plain { "Sign out" }
            }
        }
    };
    Page::new("Your name", body).frame(view)
}

/// The field for a name, with what was typed where that could not be used.
pub(super) fn name_field(view: &View, problem: Option<(&str, &str)>) -> Markup {
    let typed = problem.map(|(_, typed)| typed);
    html! {
        @if let Some((words, _)) = problem { p.notice #problem role="alert" { (words) } }
        input type="hidden" name="visit" value=(view.visit);
        div.field {
            label for="name" { "Your first name" }
            input #name name="name" required maxlength=(NAME_CHARS) value=[typed]
                autocomplete="given-name" autocapitalize="words" spellcheck="false"
                enterkeyhint="go" aria-describedby=[problem.map(|_| "problem")];
        }
    }
}
