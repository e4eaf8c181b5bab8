//! The live feed.

use std::convert::Infallible;
use std::future::ready;

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use bytes::Bytes;
use demitasse_shared::api::route;
use demitasse_shared::error::{Problem, RefusalCode};
use demitasse_shared::ids::{OrderId, Seq};
use demitasse_shared::live::Envelope;
use futures_util::stream::{Stream, StreamExt, once, pending, unfold};
use serde::Deserialize;
use tokio::sync::mpsc;
use utoipa::IntoParams;

use super::auth::Caller;
use super::error::{ApiError, ApiResult};
use super::json::Query;
use super::listener::{Leaving, MayLeave};
use super::{Http, sse};
use crate::app::Line;
use crate::domain::Refusal;
use crate::live::{LiveStream, Viewer};

/// How long browsers that show a screen are told to wait before they come back, in milliseconds. Of
/// them there are few.
const SCREEN_RETRY_MILLIS: u16 = 500;

/// What a phone listens for.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct About {
    /// For guests: the stream ends with the event by which this order of theirs leaves the board.
    order: Option<OrderId>,
}

/// Server-sent events: a snapshot, then what changes, as the caller may see it.
#[utoipa::path(get, path = route::LIVE, tag = "anyone",
    params(("Last-Event-ID" = Option<i64>, Header,
        description = "The last event that was seen; the stream goes on after it."), About),
    responses((status = 200, body = Envelope, content_type = "text/event-stream"),
        (status = "4XX", body = Problem)))]
pub(super) async fn live(
    State(http): State<Http>,
    method: Method,
    caller: Caller,
    Query(about): Query<About>,
    may_leave: Option<Extension<MayLeave>>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    // Who asks for the head alone does not listen.
    if method == Method::HEAD {
        return Ok(sse::answer(silence()));
    }
    let viewer = match caller {
        Caller::Device(device) => {
            let stream = http.bar.hub().subscribe(last_seen(&headers));
            return Ok(sse::answer(for_screen(stream, http.bar.line(device.id))));
        }
        Caller::Guest(guest) => {
            let guest = guest.guest.id;
            // What happens between this read and the welcome, the hub's tail makes up for.
            let (answer, seq) = http.bar.orders_as_of(guest).await?;
            Viewer::Guest { guest, orders: answer.orders, seq }
        }
        Caller::Nobody => Viewer::Nobody,
    };
    let phone = http.hall.welcome(viewer).ok_or_else(too_much_at_once)?.until(about.order);
    if may_leave.is_none() {
        return Ok(sse::answer(Body::from_stream(for_phone(phone.listen()))));
    }
    let opening = once(ready(Ok::<_, Infallible>(phone.opening())));
    let mut answer = sse::answer(Body::from_stream(opening.chain(pending())));
    answer.extensions_mut().insert(Leaving::to(|stream, seat| phone.stand(stream, seat)));
    Ok(answer)
}

/// Guests' orders change faster than they are read: rare, and over in a moment.
fn too_much_at_once() -> ApiError {
    Refusal::new(RefusalCode::Unavailable, "Too much at once just now. Try again.").into()
}

/// A body that never says anything.
fn silence() -> Body {
    Body::from_stream(pending::<Result<Bytes, Infallible>>())
}

/// A phone's events as a body, where its line stays with HTTP.
fn for_phone(heard: mpsc::Receiver<Bytes>) -> impl Stream<Item = Result<Bytes, Infallible>> {
    unfold(heard, |mut heard| async move { Some((Ok(heard.recv().await?), heard)) })
}

fn last_seen(headers: &HeaderMap) -> Option<Seq> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok().map(Seq)
}

/// A device's stream, which ends as soon as the device is not paired any more.
fn for_screen(live: LiveStream, held: Line) -> Body {
    let first = Bytes::from(format!("retry: {SCREEN_RETRY_MILLIS}\n\n"));
    sse::body((Some(first), live, held), |(first, mut live, held)| async move {
        let next = async {
            match first {
                Some(first) => Some(first),
                None => live.next().await,
            }
        };
        let bytes = tokio::select! {
            biased;
            () = held.cut() => return None,
            bytes = next => bytes?,
        };
        Some((bytes, (None, live, held)))
    })
}
