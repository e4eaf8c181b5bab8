//! Who a guest is: sign in, prove a one-time code, sign out, be forgotten.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use demitasse_shared::api::{CodeSent, SignIn, SignInKind, SignedIn, Verify, route};
use demitasse_shared::code::normalize;
use demitasse_shared::error::Problem;

use super::Http;
use super::auth::{Caller, Guest, begin_session, end_session};
use super::error::ApiResult;
use super::json::Json;
use super::pending::{self, Pending};
use crate::app::{Asking, NewSession};
use crate::domain::Refusal;
use crate::domain::limits;
use crate::web;

/// Sign in by what the venue chose. A name or a badge answers with who is signed in and sets the
/// session's cookie; an address answers that a one-time code is on its way, to be proved in the
/// waiting session that it sets the cookie for.
#[utoipa::path(post, path = route::SESSION, tag = "guests", request_body = SignIn,
    responses((status = 200, body = SignedIn), (status = 202, body = CodeSent),
        (status = "4XX", body = Problem), (status = 503, body = Problem)))]
pub(super) async fn sign_in(
    State(http): State<Http>,
    caller: Caller,
    headers: HeaderMap,
    Json(body): Json<SignIn>,
) -> ApiResult<Response> {
    let scanned = body.code.as_deref().and_then(normalize);
    let scanned = scanned.as_deref();
    let typed = typed(body, http.bar.venue().sign_in)?;
    let guest = guest(caller);
    match http.bar.venue().sign_in {
        SignInKind::Name => {
            let current = guest.as_ref().map(|guest| guest.guest.id);
            let session = http.bar.sign_in(current, &typed, None).await?;
            Ok(signed_in(&http, session, guest))
        }
        SignInKind::Badge => {
            let current = guest.as_ref().map(|guest| guest.token.as_str());
            let session = http.bar.show_badge(&typed, scanned, current).await?;
            Ok(signed_in(&http, session, None))
        }
        SignInKind::Email | SignInKind::Sms => {
            let waiting = pending::read(&headers).map(|pending| pending.token);
            let asking = Asking { typed: &typed, pending: waiting.as_deref(), scanned };
            let asked = http.bar.ask_proof(asking, web::proof_words(&headers)).await?;
            let pending = Pending { token: asked.pending, to: asked.sent.to.clone() };
            let cookie = [(SET_COOKIE, pending::begin(&pending, http.bar.venue()))];
            Ok((StatusCode::ACCEPTED, cookie, axum::Json(asked.sent)).into_response())
        }
    }
}

/// Prove the one-time code, in the session that asked for it. The answer sets the session's cookie.
#[utoipa::path(post, path = route::SESSION_VERIFY, tag = "guests", request_body = Verify,
    responses((status = 200, body = SignedIn), (status = "4XX", body = Problem)))]
pub(super) async fn verify(
    State(http): State<Http>,
    caller: Caller,
    headers: HeaderMap,
    Json(body): Json<Verify>,
) -> ApiResult<Response> {
    let (waiting, guest) = (pending::read(&headers), guest(caller));
    let waiting = waiting.as_ref().map(|pending| pending.token.as_str());
    let current = guest.as_ref().map(|guest| guest.token.as_str());
    let session = http.bar.prove(waiting, &body.code, current).await?;
    let ended = AppendHeaders([(SET_COOKIE, pending::end(http.bar.venue()))]);
    Ok((ended, signed_in(&http, session, None)).into_response())
}

/// Sign out.
#[utoipa::path(delete, path = route::SESSION, tag = "guests",
    responses((status = 204), (status = "4XX", body = Problem)))]
pub(super) async fn sign_out(State(http): State<Http>, guest: Guest) -> ApiResult<Response> {
    http.bar.sign_out(guest.guest.id, &guest.token).await?;
    let cookie = [(SET_COOKIE, end_session(http.bar.venue()))];
    Ok((StatusCode::NO_CONTENT, cookie).into_response())
}

/// Wipe what the bar knows of the guest: the name, the notes, every session. Counts and numbers
/// stay. Not while a drink is on its way.
#[utoipa::path(post, path = route::SESSION_FORGET, tag = "guests",
    responses((status = 204), (status = "4XX", body = Problem)))]
pub(super) async fn forget(State(http): State<Http>, guest: Guest) -> ApiResult<Response> {
    http.bar.forget(guest.guest.id).await?;
    let venue = http.bar.venue();
    let cookies =
        AppendHeaders([(SET_COOKIE, end_session(venue)), (SET_COOKIE, pending::end(venue))]);
    Ok((StatusCode::NO_CONTENT, cookies).into_response())
}

/// The one field of a sign-in, where it is the venue's kind.
fn typed(body: SignIn, kind: SignInKind) -> Result<String, Refusal> {
    let SignIn { name, email, phone, badge, code: _ } = body;
    let fields = [
        (SignInKind::Name, name),
        (SignInKind::Email, email),
        (SignInKind::Sms, phone),
        (SignInKind::Badge, badge),
    ];
    let mut given = fields.into_iter().filter_map(|(kind, typed)| Some((kind, typed?)));
    match (given.next(), given.next()) {
        (Some((given, typed)), None) if given == kind => Ok(typed),
        _ => Err(limits::other_kind(kind)),
    }
}

fn guest(caller: Caller) -> Option<Guest> {
    match caller {
        Caller::Guest(guest) => Some(guest),
        Caller::Device(_) | Caller::Nobody => None,
    }
}

/// The answer to whoever is signed in now: under a new session, or the one that goes on.
fn signed_in(http: &Http, session: NewSession, current: Option<Guest>) -> Response {
    let token = session.token.or_else(|| current.map(|guest| guest.token)).unwrap_or_default();
    let cookie = AppendHeaders([(SET_COOKIE, begin_session(&token, http.bar.venue()))]);
    (cookie, axum::Json(SignedIn { name: session.guest.name })).into_response()
}
