//! The way that every request takes, in front of the route table: the guard, a limit on time and
//! body, and cookies that are never sent in the clear.
//!
//! It is one plain function. As layers of the router each of these would be boxed and copied for
//! every request anew, and the longest way to most answers would be the way itself.

use std::time::Duration;

use axum::Router;
use axum::body::HttpBody;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, Request, Response as Answer, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use demitasse_shared::api::route;
use tokio::time::timeout;
use tower::{BoxError, ServiceExt};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate, SizeAbove};

use super::error::ApiError;
use super::guard::{self, Hosts};
use super::noes::Noes;
use super::secure;
use crate::domain::Refusal;
use crate::web::PHOTO;

/// The largest body that any request may have, in bytes. An order with a note is under 1 kB. A
/// route that takes more says so itself.
const BODY_BYTES: usize = 16 * 1024;

/// The largest answer that is sent as it is, in bytes: it fits into one packet.
const SMALL_BYTES: u16 = 1_024;

/// How long a request may take from its head to the answer's, its body included. A live stream has
/// answered by then; what it sends later has no end.
const ANSWER_WITHIN: Duration = Duration::from_secs(15);

/// The same for a picture of the code that no script has made smaller: some megabytes, over a slow
/// line.
const PHOTO_WITHIN: Duration = Duration::from_mins(2);

/// The same for a backup onto a slow stick.
const BACKUP_WITHIN: Duration = Duration::from_mins(10);

/// A route table with what holds for all of it.
#[derive(Clone, Debug)]
pub struct Front {
    /// For programs, which take answers as they are.
    plain: Router,
    /// For browsers, which take them compressed.
    compressing: Router,
    /// The names that are answered to. Nothing where the house's rules do not count.
    hosts: Option<Hosts>,
    noes: Noes,
}

/// A route table alone, without the house's rules: for trying the accept loop out.
impl From<Router> for Front {
    fn from(router: Router) -> Self {
        Self { plain: router.clone(), compressing: router, hosts: None, noes: Noes::default() }
    }
}

impl Front {
    /// The house's rules in front of a route table.
    pub(super) fn new(router: Router, hosts: Hosts, noes: Noes) -> Self {
        let compress = CompressionLayer::new().compress_when(WorthIt);
        let (plain, compressing) = (router.clone(), router.layer(compress));
        Self { plain, compressing, hosts: Some(hosts), noes }
    }

    /// Answers a request. `is_secure` says whether it came over a secure line.
    pub async fn answer<B>(&self, request: Request<B>, is_secure: bool) -> Response
    where
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let Some(hosts) = &self.hosts else { return self.routed(request).await };
        let verdict = guard::verdict(hosts, request.method(), request.headers(), is_secure);
        let mut response = match verdict {
            // In a box: what stands in the future itself, an open stream's connection keeps.
            Ok(()) => Box::pin(self.within_time(request)).await,
            Err(refusal) => ApiError::from(refusal).into_response(),
        };
        self.noes.note(&response);
        // What an answer is it says itself; no browser is to guess (Fetch standard, "nosniff").
        let headers = response.headers_mut();
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if is_secure {
            secure::cookies(headers);
        }
        response
    }

    /// Ends a request whose body trickles in, so that it does not hold its seat.
    async fn within_time<B>(&self, mut request: Request<B>) -> Response
    where
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let within = match request.uri().path() {
            PHOTO => PHOTO_WITHIN,
            route::BACKUPS => BACKUP_WITHIN,
            _ => ANSWER_WITHIN,
        };
        if !request.body().is_end_stream() {
            DefaultBodyLimit::max(BODY_BYTES).apply(&mut request);
        }
        timeout(within, self.routed(request)).await.unwrap_or_else(|_elapsed| {
            let refusal = Refusal::invalid("The request took too long. Try again.");
            ApiError::from(refusal).with_status(StatusCode::REQUEST_TIMEOUT).into_response()
        })
    }

    fn routed<B>(&self, request: Request<B>) -> impl Future<Output = Response> + Send + use<B>
    where
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let compresses = request.headers().contains_key(header::ACCEPT_ENCODING);
        let router = if compresses { &self.compressing } else { &self.plain };
        let answer = router.clone().oneshot(request);
        async {
            let Ok(response) = answer.await;
            response
        }
    }
}

/// What is sent compressed: not what is small and made anew each time, nor pictures, nor the live
/// feed, which must not wait for enough to compress.
#[derive(Clone, Copy, Debug)]
struct WorthIt;

impl Predicate for WorthIt {
    fn should_compress<B: HttpBody>(&self, response: &Answer<B>) -> bool {
        let media = response.headers().get(header::CONTENT_TYPE);
        let is_script = media.is_some_and(|media: &HeaderValue| media == "text/javascript");
        let is_large = || SizeAbove::new(SMALL_BYTES).should_compress(response);
        DefaultPredicate::new().should_compress(response) && (is_script || is_large())
    }
}

#[cfg(test)]
mod tests;
