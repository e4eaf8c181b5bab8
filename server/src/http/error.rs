//! The one place where refusals and faults become answers.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use demitasse_shared::error::{Problem, RefusalCode};

use crate::domain::Refusal;
use crate::storage::{DAMAGE_WORDS, StorageError, WriteError};

/// The media type of problem details (RFC 9457, section 3).
const PROBLEM_JSON: &str = "application/problem+json";

/// A request that comes to nothing: what the asker is told.
#[derive(Debug)]
pub struct ApiError(pub Problem);

impl ApiError {
    /// The same, where HTTP has a closer word for it than the code's usual status.
    pub(super) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.status = status.as_u16();
        self
    }
}

/// What handlers return.
pub type ApiResult<T> = Result<T, ApiError>;

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.into())
    }
}

impl From<StorageError> for ApiError {
    /// A fault inside: logged once with its source, and told without it. What only people can help is
    /// told: what the disk says to a change, and that the data are damaged.
    fn from(fault: StorageError) -> Self {
        tracing::error!(error = &fault as &dyn std::error::Error, "a request failed");
        let detail = match &fault {
            damage if damage.is_damage() => {
                format!("The bar cannot take this: {DAMAGE_WORDS}. Nothing was changed.")
            }
            StorageError::Commit(_) => {
                format!("The bar cannot take this just now: {fault}. Nothing was changed.")
            }
            _ => "The bar cannot take this just now. Nothing was changed; try again in a moment."
                .to_owned(),
        };
        Refusal::new(RefusalCode::Unavailable, detail).into()
    }
}

impl From<WriteError> for ApiError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Refused(refusal) => refusal.into(),
            WriteError::Storage(fault) => fault.into(),
        }
    }
}

/// The answer carries its code beside it, for who counts refusals.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.status);
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let headers = [(header::CONTENT_TYPE, PROBLEM_JSON), (header::CACHE_CONTROL, "no-store")];
        let code = Extension(self.0.code);
        (status, code, headers, Json(self.0)).into_response()
    }
}

/// The answer to an address that nothing stands behind.
pub(crate) async fn no_such_page() -> ApiError {
    Refusal::new(RefusalCode::NotFound, "There is nothing at this address.").into()
}

/// The answer to a method that an address does not have.
pub(super) async fn no_such_method() -> ApiError {
    let refusal = Refusal::invalid("This address does not take this method.");
    ApiError::from(refusal).with_status(StatusCode::METHOD_NOT_ALLOWED)
}
