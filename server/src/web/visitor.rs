//! Who visits a page, and how a visit is answered.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use demitasse_shared::api::SignInKind;
use demitasse_shared::code::normalize;
use demitasse_shared::error::{Problem, RefusalCode};
use maud::Markup;

use super::dress::Dress;
use super::headers::PART;
use super::language::Tongue;
use super::pages;
use super::view::{Named, View};
use crate::app::{Bar, NewSession};
use crate::domain::Refusal;
use crate::domain::order::GuestId;
use crate::http::Http;
use crate::http::auth::{Caller, Guest, begin_session};
use crate::http::error::ApiError;
use crate::http::pending::{self, Pending};
use crate::secret;

/// The cookie that keeps the language that a guest has chosen.
pub(super) const LANGUAGE_COOKIE: &str = "demitasse_language";

/// Somebody in front of a page.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// The bar that is visited.
    pub(super) bar: Bar,
    guest: Option<Guest>,
    /// The cookie to hand over, where the visitor has just signed in.
    begun: Option<HeaderValue>,
    dress: Dress,
    tongue: Tongue,
    address: String,
    is_part: bool,
    pending: Option<Pending>,
}

impl FromRequestParts<Http> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, Infallible> {
        // Where the session cannot be looked up, the visitor is a stranger until it can.
        let guest = match Caller::from_request_parts(parts, http).await {
            Ok(Caller::Guest(guest)) => Some(guest),
            Ok(Caller::Device(_) | Caller::Nobody) | Err(_) => None,
        };
        Ok(Self {
            bar: http.bar.clone(),
            guest,
            begun: None,
            dress: http.dress.clone(),
            tongue: tongue(&parts.headers),
            address: parts.uri.path().to_owned(),
            is_part: parts.headers.contains_key(PART),
            pending: pending::read(&parts.headers),
        })
    }
}

/// The tag of the language that whoever sends these headers reads.
pub(crate) fn language_of(headers: &HeaderMap) -> &'static str {
    tongue(headers).language.tag
}

/// The language of whoever sends these headers.
pub(super) fn tongue(headers: &HeaderMap) -> Tongue {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let cookies = text(header::COOKIE).unwrap_or_default().split(';');
    let chosen = cookies
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == LANGUAGE_COOKIE).then_some(value));
    Tongue::of(chosen, text(header::ACCEPT_LANGUAGE))
}

/// The code that a guest comes from who wants to get on to this page.
pub(super) fn scanned(next: &str) -> Option<String> {
    normalize(next.strip_prefix("/q/").or_else(|| next.strip_prefix("/Q/"))?)
}

impl Visitor {
    /// What the pages need to know.
    pub(super) fn view(&self) -> View {
        let venue = self.bar.venue();
        View {
            venue: venue.name.clone(),
            counter: venue.counter.clone(),
            sign_in: venue.sign_in,
            zone: venue.zone.clone(),
            dress: self.dress.clone(),
            tongue: self.tongue.clone(),
            address: self.address.clone(),
            is_part: self.is_part,
            guest: self.guest.as_ref().map(|guest| Named(guest.guest.name.clone())),
            now: self.bar.now(),
            visit: secret::token().unwrap_or_default(),
            announcement: self.bar.hub().announcement(),
        }
    }

    /// Whether the page's script asks: it has the frame already.
    pub(super) fn is_script(&self) -> bool {
        self.is_part
    }

    /// Whether a first name is all that guests sign in by.
    pub(super) fn signs_in_by_name(&self) -> bool {
        self.bar.venue().sign_in == SignInKind::Name
    }

    /// The guest's id, where one is signed in.
    pub(super) fn id(&self) -> Option<GuestId> {
        self.guest.as_ref().map(|guest| guest.guest.id)
    }

    /// The guest's id, or the refusal that asks for a name.
    pub(super) fn signed_in(&self) -> Result<GuestId, ApiError> {
        let nobody = || Refusal::new(RefusalCode::NotSignedIn, "Sign in first.").into();
        self.id().ok_or_else(nobody)
    }

