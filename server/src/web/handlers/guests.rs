//! Who a guest is: signing in, and out.

use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::own_page;
use crate::http::auth::end_session;
use crate::http::error::ApiError;
use crate::web::fields::Fields;
use crate::web::pages;
use crate::web::visitor::Visitor;

/// The form for a name.
pub(in crate::web) async fn sign_in_form(visitor: Visitor) -> Response {
    visitor.page(pages::sign_in(&visitor.view(), "/", None))
}

/// Signs in and goes on to where the guest wanted to be.
pub(in crate::web) async fn sign_in(mut visitor: Visitor, fields: Fields) -> Response {
    let (name, next) = (fields.text("name"), own_page(fields.text("next")));
    match visitor.sign_in(name, fields.text("visit")).await {
        Ok(_) => visitor.go(next),
        Err(ApiError(problem)) => {
            let page = pages::sign_in(&visitor.view(), next, Some(name));
            visitor.problem_page(&problem, page)
        }
    }
}

/// Signs out.
pub(in crate::web) async fn sign_out(mut visitor: Visitor) -> Response {
    match visitor.sign_out().await {
        Ok(()) => ([(header::SET_COOKIE, end_session(visitor.bar.venue()))], visitor.go("/"))
            .into_response(),
        Err(ApiError(problem)) => visitor.refused(&problem, "/sign-in"),
    }
}
