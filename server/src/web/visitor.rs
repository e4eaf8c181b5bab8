//! Who visits a page, and how a visit is answered.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use demitasse_shared::error::{Problem, RefusalCode};
use maud::Markup;

use super::pages;
use super::view::View;
use crate::app::Bar;
use crate::domain::Refusal;
use crate::domain::order::GuestId;
use crate::http::Http;
use crate::http::auth::{Caller, Guest, begin_session};
use crate::http::error::ApiError;
use crate::secret;

/// Somebody in front of a page.
#[derive(Clone, Debug)]
pub(crate) struct Visitor {
    /// The bar that is visited.
    pub(super) bar: Bar,
    guest: Option<Guest>,
    /// The cookie to hand over, where the visitor has just signed in.
    begun: Option<HeaderValue>,
}

impl FromRequestParts<Http> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, http: &Http) -> Result<Self, Infallible> {
        // Where the session cannot be looked up, the visitor is a stranger until it can.
        let guest = match Caller::from_request_parts(parts, http).await {
            Ok(Caller::Guest(guest)) => Some(guest),
            Ok(Caller::Device(_) | Caller::Nobody) | Err(_) => None,
        };
        Ok(Self { bar: http.bar.clone(), guest, begun: None })
    }
}

impl Visitor {
    /// What the pages need to know.
    pub(super) fn view(&self) -> View {
        let venue = self.bar.venue();
        View {
            venue: venue.name.clone(),
            guest: self.guest.as_ref().map(|guest| guest.guest.name.clone().unwrap_or_default()),
            now: self.bar.now(),
            zone: venue.zone.clone(),
            visit: secret::token().unwrap_or_default(),
        }
    }

    /// The guest's id, where one is signed in.
    pub(super) fn id(&self) -> Option<GuestId> {
        self.guest.as_ref().map(|guest| guest.guest.id)
    }

    /// The guest's id, or the refusal that asks for a name.
    pub(super) fn signed_in(&self) -> Result<GuestId, ApiError> {
        let nobody = || Refusal::new(RefusalCode::NotSignedIn, "Tell us your name first.").into();
        self.id().ok_or_else(nobody)
    }

    /// Signs in, or goes on under another name.
    pub(super) async fn sign_in(&mut self, name: &str, visit: &str) -> Result<GuestId, ApiError> {
        let session = self.bar.sign_in(self.id(), name, Some(visit)).await?;
        let id = session.guest.id;
        let current = self.guest.take().map(|guest| guest.token);
        let token = session.token.or(current).unwrap_or_default();
        self.begun = HeaderValue::from_str(&begin_session(&token, self.bar.venue())).ok();
        self.guest = Some(Guest { guest: session.guest, token });
        Ok(id)
    }

    /// Signs out.
    pub(super) async fn sign_out(&mut self) -> Result<(), ApiError> {
        if let Some(guest) = self.guest.take() {
            self.bar.sign_out(guest.guest.id, &guest.token).await?;
        }
        Ok(())
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
