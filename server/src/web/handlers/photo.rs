//! A code from a picture that was taken in the page.

use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::response::Response;
use bytes::Bytes;
use demitasse_shared::error::{Problem, RefusalCode};

use crate::domain::Refusal;
use crate::photo;
use crate::web::pages::{self, code_address};
use crate::web::visitor::Visitor;

/// The form with the picture, where it is one.
type Form = Result<Multipart, MultipartRejection>;

/// Reads the code from the picture, and leads to its page. The picture is kept nowhere.
pub(in crate::web) async fn photo(visitor: Visitor, picture: Form) -> Response {
    match code_of(picture).await {
        Ok(code) => visitor.go(&code_address(&code)),
        Err(refusal) => {
            let problem = Problem::from(refusal);
            if problem.code == RefusalCode::InvalidRequest {
                return visitor.problem_page(&problem, pages::unread(&visitor.view()));
            }
            visitor.refused(&problem, "/")
        }
    }
}

/// A place is taken before the picture comes: what is on its way takes memory, too.
async fn code_of(picture: Form) -> Result<String, Refusal> {
    let place = photo::place()?;
    let picture = picture_of(picture).await.ok().flatten().unwrap_or_default();
    photo::code_in(place, picture).await
}

/// The form's picture, where it came whole.
async fn picture_of(form: Form) -> Result<Option<Bytes>, MultipartError> {
    let Ok(mut form) = form else { return Ok(None) };
    while let Some(field) = form.next_field().await? {
        if field.name() == Some("photo") {
            return Ok(Some(field.bytes().await?));
        }
    }
    Ok(None)
}
