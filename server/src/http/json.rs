//! What requests bring: JSON bodies, words in the path, questions behind it, keys in the head. With a
//! clear word where one is not understood.

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, JsonRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use demitasse_shared::api::IDEMPOTENCY_KEY;
use demitasse_shared::error::RefusalCode;
use demitasse_shared::ids::{DeviceId, OrderId};
use serde::de::DeserializeOwned;

use super::error::ApiError;
use crate::domain::{Refusal, limits};

/// A JSON body.
pub(super) struct Json<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let axum::Json(value) = axum::Json::from_request(request, state).await.map_err(|bad| {
            let detail = match &bad {
                JsonRejection::MissingJsonContentType(_) => {
                    "Send JSON with `content-type: application/json`.".to_owned()
                }
                bad => format!("{}.", bad.body_text()),
            };
            refused(bad.status(), detail)
        })?;
        Ok(Self(value))
    }
}

/// A JSON body that may be missing.
pub(super) struct OptionalJson<T>(pub(super) T);

impl<T: DeserializeOwned + Default, S: Send + Sync> FromRequest<S> for OptionalJson<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let body = Bytes::from_request(request, state).await.map_err(|bad: BytesRejection| {
            refused(bad.status(), format!("{}.", bad.body_text()))
        })?;
        if body.is_empty() {
            return Ok(Self(T::default()));
        }
        serde_json::from_slice(&body)
            .map(Self)
            .map_err(|fault| refused(StatusCode::BAD_REQUEST, format!("{fault}.")))
    }
}

/// What is asked for behind the path.
pub(super) struct Query<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let query = axum::extract::Query::<T>::from_request_parts(parts, state).await;
        let axum::extract::Query(value) = query.map_err(|bad: QueryRejection| {
            refused(StatusCode::BAD_REQUEST, format!("{}.", bad.body_text()))
        })?;
        Ok(Self(value))
    }
}

/// The key that makes a request safe to repeat, where it brings one.
pub(super) struct IdempotencyKey(pub(super) Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, ApiError> {
        let key = parts.headers.get(IDEMPOTENCY_KEY);
        Ok(Self(key.map(|key| limits::entry_key(key.as_bytes())).transpose()?))
    }
}

/// An order's id in the path. What is no number is no order's.
pub(super) struct OrderPath(pub(super) OrderId);

impl<S: Send + Sync> FromRequestParts<S> for OrderPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = axum::extract::Path::<OrderId>::from_request_parts(parts, state).await;
        let axum::extract::Path(id) =
            path.map_err(|_bad: PathRejection| Refusal::no_such_order())?;
        Ok(Self(id))
    }
}

/// A device's id in the path. What is no number is no device's.
pub(super) struct DevicePath(pub(super) DeviceId);

impl<S: Send + Sync> FromRequestParts<S> for DevicePath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = axum::extract::Path::<DeviceId>::from_request_parts(parts, state).await;
        let axum::extract::Path(id) =
            path.map_err(|_bad: PathRejection| Refusal::no_such_device())?;
        Ok(Self(id))
    }
}

/// A word of the menu in the path, such as a drink's id. What is no text is no such word.
pub(super) struct WordPath(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for WordPath {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let path = axum::extract::Path::<String>::from_request_parts(parts, state).await;
        let axum::extract::Path(word) = path.map_err(|_bad: PathRejection| {
            Refusal::new(RefusalCode::NotFound, "There is no such word on the menu.")
        })?;
        Ok(Self(word))
    }
}

fn refused(status: StatusCode, detail: String) -> ApiError {
    ApiError::from(Refusal::invalid(detail)).with_status(status)
}
