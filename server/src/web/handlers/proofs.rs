//! Signing in by an address: a one-time code is sent there, typed here, and sent again.

use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Response};
use demitasse_shared::api::CodeSent;
use demitasse_shared::error::{Problem, RefusalCode};

use super::own_page;
use crate::app::{Asking, PendingProof, Venue, Words, proof_text};
use crate::http::auth::{cookie, set_cookie};
use crate::http::error::ApiError;
use crate::http::pending::{self, Pending};
use crate::web::fields::Fields;
use crate::web::language::Tongue;
use crate::web::pages::{self, WrongProof};
use crate::web::visitor::{Visitor, tongue};

/// The cookie that remembers where the guest wanted to be, while a code is on its way.
const NEXT_COOKIE: &str = "demitasse_next";

/// How long it is remembered, in seconds: as long as a guest may look for a message.
const NEXT_SECONDS: u32 = 900;

const CODE_PAGE: &str = "/sign-in/code";

/// Sends a code to the address that was typed.
pub(super) async fn ask(visitor: &Visitor, fields: &Fields, next: &str) -> Response {
    let typed = fields.text("address");
    let venue = visitor.bar.venue();
    let scanned = visitor.scanned(next);
    let asking = Asking { typed, pending: visitor.pending(), scanned: scanned.as_deref() };
    let asked = visitor.bar.ask_proof(asking, words(visitor.tongue().clone())).await;
    match asked.map_err(ApiError::from) {
        Ok(asked) => {
            let pending = Pending { token: asked.pending, to: asked.sent.to };
            let cookies = AppendHeaders([
                (SET_COOKIE, pending::begin(&pending, venue)),
                (SET_COOKIE, set_cookie(NEXT_COOKIE, next, NEXT_SECONDS, venue)),
            ]);
            (cookies, visitor.go(CODE_PAGE)).into_response()
        }
        Err(ApiError(problem)) if problem.code == RefusalCode::InvalidRequest => {
            let page = pages::sign_in(&visitor.view(), next, Some(typed));
            visitor.problem_page(&problem, page)
        }
        Err(ApiError(problem)) => visitor.refused(&problem, "/sign-in"),
    }
}

/// The message in the language of whoever sends these headers.
pub(crate) fn proof_words(headers: &HeaderMap) -> impl FnOnce(&str, &Venue) -> Words + Send {
    words(tongue(headers))
}

/// The message in the guest's language.
fn words(tongue: Tongue) -> impl FnOnce(&str, &Venue) -> Words + Send {
    move |code, venue| {
        let values = [("code", code.into()), ("venue", venue.name.as_str().into())];
        let say = |id| tongue.say(id, &values);
        let long = [say("proof-message"), say("proof-message.unasked")];
        let text = proof_text(code, venue, long, say("proof-message.short"));
        Words { subject: say("proof-message.subject"), text }
    }
}

/// The form for the code that was sent.
pub(in crate::web) async fn proof_form(visitor: Visitor, headers: HeaderMap) -> Response {
    match sent(&visitor, &headers).await {
        Some((sent, _)) => visitor.page(pages::proof(&visitor.view(), &sent, None)),
        None => visitor.go("/sign-in"),
    }
}

/// Proves the code, and goes on to where the guest wanted to be.
pub(in crate::web) async fn prove(
    mut visitor: Visitor,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    match visitor.prove(fields.text("proof")).await {
        Ok(()) => {
            let venue = visitor.bar.venue();
            let next = own_page(cookie(&headers, NEXT_COOKIE).unwrap_or_default());
            let cookies = AppendHeaders([
                (SET_COOKIE, pending::end(venue)),
                (SET_COOKIE, set_cookie(NEXT_COOKIE, "", 0, venue)),
            ]);
            (cookies, visitor.go(next)).into_response()
        }
        Err(ApiError(problem)) => wrong(&visitor, &headers, &problem).await,
    }
}

/// The form again, with what was wrong and how many tries are left.
async fn wrong(visitor: &Visitor, headers: &HeaderMap, problem: &Problem) -> Response {
    let code = problem.code;
    let is_about_it = matches!(
        code,
        RefusalCode::WrongProof | RefusalCode::OldProof | RefusalCode::InvalidRequest
    );
    match sent(visitor, headers).await {
        Some((sent, state)) if is_about_it => {
            let tries_left = state.map(|state| state.tries_left).filter(|tries| *tries > 0);
            let is_used_up = code == RefusalCode::OldProof || tries_left.is_none();
            let wrong = WrongProof { is_used_up, tries_left };
            visitor.problem_page(problem, pages::proof(&visitor.view(), &sent, Some(wrong)))
        }
        _ => visitor.refused(problem, "/sign-in"),
    }
}

/// Sends another code to the same address; where it is too early for that, says from when on.
pub(in crate::web) async fn ask_again(visitor: Visitor, headers: HeaderMap) -> Response {
    let Some(Pending { to, .. }) = pending::read(&headers) else { return visitor.go("/sign-in") };
    let scanned = visitor.scanned(cookie(&headers, NEXT_COOKIE).unwrap_or_default());
    let asking = Asking { typed: &to, pending: visitor.pending(), scanned: scanned.as_deref() };
    let asked = visitor.bar.ask_proof(asking, words(visitor.tongue().clone())).await;
    match asked.map_err(ApiError::from) {
        Ok(asked) => {
            let pending = Pending { token: asked.pending, to: asked.sent.to };
            let cookies = [(SET_COOKIE, pending::begin(&pending, visitor.bar.venue()))];
            (cookies, visitor.go(CODE_PAGE)).into_response()
        }
        Err(ApiError(problem)) => match (problem.retry_at, sent(&visitor, &headers).await) {
            (Some(resend_at), Some((sent, _))) => {
                let sent = CodeSent { resend_at, ..sent };
                visitor.problem_page(&problem, pages::proof(&visitor.view(), &sent, None))
            }
            _ => visitor.refused(&problem, "/sign-in"),
        },
    }
}

/// Where a code was sent, and how it stands; without one on its way another can be sent at once.
async fn sent(visitor: &Visitor, headers: &HeaderMap) -> Option<(CodeSent, Option<PendingProof>)> {
    let Pending { token, to } = pending::read(headers)?;
    let state = visitor.bar.pending(&token).await.ok().flatten();
    let now = visitor.bar.now();
    let (expires_at, resend_at) =
        state.map_or((now, now), |state| (state.expires_at, state.resend_at));
    Some((CodeSent { to, expires_at, resend_at }, state))
}
