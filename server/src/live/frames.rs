//! Server-sent events, as the bytes that travel.

use bytes::Bytes;
use demitasse_shared::Timestamp;
use demitasse_shared::ids::Seq;
use demitasse_shared::live::{Beat, LiveEvent, Snapshot, event_name};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::Order;
use demitasse_shared::shop::{Announcement, Shop, ShopStatus};
use serde::Serialize;

/// A change as a server-sent event: an envelope around the event as the journal has it. It moves the
/// reader's `Last-Event-ID` on.
pub(super) fn delta(seq: Seq, at: Timestamp, event: &str) -> Bytes {
    let name = event_name::DELTA;
    Bytes::from(format!(
        "id: {seq}\nevent: {name}\ndata: {{\"seq\":{seq},\"at\":\"{at}\",\"event\":{event}}}\n\n"
    ))
}

/// A change of the own order.
pub(super) fn own(seq: Seq, at: Timestamp, order: &Order) -> Bytes {
    let order = Box::new(order.clone());
    delta(seq, at, &json(&LiveEvent::Order { order, left: None }))
}

/// An event that moves no `Last-Event-ID`: what it says follows from a change that has its own
/// event, or is of no use to who comes back and begins with a snapshot. So an id never comes twice.
pub(super) fn nameless(seq: Seq, at: Timestamp, event: &LiveEvent) -> Bytes {
    let (name, event) = (event_name::DELTA, json(event));
    Bytes::from(format!(
        "event: {name}\ndata: {{\"seq\":{seq},\"at\":\"{at}\",\"event\":{event}}}\n\n"
    ))
}

/// What has run out and what the bar has to say concerns every guest in the same words.
pub(super) fn for_everybody(seq: Seq, at: Timestamp, event: &LiveEvent) -> Option<Bytes> {
    match event {
        LiveEvent::Stock { .. } | LiveEvent::Announcement { .. } => Some(nameless(seq, at, event)),
        _ => None,
    }
}

pub(super) fn status(seq: Seq, status: &ShopStatus) -> Bytes {
    nameless(seq, status.at, &LiveEvent::Status { status: status.clone() })
}

pub(super) fn snapshot(snapshot: &Snapshot) -> Bytes {
    first(snapshot.seq, &json(snapshot))
}

/// A snapshot as guests read it: without the rules, which are a third of it and of no use to a phone.
pub(super) fn guests_snapshot(snapshot: &Snapshot) -> Bytes {
    let Snapshot { seq, at, shop, orders, sold_out, announcement, window: _, settings: _ } =
        snapshot;
    let own = GuestsSnapshot { seq: *seq, at: *at, shop, orders, sold_out, announcement };
    first(*seq, &json(&own))
}

#[derive(Serialize)]
struct GuestsSnapshot<'a> {
    seq: Seq,
    at: Timestamp,
    shop: &'a Shop,
    orders: &'a [Order],
    #[serde(skip_serializing_if = "SoldOut::is_silent")]
    sold_out: &'a SoldOut,
    #[serde(skip_serializing_if = "Option::is_none")]
    announcement: &'a Option<Announcement>,
}

fn first(seq: Seq, data: &str) -> Bytes {
    let name = event_name::SNAPSHOT;
    Bytes::from(format!("id: {seq}\nevent: {name}\ndata: {data}\n\n"))
}

pub(super) fn beat(at: Timestamp) -> Bytes {
    let (name, data) = (event_name::BEAT, json(&Beat { at }));
    Bytes::from(format!("event: {name}\ndata: {data}\n\n"))
}

/// The live feed's own types always serialise.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
