//! The live feed.

use std::future::pending;

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use bytes::Bytes;
use demitasse_shared::api::route;
use demitasse_shared::error::Problem;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::Envelope;

use super::auth::Caller;
use super::error::ApiResult;
use super::{Http, sse};
use crate::app::Line;
use crate::live::{LiveStream, Viewer};

/// The shortest and the longest pause that browsers are told to wait before they come back, in
/// milliseconds: spread, so that a restart does not bring them all at the same instant.
const RETRY_MILLIS: std::ops::Range<u16> = 500..2_000;

/// Server-sent events: a snapshot, then what changes, as the caller may see it.
#[utoipa::path(get, path = route::LIVE, tag = "anyone",
    params(("Last-Event-ID" = Option<i64>, Header,
        description = "The last event that was seen; the stream goes on after it.")),
    responses((status = 200, body = Envelope, content_type = "text/event-stream"),
        (status = "4XX", body = Problem)))]
pub(super) async fn live(
    State(http): State<Http>,
    caller: Caller,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let line = caller.device().map(|device| http.bar.line(device.id));
    let viewer = match caller {
        Caller::Device(_) => Viewer::Screen,
        Caller::Guest(guest) => {
            let guest = guest.guest.id;
            // What happens between this read and the subscription, the hub's tail makes up for.
            let (answer, seq) = http.bar.orders_as_of(guest).await?;
            Viewer::Guest { guest, orders: answer.orders, seq }
        }
        Caller::Nobody => Viewer::Nobody,
    };
    let stream = http.bar.hub().subscribe(viewer, last_seen(&headers));
    Ok(sse::answer(body(stream, line)))
}

fn last_seen(headers: &HeaderMap) -> Option<Seq> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok().map(Seq)
}

/// A device's stream ends as soon as the device is not paired any more.
fn body(live: LiveStream, held: Option<Line>) -> Body {
    let first = Bytes::from(format!("retry: {}\n\n", retry_millis()));
    sse::body((Some(first), live, held), |(first, mut live, held)| async move {
        let next = async {
            match first {
                Some(first) => Some(first),
                None => live.next().await,
            }
        };
        let bytes = tokio::select! {
            biased;
            () = cut(held.as_ref()) => return None,
            bytes = next => bytes?,
        };
        Some((bytes, (None, live, held)))
    })
}

/// Waits until a device's line has to end. Nobody else's ever has.
async fn cut(line: Option<&Line>) {
    match line {
        Some(line) => line.cut().await,
        None => pending().await,
    }
}

/// A pause from the range, by chance. Where the system has no random numbers, the shortest.
fn retry_millis() -> u16 {
    let mut bytes = [0; 2];
    let span = RETRY_MILLIS.end - RETRY_MILLIS.start;
    match getrandom::fill(&mut bytes) {
        Ok(()) => RETRY_MILLIS.start + u16::from_le_bytes(bytes) % span,
        Err(_) => RETRY_MILLIS.start,
    }
}
