//! The door of a page for paired devices: where somebody types a pairing code.

use std::convert::Infallible;

use axum::Form;
use axum::extract::{FromRequest, Request};
use serde::Deserialize;

/// The code that was typed. A form that cannot be read counts as one where nothing was: that is no
/// code, and the page says so in its own words.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct TypedCode {
    pub(super) code: String,
}

impl<S: Send + Sync> FromRequest<S> for TypedCode {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let form = Form::<Self>::from_request(request, state).await;
        Ok(form.map(|Form(typed)| typed).unwrap_or_default())
    }
}
