//! A phone that listens: the live feed over a line that breaks with the server, folded as the page
//! folds it.

use demitasse_shared::ids::OrderId;
use demitasse_shared::live::{Envelope, LiveEvent, Snapshot, event_name};
use demitasse_shared::order::{Order, OrderState};
use demitasse_tests::within;
use tokio::sync::watch;
use tokio::task::{JoinHandle, yield_now};

use super::handset::Handset;

/// What the page shows of the order.
pub(super) type Shown = (OrderState, Option<u32>);

/// What a phone has heard.
#[derive(Clone, Debug, Default)]
struct Heard {
    shown: Option<Shown>,
    /// The last change that it knows of.
    seq: Option<i64>,
    text: String,
}

/// A page about one order, open. It comes back by itself until the order's last word.
#[derive(Debug)]
pub(super) struct Ear {
    heard: watch::Receiver<Option<Shown>>,
    listening: JoinHandle<()>,
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

impl Ear {
    pub(super) fn open(phone: Handset, order: OrderId) -> Self {
        let (show, heard) = watch::channel(None);
        let listening = tokio::spawn(listen(phone, order, show));
        Self { heard, listening }
    }

    /// Waits until the page shows this.
    pub(super) async fn shows(&mut self, order: OrderId, shown: Shown) {
        let what = format!("the phone of order {order} to show {shown:?}: {:?}", self.heard);
        drop(within(&what, self.heard.wait_for(|heard| *heard == Some(shown))).await);
        // Where it is over, what the phone heard last stands for good.
        if self.listening.is_finished() {
            (&mut self.listening).await.expect("a phone heard something wrong");
        }
        assert_eq!(*self.heard.borrow(), Some(shown), "{what}");
    }
}

/// Hears one stream after the other, until the order has left the board.
async fn listen(phone: Handset, order: OrderId, show: watch::Sender<Option<Shown>>) {
    let mut heard = Heard::default();
    while heard.shown.is_none_or(|(state, _)| state.is_on_board()) {
        heard.text.clear();
        let Some(mut stream) = phone.live(order, heard.seq).await else {
            yield_now().await;
            continue;
        };
        assert!(stream.status().is_success(), "a guest may listen: {stream:?}");
        while let Ok(Some(bytes)) = stream.chunk().await {
            heard.take(std::str::from_utf8(&bytes).expect("text"), order);
            show.send_replace(heard.shown);
        }
        yield_now().await;
    }
}

impl Heard {
    fn take(&mut self, text: &str, order: OrderId) {
        self.text.push_str(text);
        while let Some((event, rest)) = self.text.split_once("\n\n") {
            let (event, rest) = (event.to_owned(), rest.to_owned());
            self.text = rest;
            let line = |key: &str| event.lines().find_map(|line| line.strip_prefix(key));
            match (line("event: "), line("data: ")) {
                (Some(event_name::SNAPSHOT), Some(data)) => self.begin(&parse(data), order),
                (Some(event_name::DELTA), Some(data)) => self.follow(&parse(data), order),
                _ => {}
            }
        }
    }

    fn begin(&mut self, snapshot: &Snapshot, id: OrderId) {
        self.goes_on(snapshot.seq.0);
        let order = snapshot.orders.iter().find(|order| order.id == id);
        self.see(order.expect("a phone is told of its own order"));
    }

    fn follow(&mut self, change: &Envelope, id: OrderId) {
        self.goes_on(change.seq.0);
        if let LiveEvent::Order { order, .. } = &change.event {
            assert_eq!(order.id, id, "a phone hears of nobody else's order");
            self.see(order);
        }
    }

    /// A server that knows less than it has told has lost what it promised.
    fn goes_on(&mut self, seq: i64) {
        let last = self.seq.replace(seq);
        assert!(last <= Some(seq), "the bar was at {last:?} and is at {seq}");
    }

    fn see(&mut self, order: &Order) {
        self.shown = Some((order.state, order.number));
    }
}

fn parse<T: serde::de::DeserializeOwned>(data: &str) -> T {
    serde_json::from_str(data).unwrap_or_else(|why| panic!("{why}: {data}"))
}
