//! Server-sent events as an answer.

use std::convert::Infallible;

use axum::body::Body;
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;

/// Answers with a stream of events.
pub(super) fn answer(events: impl Into<Body>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream"),
        (header::CACHE_CONTROL, "no-store"),
        // Proxies must hand every event on at once.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    (headers, events.into()).into_response()
}

/// A body of what `next` brings, until it brings nothing.
pub(super) fn body<S, F, N>(source: S, next: N) -> Body
where
    S: Send + 'static,
    F: Future<Output = Option<(Bytes, S)>> + Send + 'static,
    N: Fn(S) -> F + Send + 'static,
{
    Body::from_stream(stream::unfold((source, next), |(source, next)| async move {
        let (event, source) = next(source).await?;
        Some((Ok::<_, Infallible>(event), (source, next)))
    }))
}
