//! The pages' handlers: each asks one use-case of the bar and shows what came of it.

mod codes;
mod guests;
mod orders;
mod photo;
mod proofs;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};

pub(super) use codes::{home, menu, redeem, typed};
pub(super) use guests::{forget, forget_form, sign_in, sign_in_form, sign_out};
pub(super) use orders::{cancel, journey, order, shared_journey, submit, today};
pub(super) use photo::photo;
pub(crate) use proofs::proof_words;
pub(super) use proofs::{ask_again, proof_form, prove};

use super::fields::Fields;
use super::headers;
use super::language::Language;
use super::visitor::{LANGUAGE_COOKIE, Visitor};
use crate::http::Http;
use crate::http::error::{ApiError, no_such_page};

/// How long a phone remembers its language, in seconds: a year.
const LANGUAGE_SECONDS: u32 = 31_536_000;

/// Changes the language and leads back.
pub(super) async fn language(visitor: Visitor, fields: Fields) -> Response {
    let back = visitor.go(own_page(fields.text("next")));
    let Some(language) = Language::tagged(fields.text("language")) else { return back };
    let cookie = format!(
        "{LANGUAGE_COOKIE}={}; SameSite=Lax; Path=/; Max-Age={LANGUAGE_SECONDS}",
        language.tag
    );
    match HeaderValue::from_str(&cookie) {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], back).into_response(),
        Err(_not_a_header) => back,
    }
}

/// What is no page of ours. Browsers show a page, programs hear it as problem details.
pub(crate) async fn nowhere(
    State(http): State<Http>,
    visitor: Visitor,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let ApiError(problem) = no_such_page().await;
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    let person = accepted.is_some_and(|accepted| accepted.contains("text/html"));
    if !person || uri.path().starts_with("/api/") {
        return ApiError(problem).into_response();
    }
    let mut response = visitor.refused(&problem, "/");
    headers::protected(&http, response.headers_mut());
    response
}

/// An address of ours that a guest can be sent to, whatever the form says: one or two plain words,
/// perhaps with a page below them.
fn own_page(asked: &str) -> &str {
    let first = asked.strip_prefix('/').and_then(|rest| rest.split('/').next());
    let is_page = matches!(first, Some("orders" | "q" | "Q" | "j" | "sign-in" | "forget-me"));
    let is_plain = asked.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-".contains(&byte));
    if is_page && is_plain && !asked.contains("//") { asked } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_cannot_send_a_guest_elsewhere() {
        for ours in
            ["/orders", "/orders/12", "/orders/12/journey", "/q/0123", "/j/12-AB", "/sign-in"]
        {
            assert_eq!(own_page(ours), ours);
        }
        for foreign in [
            "//evil.example",
            "/orders//evil.example",
            "/orders/../x",
            "https://evil.example",
            "/orders/1\r",
            "/sign-out",
            "",
        ] {
            assert_eq!(own_page(foreign), "/", "{foreign}");
        }
    }
}