    /// The guest's language.
    pub(super) fn tongue(&self) -> &Tongue {
        &self.tongue
    }

    /// The waiting session's token, where a one-time code is on its way.
    pub(super) fn pending(&self) -> Option<&str> {
        self.pending.as_ref().map(|pending| pending.token.as_str())
    }

    /// Signs in by name, or goes on under another one.
    pub(super) async fn sign_in(&mut self, name: &str, visit: &str) -> Result<GuestId, ApiError> {
        let session = self.bar.sign_in(self.id(), name, Some(visit)).await?;
        Ok(self.begin(session))
    }

    /// Signs in by a badge, on the way to this page.
    pub(super) async fn show_badge(&mut self, badge: &str, next: &str) -> Result<(), ApiError> {
        let from = scanned(next);
        let session = self.bar.show_badge(badge, from.as_deref(), self.token()).await?;
        self.begin(session);
        Ok(())
    }

    /// Signs in by the one-time code that was sent.
    pub(super) async fn prove(&mut self, code: &str) -> Result<(), ApiError> {
        let session = self.bar.prove(self.pending(), code, self.token()).await?;
        self.begin(session);
        Ok(())
    }

    fn token(&self) -> Option<&str> {
        self.guest.as_ref().map(|guest| guest.token.as_str())
    }

    /// Goes on in a session, new or not.
    fn begin(&mut self, session: NewSession) -> GuestId {
        let id = session.guest.id;
        let current = self.guest.take().map(|guest| guest.token);
        let token = session.token.or(current).unwrap_or_default();
        self.begun = HeaderValue::from_str(&begin_session(&token, self.bar.venue())).ok();
        self.guest = Some(Guest { guest: session.guest, token });
        id
    }

    /// Signs out.
    pub(super) async fn sign_out(&mut self) -> Result<(), ApiError> {
        if let Some(guest) = self.guest.take() {
            self.bar.sign_out(guest.guest.id, &guest.token).await?;
        }
        Ok(())
    }

    /// Whoever it was, it is nobody any more.
    pub(super) fn is_gone(&mut self) {
        self.guest = None;
    }

    /// A page.
    pub(super) fn page(&self, page: Markup) -> Response {
        self.with_cookie(Html(page.into_string()).into_response())
    }

    /// A page that tells a problem.
    pub(super) fn problem_page(&self, problem: &Problem, page: Markup) -> Response {
        let mut response = self.page(page);
        *response.status_mut() =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        // For who counts refusals.
        response.extensions_mut().insert(problem.code);
        response
    }

    /// The refusal's own page; `address` is what was asked for.
    pub(super) fn refused(&self, problem: &Problem, address: &str) -> Response {
        let view = self.view();
        let page = match problem.code {
            RefusalCode::NotSignedIn => pages::sign_in(&view, address, None),
            _ => pages::refused(&view, problem, Some(address)),
        };
        self.problem_page(problem, page)
    }

    /// On to another page, by GET.
    pub(super) fn go(&self, address: &str) -> Response {
        self.with_cookie(Redirect::to(address).into_response())
    }

    fn with_cookie(&self, mut response: Response) -> Response {
        if let Some(cookie) = &self.begun {
            response.headers_mut().append(header::SET_COOKIE, cookie.clone());
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_language_counts_more_than_the_browsers() {
        let mut headers = HeaderMap::new();
        let speaks = |headers: &HeaderMap| tongue(headers).language.tag;
        assert_eq!(speaks(&headers), "en");
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("pt-BR, en;q=0.5"));
        assert_eq!(speaks(&headers), "pt");
        let cookies = HeaderValue::from_static("demitasse_session=x; demitasse_language=ar");
        headers.insert(header::COOKIE, cookies);
        assert_eq!(speaks(&headers), "ar");
        headers.insert(header::COOKIE, HeaderValue::from_static("demitasse_language=xx"));
        assert_eq!(speaks(&headers), "pt");
    }
}
