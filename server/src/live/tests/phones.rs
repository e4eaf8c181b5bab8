//! Phones in a hall without sockets and without a thread: what the thread does, when a test says so.

use std::time::Duration;

use demitasse_shared::live::GUEST_BEAT_SECONDS;

use super::super::hall::floor::{Entry, Floor, Gone, Line};
use super::super::hall::wire::Said;
use super::*;

/// More than the time between two of a phone's beats.
const PERIOD: Duration = Duration::from_secs(GUEST_BEAT_SECONDS + 1);

/// What an ear notes when its line ends.
const LAST: &[u8] = b"event: end\ndata: \n\n";

/// A line that takes everything.
#[derive(Debug, Default)]
struct Ear(Vec<Bytes>);

impl Line for Ear {
    fn say(&mut self, said: &Said) -> Result<(), Gone> {
        self.0.push(said.events());
        Ok(())
    }

    fn say_last(&mut self, said: &Said) {
        self.0.extend([said.events(), Bytes::from_static(LAST)]);
    }
}

/// Phones that hear a hub.
pub(in super::super) struct Phones {
    hub: Hub,
    floor: Floor<Ear>,
    now: Duration,
}

impl Phones {
    pub(in super::super) fn of(hub: &Hub) -> Self {
        Self { hub: hub.clone(), floor: Floor::new(), now: Duration::ZERO }
    }

    /// A guest's phone, with the orders that were read as of a change.
    pub(in super::super) fn guest(&mut self, guest: i64, orders: Vec<Order>, seq: i64) -> usize {
        self.enter(Viewer::Guest { guest: GuestId(guest), orders, seq: Seq(seq) })
    }

    pub(in super::super) fn enter(&mut self, viewer: Viewer) -> usize {
        self.enter_until(viewer, None)
    }

    fn enter_until(&mut self, viewer: Viewer, order: Option<OrderId>) -> usize {
        let (mut told, opening) = self.hub.welcome(viewer, self.floor.len()).expect("all is known");
        told.listens_until(order);
        let missed = self.hub.let_in(&told).expect("all is known");
        let mut wire = Ear::default();
        wire.say(&opening).expect("it takes everything");
        let place = self.floor.enter(Entry { told, wire }, self.now);
        self.floor.catch_up(place, &missed);
        place
    }

    /// Works off what has happened.
    pub(in super::super) fn work(&mut self) {
        if let Some(news) = self.hub.news().expect("nothing is lost") {
            self.floor.hear(&news, self.now);
        }
    }

    /// Gives everybody a beat.
    pub(in super::super) fn beat(&mut self) {
        self.now += PERIOD;
        self.floor.beat(&self.hub, self.now);
    }

    /// Gives the beats that are due a second later.
    pub(in super::super) fn pass_a_second(&mut self) {
        self.now += Duration::from_secs(1);
        self.floor.beat(&self.hub, self.now);
    }

    /// The bytes that a phone has heard since the last time.
    pub(in super::super) fn bytes(&mut self, place: usize) -> Vec<Bytes> {
        self.work();
        std::mem::take(&mut self.floor.line(place).expect("it stands there").0)
    }

    /// The events that it has heard.
    pub(in super::super) fn heard(&mut self, place: usize) -> Vec<String> {
        self.bytes(place).iter().flat_map(events).collect()
    }

    /// A guest's phone that listens until an order is over.
    pub(in super::super) fn guest_until(&mut self, guest: i64, order: i64) -> usize {
        let viewer = Viewer::Guest { guest: GuestId(guest), orders: Vec::new(), seq: Seq(0) };
        self.enter_until(viewer, Some(OrderId(order)))
    }

    /// Who is to be shown out.
    pub(in super::super) fn gone(&mut self) -> Option<usize> {
        self.floor.gone()
    }

    pub(in super::super) fn leave(&mut self, place: usize) {
        self.floor.leave(place).expect("it stood there");
    }
}
