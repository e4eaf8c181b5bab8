//! Guests' phones that listen: the hall's own words, folded as the page folds them.

use std::collections::BTreeMap;

use axum::body::Bytes;
use demitasse::app::Bar;
use demitasse::domain::order::GuestId;
use demitasse::live::{Hall, Viewer};
use demitasse_shared::ids::OrderId;
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot, event_name};
use demitasse_shared::order::{Order, OrderState};
use demitasse_shared::shop::Face;
use demitasse_tests::within;
use tokio::sync::mpsc;

use super::chronicle::broken;

/// Where the queue is so long that places are told in round words.
const EXACT: u32 = 20;

/// A phone on its order's page.
#[derive(Debug)]
pub(super) struct Ear {
    pub(super) guest: GuestId,
    heard: mpsc::Receiver<Bytes>,
    text: String,
    orders: BTreeMap<OrderId, Seen>,
    face: Option<Face>,
    /// Signs of life so far.
    beats: u64,
}

/// What a guest sees of an order: its state, its number, and how many are before it.
pub(super) type Seen = (OrderState, Option<u32>, Option<u32>);

/// What a guest should see of an order.
pub(super) fn seen(order: &Order) -> Seen {
    (order.state, order.number, order.ahead.filter(|ahead| *ahead < EXACT))
}

impl Ear {
    /// Opens the page: the orders of today are read, then the stream goes on from there.
    pub(super) async fn open(bar: &Bar, hall: &Hall, guest: GuestId) -> Self {
        let (answer, seq) = bar.orders_as_of(guest).await.expect("it can be read");
        let viewer = Viewer::Guest { guest, orders: answer.orders, seq };
        let heard = hall.welcome(viewer).expect("the hub remembers").listen();
        let (text, orders) = (String::new(), BTreeMap::new());
        Self { guest, heard, text, orders, face: None, beats: 0 }
    }

    /// Hears until the page says what is so; that it comes to that is the promise. False where the
    /// line was cut: the phone comes back.
    pub(super) async fn comes_to(&mut self, orders: &BTreeMap<OrderId, Seen>, face: Face) -> bool {
        while let Ok(bytes) = self.heard.try_recv() {
            self.read(&bytes);
        }
        let before = self.beats;
        while !self.says(orders, face) {
            // News goes out before beats; one beat may have been on its way already.
            if self.beats > before + 1 {
                broken("a phone hears at once, and not with a beat", orders, &self.orders);
            }
            let what = format!(
                "the phone of guest {} to say {orders:?} and {face:?} instead of {:?} and {:?}",
                self.guest.0, self.orders, self.face
            );
            match within(&what, self.heard.recv()).await {
                Some(bytes) => self.read(&bytes),
                None => return false,
            }
        }
        true
    }

    /// What has ended stays on the page as it was told; what is under way must be there.
    fn says(&self, orders: &BTreeMap<OrderId, Seen>, face: Face) -> bool {
        self.face == Some(face) && orders.iter().all(|(id, seen)| self.orders.get(id) == Some(seen))
    }

    fn read(&mut self, bytes: &[u8]) {
        self.text.push_str(std::str::from_utf8(bytes).expect("whole events"));
        while let Some((event, rest)) = self.text.split_once("\n\n") {
            let (event, rest) = (event.to_owned(), rest.to_owned());
            self.text = rest;
            let line = |key: &str| event.lines().find_map(|line| line.strip_prefix(key));
            match (line("event: "), line("data: ")) {
                (Some(event_name::SNAPSHOT), Some(data)) => self.begin(&parse(data)),
                (Some(event_name::DELTA), Some(data)) => self.follow(parse(data)),
                (Some(event_name::BEAT), _) => self.beats += 1,
                _ => {}
            }
        }
    }

    fn begin(&mut self, snapshot: &Snapshot) {
        self.orders = snapshot.orders.iter().map(|order| (order.id, seen(order))).collect();
    }

    fn follow(&mut self, change: Envelope) {
        match change.event {
            LiveEvent::Order { order, .. } => {
                self.orders.insert(order.id, seen(&order));
            }
            LiveEvent::Place { order, ahead, .. } => {
                if let Some((_, _, place)) = self.orders.get_mut(&order) {
                    *place = ahead.filter(|ahead| *ahead < EXACT);
                }
            }
            LiveEvent::Status { status } => self.face = Some(status.face),
            _ => {}
        }
    }
}

fn parse<T: serde::de::DeserializeOwned>(data: &str) -> T {
    serde_json::from_str(data).expect("the hub speaks the vocabulary")
}
