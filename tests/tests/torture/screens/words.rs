//! What a server says on the feed, as bytes.

use std::fmt::Display;

use demitasse_shared::Timestamp;
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::Snapshot;
use demitasse_shared::monitor::sample;
use demitasse_shared::order::Order;
use serde_json::{Value, json};

/// The head of an answer that is a feed.
pub(super) const FEED: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";

/// The head of an answer in JSON that ends with its line.
pub(super) const JSON: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";

/// How things stand.
pub(super) fn board(snapshot: &Snapshot) -> String {
    let data = serde_json::to_string(snapshot).expect("plain data");
    format!("id: {}\nevent: snapshot\ndata: {data}\n\n", snapshot.seq)
}

/// A change.
pub(super) fn change(seq: i64, at: Timestamp, event: &Value) -> String {
    let data = json!({ "seq": seq, "at": at, "event": event });
    format!("id: {seq}\nevent: delta\ndata: {data}\n\n")
}

/// A change of which no screen shows anything.
pub(super) fn noted(seq: i64, at: Timestamp) -> String {
    change(seq, at, &json!({ "type": "noted" }))
}

/// A sign of life.
pub(super) fn beat(at: &impl Display) -> String {
    format!("event: beat\ndata: {{\"at\":\"{at}\"}}\n\n")
}

/// So many orders that wait, and are numbered from one.
pub(super) fn waiting(orders: u32) -> Vec<Order> {
    let one = sample::orders(0, 0, 1).remove(0);
    let order =
        |number: u32| Order { id: OrderId(i64::from(number)), number: Some(number), ..one.clone() };
    (1..=orders).map(order).collect()
}
