//! Who a guest is: signing in by whatever the venue chose, out, and being forgotten.

use axum::http::header::SET_COOKIE;
use axum::response::{AppendHeaders, IntoResponse, Response};
use demitasse_shared::api::SignInKind;
use demitasse_shared::error::RefusalCode;

use super::{own_page, proofs};
use crate::http::auth::end_session;
use crate::http::error::ApiError;
use crate::http::pending;
use crate::web::fields::Fields;
use crate::web::pages;
use crate::web::visitor::Visitor;

/// The form for whatever the venue signs guests in by.
pub(in crate::web) async fn sign_in_form(visitor: Visitor) -> Response {
    visitor.page(pages::sign_in(&visitor.view(), "/", None))
}

/// Signs in and goes on to where the guest wanted to be; an address is proved first.
pub(in crate::web) async fn sign_in(mut visitor: Visitor, fields: Fields) -> Response {
    let next = own_page(fields.text("next"));
    let (typed, signed_in) = match visitor.bar.venue().sign_in {
        SignInKind::Email | SignInKind::Sms => return proofs::ask(&visitor, &fields, next).await,
        SignInKind::Badge => {
            let badge = fields.text("address");
            (badge, visitor.show_badge(badge, next).await)
        }
        SignInKind::Name => {
            let name = fields.text("name");
            (name, visitor.sign_in(name, fields.text("visit")).await.map(drop))
        }
    };
    match signed_in {
        Ok(()) => visitor.go(next),
        Err(ApiError(problem)) => match problem.code {
            RefusalCode::InvalidRequest | RefusalCode::UnknownBadge => {
                let page = pages::sign_in(&visitor.view(), next, Some(typed));
                visitor.problem_page(&problem, page)
            }
            _ => visitor.refused(&problem, "/sign-in"),
        },
    }
}

/// Signs out.
pub(in crate::web) async fn sign_out(mut visitor: Visitor) -> Response {
    match visitor.sign_out().await {
        Ok(()) => {
            ([(SET_COOKIE, end_session(visitor.bar.venue()))], visitor.go("/")).into_response()
        }
        Err(ApiError(problem)) => visitor.refused(&problem, "/sign-in"),
    }
}

/// Asks once more before a guest is forgotten.
pub(in crate::web) async fn forget_form(visitor: Visitor) -> Response {
    let open = async {
        let answer = visitor.bar.orders_of(visitor.signed_in()?).await?;
        let open = answer.orders.into_iter().find(|order| order.state.is_alive());
        Ok(open.map(|order| order.id))
    };
    match open.await {
        Ok(open) => visitor.page(pages::forget(&visitor.view(), open)),
        Err(ApiError(problem)) => visitor.refused(&problem, "/forget-me"),
    }
}

/// Forgets the guest, and has the phone forget who it was.
pub(in crate::web) async fn forget(mut visitor: Visitor) -> Response {
    let forgotten = async {
        visitor.bar.forget(visitor.signed_in()?).await?;
        Ok(())
    };
    if let Err(ApiError(problem)) = forgotten.await {
        return visitor.refused(&problem, "/forget-me");
    }
    visitor.is_gone();
    let venue = visitor.bar.venue();
    let cookies =
        AppendHeaders([(SET_COOKIE, end_session(venue)), (SET_COOKIE, pending::end(venue))]);
    (cookies, visitor.page(pages::forgotten(&visitor.view()))).into_response()
}
