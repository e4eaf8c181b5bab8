//! The word in a page's address.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

/// The word in an address, such as a code or an order's number. What is no text counts as no word:
/// nothing goes by that, and the page says so in its own words.
#[derive(Clone, Debug)]
pub(super) struct Word(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Word {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let path = Path::<String>::from_request_parts(parts, state).await;
        Ok(Self(path.map(|Path(word)| word).unwrap_or_default()))
    }
}
