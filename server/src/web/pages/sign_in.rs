//! Signing in, by whatever the venue chose.

use demitasse_shared::Timestamp;
use demitasse_shared::api::{CodeSent, SignInKind};
use maud::{Markup, html};

use crate::domain::limits::NAME_CHARS;
use crate::web::layout::Page;
use crate::web::view::{Countdown, View};

/// `GET /sign-in`, and what stands in for a page that needs a guest. `next` is where it leads;
/// `refused` is what was typed and can't be used.
pub(in crate::web) fn sign_in(view: &View, next: &str, refused: Option<&str>) -> Markup {
    let kind = view.sign_in;
    let is_code_sent = matches!(kind, SignInKind::Email | SignInKind::Sms);
    let body = html! {
        div.stack { (greeting(view)) }
        @if view.guest.is_none() || kind == SignInKind::Name {
            form.asks method="post" action="/sign-in" {
                @if kind == SignInKind::Name { (name_field(view, refused)) }
                @else { (field(view, refused)) }
                input type="hidden" name="next" value=(next);
                button.button {
                    (view.say(if is_code_sent { "sign-in-send" } else { "sign-in-go-on" }))
                }
            }
        }
        @if view.guest.is_some() {
            form.asks.push method="post" action="/sign-out" {
                button.button.plain { (view.say("sign-in-out")) }
            }
        }
    };
    let title = if kind == SignInKind::Name { "name-title" } else { "sign-in-title" };
    Page::new(view.say(title), body).at(next).frame(view)
}

fn greeting(view: &View) -> Markup {
    let ask = ask(view.sign_in);
    html! {
        @if view.guest.is_none() {
            h1 { (view.say(ask)) }
            p { (view.say(&format!("{ask}.next"))) }
        } @else if let Some(name) = view.name() {
            h1 { (view.around_name("name-signed-in", "name", name)) }
            p { (view.say("name-signed-in.next")) }
        } @else {
            h1 { (view.say("name-signed-in.nameless")) }
        }
    }
}

/// The texts that ask for what the venue signs guests in by.
fn ask(kind: SignInKind) -> &'static str {
    match kind {
        SignInKind::Name => "name-ask",
        SignInKind::Email => "email-ask",
        SignInKind::Sms => "sms-ask",
        SignInKind::Badge => "badge-ask",
    }
}

/// The field for a name, with what was typed where that could not be used.
pub(super) fn name_field(view: &View, refused: Option<&str>) -> Markup {
    let most = u32::try_from(NAME_CHARS).unwrap_or(u32::MAX);
    html! {
        @if refused.is_some() {
            p.notice #problem role="alert" { (view.count("name-ask.refused", "most", most)) }
        }
        input type="hidden" name="visit" value=(view.visit);
        div.field {
            label for="name" { (view.say("name-ask.field")) }
            input #name name="name" required maxlength=(NAME_CHARS) value=[refused] dir="auto"
                autocomplete="given-name" autocapitalize="words" spellcheck="false"
                enterkeyhint="go" aria-invalid=[refused.map(|_| "true")]
                aria-describedby=[refused.map(|_| "problem")];
        }
    }
}

/// The field for an address or a badge. It has the same name whatever it asks for.
fn field(view: &View, refused: Option<&str>) -> Markup {
    let ask = ask(view.sign_in);
    let (kind, fill, mode) = match view.sign_in {
        SignInKind::Email => ("email", "email", "email"),
        SignInKind::Sms => ("tel", "tel", "tel"),
        SignInKind::Badge | SignInKind::Name => ("text", "off", "text"),
    };
    let hint = (view.sign_in == SignInKind::Sms).then(|| view.say("sms-ask.hint"));
    html! {
        @if refused.is_some() {
            p.notice #problem role="alert" { (view.say(&format!("{ask}.refused"))) }
        }
        div.field {
            label for="address" { (view.say(&format!("{ask}.field"))) }
            input #address name="address" type=(kind) inputmode=(mode) required maxlength="254"
                value=[refused] autocomplete=(fill) autocapitalize="none" spellcheck="false"
                enterkeyhint="go" dir="ltr" placeholder=[hint]
                aria-invalid=[refused.map(|_| "true")]
                aria-describedby=[refused.map(|_| "problem")];
        }
    }
}

/// What the bar said to a one-time code.
#[derive(Clone, Copy, Debug)]
pub(in crate::web) struct WrongProof {
    /// Another code has to be sent.
    pub(in crate::web) is_used_up: bool,
    /// How many more can be tried, where that is known.
    pub(in crate::web) tries_left: Option<u32>,
}

/// `GET /sign-in/code`: the one-time code that was sent.
pub(in crate::web) fn proof(view: &View, sent: &CodeSent, wrong: Option<WrongProof>) -> Markup {
    let body = html! {
        div.stack {
            h1 { (view.say("proof-ask")) }
            p { (view.around_name("proof-ask.to", "address", &sent.to)) }
            (good_until(sent.expires_at).line(view))
        }
        @if let Some(wrong) = wrong { (wrong_proof(view, wrong)) }
        form.asks method="post" action="/sign-in/code" {
            div.field {
                label for="proof" { (view.say("proof-ask.field")) }
                input.digits #proof name="proof" required autocomplete="one-time-code"
                    inputmode="numeric" pattern="[0-9 ]*" maxlength="8" enterkeyhint="go" dir="ltr"
                    aria-invalid=[wrong.map(|_| "true")]
                    aria-describedby=[wrong.map(|_| "problem")];
            }
            button.button { (view.say("sign-in-go-on")) }
        }
        (send_again(view, sent))
    };
    Page::new(view.say("sign-in-title"), body).personal().at("/sign-in/code").frame(view)
}

fn good_until(until: Timestamp) -> Countdown {
    Countdown { until, words: "proof-good-until", reload: false }
}

fn wrong_proof(view: &View, wrong: WrongProof) -> Markup {
    let words = if wrong.is_used_up { "proof-ask.used-up" } else { "proof-ask.wrong" };
    html! {
        p.notice #problem role="alert" {
            (view.say(words))
            @if let Some(tries) = wrong.tries_left {
                " " (view.count("proof-tries-left", "tries", tries))
            }
        }
    }
}

/// Another code, once a little time has passed, or to another address.
fn send_again(view: &View, sent: &CodeSent) -> Markup {
    let again = Countdown { until: sent.resend_at, words: "send-again", reload: false };
    html! {
        div.push.stack {
            (again.line(view))
            form method="post" action="/sign-in/again" {
                button.button.plain { (view.say("proof-ask.again")) }
            }
            p { a.link href="/sign-in" { (view.say("proof-ask.other")) } }
        }
    }
}
