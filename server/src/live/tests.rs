//! What readers of the live feed may rely on.

mod changes;
mod estimates;
mod guests;
pub(super) mod phones;

use bytes::Bytes;
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::{Envelope, LiveEvent};
use demitasse_shared::menu::SoldOut;
use demitasse_shared::order::OrderState;
use demitasse_shared::settings::Settings;
use demitasse_shared::shop::{Shop, ShopState};

use super::*;
use crate::domain::event::{Actor, Event};
use crate::domain::order::GuestId;

pub(super) fn snapshot() -> Snapshot {
    Snapshot {
        seq: Seq(0),
        at: Timestamp::UNIX_EPOCH,
        shop: Shop {
            name: "Bar".to_owned(),
            state: ShopState::Open,
            paused_until: None,
            opens_at: None,
            since: None,
        },
        window: None,
        orders: Vec::new(),
        settings: Settings::default(),
        sold_out: SoldOut::default(),
        announcement: None,
    }
}

pub(super) fn hub() -> Hub {
    hub_at(&Clock::manual(Timestamp::UNIX_EPOCH))
}

pub(super) fn hub_at(clock: &Clock) -> Hub {
    let (owners, tail, pace) = (Owners::default(), Vec::new(), Pace::default());
    let opening = Opening { snapshot: snapshot(), tail, pace, barista_names: false, owners };
    Hub::new(opening, clock.clone())
}

pub(super) fn order(id: i64, state: OrderState) -> Order {
    serde_json::from_value(serde_json::json!({
        "id": id, "state": state, "number": id, "reserved_at": "2022-10-14T12:00:00Z",
        "submitted_at": "2022-10-14T12:00:00Z",
    }))
    .expect("an order")
}

/// Publishes the next change: a guest's order with the guest's number as its id.
pub(super) fn tell(hub: &mut Hub, seq: i64, guest: i64, state: OrderState) {
    let live = LiveEvent::Order { order: Box::new(order(guest, state)), left: None };
    let about = Some((OrderId(guest), Some(GuestId(guest))));
    let event = Event { kind: "test", actor: Actor::Bar, about, live };
    publish(hub, seq, Timestamp::UNIX_EPOCH, event);
}

pub(super) fn publish(hub: &mut Hub, seq: i64, at: Timestamp, event: Event) {
    let data = serde_json::to_string(&event.live).expect("it serialises");
    hub.publish(vec![Committed { seq: Seq(seq), at, event, data }]);
}

/// What is in a stream now: `snapshot N`, `N` and its event's kind, or `beat`.
pub(super) async fn heard(stream: &mut LiveStream) -> Vec<String> {
    let mut lines = Vec::new();
    loop {
        let next = tokio::select! {
            biased;
            next = stream.next() => next,
            () = std::future::ready(()) => return lines,
        };
        let Some(bytes) = next else {
            lines.push("end".to_owned());
            return lines;
        };
        lines.extend(events(&bytes));
    }
}

/// Each event in some bytes: `snapshot N`, `N` and its kind, or `beat`. When to come back is none.
pub(super) fn events(bytes: &Bytes) -> Vec<String> {
    let text = String::from_utf8(bytes.to_vec()).expect("text");
    let events = text.split_terminator("\n\n").filter(|event| !event.starts_with("retry: "));
    events.map(event).collect()
}

fn event(text: &str) -> String {
    let data = text.lines().find_map(|line| line.strip_prefix("data: ")).expect("data");
    match text.lines().find_map(|line| line.strip_prefix("event: ")) {
        Some("snapshot") => {
            let snapshot: Snapshot = serde_json::from_str(data).expect("a snapshot");
            format!("snapshot {}", snapshot.seq)
        }
        Some("delta") => {
            let envelope: Envelope = serde_json::from_str(data).expect("an envelope");
            format!("{} {}", envelope.seq, kind(&envelope.event))
        }
        name => name.unwrap_or_default().to_owned(),
    }
}

fn kind(event: &LiveEvent) -> String {
    match event {
        LiveEvent::Order { order, .. } => {
            let barista = order.barista.as_ref().map(|name| format!(" by {name}"));
            let barista = barista.unwrap_or_default();
            format!("order {}{barista}{}", order.state, range(order.estimate))
        }
        LiveEvent::Place { order, ahead, estimate } => {
            let ahead = ahead.map_or("in hand".to_owned(), |ahead| ahead.to_string());
            format!("place of {order}: {ahead}{}", range(*estimate))
        }
        LiveEvent::Status { .. } => "status".to_owned(),
        LiveEvent::Stock { sold_out } => format!("stock {:?}", sold_out.drinks),
        LiveEvent::Announcement { announcement } => {
            format!("says {:?}", announcement.as_ref().map(|line| &line.text))
        }
        other => format!("{other:?}"),
    }
}

/// In seconds since the beginning.
pub(super) fn range(estimate: Option<Estimate>) -> String {
    estimate.map_or(String::new(), |Estimate { from, to }| {
        format!(", {}-{} s", from.as_second(), to.as_second())
    })
}

#[tokio::test]
async fn a_screen_that_returns_gets_what_it_missed_once() {
    let mut hub = hub();
    for seq in 1..=5 {
        tell(&mut hub, seq, seq, OrderState::Waiting);
    }
    let mut stream = hub.subscribe(Some(Seq(3)));
    assert_eq!(heard(&mut stream).await, ["4 order waiting", "5 order waiting", "beat"]);
    tell(&mut hub, 6, 1, OrderState::Making);
    assert_eq!(heard(&mut stream).await, ["6 order making"]);
}

#[tokio::test]
async fn a_screen_that_was_away_too_long_or_comes_from_elsewhere_begins_anew() {
    let mut hub = hub();
    let rows = i64::try_from(TAIL).expect("small") + 2;
    for seq in 1..=rows {
        tell(&mut hub, seq, 1, OrderState::Waiting);
    }
    for (seen, fresh) in [(1, true), (2, false), (rows, false), (rows + 1, true)] {
        let mut stream = hub.subscribe(Some(Seq(seen)));
        let first = heard(&mut stream).await.remove(0);
        assert_eq!(first == format!("snapshot {rows}"), fresh, "seen {seen}: {first}");
    }
}

#[tokio::test]
async fn a_reader_that_is_too_slow_is_cut_off() {
    let mut hub = hub();
    let mut slow = hub.subscribe(None);
    for seq in 1..=i64::try_from(TAIL).expect("small") + 1 {
        tell(&mut hub, seq, 1, OrderState::Waiting);
    }
    assert_eq!(heard(&mut slow).await, ["snapshot 0", "beat", "end"]);
}

#[tokio::test]
async fn every_stream_ends_when_the_server_closes() {
    let hub = hub();
    let mut stream = hub.subscribe(None);
    hub.close();
    assert_eq!(heard(&mut stream).await, ["snapshot 0", "beat", "end"]);
}
