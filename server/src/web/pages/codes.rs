//! The ways to a code for who opened the address without one: the camera in the page, a picture,
//! the code typed from the monitor.

use maud::{Markup, html};

use crate::web::assets;
use crate::web::layout::Page;
use crate::web::view::View;

/// Where a code's page is, and where its form goes.
pub(in crate::web) fn address(code: &str) -> String {
    format!("/q/{code}")
}

/// All three ways, the quickest first.
pub(super) fn all(view: &View) -> Markup {
    html! {
        div.codes {
            (live(view))
            (photo(view))
            (typed(view, "button plain"))
        }
    }
}

/// `POST /q/photo` where no code was found in the picture.
pub(in crate::web) fn unread(view: &View) -> Markup {
    let body = html! {
        p.notice role="alert" { (view.say("scan-photo.none")) }
        h1 { (view.say("scan-photo")) }
        (all(view))
    };
    Page::new(view.say("scan-photo"), body).at("/").frame(view)
}

/// A place for the camera's picture, which the script opens where the browser lets it.
fn live(view: &View) -> Markup {
    html! {
        div #scanner hidden data-script=(assets::ways())
            data-start=(view.say("scan-live"))
            data-aim=(view.say("scan-live.aim"))
            data-stop=(view.say("scan-live.stop")) {}
    }
}

/// A picture of the code. On a phone the button opens the camera.
fn photo(view: &View) -> Markup {
    html! {
        form.photo method="post" action="/q/photo" enctype="multipart/form-data" {
            input.unseen #photo type="file" name="photo" accept="image/jpeg,image/png"
                capture="environment" required aria-describedby="photo-about";
            label.button.plain for="photo" { (view.say("scan-photo")) }
            p.small.quiet #photo-about { (view.say("scan-photo.about")) }
            button.button { (view.say("scan-photo.send")) }
        }
    }
}

/// The field for a code that is typed.
pub(super) fn typed(view: &View, button: &str) -> Markup {
    html! {
        form.typed method="post" action="/q" {
            div.field {
                label for="code" { (view.say("scan-typed")) }
                input.code #code name="code" required autocomplete="off"
                    autocapitalize="characters" spellcheck="false" enterkeyhint="go" maxlength="40"
                    dir="ltr" placeholder=(view.say("scan-typed.hint"));
            }
            button class=(button) { (view.say("scan-typed.send")) }
        }
    }
}
